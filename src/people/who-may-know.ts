// Who may know one statement, narrower than the part of the record in which it stands: relations, people who must not, and why.

/** Relations that can be named, as pages say them; each is one of the access matrix. */
export const HEARERS = {
  'allocated-worker': 'their worker',
  'co-worker': 'who works alongside',
  cover: 'who covers',
  duty: 'the duty worker',
  'out-of-hours': 'the out-of-hours team',
  'manager-line': 'the managers',
  director: 'the director',
  'reviewing-officer': 'the reviewing officer',
  'virtual-school': 'the virtual school',
  'health-team': 'the health team',
  'placement-team': 'the placement team',
  'supervising-worker': "the carer's supervising worker",
  'adoption-team': 'the adoption team',
  legal: "the council's lawyer",
  auditor: 'who audits our work',
  inspector: 'inspectors',
  'records-officer': 'the records officer',
  'break-glass': 'who opens the record in an emergency',
  carer: 'their carer',
  child: 'the child',
} as const
export type AudienceRelation = keyof typeof HEARERS
export const isHearer = (text: string): text is AudienceRelation => Object.hasOwn(HEARERS, text)

export const AUDIENCE_WHY = [
  'not released',
  'court order',
  'Children Act 1989 Sch 2 para 15(4)',
  'safety of the child',
  'wish of the child',
  "carer's safety",
  'private to whom it is about',
  'told in confidence',
] as const
export type AudienceWhy = (typeof AUDIENCE_WHY)[number]

/** `relations` null: whoever sees that part of the record. */
export type WhoMayKnow = {
  readonly relations: readonly AudienceRelation[] | null
  readonly mustNotKnow: readonly string[]
  readonly why: AudienceWhy | null
}
export type TypedWhoMayKnow = {
  readonly relations: readonly string[] | null
  readonly mustNotKnow: readonly string[]
  readonly why: string
}
export type WhoMayKnowRefusal = 'relation unknown' | 'nobody may know' | 'reason of the audience missing'

export const BY_SCOPE: WhoMayKnow = { relations: null, mustNotKnow: [], why: null }
/** Carers and children see of story and plan what somebody released to them: until then, everybody else. */
export const NOT_RELEASED: WhoMayKnow = {
  relations: Object.keys(HEARERS)
    .filter(isHearer)
    .filter((relation) => relation !== 'carer' && relation !== 'child'),
  mustNotKnow: [],
  why: 'not released',
}

export function mayKnow({
  relations,
  mustNotKnow,
  why,
}: TypedWhoMayKnow): { readonly ok: WhoMayKnow } | { readonly refused: readonly WhoMayKnowRefusal[] } {
  const known = relations?.filter(isHearer) ?? null
  const reason = AUDIENCE_WHY.find((one) => one === why) ?? null
  const refused: WhoMayKnowRefusal[] = []
  if (known !== null && known.length !== relations?.length) refused.push('relation unknown')
  if (relations !== null && relations.length === 0) refused.push('nobody may know')
  if (reason === null && (relations !== null || mustNotKnow.length > 0)) refused.push('reason of the audience missing')
  if (refused.length > 0) return { refused }
  return { ok: { relations: known, mustNotKnow, why: reason } }
}

/** As record tables with an audience hold it. */
export const audienceColumns = ({ relations, mustNotKnow, why }: WhoMayKnow) => ({
  audience: relations === null ? null : [...relations],
  must_not_know: mustNotKnow.length === 0 ? null : [...mustNotKnow],
  audience_why: relations === null && mustNotKnow.length === 0 ? null : why,
})

const WORDS: Readonly<Record<WhoMayKnowRefusal, string>> = {
  'relation unknown': 'Choose who may know from the list.',
  'nobody may know': 'Choose at least one person who may know.',
  'reason of the audience missing': 'Say why fewer people may know this.',
}
export const whoMayKnowRefusalWords = (refusal: WhoMayKnowRefusal): string => WORDS[refusal]
