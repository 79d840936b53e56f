// Facts of the record that ask for a talk about a home before it ends: each with its day, none of them added up. Pure.
import { day, type IsoDay } from '#calendar'

export const FACTS = {
  'asked to end': 'Somebody asked that this home ends',
  pause: 'The carers asked for a pause',
  missing: 'Missing in the last 90 days',
  suspended: 'Suspended or excluded in the last 90 days',
  moved: 'Two or more moves in twelve months',
  worker: 'A new social worker in the last 90 days',
} as const
export type FactCode = keyof typeof FACTS
export const isFactCode = (text: string): text is FactCode => Object.hasOwn(FACTS, text)

export type FactOf = {
  readonly child: string
  readonly code: FactCode
  /** The latest day of it. */
  readonly on: IsoDay
  readonly times: number
}
export type ChildWith = { readonly child: string; readonly facts: readonly FactOf[]; readonly latest: IsoDay }

const EVER = day('1900-01-01')
const ORDER = Object.keys(FACTS)
/** A new worker is a fact beside others, and no reason to talk about a home by itself. */
const ALONE_ENOUGH: readonly FactCode[] = ['asked to end', 'pause', 'missing', 'suspended', 'moved']

/** By the latest fact; how many there are decides nothing. */
export function childrenWith(facts: readonly FactOf[]): readonly ChildWith[] {
  return [...Map.groupBy(facts, ({ child }) => child)]
    .filter(([, own]) => own.some(({ code }) => ALONE_ENOUGH.includes(code)))
    .map(([child, own]) => ({
      child,
      facts: own.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code)),
      latest:
        own
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? EVER,
    }))
    .toSorted((a, b) => (a.latest > b.latest ? -1 : a.latest < b.latest ? 1 : a.child < b.child ? -1 : 1))
}
