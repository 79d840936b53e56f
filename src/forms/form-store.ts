// A form against the record: opened with what is known, kept as a draft, and sent: once, in one transaction, with nothing typed ever lost.
import type { Asking, Door } from '#database'
import { Refused } from '#database'
import {
  type Draft,
  draftById,
  endDraft,
  holdDraft,
  type Saved,
  sameValues,
  saveDraft,
  typed,
  unfinished,
  type Values,
} from '#drafts'
import type { WorkersLock } from '#web'
import { chosen, type Joined, join } from './clash.ts'
import { type Control, withoutControl } from './control.ts'
import type { At, Fault, FormOf, Outcome, Standing, Takes } from './form.ts'

export type FormDefinition<Given, Ok, File = undefined> = FormOf<Given, Ok> & {
  /** With `:child` where it goes onto a child's record, `:about` where it corrects or hangs on something. */
  readonly path: string
  readonly lock: WorkersLock
  /** The address in the navigation under which it lies. */
  readonly here: string
  /** undefined: there is nothing that this form could be about. */
  readonly load: (asking: Asking, at: At) => Promise<Given | undefined>
  /** Runs in the transaction that ends the draft. `read`: the version that the form was opened on. */
  readonly save: (
    asking: Asking,
    ok: Ok,
    context: At & { readonly given: Given; readonly read: string; readonly file: File | undefined },
  ) => Promise<Outcome>
  /** Where the person goes when it is done. */
  readonly leadsTo: (at: At, id: string) => string
  /** Words for what only the database refused; where they are missing, a general sentence. */
  readonly refused?: (refused: Refused) => Fault
  /** Takes back what was saved, within ten minutes, where that is safe; false where it is not any more. */
  readonly undo?: (asking: Asking, id: string, at: At) => Promise<boolean>
  readonly takes?: Takes<File>
}

export type Open<Given> = {
  readonly given: Given
  readonly draft: { readonly id: string; readonly revision: number }
  readonly values: Values
  /** Drafts of the same that another window saved. */
  readonly beside: readonly Draft[]
}
export type Opened<Given> =
  | ({ readonly kind: 'open' } & Open<Given>)
  | { readonly kind: 'choose'; readonly given: Given; readonly drafts: readonly Draft[] }
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'not found' }

const subjectOf = (name: string, { child, about }: At) => ({ form: name, child, about })

/** `draft`: one to go on with; `fresh`: another one, although there are unfinished ones. */
export async function openForm<Given, Ok, File>(
  asking: Asking,
  form: FormDefinition<Given, Ok, File>,
  asked: At & { readonly draft: string | undefined; readonly fresh: boolean },
): Promise<Opened<Given>> {
  const given = await form.load(asking, asked)
  if (given === undefined) return { kind: 'not found' }
  const drafts = await unfinished(asking, subjectOf(form.name, asked))
  if (asked.draft !== undefined) return await goOn(asking, { given, drafts }, asked.draft)
  if (drafts.length > 0 && !asked.fresh) return { kind: 'choose', given, drafts }
  const [id = ''] = await asking.newIds(1)
  return { kind: 'open', given, draft: { id, revision: 0 }, values: form.start(given, asked.today), beside: [] }
}

async function goOn<Given>(
  asking: Asking,
  { given, drafts }: { readonly given: Given; readonly drafts: readonly Draft[] },
  id: string,
): Promise<Opened<Given>> {
  const draft = drafts.find((one) => one.id === id)
  if (draft?.values !== undefined) {
    const beside = drafts.filter(
      (other) => other.id !== id && (other.siblingOf ?? other.id) === (draft.siblingOf ?? draft.id),
    )
    return { kind: 'open', given, draft, values: draft.values, beside }
  }
  const over = await draftById(asking, id)
  return over?.ended === 'submitted' && over.result !== null ? { kind: 'sent', id: over.result } : { kind: 'not found' }
}

export type Posted = { readonly control: Control; readonly form: Values }
/** The file that came with a form, or why there is none to take. */
export type WithFile<File> = { readonly file?: File | undefined; readonly fileFault?: Fault | undefined }

