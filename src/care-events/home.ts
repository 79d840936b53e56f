// A home as a form says it: what kind, since when, how it came about, and who may know the address. Pure.
import { AUDIENCES, type AudienceRelation, isAudienceRelation } from '#audiences'
import type { IsoDay } from '#calendar'
import type { Reading } from '#forms'
import { looksLikePostcode, shownPostcode } from '#geography'
import { HOMES, WHY_HOME_ENDED } from './plain-words-data.ts'

export const HOW_IT_CAME = {
  planned: 'Planned',
  unplanned: 'Not planned',
  emergency: 'In an emergency',
} as const
export type HowItCame = keyof typeof HOW_IT_CAME
const HOWS = ['planned', 'unplanned', 'emergency'] as const

/** A decision under paragraph 15(4) names whom it is kept from and under which order: it is taken under “Who may know”. */
export const POWERS = ['safety of the child', 'court order', 'wish of the child', "carer's safety"] as const
export type Power = (typeof POWERS)[number]

/** Who has to know where a child lives to do their part; everybody else sees that it is kept from them. */
const OTHERS = ['carer', 'virtual-school', 'health-team', 'legal', 'sibling-worker', 'business-support']
const NEED_TO_KNOW: readonly AudienceRelation[] = Object.keys(AUDIENCES)
  .filter(isAudienceRelation)
  .filter((one) => !OTHERS.includes(one))

export type KeptAddress = {
  readonly relations: readonly AudienceRelation[]
  readonly mustNotKnow: null
  readonly power: Power
  readonly because: string
}
/** Words by their name. */
export type Parts = Readonly<Record<string, string>>
export type NewHome = {
  /** The return's code of the kind. */
  readonly kind: string
  readonly since: IsoDay
  readonly postcode: string | null
  /** null: whoever sees where the child lives may know the address. */
  readonly kept: KeptAddress | null
  readonly planned: boolean
  readonly sameCarers: boolean
  /** Why the home before ended, for the return. */
  readonly why: string | null
  readonly parts: Parts
}

const codes = (list: readonly { readonly value: string }[]): readonly [string, ...string[]] => {
  const [first = '', ...rest] = list.map(({ value }) => value)
  return [first, ...rest]
}
export const HOME_CODES = codes(HOMES)
export const MOVE_CODES = codes(WHY_HOME_ENDED)

export function postcodeIn(r: Reading, field: string): string | null {
  const text = r.typed.one(field)
  if (text === '') return null
  if (!looksLikePostcode(text)) r.fault(field, 'Write a full postcode, for example AB1 2CD, or leave it empty.')
  return shownPostcode(text)
}

export function keptIn(r: Reading): KeptAddress | null {
  if (r.typed.one('who_may_know') !== 'kept') return null
  const power = r.choice('kept_power', POWERS, 'Say by what power the address is kept back.')
  const because = r.words('kept_why', 'Say why fewer people may know this address.')
  return { relations: NEED_TO_KNOW, mustNotKnow: null, power, because }
}

/** `moving`: from another home, so the reason is asked for. */
export function homeIn(r: Reading, since: IsoDay, moving: boolean): NewHome {
  const kind = r.choice('home_kind', HOME_CODES, 'Choose the kind of home.')
  const postcode = postcodeIn(r, 'place_postcode')
  const how = r.choice('how_it_came', HOWS, 'Say whether the home was planned, not planned, or found in an emergency.')
  const how_why = r.typed.words('how_why')
  if (how !== 'planned' && how_why === '') r.fault('how_why', 'Say why there was no plan for this home beforehand.')
  const why = moving ? r.choice('why', MOVE_CODES, 'Choose why the home before ended.') : null
  const kept = keptIn(r)
  if (kept !== null && postcode === null) r.fault('place_postcode', 'Write the postcode that is to be kept back.')
  const sameCarers = r.typed.ticked('same_carers')
  const parts = { how, why: how_why, whose: r.typed.words('whose') }
  return { kind, since, postcode, kept, planned: how === 'planned', sameCarers, why, parts }
}

/** What must not stand in a notice of this home. */
export const keptPostcodes = ({ kept, postcode }: Pick<NewHome, 'kept' | 'postcode'>): readonly string[] =>
  kept === null || postcode === null ? [] : [postcode]
