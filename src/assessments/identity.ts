// What may be written of who a child is, as explored with them, and of what they like to do. Pure.
import type { IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { reading } from '#forms'
import { SET_OFF, type SetOff, setOffIn } from '#triggers'
import type { Decision, Parts } from './exploitation.ts'

/** In the order in which they are shown; a code of the return stands for none of them. */
export const SIDES = {
  heritage: 'Heritage and family story',
  ethnicity: 'Ethnicity',
  language: 'Language',
  faith: 'Faith and belief',
  disability: 'Disability',
  gender: 'Gender',
  sexuality: 'Sexuality',
  class: 'Class and money',
} as const
export type Side = keyof typeof SIDES
const isSide = (text: string): text is Side => Object.hasOwn(SIDES, text)
export const sideWords = (side: string): string => (isSide(side) ? SIDES[side] : side)
export const SIDE_NAMES = [
  'heritage',
  'ethnicity',
  'language',
  'faith',
  'disability',
  'gender',
  'sexuality',
  'class',
] as const
export const TOLD_BY = ['child', 'family', 'carer', 'worker'] as const
export type ToldBy = (typeof TOLD_BY)[number]
export const TOLD_BY_WORDS: Readonly<Record<ToldBy, string>> = {
  child: 'in their own words',
  family: 'in the words of their family',
  carer: 'in the words of their carer',
  worker: 'in the words of a worker: they have not said it themselves',
}
const isToldBy = (text: string): text is ToldBy => Object.hasOwn(TOLD_BY_WORDS, text)
export const toldByWords = (by: string): string => (isToldBy(by) ? TOLD_BY_WORDS[by] : by)
export const IDENTITY_PARTS = [
  'means',
  'with',
  'needs',
  'changed',
  'plan',
  'sources',
  'equipment',
  'communication',
  SET_OFF,
] as const

export type NewIdentity = SetOff & {
  readonly side: Side
  readonly happened: IsoDay
  readonly told_by: ToldBy
  readonly parts: Parts
}

/** Each need joins a plan, or says why not. */
export function decideIdentity(typed: Typed, _: unknown, today: IsoDay): Decision<NewIdentity> {
  const r = reading(typed, today)
  const side = r.choice('side', SIDE_NAMES, 'Say which side of who they are this is about.')
  const happened = r.day('happened', 'the day on which you talked')
  const { columns, words } = setOffIn(r, happened)
  const told_by = r.choice('told_by', TOLD_BY, 'Say in whose words this is.')
  const parts = {
    [SET_OFF]: words,
    means: r.words('means', 'Write what it means to them. A code on a form says nothing of that.'),
    with: r.words('with', 'Write who talked about it, and with whom.'),
    needs: typed.words('needs'),
    changed: r.words('changed', 'Write what changed because of it; or that nothing has, and why.'),
    plan: typed.words('plan'),
    sources: r.words('sources', 'Write where it comes from: a talk, a visit, a letter, who said so.'),
    equipment: typed.words('equipment'),
    communication: typed.words('communication'),
  }
  if (parts.needs !== '' && parts.plan === '')
    r.fault('plan', 'Say in which plan that need stands, or why it stands in none.')
  return r.result(() => ({ side, happened, told_by, ...columns, parts }))
}

export const INTEREST_STATES = ['does it', 'wants to', 'stopped'] as const
export type InterestState = (typeof INTEREST_STATES)[number]
export const INTEREST_PARTS = ['what', 'means', 'way', 'do'] as const
export type NewInterest = {
  readonly state: InterestState
  readonly since: IsoDay | null
  readonly hindered: boolean
  readonly hindered_since: IsoDay | null
  readonly parts: Parts
}

export function decideInterest(typed: Typed, _: unknown, today: IsoDay): Decision<NewInterest> {
  const r = reading(typed, today)
  const what = r.words('what', 'Write what it is: football, drawing, the choir.')
  const state = r.choice('state', INTEREST_STATES, 'Say whether they do it, want to, or stopped.')
  const since = r.dayIfAny('since', 'since when')
  const way = typed.words('way')
  const hindered_since = r.dayIfAny('hindered_since', 'since when it stands in the way')
  if (hindered_since !== null && way === '') r.fault('way', 'Say what stands in the way since that day.')
  const parts = { what, means: typed.words('means'), way, do: typed.words('do') }
  if (way !== '' && parts.do === '') r.fault('do', 'Write what we do about it, and who. “Nothing yet” is an answer.')
  return r.result(() => ({ state, since, hindered: way !== '', hindered_since, parts }))
}
