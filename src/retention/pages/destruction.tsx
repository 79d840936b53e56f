// Destroying what a record says, as a form: one person asks once it no longer has to be kept, another decides; and its certificate.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  type Fault,
  type FieldsProps,
  type Form,
  isId,
  makeForm,
  namesOfWorkers,
  PickField,
  savedAt,
} from '#forms'
import { citationText } from '#law'
import { Card, Facts, Notice, PageHead, WarningText } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Kept, mayGoFrom, RULES_OF_KEEPING } from '../keeping.ts'
import { ownPartKept } from '../kept-until.ts'
import {
  askDisposal,
  type Destruction,
  type Disposal,
  decideDisposal,
  destructionBy,
  disposalsOf,
  holdsOf,
  isHeld,
  keptOf,
  type Outcome,
} from '../store.ts'

const BECAUSE = ['they asked that it is kept', 'a claim or an inquiry may come', 'the day is not sure'] as const
const BECAUSE_WORDS: Readonly<Record<(typeof BECAUSE)[number], string>> = {
  'they asked that it is kept': 'They asked that it is kept',
  'a claim or an inquiry may come': 'A claim or an inquiry may come',
  'the day is not sure': 'The day is not sure',
}

/** `words`: what nobody can read again. */
export type Given = {
  readonly name: string
  readonly words: string
  readonly last: Kept | undefined
  readonly open: (Disposal & { readonly by: string; readonly yours: boolean }) | undefined
  /** Why nothing can be asked or decided. */
  readonly refused: string | undefined
}
async function load(asking: Asking, { child, me, today }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const all = await disposalsOf(asking, known.child)
  const last = mayGoFrom(await keptOf(asking, known.child))
  const held = isHeld(await holdsOf(asking, known.child))
  const open = all.find(({ outcome }) => outcome === null)
  const names = await namesOfWorkers(asking, open === undefined ? [] : [open.asked_by])
  const refused = all.some(({ outcome }) => outcome === 'destroyed')
    ? 'The words of this record are destroyed already.'
    : held
      ? 'A legal hold stands on this record, or on one whose file quotes it. Nothing is destroyed while it does.'
      : last?.until === undefined
        ? 'It is not known until when this record is kept, so nothing is destroyed.'
        : last.until > today
          ? `This record is kept until ${dayWords(last.until)}.`
          : undefined
  const by = names.get(open?.asked_by ?? '') ?? 'Somebody'
  return {
    ...{ name: known.name ?? 'this child', last, refused },
    words: 'any words of this record again: notes, plans, names, documents',
    open: open && { ...open, by, yours: open.asked_by === me },
  }
}

export const Fields: FC<FieldsProps<Given>> = (of) => {
  const { open, refused, last } = of.given
  if (refused !== undefined && open === undefined) return <p>{refused}</p>
  return (
    <>
      {refused !== undefined && <p>{refused}</p>}
      {last?.until !== undefined && (
        <p>
          It had to be kept until {dayWords(last.until)}: <a href={`/rules/${last.rule.id}`}>{last.rule.name}</a>,{' '}
          {citationText(last.rule.cites[0])}.
        </p>
      )}
      <WarningText>Once a second person agrees, nobody can read {of.given.words}. There is no way back.</WarningText>
      {open === undefined ? (
        <ChoiceField
          of={of}
          name="ask"
          label="Do you ask for it?"
          items={[{ value: 'yes', text: 'Yes: a second person is asked to decide' }]}
        />
      ) : (
        <Decide {...of} />
      )}
    </>
  )
}
const Decide: FC<FieldsProps<Given>> = (of) => {
  const { open, refused } = of.given
  if (open === undefined) return null
  return (
    <>
      <Notice>
        <p>
          {open.by} asked on {savedAt(open.asked)}.
        </p>
      </Notice>
      {open.yours ? (
        <>
          <p>You asked. A second person has to decide here.</p>
          <ChoiceField
            of={of}
            name="answer"
            label="Do you still ask?"
            items={[{ value: 'taken back', text: 'No: I take it back' }]}
          />
        </>
      ) : (
        <>
          <ChoiceField
            of={of}
            name="answer"
            label="What do you decide, as the second person?"
            items={[
              ...(refused === undefined ? [{ value: 'destroyed', text: 'Its words are destroyed' }] : []),
              { value: 'kept', text: 'It is kept' },
            ]}
          />
          <PickField
            of={of}
            name="because"
            label="Where it is kept: why?"
            items={BECAUSE.map((value) => ({ value, text: BECAUSE_WORDS[value] }))}
            none="It is destroyed"
          />
        </>
      )}
    </>
  )
}

