// To whom notice of a home is owed: regulation 13 of the Care Planning Regulations 2010, and what has been said to each. Pure.
import type { Recipient } from './notice.ts'

export type NoticeCase = {
  /** There was another home, with other carers, before it. */
  readonly moved: boolean
  /** A school or other place of learning is recorded then. */
  readonly atSchool: boolean
  /** The home lies outside the council's own area. */
  readonly outside: boolean
  /** Somebody other than a parent has the care of them there. */
  readonly cared: boolean
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
/** The person with whom the child is placed: regulation 14(2). */
const CARERS = to('The carers of this home, or its manager', 'carer')
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

/** That the home ends: those who were owed notice of it, and whoever the child is placed with. */
export const owedAtEnd = (of: NoticeCase): readonly OwedTo[] => [...(of.cared ? [CARERS] : []), ...owedTo(of)]
export const owedOf = (about: string, of: NoticeCase): readonly OwedTo[] =>
  about === 'home ended' ? owedAtEnd(of) : owedTo(of)

const KEPT_OUT: ReadonlySet<string> = new Set([...PARENTS.any, ...CONTACT.any, ...CARERS_BEFORE.any])
export const mayBeKeptOut = (recipient: string): boolean => KEPT_OUT.has(recipient)
/**
 * A decision not to tell stands in the place of telling only with its reason: of those whom regulation 13(3) names, or of
 * somebody whom it was not practicable to reach; and of the council of the area never.
 */
export const answersUntold = (recipient: string, why: string, reasoned: boolean): boolean =>
  reasoned &&
  why !== 'not yet' &&
  !AREA.any.some((one) => one === recipient) &&
  (mayBeKeptOut(recipient) || why === 'could not be reached')
