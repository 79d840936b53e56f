// A child whom another council placed here, as its form says it: read field by field into days and words. Pure.
import { dayWords, type IsoDay, spokenDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Fault, reading } from '#forms'

/** Of those who work with homes across children, who writes where a child lives: as `kith.placed_here` lets in. */
export const PLACED_WRITERS = ['placement-team', 'out-of-hours'] as const

export const LEGAL = {
  'care order': 'A care order',
  'interim care order': 'An interim care order',
  agreement: 'Agreement (section 20)',
  'another order': 'Another order',
  'not told': 'We were not told',
} as const
export type Legal = keyof typeof LEGAL
const LEGALS = ['care order', 'interim care order', 'agreement', 'another order', 'not told'] as const

/** Whom we tell here; the law names the health service and those who see to education where a child comes to live. */
export const TOLD = {
  health_told: 'The health service here',
  virtual_school_told: 'Our virtual school',
  out_of_hours_told: 'Our out-of-hours team',
} as const
export type ToldColumn = keyof typeof TOLD
export const TOLD_COLUMNS = ['health_told', 'virtual_school_told', 'out_of_hours_told'] as const

export const PARTS = ['authority', 'name', 'home', 'worker', 'by_day', 'by_night'] as const
export type Words = Readonly<Record<(typeof PARTS)[number], string>>
export type Placed = Readonly<Record<ToldColumn, IsoDay | null>> & {
  readonly noticed: IsoDay
  readonly began: IsoDay
  readonly left_on: IsoDay | null
  readonly legal: Legal
  readonly words: Words
}
type Decision<Ok> = { readonly ok: Ok } | { readonly faults: readonly Fault[] }

const ASKED: Readonly<Record<(typeof PARTS)[number], string>> = {
  authority: 'Write which council placed them.',
  name: 'Write what the child is called.',
  home: 'Write where they live here.',
  worker: 'Write who their worker is.',
  by_day: 'Write whom to ring by day.',
  by_night: 'Write whom to ring at night and at weekends.',
}

export function decidePlaced(typed: Typed, _: unknown, today: IsoDay): Decision<Placed> {
  const r = reading(typed, today)
  const said = (part: keyof typeof ASKED): string => r.words(part, ASKED[part])
  const words: Words = {
    ...{ authority: said('authority'), name: said('name'), home: said('home') },
    ...{ worker: said('worker'), by_day: said('by_day'), by_night: said('by_night') },
  }
  const noticed = r.day('noticed', 'the day on which the notice came')
  // A notice comes before they do, so that this day may lie ahead; without a year it is the one that was.
  const began = spokenDay(typed.one('began'), today, 'back') ?? today
  if (spokenDay(typed.one('began'), today, 'back') === undefined)
    r.fault('began', 'Write the day since which they live here, for example 27 Nov 2026.')
  const legal = r.choice('legal', LEGALS, 'Say what we were told of their legal status.')
  const told = toldIn(r)
  const left_on = leftIn(r, began)
  return r.result(() => ({ noticed, began, left_on, legal, ...told, words }))
}
type Reading = ReturnType<typeof reading>
function toldIn(r: Reading): Readonly<Record<ToldColumn, IsoDay | null>> {
  const on = (column: ToldColumn) => r.dayIfAny(column, 'the day on which they were told')
  return {
    health_told: on('health_told'),
    virtual_school_told: on('virtual_school_told'),
    out_of_hours_told: on('out_of_hours_told'),
  }
}
function leftIn(r: Reading, began: IsoDay): IsoDay | null {
  const left = r.dayIfAny('left_on', 'the day on which they left')
  if (left !== null && left < began) r.fault('left_on', 'They left after they came. Look at both days.')
  return left
}

/** What came since: who was told, and that they left. */
export function decideSince(typed: Typed, { placed }: { readonly placed: Placed }, today: IsoDay): Decision<Placed> {
  const r = reading(typed, today)
  const told = toldIn(r)
  const left_on = leftIn(r, placed.began)
  return r.result(() => ({ ...placed, ...told, left_on }))
}

export function asTyped({ noticed, began, left_on, legal, words, ...told }: Placed): Values {
  return {
    ...Object.fromEntries(PARTS.map((part) => [part, [words[part]]])),
    ...Object.fromEntries(
      TOLD_COLUMNS.map((column) => [column, told[column] === null ? [] : [dayWords(told[column])]]),
    ),
    ...{ noticed: [dayWords(noticed)], began: [dayWords(began)], legal: [legal] },
    left_on: left_on === null ? [] : [dayWords(left_on)],
  }
}