/** Keeps what was typed, as it was typed. */
export async function keepForm(
  asking: Asking,
  name: string,
  at: At & { readonly control: Control; readonly values: Values },
): Promise<Saved> {
  const { draft: id, revision: read } = at.control
  return await saveDraft(asking, { ...subjectOf(name, at), id, read, values: at.values })
}

export type Sent<Given> =
  | { readonly kind: 'saved'; readonly id: string; readonly draft: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly open: Open<Given> }
  | { readonly kind: 'clash'; readonly standing: Standing; readonly joined: Joined; readonly open: Open<Given> }
  | { readonly kind: 'not found' }

/**
 * Sends a form. Sent twice, it is saved once. What the database refuses, or what breaks, takes the transaction with it:
 * the text is then kept in one of its own, before anybody is told.
 */
export async function sendForm<Given, Ok, File>(
  door: Door,
  form: FormDefinition<Given, Ok, File>,
  sending: At & Posted & WithFile<File> & { readonly council: number },
): Promise<Sent<Given>> {
  const who = { council: sending.council, person: sending.me }
  const values = chosen(sending.form, withoutControl(sending.form))
  try {
    return await door.as(who, async (asking) => await sendIn(asking, form, { ...sending, values }))
  } catch (error) {
    const kept = await door
      .as(who, async (asking) => await keptAfter(asking, form, { ...sending, values }))
      .catch(() => undefined)
    // Not even the text could be kept: the draft is another person's, or the child is not theirs to write about.
    if (error instanceof Refused && kept === undefined) return { kind: 'not found' }
    if (!(error instanceof Refused) || kept === undefined) throw error
    const fault = form.refused?.(error) ?? { field: '', says: REFUSED[error.kind] }
    return { kind: 'faults', faults: [fault], open: kept }
  }
}

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

type Sending<File> = At & Posted & WithFile<File> & { readonly values: Values }

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
): Promise<Sent<Given>> {
  const held = await holdDraft(asking, sending.control.draft)
  const same = held?.values !== undefined && sameValues(held.values, sending.values)
  if (held?.ended === 'submitted' && held.result !== null && same)
    return { kind: 'saved', id: held.result, draft: held.id }
  const given = await form.load(asking, sending)
  if (given === undefined) return { kind: 'not found' }
  if (held?.ended === 'submitted') {
    const open = { given, draft: await keepForm(asking, form.name, sending), values: sending.values, beside: [] }
    return { kind: 'faults', faults: [SENT_BEFORE], open }
  }
  return await decideAndSave(asking, form, { ...sending, given })
}

async function decideAndSave<Given, Ok, File>(
  asking: Asking,
  form: FormDefinition<Given, Ok, File>,
  sending: Sending<File> & { readonly given: Given },
): Promise<Sent<Given>> {
  const { given, values, today, control } = sending
  const draft = await keepForm(asking, form.name, sending)
  const open: Open<Given> = { given, draft, values, beside: [] }
  const decided = form.decide(typed(values), given, today)
  const { file, fileFault } = sending
  const wrong = [...('faults' in decided ? decided.faults : []), ...(fileFault === undefined ? [] : [fileFault])]
  if ('faults' in decided || wrong.length > 0) return { kind: 'faults', faults: wrong, open }
  const outcome = await form.save(asking, decided.ok, { ...sending, given, read: control.read, file })
  if (outcome.kind === 'refused') return { kind: 'faults', faults: outcome.faults, open }
  if (outcome.kind === 'saved') {
    await endDraft(asking, draft.id, { how: 'submitted', became: outcome.id })
    return { kind: 'saved', id: outcome.id, draft: draft.id }
  }
  if (outcome.standing.id === control.read)
    throw new Error(`The form ${form.name} clashes with the version that it was opened on.`)
  const joined = join(outcome.base, outcome.standing.values, values)
  if (joined.clashing.length > 0) return { kind: 'clash', standing: outcome.standing, joined, open }
  // Nothing clashes: it is sent again upon what stands now. Who saves a third time meanwhile is waited for: the child is locked.
  const again = { ...control, draft: draft.id, revision: draft.revision, read: outcome.standing.id }
  return await decideAndSave(asking, form, {
    ...sending,
    values: { ...joined.values, _read: [outcome.standing.id] },
    control: again,
  })
}
