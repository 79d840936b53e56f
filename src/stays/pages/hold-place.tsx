// The forms of a place that is kept or reserved: recorded, ended or asked about again, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, formatDay, type IsoDay } from '#calendar'
import { homeWords } from '#child-frame'
import { childById } from '#children'
import { type Asking, type Filled, type Version, versionOf } from '#database'
import { type Typed, type Values, wordOf } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { placementsOf } from '#placements'
import { HELD, HELD_OUTCOMES, mayHold, type TypedHeld } from '../stay.ts'
import { heldPlaces } from '../store.ts'

const TABLE = 'kith.place_held'
type Held = Version<typeof TABLE>
type Ok = Filled<typeof TABLE>
type Given = { readonly name: string; readonly homes: readonly { readonly value: string; readonly text: string }[] }

export const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/where`
const SHOWN = 6

/** Of a version that is put right, its own home is among them, however long ago it began. */
async function given(asking: Asking, { child, about }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const version = about === null ? undefined : await versionOf(asking, TABLE, about)
  const homes = (await placementsOf(asking, known.child))
    .toReversed()
    .filter(({ line }, at) => at < SHOWN || line === version?.placement)
  return {
    name: known.name ?? 'this child',
    homes: homes.map(({ line, kind, since }) => ({
      value: line,
      text: `${homeWords(kind)}, from ${formatDay(since)}`,
    })),
  }
}

const later = (typed: Typed, today: IsoDay) => ({
  look_again: dayTyped(typed.one('look_again'), today, 'ahead'),
  until: dayTyped(typed.one('until'), today, 'back'),
  outcome: typed.one('outcome'),
  words: typed.words('what'),
})
function decided(typed: TypedHeld, { homes }: Given, today: IsoDay) {
  const may = mayHold(typed, new Set(homes.map(({ value }) => value)), today)
  return 'ok' in may ? { ok: { columns: may.ok, words: typed.words } } : may
}
const decide = (typed: Typed, known: Given, today: IsoDay) =>
  decided(
    {
      ...later(typed, today),
      ...{ kind: typed.one('kind'), placement: typed.one('placement') },
      since: dayTyped(typed.one('since'), today, 'back'),
    },
    known,
    today,
  )

const Begins: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="Is it kept or reserved?" items={itemsOf(HELD)} />
    <PickField
      of={of}
      name="placement"
      label="Where it is kept: which home?"
      none="It is reserved"
      items={of.given.homes}
    />
    <DayField of={of} name="since" label="From which day?" looks="back" />
    <DayField of={of} name="look_again" label="When does somebody ask whether it is still needed?" looks="ahead" />
    <WordsField
      of={of}
      name="what"
      label="Which home it is, why, and who agreed"
      hint="Name the home. Its address stands with the home itself, where it may be kept private."
      rows={3}
    />
  </>
)
const Ends: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField of={of} name="until" label="First day on which it is no longer kept or reserved" looks="back" />
    <PickField
      of={of}
      name="outcome"
      label="What came of it?"
      none="It is still kept or reserved"
      items={itemsOf(HELD_OUTCOMES)}
    />
  </>
)
const asTyped = ({ kind, placement, since, look_again, until, outcome, words }: Held): Values => ({
  ...{ kind: [kind], placement: [placement ?? ''], since: [dayWords(since)], look_again: [dayWords(look_again)] },
  ...{ until: [dayWords(until)], outcome: [outcome ?? ''], what: [words ?? ''] },
})
const lock = { may: ['write', 'where'], log: 'recorded a place that is kept or reserved' } as const
const words = {
  ...{ thing: 'a place that is kept or reserved', button: 'Save', done: 'Saved.' },
  title: ({ name }: Given) => `A place for ${name} that is kept or reserved`,
  fields: {
    ...{ kind: 'Kept or reserved', placement: 'Which home', since: 'From', look_again: 'Asked again', until: 'Until' },
    ...{ outcome: 'What came of it', what: 'Which, why, and who agreed' },
  },
}

const whole = makeRecordForms<Given, Ok, typeof TABLE>({
  ...{ name: 'place-held', path: 'places-held', table: TABLE, here: '/children', leadsTo, given, decide, lock, words },
  Fields: Begins,
  FieldsOfCorrection: (of) => (
    <>
      <Begins {...of} />
      <Ends {...of} />
    </>
  ),
  start: () => ({ since: ['today'] }),
  record: async (asking, ok, { child }) => await heldPlaces.record(asking, ok, child),
  asTyped,
  correct: async (asking, ok, id) => await heldPlaces.correct(asking, ok, id),
  shows: ({ kind, since, words: what }) => ({
    title: 'this place',
    rows: [
      ['What it is', wordOf(HELD, kind) ?? kind],
      ['From', dayWords(since)],
      ['What was written', what ?? 'Nothing'],
    ],
  }),
  retract: heldPlaces.retract,
})

type Standing = Given & { readonly of: Pick<Held, 'kind' | 'placement' | 'since'> }
const goesOn = makeCorrection<Standing, Ok, typeof TABLE>({
  name: 'place-held-since',
  path: '/children/:child/places-held/:about/since',
  Fields: (of) => (
    <>
      <DayField of={of} name="look_again" label="When does somebody ask again?" looks="ahead" />
      <Ends {...of} />
      <WordsField of={of} name="what" label="Which home it is, why, and who agreed" rows={3} />
    </>
  ),
  ...{ here: '/children', leadsTo, table: TABLE, lock: { ...lock, log: 'said what became of a place that was kept' } },
  words: {
    ...words,
    thing: 'what became of a place that was kept or reserved',
    title: ({ name, of }) => `${wordOf(HELD, of.kind)}, for ${name} since ${dayWords(of.since)}: what became of it`,
  },
  given: async (asking, at, version) => {
    const known = await given(asking, at)
    return known && { ...known, of: version }
  },
  asTyped,
  decide: (typed, known, today) => {
    const { kind, placement, since } = known.of
    // the home that is kept is not asked again, and need not be among the latest
    const homes = placement === null ? known.homes : [...known.homes, { value: placement, text: '' }]
    return decided({ ...later(typed, today), kind, placement: placement ?? '', since }, { ...known, homes }, today)
  },
  correct: async (asking, ok, { version }) => await heldPlaces.goOn(asking, ok, version),
})

export const heldForms: readonly Form[] = [...whole, goesOn]
