// What a night's sufficiency says, in sentences that page and statement share: ranges, vacancies first, and who is not counted and why. Pure.
import type { Recruiting, Sufficiency } from './reckoning.ts'
import { NEAR_MILES } from './reckoning.ts'

export const children = (count: number): string => `${count} ${count === 1 ? 'child' : 'children'}`

/** The point that lies nearest to so many days ahead. */
function pointAhead({ forecast: { points } }: Pick<Sufficiency, 'forecast'>, index: number) {
  return points[Math.min(index, points.length - 1)]
}
const A_YEAR = 4
export function forecastWords(of: Pick<Sufficiency, 'forecast'>): string {
  const then = pointAhead(of, A_YEAR)
  if (then === undefined) return 'There is no history to forecast from.'
  const { low, middle, high } = then.all
  return `${children(of.forecast.inCare)} in care on that day. In a year we expect between ${low} and ${high}, most likely about ${middle}, if things go on as they did.`
}

export function testedWords({ tested }: Pick<Sufficiency, 'tested'>): string {
  if (tested.length === 0) return 'The record does not reach far enough back to test this forecast on our own past.'
  const held = tested.filter((one) => one.held).length
  return `Of ${tested.length} forecasts made in this way from our own past, ${held} held the number that came.`
}

const SET_ASIDE: Readonly<Record<keyof Recruiting['setAside'], string>> = {
  keptSafe: 'far because it is right for them',
  settled: 'settled, and stay',
  doesNotWant: 'do not wish to live nearer',
  notAsked: 'were not asked',
  reasonMissing: 'without a reason in the record',
}
const SET_ASIDE_CODES = ['keptSafe', 'settled', 'doesNotWant', 'notAsked', 'reasonMissing'] as const
export function setAsideWords({ setAside }: Pick<Recruiting, 'setAside'>): string {
  const some = SET_ASIDE_CODES.filter((code) => setAside[code] > 0)
  if (some.length === 0) return 'Everybody who lives far is counted.'
  return `Not counted: ${some.map((code) => `${setAside[code]} ${SET_ASIDE[code]}`).join('; ')}.`
}
export const vacanciesWords = ({ already, counted }: Recruiting): string =>
  counted === 0
    ? 'Of no child the record says that they live far for want of a home and wish to live nearer.'
    : `${already} of ${children(counted)} could be offered a home within ${NEAR_MILES} miles with places that are free today. That comes first, and needs nobody new.`

export function recruitingWords({ steps, likely }: Recruiting): string {
  const last = likely.at(-1)
  if (steps.length === 0 || last === undefined)
    return 'No carer of the kinds that were looked at would bring one more child near.'
  return `With ${steps.length} more ${steps.length === 1 ? 'carer' : 'carers'} up to ${last.upTo} fit on paper; we expect ${last.low} to ${last.high}.`
}
