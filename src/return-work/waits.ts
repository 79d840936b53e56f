// What a check could not answer: rules that were not run and what they lacked, and rules that broke; codes only.
import type { CheckedReturn } from '#statutory-returns'

export type NotRun = { readonly rule: string; readonly missing: readonly string[] }
export type Waits = { readonly notRun: readonly NotRun[]; readonly broken: readonly string[] }

export const waitsOf = ({ notRun, broken }: Pick<CheckedReturn, 'notRun' | 'broken'>): Waits => ({
  notRun,
  broken: [...new Set(broken.map(({ rule }) => rule))],
})

/** By what is lacking: one sentence for each lack. */
export function lacks({ notRun }: Waits): readonly { readonly missing: string; readonly rules: readonly string[] }[] {
  const by = Map.groupBy(notRun, ({ missing }) => missing.join(' and '))
  return [...by].map(([missing, own]) => ({ missing, rules: own.map(({ rule }) => rule) }))
}

/** Figures on places: without a directory they would be nought, which is not so. */
const FIGURES_OF_PLACES: ReadonlySet<string> = new Set([
  'distance_over20_pct',
  'distance_over20_outside_la_pct',
  'in_la_pct',
])
export const canBeFigured = (indicator: string, hasDirectory: boolean): boolean =>
  hasDirectory || !FIGURES_OF_PLACES.has(indicator)
