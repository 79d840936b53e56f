// The forms of a dispute: raised and taken to somebody first; corrected, and taken back.
import type { FC } from 'hono/jsx'
import { addWorkingDays, dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import {
  type Asking,
  correct,
  readParts,
  recordFirst,
  retract,
  type Version,
  type Written,
  writeParts,
} from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeRecordForms,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { daysOf, isTier, TIERS } from '../dispute.ts'
import { type DisputeStage, disputesStanding, type StandingDispute } from '../store.ts'
import { CHILD_TOLD, DISPUTE_ABOUT, TIER_WORDS, wordsOf } from '../words.ts'
import { type ChildGiven, childGiven, chosen, colleague, DISPUTE_PAGE } from './dispute-given.tsx'
import type { Row } from './hanging.tsx'

type Given = ChildGiven & {
  readonly first: boolean
  /** The one that is put right, with what hangs on it. */
  readonly standing: StandingDispute | undefined
}
type Moved = Pick<DisputeStage, 'id'> & { readonly columns: { readonly begun: IsoDay; readonly answer_by: string } }
type Ok = Row<'kith.dispute'> & {
  readonly stage: Row<'kith.dispute_stage'>['columns'] | undefined
  /** Stages that go with the day on which it was raised. */
  readonly moved: readonly Moved[]
}
type Dispute = Version<'kith.dispute'>

export const TierField: FC<{ readonly of: FieldsProps<ChildGiven>; readonly label: string }> = ({ of, label }) => (
  <ChoiceField
    of={of}
    name="tier"
    label={label}
    hint="You may pass over any of them."
    items={TIERS.map((tier) => ({ value: tier, text: TIER_WORDS[tier] }))}
  />
)
export const AskedFields: FC<{ readonly of: FieldsProps<ChildGiven> }> = ({ of }) => (
  <>
    <PickField
      of={of}
      name="asked_of"
      label="Whom do you ask?"
      items={of.given.colleagues}
      none="Nobody of this list"
    />
    <DayField
      of={of}
      name="answer_by"
      label="By when is the answer due?"
      hint={`Leave it empty for the days of our protocol: ${of.given.days.informal} working days informally, ${of.given.days.formal} at each manager. That is a local rule; the handbook sets twenty for the whole.`}
      looks="ahead"
    />
  </>
)

/** To whom it is taken, from which day, and by when they answer. */
export function stageIn(
  typed: Typed,
  given: ChildGiven,
  { read, begun }: { readonly read: ReturnType<typeof reading>; readonly begun: IsoDay },
) {
  const tier = typed.one('tier')
  if (!isTier(tier)) read.fault('tier', 'Say to whom you take it.')
  const asked_of = colleague(read, 'asked_of', given)
  const typedDay = read.dayAheadIfAny('answer_by', 'the day by which it is answered')
  const answer_by = typedDay ?? (isTier(tier) ? addWorkingDays(begun, daysOf(tier, given.days)) : begun)
  if (answer_by === undefined)
    read.fault('answer_by', 'The bank holidays of that year are not known yet. Write the day.')
  else if (answer_by < begun) read.fault('answer_by', 'The answer cannot be due before it is asked.')
  return { tier, begun, asked_of, answer_by: answer_by ?? begun }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <WordsField
      of={of}
      name="issue"
      label={`What is not right for ${of.given.name}?`}
      hint="What you saw, and what it does to them. It is about what we do, not about one person."
    />
    <WordsField of={of} name="asked" label={`What should change for ${of.given.name}?`} rows={3} />
    <ChoiceField of={of} name="about" label="What is it about?" items={itemsOf(DISPUTE_ABOUT)} />
    <DayField of={of} name="raised" label="When did you raise it?" looks="back" />
    <ChoiceField of={of} name="child_told" label={`Does ${of.given.name} know?`} items={itemsOf(CHILD_TOLD)} />
    <WordsField of={of} name="view" label={`What does ${of.given.name} say to it?`} rows={3} />
  </>
)
const FirstFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Fields {...of} />
    <TierField of={of} label="To whom do you take it first?" />
    <AskedFields of={of} />
  </>
)

