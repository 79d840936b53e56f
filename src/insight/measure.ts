// A measure as the pages say it: its definition whether it counts children or workers, its number in words, and its chart.
import { addYears, formatDay, type IsoDay } from '#calendar'
import { type Change, type Definition, recordIndicators, type WorkerYear, workerIndicators } from '#indicators'
import type { DecidedBaseline, KeptFigure } from '#record-figures'
import { type Chart, controlChart, monthEnd } from './control-chart.ts'

type Any = Omit<Definition<WorkerYear>, 'stands' | 'adds' | 'addsBelow'>
/** What a definition says, without what it does. `of`: who is counted. */
export type Measure = Any & { readonly of: 'children' | 'workers' }

export const MEASURES: readonly Measure[] = [
  ...recordIndicators.map((one): Measure => ({ ...one, of: 'children' })),
  ...workerIndicators.map((one): Measure => ({ ...one, of: 'workers' })),
]
const by = new Map(MEASURES.map((one) => [one.id, one]))
export const measureOf = (id: string): Measure | undefined => by.get(id)

/** The measures on the first page, in its order. */
export const THAT_MATTER: readonly string[] = [
  ...['visits_in_time_pct', 'distance_over20_pct', 'long_term_stability_pct', 'placements_3plus_pct'],
  ...['reviews_in_time_pct', 'review_participation_pct', 'health_assessment_pct', 'sw_caseload'],
]

/** Under twenty a share says less than the children themselves, and jumps with each of them. */
const LEAST_FOR_SHARE = 20
const isTooFew = ({ unit }: Measure, { below }: Pick<KeptFigure, 'below'>): boolean =>
  unit === 'percent' && (below ?? 0) < LEAST_FOR_SHARE

/** Of more than a fifth it is not known: a figure of the others would change with what is known, not with what is done. */
const MOST_UNKNOWN = 0.2
export const isTooUnknown = ({ above, below, unknown }: Pick<KeptFigure, 'above' | 'below' | 'unknown'>): boolean =>
  unknown > MOST_UNKNOWN * (unknown + (below ?? above))

