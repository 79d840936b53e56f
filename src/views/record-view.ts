// What may be recorded as somebody's view, and who hears it: never further than they were told, unless they say so themselves.
import { happenedDay, type IsoDay } from '#calendar'
import { type AudienceRelation, isHearer } from '#people'
import { HOW, type How, isTold, VIEW_ABOUT, type ViewAbout, WHOSE, type Whose } from './view.ts'

export type Decided<Value, Refusal> = { readonly ok: Value } | { readonly refused: readonly Refusal[] }
export type HearersRefusal = 'hearer unknown' | 'nobody hears' | 'further than told'
export type ViewRefusal =
  | 'whose unknown'
  | 'the child is nobody else'
  | 'view no day'
  | 'view after today'
  | 'how unknown'
  | 'about what unknown'
  | 'their words missing'
  | HearersRefusal

export type TypedHearers = {
  readonly relations: readonly string[]
  readonly mustNotKnow: readonly string[]
  /** Relations, and people who must not know until now, whom they themselves let know. */
  readonly letKnow: readonly string[]
  readonly letKnowPeople: readonly string[]
}
export type Hearers = {
  readonly relations: readonly AudienceRelation[]
  readonly mustNotKnow: readonly string[]
  readonly letKnow: readonly AudienceRelation[]
  readonly letKnowPeople: readonly string[]
}
export type TypedView = {
  readonly whose: string
  /** Which parent or carer, where they are a person of the record. */
  readonly person: string | null
  readonly happened: string
  readonly how: string
  /** The worker; null: somebody who is none. */
  readonly toldTo: string | null
  readonly about: string
  readonly words: string
}
export type NewView = {
  readonly whose: Whose
  readonly person: string | null
  readonly happened: IsoDay
  readonly how: How
  readonly toldTo: string | null
  readonly about: ViewAbout
  readonly words: string
}

/** What was said; who hears it is decided apart. */
export function maySayView(typed: TypedView, today: IsoDay): Decided<NewView, ViewRefusal> {
  const { person, toldTo } = typed
  const whose = WHOSE.find((one) => one === typed.whose)
  const happened = happenedDay(typed.happened, today)
  const how = HOW.find((one) => one === typed.how)
  const about = VIEW_ABOUT.find((one) => one === typed.about)
  const words = typed.words.trim()
  const refused: ViewRefusal[] = []
  if (whose === undefined) refused.push('whose unknown')
  if (whose === 'child' && person !== null) refused.push('the child is nobody else')
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'view no day' : 'view after today')
  if (how === undefined) refused.push('how unknown')
  if (about === undefined) refused.push('about what unknown')
  if (words === '') refused.push('their words missing')
  if (whose === undefined || 'fault' in happened || how === undefined || about === undefined) return { refused }
  if (refused.length > 0) return { refused }
  return { ok: { whose, person, happened: happened.day, how, toldTo, about, words } }
}

/** Fewer than they were told is always right; more only where they let them know. */
export function mayHear(typed: TypedHearers): Decided<Hearers, HearersRefusal> {
  const { mustNotKnow, letKnowPeople } = typed
  const relations = typed.relations.filter(isHearer)
  const letKnow = typed.letKnow.filter(isHearer)
  const refused: HearersRefusal[] = []
  if (relations.length !== typed.relations.length || letKnow.length !== typed.letKnow.length)
    refused.push('hearer unknown')
  if (typed.relations.length === 0) refused.push('nobody hears')
  if (relations.some((relation) => !isTold(relation) && !letKnow.includes(relation))) refused.push('further than told')
  return refused.length > 0 ? { refused } : { ok: { relations, mustNotKnow, letKnow, letKnowPeople } }
}

/** As it stands. */
export type Heard = {
  readonly audience: readonly string[]
  readonly mustNotKnow: readonly string[]
  readonly letKnow: readonly string[]
  readonly letKnowPeople: readonly string[]
}
export function mayRecordView(
  typed: TypedView,
  hearers: TypedHearers,
  today: IsoDay,
): Decided<NewView & { readonly hearers: Hearers }, ViewRefusal> {
  const said = maySayView(typed, today)
  const heard = mayHear(hearers)
  if ('refused' in said || 'refused' in heard)
    return { refused: [...('refused' in said ? said.refused : []), ...('refused' in heard ? heard.refused : [])] }
  return { ok: { ...said.ok, hearers: heard.ok } }
}

/** Later, too: who heard it stays told; whoever is added, they let know themselves. */
export function mayChangeHearers(standing: Heard, typed: TypedHearers): Decided<Hearers, HearersRefusal> {
  const letKnow = [...new Set([...standing.letKnow, ...typed.letKnow])]
  const letKnowPeople = [...new Set([...standing.letKnowPeople, ...typed.letKnowPeople])]
  const known = typed.relations.every(isHearer) && typed.letKnow.every(isHearer)
  const added = typed.relations.filter((relation) => !standing.audience.includes(relation))
  const freed = standing.mustNotKnow.filter((person) => !typed.mustNotKnow.includes(person))
  const refused: HearersRefusal[] = []
  if (!known) refused.push('hearer unknown')
  if (typed.relations.length === 0) refused.push('nobody hears')
  if (!added.every((one) => letKnow.includes(one)) || !freed.every((one) => letKnowPeople.includes(one)))
    refused.push('further than told')
  if (refused.length > 0) return { refused }
  const { mustNotKnow } = typed
  const relations = typed.relations.filter(isHearer)
  return { ok: { relations, mustNotKnow, letKnow: letKnow.filter(isHearer), letKnowPeople } }
}
