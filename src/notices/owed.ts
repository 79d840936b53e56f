// To whom notice of a home is owed: regulation 13 of the Care Planning Regulations 2010, and what has been said to each. Pure.
import type { Recipient } from './notice.ts'

export type NoticeCase = {
  /** There was another home, with other carers, before it. */
  readonly moved: boolean
  /** A school or other place of learning is recorded then. */
  readonly atSchool: boolean
  /** The home lies outside the council's own area. */
  readonly outside: boolean
}
export type OwedTo = {
  readonly words: string
  /** Whoever of these was told, they were told. */
  readonly any: readonly [Recipient, ...Recipient[]]
  /** They may be left untold where telling them would put the child at risk: regulation 13(3). */
  readonly mayBeKeptOut: boolean
  /** Whether the record can say that there is such a person, so that the clock counts it. */
  readonly counted: boolean
}

const to = (words: string, ...any: OwedTo['any']): OwedTo => ({ words, any, mayBeKeptOut: false, counted: true })
const CHILD = to('The child', 'child')
const PARENTS: OwedTo = {
  ...to('Parents, and whoever has parental responsibility', 'parent', 'somebody with parental responsibility'),
  mayBeKeptOut: true,
}
const CONTACT: OwedTo = {
  ...to('Those with contact', 'somebody with contact'),
  ...{ mayBeKeptOut: true, counted: false },
}
const CARERS_BEFORE: OwedTo = { ...to('The carers before', 'carer before'), mayBeKeptOut: true }
const HEALTH = to('The health service', 'health team')
const SURGERY = to('The GP', 'GP')
const SCHOOL = to('The school', 'school')
const REVIEWING = to('The reviewing officer', 'independent reviewing service')
/** Regulation 13(4), with the assessment of needs, the reasons and the care plan. */
export const AREA = to('The council of that area', 'area authority')

/** In the order in which the regulation names them. */
export const owedTo = ({ moved, atSchool, outside }: NoticeCase): readonly OwedTo[] => [
  ...[CHILD, PARENTS, CONTACT],
  ...(moved ? [CARERS_BEFORE] : []),
  ...[HEALTH, SURGERY],
  ...(atSchool ? [SCHOOL] : []),
  REVIEWING,
  ...(outside ? [AREA] : []),
]

const KEPT_OUT: ReadonlySet<Recipient> = new Set([...PARENTS.any, ...CONTACT.any, ...CARERS_BEFORE.any])
export const mayBeKeptOut = (recipient: Recipient): boolean => KEPT_OUT.has(recipient)