export type Answered =
  | { readonly ask: Kept }
  | { readonly request: string; readonly answer: Outcome; readonly because: string | null }
const fault = (field: string, says: string) => ({ faults: [{ field, says }] })

export function decide(
  typed: Typed,
  { open, refused, last }: Given,
): { readonly ok: Answered } | { readonly faults: readonly Fault[] } {
  if (open === undefined) {
    if (refused !== undefined || last === undefined) return fault('', refused ?? 'Nothing can be asked.')
    return typed.one('ask') === 'yes' ? { ok: { ask: last } } : fault('ask', 'Say that you ask, or leave it as it is.')
  }
  const answer = typed.one('answer')
  if (open.yours)
    return answer === 'taken back'
      ? { ok: { request: open.id, answer, because: null } }
      : fault('answer', 'You asked. A second person has to decide. Take it back, or leave it as it is.')
  const because = BECAUSE.find((one) => one === typed.one('because')) ?? null
  if (answer !== 'destroyed' && answer !== 'kept') return fault('answer', 'Say what you decide.')
  if (answer === 'destroyed' && refused !== undefined) return fault('answer', refused)
  if (answer === 'kept' && because === null) return fault('because', 'Say why it is kept.')
  if (answer === 'destroyed' && because !== null) return fault('because', 'Say why only where it is kept.')
  return { ok: { request: open.id, answer, because } }
}

export const destructionForm: Form = makeForm<Given, Answered>({
  name: 'record-destruction',
  path: '/children/:child/destruction',
  lock: { may: ['takeOut', 'documents'], log: 'read about destroying a record' },
  here: '/children',
  words: {
    thing: 'destroying a record',
    title: ({ name }) => `Destroy the record of ${name}`,
    ...{ button: 'Go on', done: 'Recorded. It takes two people.' },
    fields: { ask: 'Whether you ask', answer: 'What you decide', because: 'Why it is kept' },
  },
  load,
  start: () => ({}),
  decide,
  save: async (asking, answered, { child }) => {
    if ('ask' in answered) return { kind: 'saved', id: await askDisposal(asking, child ?? '', answered.ask) }
    await decideDisposal(asking, answered.request, answered)
    return { kind: 'saved', id: answered.request }
  },
  refused: () => ({ field: '', says: 'The record does not allow it as it stands now. Read it again.' }),
  leadsTo: ({ child }) => `/children/${child}/kept`,
  Fields,
})

/** GET /destructions/:about: what shows that it was done, with nothing of the child. */
export async function showDestruction(visit: Visit): Promise<Answer> {
  const id = visit.part('about')
  const found = isId(id) ? await visit.door.as(visit.who, async (asking) => await destructionBy(asking, id)) : undefined
  if (found === undefined) return notFound
  return page({ title: 'Certificate of destruction', here: '/children', main: <Certificate of={found} /> })
}
const Certificate: FC<{ readonly of: Destruction }> = ({ of }) => {
  const rule = RULES_OF_KEEPING.find(({ id }) => id === of.rule)
  return (
    <>
      <PageHead title="Certificate of destruction" lead={`Number ${of.id}`} />
      <Card title="What was done">
        <Facts
          kind="wide"
          facts={[
            { name: 'Destroyed', fact: { words: savedAt(of.decided) } },
            { name: 'Texts whose key was destroyed', fact: { words: of.texts.toLocaleString('en-GB') } },
            { name: 'Had to be kept until', fact: { words: dayWords(of.keptUntil) } },
            {
              name: 'By what rule',
              fact: { words: rule?.name ?? of.rule, note: rule?.cites.map(citationText).join('; ') },
            },
            { name: 'Asked for', fact: { words: savedAt(of.asked) } },
            {
              name: 'Decided by',
              fact: { words: 'Two different people', note: 'who they were stands in the sealed log' },
            },
            // of a worker's own part nobody can say one (decision 0236)
            ...(of.rule === ownPartKept.id ? [] : [{ name: 'A legal hold', fact: { words: 'None stood' } }]),
          ]}
        />
        <p class="kith-quiet">
          The rows and the seals stay, so that the log can still be verified. A backup from before is destroyed again
          when it is restored.
        </p>
      </Card>
    </>
  )
}
