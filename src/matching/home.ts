// A home as matching needs it: how it stands on the day, its terms, its derived free places, who lives there, what it answers.
import type { Place } from '#geography'

export type HomeKind = 'foster' | 'childrensHome' | 'supportedAccommodation'
export type Sex = 'female' | 'male'

/** `temporary`: a connected person approved for named children (regulation 24). */
export type Standing =
  | 'approved'
  | 'temporary'
  | 'registered'
  | 'notYet'
  | 'onHold'
  | 'suspended'
  | 'ended'
  | 'notRegistered'
  | 'unknown'

export interface Terms {
  /** Undefined: the terms name no number, age or sex. */
  readonly most: number | undefined
  readonly fromAge: number | undefined
  readonly toAge: number | undefined
  readonly sex: Sex | undefined
  /** Where the approval is for named children only. */
  readonly onlyFor: readonly string[] | undefined
}

export interface Living {
  readonly id: string
  readonly age: number | undefined
  /** A child fostered there; not one of the carers' own. */
  readonly fostered: boolean
}

/**
 * What is known of a home, word by word: skills, interests, languages, pets, rooms.
 * A word in none of the three is unknown, and neither a yes nor a no.
 */
export interface Answers {
  readonly yes: readonly string[]
  /** Would train, or would get it. */
  readonly willing: readonly string[]
  readonly no: readonly string[]
}

export interface HomeKnown {
  readonly id: string
  readonly called: string
  readonly kind: HomeKind
  readonly at: Place | undefined
  /** Whether the grid reference is of the postcode or of its sector only. */
  readonly precision: 'full' | 'sector'
  /** An address that must not be found: bands take the place of numbers. */
  readonly protected: boolean
  readonly standing: Standing
  /** Carers whom the council that looks after the child approved (regulation 11(4)). */
  readonly approvedByUs: boolean
  /** Derived from approvals, placements, reservations and holds; never typed. */
  readonly free: number | 'unknown'
  readonly terms: Terms | 'unknown'
  /** Children who live there; undefined: not known. */
  readonly living: readonly Living[] | undefined
  /** Children whom an exemption from the usual limit names. */
  readonly exempted: readonly string[]
  /** Children whom somebody living there must not live with. */
  readonly apartFrom: readonly { readonly child: string; readonly firmness: 'never' | 'withRiskPlan' }[]
  readonly answers: Answers
  /** Needs that the carers say they will not take on. */
  readonly declines: readonly string[]
  readonly keen: boolean
}

export type Answer = 'yes' | 'willing' | 'no' | 'unknown'

export function answerOf({ answers }: HomeKnown, word: string): Answer {
  if (answers.yes.includes(word)) return 'yes'
  if (answers.willing.includes(word)) return 'willing'
  return answers.no.includes(word) ? 'no' : 'unknown'
}
