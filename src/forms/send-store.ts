// Sending a form: once, in one transaction that a refusal takes back whole, and with what was typed kept before anybody is told.
import { type Asking, type Door, Refused } from '#database'
import { endDraft, holdDraft, isOf, sameValues, typed, type Values } from '#drafts'
import { chosen, type Joined, join } from './clash.ts'
import { withoutControl } from './control.ts'
import type { At, Fault, Outcome, Standing } from './form.ts'
import {
  type FormDefinition,
  ifTheirs,
  keepForm,
  type Open,
  type Posted,
  subjectOf,
  type WithFile,
} from './form-store.ts'

export type Sent<Given> =
  | { readonly kind: 'saved'; readonly id: string; readonly draft: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly open: Open<Given> }
  | { readonly kind: 'clash'; readonly standing: Standing; readonly joined: Joined; readonly open: Open<Given> }
  | { readonly kind: 'not found' }

type NotSaved = Exclude<Outcome, { readonly kind: 'saved' }>
/** Thrown so that whatever the store had written before it refused is not in the record, unless a clash says that it stays. */
class TakenBack extends Error {
  readonly outcome: NotSaved
  constructor(outcome: NotSaved) {
    super('A form was not taken.')
    this.name = 'TakenBack'
    this.outcome = outcome
  }
}

type Sending<File> = At & Posted & WithFile<File> & { readonly council: number; readonly values: Values }
/** Two writers take turns, so a third attempt meets a version that nobody has changed since. */
const ATTEMPTS = 5

/** Sent twice, it is saved once. */
export async function sendForm<Given, Ok, File>(
  door: Door,
  form: FormDefinition<Given, Ok, File>,
  posted: At & Posted & WithFile<File> & { readonly council: number },
): Promise<Sent<Given>> {
  const { form: typedIn, fileMark } = posted
  const values = {
    ...chosen(typedIn, withoutControl(typedIn)),
    ...(fileMark === undefined ? {} : { [FILE]: [fileMark] }),
  }
  let sending: Sending<File> = { ...posted, values }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await attempted(door, form, sending)
    if (answer.kind !== 'again') return answer
    sending = { ...sending, ...answer.upon }
  }
  throw new Error(`The form ${form.name} clashes with every version.`)
}

type Again = { readonly kind: 'again'; readonly upon: Pick<Sending<unknown>, 'values' | 'control'> }

async function attempted<Given, Ok, File>(
  door: Door,
  form: FormDefinition<Given, Ok, File>,
  sending: Sending<File>,
): Promise<Sent<Given> | Again> {
  const who = { council: sending.council, person: sending.me }
  try {
    return await door.as(who, async (asking) => await sendIn(asking, form, sending))
  } catch (error) {
    const open = await ifTheirs({ door, who }, async (asking) => await keptAfter(asking, form, sending))
    if (error instanceof TakenBack && open !== undefined) return afterwards(error.outcome, sending, open)
    // Not even the text could be kept: the draft is another person's, or the child is not theirs to write about.
    if (error instanceof Refused && open === undefined) return { kind: 'not found' }
    if (!(error instanceof Refused) || open === undefined) throw error
    const general = { field: '', says: error.constraint === ELSEWHERE ? RECORDED_ELSEWHERE : REFUSED[error.kind] }
    return {
      kind: 'faults',
      faults: [(error.constraint === ELSEWHERE ? undefined : form.refused?.(error)) ?? general],
      open,
    }
  }
}

/** What nobody has to decide is joined, and sent again upon what stands now. */
function afterwards<Given>(
  outcome: NotSaved,
  { values, control }: Again['upon'],
  open: Open<Given>,
): Sent<Given> | Again {
  if (outcome.kind === 'refused') return { kind: 'faults', faults: outcome.faults, open }
  const { standing, base } = outcome
  const joined = join(base, standing.values, values)
  if (joined.clashing.length > 0) return { kind: 'clash', standing, joined, open }
  const upon = { ...control, draft: open.draft.id, revision: open.draft.revision, read: standing.id }
  return { kind: 'again', upon: { values: { ...joined.values, _read: [standing.id] }, control: upon } }
}

