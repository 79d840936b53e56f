// The forms of a copy of a plan: which edition, who it is for, the day on which they got it, or why it is withheld; and the list of them.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  makeRecordForms,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { Card, CardList, EmptyState, InsetText } from '#look'
import { type Copy, copiesOf, correctCopy, type NewCopy, recordCopy, retractCopy } from '../copies-store.ts'
import { type Edition, editionsOf } from '../reading-store.ts'
import { childNamed } from './child-named.tsx'
import { editionWords } from './plan-parts.tsx'

const RECIPIENTS = [
  { value: 'child', text: 'The child' },
  { value: 'parent', text: 'Their parent, or somebody with parental responsibility' },
  { value: 'reviewing officer', text: 'Their reviewing officer' },
  { value: 'carer', text: 'Whoever looks after them' },
  { value: 'provider', text: 'The agency or home that provides the care' },
  { value: 'somebody else', text: 'Somebody else' },
] as const
const VALUES = ['child', 'parent', 'reviewing officer', 'carer', 'provider', 'somebody else'] as const
const recipientWords = (recipient: string): string =>
  RECIPIENTS.find(({ value }) => value === recipient)?.text ?? recipient

type Given = { readonly child: string; readonly called: string; readonly editions: readonly Edition[] }

async function given(asking: Asking, { child }: At): Promise<Given | undefined> {
  const named = child === null ? undefined : await childNamed(asking, child)
  if (named === undefined) return undefined
  // What is still being written can change tomorrow: only what was approved is given to anybody.
  const editions = (await editionsOf(asking, named.child)).filter(({ approved }) => approved !== undefined)
  return { ...named, editions }
}

function decide(typed: Typed, { editions }: Given, today: At['today']) {
  const r = reading(typed, today)
  const edition = editions.find((one) => one.edition === typed.one('edition'))
  if (edition === undefined) r.fault('edition', 'Choose which plan it is a copy of.')
  const recipient = r.choice('recipient', VALUES, 'Choose who the copy is for.')
  const state = r.choice('state', ['given', 'withheld'], 'Choose whether they got it.')
  const on = r.day('on', state === 'given' ? 'the day on which they got it' : 'the day on which that was decided')
  const words = typed.words('words')
  if (state === 'withheld' && words === '') r.fault('words', 'Say why it is withheld, and who decided it.')
  if (recipient === 'somebody else' && words === '') r.fault('words', 'Say who got it.')
  return r.result(
    (): NewCopy => ({
      ...{ plan: edition?.plan ?? '', edition: edition?.edition ?? '', recipient, words },
      ...{ given: state === 'given' ? on : null, withheld: state === 'given' ? null : on },
    }),
  )
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    {of.given.editions.length === 0 && (
      <InsetText>No plan of {of.given.called} is approved yet. A copy is given of what was approved.</InsetText>
    )}
    <PickField
      of={of}
      name="edition"
      label="A copy of which plan?"
      items={of.given.editions.map((one) => ({ value: one.edition, text: editionWords(one) }))}
    />
    <PickField of={of} name="recipient" label="Who is it for?" items={RECIPIENTS} />
    <ChoiceField
      of={of}
      name="state"
      label="Did they get it?"
      items={[
        { value: 'given', text: 'Yes, they got it' },
        { value: 'withheld', text: 'No, we decided not to give it' },
      ]}
    />
    <DayField of={of} name="on" label="When were they given it, or when was that decided?" looks="back" />
    <WordsField
      of={of}
      name="words"
      label="How, or why not"
      hint="By name where it helps. Where it is withheld: why, and who decided it."
      rows={3}
    />
  </>
)

/** 'Their reviewing officer: given Fri 27 Nov 2026' */
const copyWords = ({ recipient, given: on, withheld }: Copy): string =>
  `${recipientWords(recipient)}: ${on === null ? `withheld, decided ${dayWords(withheld)}` : `given ${dayWords(on)}`}`

export const copyForms: readonly Form[] = makeRecordForms<Given, NewCopy, 'kith.plan_copy'>({
  ...{ name: 'plan-copy', path: 'plan/copies', table: 'kith.plan_copy', here: '/children', given, decide, Fields },
  leadsTo: ({ child }) => `/children/${child}/plan`,
  lock: { may: ['write', 'plan'], log: 'recorded a copy of a plan' },
  words: {
    ...{ thing: 'a copy of a plan', button: 'Save copy', done: 'Copy saved.' },
    title: ({ called }) => `A copy of ${called}’s plan`,
    fields: {
      ...{ edition: 'Which plan', recipient: 'Who it is for', state: 'Whether they got it', on: 'When' },
      words: 'How, or why not',
    },
  },
  start: ({ editions }) => ({ on: ['today'], edition: editions.slice(0, 1).map(({ edition }) => edition) }),
  record: async (asking, ok, { child }) => await recordCopy(asking, child, ok),
  asTyped: ({ edition, recipient, given: on, withheld, words }) => ({
    ...{ edition: [edition], recipient: [recipient], state: [on === null ? 'withheld' : 'given'] },
    ...{ on: [dayWords(on ?? withheld)], words: [words ?? ''] },
  }),
  correct: async (asking, ok, id) => await correctCopy(asking, id, ok),
  shows: (copy, { called }) => ({
    title: `A copy of ${called}’s plan`,
    rows: [
      ['In the record', copyWords(copy)],
      ['How, or why not', copy.words ?? 'Nothing'],
    ],
  }),
  retract: retractCopy,
})

export type CopyShown = Pick<Copy, 'id' | 'words'> & { readonly says: string }
/** Copies by edition, newest first, for the page of the plan. */
export async function copiesShown(asking: Asking, child: string): Promise<ReadonlyMap<string, readonly CopyShown[]>> {
  const copies = (await copiesOf(asking, child)).toReversed()
  const grouped = Map.groupBy(copies, ({ edition }) => edition)
  return new Map(
    [...grouped].map(([edition, own]) => [
      edition,
      own.map((copy) => ({ id: copy.id, words: copy.words, says: copyWords(copy) })),
    ]),
  )
}

const CopyLinks: FC<{ readonly at: string; readonly says: string }> = ({ at, says }) => (
  <span class="kith-note kith-row-links kith-no-print">
    {(['correct', 'retract'] as const).map((does) => (
      <>
        <a href={`${at}/${does}`}>
          {does === 'correct' ? 'Put right' : 'Take back'}
          <span class="govuk-visually-hidden">: {says}</span>
        </a>{' '}
      </>
    ))}
  </span>
)

type Props = { readonly child: string; readonly copies: readonly CopyShown[]; readonly mayWrite: boolean }
export const Copies: FC<Props> = ({ child, copies, mayWrite }) => (
  <Card
    title="Who has a copy"
    count={copies.length}
    beside={
      mayWrite && (
        <a class="kith-no-print" href={`/children/${child}/plan/copies/record`}>
          Record a copy
        </a>
      )
    }
    flush
  >
    {copies.length === 0 ? (
      <EmptyState>Nobody is recorded as given a copy of this edition.</EmptyState>
    ) : (
      <CardList
        items={copies.map(({ id, says, words }) => (
          <>
            {says}
            {words !== undefined && <span class="kith-note">{words}</span>}
            {mayWrite && <CopyLinks at={`/children/${child}/plan/copies/${id}`} says={says} />}
          </>
        ))}
      />
    )}
  </Card>
)
