// Deciding what is usual for a figure: which months, what is aimed at, and why; the decision and the words of each refusal.
import { type IsoDay, parseDay } from '#calendar'
import type { NewBaseline } from '#record-figures'
import { LEAST_MONTHS } from './control-chart.ts'
import { measureOf } from './measure.ts'

export type TypedBaseline = {
  readonly measure: string
  readonly first: string
  readonly last: string
  readonly aim: string
  readonly because: string
}
export type Fault = { readonly field: string; readonly says: string }

const LONGEST = 2000

const monthOf = (text: string): IsoDay | undefined => (/-01$/.test(text) ? parseDay(text) : undefined)
const months = (first: IsoDay, last: IsoDay): number =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1

/** '95', '95 %', '16.5'; empty: no aim. NaN: no number. */
function aimOf(text: string): number | null {
  const bare = text.replace(/%/g, '').trim()
  if (bare === '') return null
  return /^\d{1,6}(\.\d{1,2})?$/.test(bare) ? Number(bare) : Number.NaN
}

type Decided = { readonly ok: NewBaseline & { readonly indicator: string } } | { readonly faults: readonly Fault[] }

export function decideOn(typed: TypedBaseline): Decided {
  const faults: Fault[] = []
  const [first, last, aim] = [monthOf(typed.first), monthOf(typed.last), aimOf(typed.aim)]
  const measure = measureOf(typed.measure)
  if (measure === undefined) faults.push({ field: 'measure', says: 'Choose the figure.' })
  if (first === undefined) faults.push({ field: 'first', says: 'Choose the first month that was usual.' })
  if (last === undefined) faults.push({ field: 'last', says: 'Choose the last month that was usual.' })
  if (first !== undefined && last !== undefined && months(first, last) < LEAST_MONTHS)
    faults.push({
      field: 'last',
      says: `Choose a month at least ${LEAST_MONTHS - 1} after the first: fewer than ${LEAST_MONTHS} months do not say what is usual.`,
    })
  if (Number.isNaN(aim)) faults.push({ field: 'aim', says: 'Write the aim as a number, as in 95, or leave it empty.' })
  else if (aim !== null && measure?.unit === 'percent' && aim > 100)
    faults.push({ field: 'aim', says: 'Write 100 or less: this figure is a share.' })
  if (typed.because === '') faults.push({ field: 'because', says: 'Say who decided it, and why these months.' })
  if (typed.because.length > LONGEST) faults.push({ field: 'because', says: 'Write 2,000 characters or fewer.' })
  return faults.length > 0 || measure === undefined || first === undefined || last === undefined
    ? { faults }
    : { ok: { indicator: measure.id, first, last, aim, because: typed.because } }
}