async function keptAfter<Given, Ok, File>(
  asking: Asking,
  form: FormDefinition<Given, Ok, File>,
  sending: Sending<File>,
): Promise<Open<Given> | undefined> {
  const given = await form.load(asking, sending)
  const draft = await keepForm(asking, form.name, sending)
  return given === undefined ? undefined : { given, draft, values: sending.values, beside: [] }
}

async function sendIn<Given, Ok, File>(
  asking: Asking,
  form: FormDefinition<Given, Ok, File>,
  sending: Sending<File>,
): Promise<Sent<Given> | Again> {
  const { values, today, control, file, fileFault, fileMark } = sending
  const held = await holdDraft(asking, control.draft)
  const sent = held?.ended === 'submitted' && isOf(held, subjectOf(form.name, sending)) ? held : undefined
  if (sent?.values !== undefined && sent.result !== null && sameAsSent(sent.values, values, fileMark))
    return { kind: 'saved', id: sent.result, draft: sent.id }
  const given = await form.load(asking, sending)
  if (given === undefined) return { kind: 'not found' }
  const draft = await keepForm(asking, form.name, sending)
  const open: Open<Given> = { given, draft, values, beside: [] }
  if (sent !== undefined) return { kind: 'faults', faults: [SENT_BEFORE, ...fileNotSent(form, sending)], open }
  const decided = form.decide(typed(values), given, today)
  const wrong = [...('faults' in decided ? decided.faults : []), ...(fileFault === undefined ? [] : [fileFault])]
  if ('faults' in decided || wrong.length > 0) return { kind: 'faults', faults: wrong, open }
  const outcome = await form.save(asking, decided.ok, { ...sending, given, read: control.read, file })
  if (outcome.kind === 'clash' && outcome.keeps) return afterwards(outcome, sending, open)
  if (outcome.kind !== 'saved') throw new TakenBack(outcome)
  await endDraft(asking, draft.id, { how: 'submitted', became: outcome.id })
  return { kind: 'saved', id: outcome.id, draft: draft.id }
}

/** No draft keeps a file, only what tells it from another. Where none came, none can be lost. */
const FILE = '_file'
function sameAsSent(sent: Values, now: Values, fileMark: string | undefined): boolean {
  const { [FILE]: _, ...typedThen } = sent
  return sameValues(fileMark === undefined ? typedThen : sent, now)
}

function fileNotSent<Given, Ok, File>(
  { takes }: FormDefinition<Given, Ok, File>,
  { fileFault, fileMark }: WithFile<File>,
): readonly Fault[] {
  if (takes === undefined || fileMark === undefined) return []
  return [fileFault ?? { field: takes.field, says: ANOTHER_FILE }]
}
const ANOTHER_FILE = 'This file was not sent. Choose it again if it is another one than you sent before.'

const ELSEWHERE = 'recorded_in_another_system'
const RECORDED_ELSEWHERE =
  'Another system of your council is the master of part of this, and still says it: record it, or take it back, there. Your text is kept.'

const REFUSED: Readonly<Record<Refused['kind'], string>> = {
  overlap: 'This overlaps with something that is already in the record. Look at the days.',
  'corrected already': 'Somebody corrected this at the same moment. Open it again: your text is kept.',
  'not allowed': 'Your part in this child’s life does not allow this. Your text is kept; ask your manager.',
  'not in the record': 'Something that this is about is no longer there. Your text is kept.',
  'against a rule of the table':
    'The record does not take this as it is. Your text is kept; look at the days and choices.',
}

/** By going back in the browser: what was changed since is another text, and the person says whether it is to be sent. */
const SENT_BEFORE: Fault = {
  field: '',
  says: 'You sent this before. What you changed since then is kept here as a new text. Send it only if it is another one.',
}
