// Rule CP-35 as a duty: care proceedings end within 26 weeks, and each extension adds eight.
import { addDays, addWeeks, type DayNumber, day, type IsoDay } from '#calendar'
import { childrenAct1989, type Due, due, rule } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'

const WEEKS = 26
const WEEKS_OF_EXTENSION = 8
export const proceedingsEnd = rule<{ readonly on: IsoDay; readonly issued: IsoDay; readonly extensions: number }, Due>({
  id: 'CP-35',
  name: 'Care proceedings within 26 weeks',
  says: 'Care proceedings are disposed of without delay and within 26 weeks, beginning with the day on which the application was issued. Each extension is of 8 weeks at most, from the end of the period before.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('32(1)(a)(ii) and (5) to (8)')],
  inForce: { from: day('2014-04-22') },
  trigger: 'the day on which the application was issued',
  responsible: 'The court; the council keeps track',
  satisfiedBy: {
    fact: 'final order',
    table: 'kith.proceedings',
    words:
      'The day of the final order, or on which the proceedings ended otherwise; of those for a care or supervision order.',
  },
  decidedOn: ({ issued }) => issued,
  apply: ({ issued, extensions }) => ({
    kind: 'due',
    day: addWeeks(addDays(issued, -1), WEEKS + WEEKS_OF_EXTENSION * extensions),
  }),
  examples: [
    {
      name: 'the day of issue is the first',
      given: { on: day('2026-01-05'), issued: day('2026-01-05'), extensions: 0 },
      expect: due('2026-07-05'),
    },
    {
      name: 'issued in July',
      given: { on: day('2026-07-31'), issued: day('2026-07-31'), extensions: 0 },
      expect: due('2027-01-28'),
    },
    {
      name: 'extended once: 56 days more',
      vector: 'CP-35#3',
      given: { on: day('2026-01-05'), issued: day('2026-01-05'), extensions: 1 },
      expect: due('2026-08-30'),
    },
  ],
})

const FINAL = basis({
  id: 'CP-35',
  rule: proceedingsEnd,
  name: 'Care proceedings end',
  count: { unit: 'byEnd', n: 0 },
  since: 'the 26 weeks, and extensions, of what was issued on',
  cites: childrenAct1989('32(1)(a)(ii)'),
  kind: 'courtStep',
  remark: 'The timetable is the court’s: where it slips, ask for it.',
})
export const PROCEEDINGS_BASES: readonly Basis[] = [FINAL]

export interface Proceedings extends Recorded {
  readonly issued: DayNumber
  readonly extensions: number
  readonly final: DayNumber | undefined
  /** As the record writes it; undefined: not said, as before the record asked. */
  readonly kind: string | undefined
}
type Ending = { readonly closes: DayNumber | undefined; readonly closing: Closing | undefined }

export function proceedingsDuties(
  out: Duty[],
  all: readonly Proceedings[],
  known: {
    readonly spans: readonly Span[]
    readonly on: DayNumber
    readonly ending: (from: DayNumber) => Ending | undefined
  },
): void {
  const { spans, on, ending } = known
  for (const one of all) {
    const { issued, extensions, final, kind } = one
    const ended = issued > on ? undefined : ending(issued)
    if (ended === undefined || (kind !== undefined && kind !== 'care or supervision')) continue
    const until = issued - 1 + 7 * (WEEKS + WEEKS_OF_EXTENSION * extensions)
    const met = final !== undefined && final <= on ? final : undefined
    if (kind === undefined) {
      const unsaid = { trigger: issued, due: undefined, ...ended, spans, missing: 'proceedingsKind' } as const
      out.push(settle(raisedBy(FINAL, one, unsaid), undefined, undefined))
      continue
    }
    const rest = { trigger: issued, due: until, ...ended, spans, missing: undefined }
    out.push(settle(raisedBy(FINAL, one, rest), met === undefined ? undefined : one, met))
  }
}
