// Who may know one statement, and the decision behind it: what it rests on, who decided, until when, under which order.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { HEARERS, isHearer } from '#people'

/** Who can be named as those who may know: relations of workers to the child, as the record grants them. */
export const AUDIENCES = {
  'allocated-worker': 'allocated worker',
  'co-worker': 'co-worker',
  cover: 'whoever covers',
  duty: 'duty worker',
  'out-of-hours': 'out-of-hours team',
  'manager-line': 'manager',
  director: 'director',
  'reviewing-officer': 'reviewing officer',
  'virtual-school': 'virtual school',
  'health-team': 'health team',
  'placement-team': 'placement team',
  'supervising-worker': "carers' supervising worker",
  'sibling-worker': 'worker of a brother or sister',
  'business-support': 'business support',
  'adoption-team': 'adoption team',
  legal: 'legal team',
  'records-officer': 'records officer',
  carer: 'carer',
  'break-glass': 'whoever has to open the record in an emergency',
} as const satisfies Record<string, string>
export type AudienceRelation = keyof typeof AUDIENCES
export const isAudienceRelation = (text: string): text is AudienceRelation => Object.hasOwn(AUDIENCES, text)
/** A relation in words; some that are offered nowhere stand where a paragraph was released, or kept to few: 'inspectors'. */
export const relationWords = (one: string): string =>
  isAudienceRelation(one) ? AUDIENCES[one] : isHearer(one) ? HEARERS[one] : one

export const WITHHOLDING = 'Children Act 1989 Sch 2 para 15(4)'
export const POWERS = [
  'court order',
  WITHHOLDING,
  'safety of the child',
  'wish of the child',
  "carer's safety",
  'safety of somebody else',
  'private to whom it is about',
  'told in confidence',
  'terms of the source',
  'legal advice',
] as const
export type Power = (typeof POWERS)[number]
const isPower = (text: string): text is Power => POWERS.some((power) => power === text)

/** The order is not in this record: the words say which. */
export const ELSEWHERE = 'elsewhere'
/** Paragraph 15(4) speaks of a child in the care of an authority: under one of these (section 31 and section 38). */
const CARE_ORDERS = ['care order', 'interim care order']

export type TypedAudience = {
  /** Empty: whoever sees that part of the record. */
  readonly relations: readonly string[]
  /** People who work here and must not know, whatever their relation. */
  readonly mustNotKnow: readonly string[]
  readonly power: string
  readonly decided: string
  readonly because: string
  /** Who works here; empty: a court. */
  readonly decidedBy: string
  readonly until: string
  /** The line of an order of the record, `ELSEWHERE`, or empty. */
  readonly order: string
  /** People around the child who must not be told: their lines. */
  readonly withheldFrom: readonly string[]
}
export type NewAudience = {
  readonly relations: readonly string[] | null
  readonly mustNotKnow: readonly string[] | null
  readonly power: Power
  readonly decided: IsoDay
  readonly because: string
  readonly decidedBy: string | null
  readonly until: IsoDay | null
  readonly order: string | null
  readonly withheldFrom: readonly string[] | null
}
/** What the record holds that a decision can name. */
export type Nameable = {
  readonly orders: readonly { readonly line: string; readonly kind: string }[]
  readonly people: readonly { readonly line: string }[]
  /** Relations that may know it as it stands, besides those of the list. */
  readonly standing?: readonly string[]
}
const NOTHING_NAMED: Nameable = { orders: [], people: [] }

export type AudienceRefusal =
  | 'nobody is limited'
  | 'audience unknown'
  | 'power unknown'
  | 'decided no day'
  | 'decided after today'
  | 'because empty'
  | 'until no day'
  | 'until not ahead'
  | 'order missing'
  | 'order unknown'
  | 'no care order'
  | 'withheld from nobody'
  | 'withheld unknown'