const written = (value: number, decimals: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

export const numberWords = ({ unit, decimals }: Pick<Measure, 'unit' | 'decimals'>, value: number | null): string => {
  if (value === null) return 'Nobody to count'
  return `${written(value, decimals)}${unit === 'percent' ? ' %' : ''}`
}

const plain = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

const besideUnknown = ({ unit }: Measure, { above, below }: KeptFigure): string =>
  unit !== 'percent' || !below ? '' : `${plain(above)} of ${plain(below)} known`

/** The large number, and what stands beside it. */
export function figureWords(measure: Measure, figure: KeptFigure): { readonly large: string; readonly beside: string } {
  const { above, below, value } = figure
  if (measure.unit === 'count') return { large: plain(above), beside: '' }
  if (isTooUnknown(figure)) return { large: 'Not known', beside: besideUnknown(measure, figure) }
  if (below === null || below === 0) return { large: '–', beside: 'nobody to count' }
  if (isTooFew(measure, figure)) return { large: `${plain(above)} of ${plain(below)}`, beside: 'too few for a share' }
  const over = measure.unit === 'percent' ? 'of' : 'for'
  return { large: numberWords(measure, value), beside: `${plain(above)} ${over} ${plain(below)}` }
}

/** Not rounded, so that a chart does not jump where a number is on a half. */
function exact({ unit }: Measure, figure: KeptFigure): number | undefined {
  const { above, below } = figure
  if (isTooUnknown(figure)) return undefined
  if (unit === 'count') return above
  if (below === null || below === 0) return undefined
  return (above / below) * (unit === 'percent' ? 100 : 1)
}

export type Charted = Omit<Chart, 'verdict'> & {
  readonly verdict: Chart['verdict'] | 'not known' | 'slow'
  readonly measure: Measure
  readonly figures: readonly KeptFigure[]
  readonly now: KeptFigure
  readonly baseline: DecidedBaseline | undefined
  readonly aim: number | undefined
}

const THERE = ' Where we aim to be.'
const aimWords = ({ polarity }: Measure, aim: number, now: number): string => {
  if (polarity === 'none') return ''
  if (polarity === 'high') return now >= aim ? THERE : ' Still short of the aim.'
  return now <= aim ? THERE : ' Still above the aim.'
}

/** The month a year before the last one, whose twelve months are others. */
const yearBefore = (figures: readonly KeptFigure[], day: IsoDay): KeptFigure | undefined => {
  const month = addYears(day, -1).slice(0, 7)
  return figures.find((figure) => figure.day.slice(0, 7) === month)
}

const SLOWLY = 'Of twelve months, so it moves slowly.'

/** Which version it is, since when, and how it was counted before: the last change first. */
export function changedWords(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Version 1. It was never counted otherwise here.'
  const says = changes.map(({ since, before }, at) => `Version ${at + 2}, since ${formatDay(since)}. Before: ${before}`)
  return says.toReversed().join(' ')
}

/** The last month that was counted by other words than the last figure, if there is one. */
export const countedOtherwise = (figures: readonly KeptFigure[]): KeptFigure | undefined =>
  figures.findLast(({ version }) => version !== figures.at(-1)?.version)
const otherwiseWords = (figures: readonly KeptFigure[]): string => {
  const last = countedOtherwise(figures)
  return last === undefined ? '' : ` Up to ${formatDay(last.day)} it was counted otherwise.`
}

/** No range and no verdict: neighbours share eleven months, so that chance alone would draw a trend. */
function slowWords(measure: Measure, figures: readonly KeptFigure[], now: KeptFigure): string {
  const before = yearBefore(figures, now.day)
  if (before !== undefined && before.version !== now.version)
    return `${SLOWLY} There is none of a year before that was counted so.`
  const [then, is] = [before && !isTooFew(measure, before) ? exact(measure, before) : undefined, exact(measure, now)]
  if (then === undefined || is === undefined) return `${SLOWLY} There is none of a year before yet.`
  const [was, by] = [numberWords(measure, then), numberOfDifference(measure, then, is)]
  return `${SLOWLY} A year before it was ${was}: ${by}.`
}

function numberOfDifference({ unit, decimals }: Measure, then: number, is: number): string {
  const size = written(Math.abs(is - then), decimals)
  if (Number(size.replaceAll(',', '')) === 0) return 'it is the same now'
  return `now it is ${size}${unit === 'percent' ? ' points' : ''} ${is > then ? 'more' : 'less'}`
}

/** `figures`: by month, the earliest first; undefined: no night has told of it. */
export function charted(
  measure: Measure,
  figures: readonly KeptFigure[],
  baseline: DecidedBaseline | undefined,
): Charted | undefined {
  const now = figures.at(-1)
  if (now === undefined) return undefined
  const aim = baseline?.aim ?? undefined
  const told = { measure, figures, now, baseline, aim }
  if (isTooUnknown(now))
    return {
      ...told,
      ...{ points: [], range: undefined, verdict: 'not known' },
      sentence: `Not known of ${now.unknown}. A figure of the others alone would mislead.`,
    }
  if (isTooFew(measure, now))
    return {
      ...told,
      ...{ points: [], range: undefined, verdict: 'too few' },
      sentence: 'Fewer than twenty are counted: look at each of them, a share would jump.',
    }
  const value = exact(measure, now)
  // What was counted by other words is no dot beside these.
  const points = figures.map((figure) => ({
    day: figure.day,
    value: figure.version === now.version ? exact(measure, figure) : undefined,
  }))
  if (!measure.ofTheDay) {
    const plainly = points.map((point) => ({ ...point, hits: [], mark: undefined }))
    const sentence = `${slowWords(measure, figures, now)}${otherwiseWords(figures)}`
    return { ...told, points: plainly, range: undefined, verdict: 'slow', sentence }
  }
  const chart = controlChart({
    points,
    baseline: baseline && { first: baseline.first, last: monthEnd(baseline.last) },
    polarity: measure.polarity,
  })
  const short = aim !== undefined && value !== undefined && chart.range ? aimWords(measure, aim, value) : ''
  return { ...told, ...chart, sentence: `${chart.sentence}${short}${otherwiseWords(figures)}` }
}