/** What happened to it, each with its day: none of it can come before it was raised. */
const happenedTo = ({ answers, referrals, end }: StandingDispute): readonly (readonly [string, string])[] => [
  ...answers.map(({ tier, answered }) => [`${TIER_WORDS[tier]} answered`, dayOf(answered)] as const),
  ...referrals.map(({ happened }) => ['Cafcass was decided on', happened] as const),
  ...(end === undefined ? [] : [['it was over', end.happened] as const]),
]
/** What began on the day on which it was raised goes with that day. */
function movedTo(raised: IsoDay, standing: StandingDispute, { days }: Given): readonly Moved[] {
  const first = standing.stages.filter(({ begun }) => begun === numberOf(standing.raised))
  return first.map(({ id, tier, answer_by }) => {
    const byProtocol = answer_by === addWorkingDays(standing.raised, daysOf(tier, days))
    const by = byProtocol ? addWorkingDays(raised, daysOf(tier, days)) : undefined
    return { id, columns: { begun: raised, answer_by: by ?? answer_by } }
  })
}
function moveIn(read: ReturnType<typeof reading>, raised: IsoDay, given: Given): readonly Moved[] {
  const { standing } = given
  if (standing === undefined || raised === standing.raised || read.faults.some(({ field }) => field === 'raised'))
    return []
  const moved = movedTo(raised, standing, given)
  const others = standing.stages.filter(({ id }) => !moved.some((one) => one.id === id))
  const stays = [
    ...moved.map(({ columns }) => ['the first answer was due', columns.answer_by] as const),
    ...others.map(({ tier, begun }) => [`it was taken to: ${TIER_WORDS[tier]}`, dayOf(begun)] as const),
    ...happenedTo(standing),
  ]
  const [what, on] = stays.filter(([, day]) => day < raised).toSorted(([, x], [, y]) => (x < y ? -1 : 1))[0] ?? []
  if (what !== undefined && on !== undefined)
    read.fault('raised', `On ${dayWords(on)} ${what}. Put that right first, or write another day.`)
  return moved
}

function decide(typed: Typed, given: Given, today: IsoDay) {
  const read = reading(typed, today)
  const raised = read.day('raised', 'the day on which you raised it')
  const columns = {
    about: chosen(read, { field: 'about', of: DISPUTE_ABOUT, says: 'Say what it is about.' }),
    child_told: chosen(read, { field: 'child_told', of: CHILD_TOLD, says: `Say whether ${given.name} knows.` }),
    raised,
  }
  const words = writeParts({
    issue: read.words('issue', `Say what is not right for ${given.name}.`),
    asked: read.words('asked', `Say what should change for ${given.name}.`),
    view: typed.words('view'),
  })
  const moved = moveIn(read, raised, given)
  const stage = given.first ? stageIn(typed, given, { read, begun: raised }) : undefined
  return read.result(() => ({
    columns,
    words,
    stage: stage && { ...stage, dispute: '' },
    moved,
  }))
}

async function record(asking: Asking, { columns, words, stage }: Ok, child: string): Promise<Written> {
  const written = await recordFirst(asking, 'kith.dispute', { child, columns, words })
  if (stage !== undefined)
    await recordFirst(asking, 'kith.dispute_stage', { child, columns: { ...stage, dispute: written.line } })
  return written
}

async function corrected(asking: Asking, { columns, words, moved }: Ok, id: string) {
  const done = await correct(asking, 'kith.dispute', { id, columns, words: words ?? null })
  if (!('ok' in done)) return done
  for (const stage of moved) {
    const gone = await correct(asking, 'kith.dispute_stage', stage)
    if (!('ok' in gone)) return gone
  }
  return done
}

export const disputeRecordForms: readonly Form[] = makeRecordForms<Given, Ok, 'kith.dispute'>({
  ...{ name: 'dispute', path: 'disputes', table: 'kith.dispute', here: '/children', decide },
  Fields: FirstFields,
  FieldsOfCorrection: Fields,
  leadsTo: ({ child, about }: At, id: string) =>
    about === null ? DISPUTE_PAGE({ child, about: id }) : `/children/${child}/reviewing`,
  lock: { may: ['write', 'reviews'], log: 'raised a dispute' },
  words: {
    ...{ thing: 'a dispute', button: 'Raise it', done: 'Raised. It rises by itself when its days are up.' },
    title: ({ name }) => `A dispute for ${name}`,
    fields: {
      ...{ issue: 'What is not right', asked: 'What should change', about: 'What it is about', raised: 'When' },
      ...{ child_told: 'Whether the child knows', view: 'What the child says' },
      ...{ tier: 'To whom', asked_of: 'Whom', answer_by: 'Answer by' },
    },
  },
  given: async (asking: Asking, at: At, version?: Dispute) => {
    const known = at.child === null ? undefined : await childGiven(asking, { ...at, child: at.child })
    if (known === undefined || version === undefined) return known && { ...known, first: true, standing: undefined }
    const all = await disputesStanding(asking, [known.child])
    return { ...known, first: false, standing: all.find(({ line }) => line === version.line) }
  },
  start: () => ({ raised: ['today'], tier: ['informal'] }),
  record: async (asking, ok, { child }) => await record(asking, ok, child),
  asTyped: ({ about, raised, child_told, words }: Dispute) => {
    const said = readParts(words, ['issue', 'asked', 'view'])
    return {
      ...{ about: [about], raised: [dayWords(raised)], child_told: [child_told] },
      ...{ issue: [said?.issue ?? ''], asked: [said?.asked ?? ''], view: [said?.view ?? ''] },
    }
  },
  correct: corrected,
  shows: ({ about, raised, words }, { name }) => ({
    title: `the dispute for ${name} of ${dayWords(raised)}`,
    rows: [
      ['What it is about', wordsOf(DISPUTE_ABOUT, about)],
      ['What is not right', readParts(words, ['issue'])?.issue ?? 'Nothing'],
    ],
    also: 'What hangs on it goes out of sight with it.',
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.dispute', { id, reason }),
})