/** Whoever keeps the record may always know: a line that nobody can put right would stay wrong. Must not know wins over it. */
const KEEPER = 'allocated-worker'
export const withKeeper = <Relation extends string>(
  relations: readonly Relation[],
): readonly (Relation | typeof KEEPER)[] => [...new Set<Relation | typeof KEEPER>([KEEPER, ...relations])]

function faultsOfOrder({ power, order, withheldFrom }: TypedAudience, { orders, people }: Nameable): AudienceRefusal[] {
  const named = orders.find(({ line }) => line === order)
  const refused: AudienceRefusal[] = []
  if (order !== '' && order !== ELSEWHERE && named === undefined) refused.push('order unknown')
  else if (power === WITHHOLDING && (named === undefined || !CARE_ORDERS.includes(named.kind)))
    refused.push('no care order')
  else if (power === 'court order' && order === '') refused.push('order missing')
  if (withheldFrom.some((line) => people.every((one) => one.line !== line))) refused.push('withheld unknown')
  if (power === WITHHOLDING && withheldFrom.length === 0) refused.push('withheld from nobody')
  return refused
}

const list = <T>(all: readonly T[]): readonly T[] | null => (all.length === 0 ? null : [...new Set(all)])

export function mayLimitAudience(
  typed: TypedAudience,
  today: IsoDay,
  nameable: Nameable = NOTHING_NAMED,
): { readonly ok: NewAudience } | { readonly refused: readonly AudienceRefusal[] } {
  const { relations, mustNotKnow, power, withheldFrom } = typed
  const decided = happenedDay(typed.decided, today)
  const until = optionalDay(typed.until, anyDay)
  const because = typed.because.trim()
  const known = relations.filter((one) => isAudienceRelation(one) || nameable.standing?.includes(one) === true)
  const refused: AudienceRefusal[] = []
  if (relations.length + mustNotKnow.length + withheldFrom.length === 0) refused.push('nobody is limited')
  if (known.length < relations.length) refused.push('audience unknown')
  if (!isPower(power)) refused.push('power unknown')
  if ('fault' in decided) refused.push(decided.fault === 'no day' ? 'decided no day' : 'decided after today')
  if ('fault' in until) refused.push('until no day')
  else if (until.day !== null && until.day <= today) refused.push('until not ahead')
  if (because === '') refused.push('because empty')
  refused.push(...faultsOfOrder(typed, nameable))
  if (!isPower(power) || 'fault' in decided || 'fault' in until || refused.length > 0) return { refused }
  return {
    ok: {
      ...{ power, decided: decided.day, because, until: until.day },
      relations: known.length === 0 ? null : withKeeper(known),
      ...{ mustNotKnow: list(mustNotKnow), withheldFrom: list(withheldFrom) },
      decidedBy: typed.decidedBy === '' || power === 'court order' ? null : typed.decidedBy,
      order: typed.order === '' || typed.order === ELSEWHERE ? null : typed.order,
    },
  }
}

const WORDS: Readonly<Record<AudienceRefusal, string>> = {
  'nobody is limited':
    'Choose who may know, or name who must not. To open it to everybody again, choose “Nobody is kept from it” below.',
  'audience unknown': 'Choose from the list who may know.',
  'power unknown': 'Say what the decision rests on.',
  'decided no day': 'Write the day of the decision as a day, such as 23 Nov 2026.',
  'decided after today': 'The decision cannot be after today.',
  'because empty': 'Write why. Whoever reads this later needs the reason.',
  'until no day': 'Write the day as a day, such as 23 Nov 2026, or leave it empty.',
  'until not ahead': 'It is looked at again on a day after today.',
  'order missing': 'Say which order, or that it is not in this record.',
  'order unknown': 'Choose the order from the list.',
  'no care order':
    'Paragraph 15(4) is about a child in care under a care order. Choose the care order, or what else it rests on.',
  'withheld from nobody': 'Paragraph 15(4) is about somebody who is not told. Tick who that is.',
  'withheld unknown': 'Choose from the list who must not be told.',
}
export const audienceRefusalWords = (refusal: AudienceRefusal): string => WORDS[refusal]
