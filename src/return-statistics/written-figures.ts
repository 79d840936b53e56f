// Figures as lines, as JSON and as the sheets of a workbook: with the children behind them inside the council, without outside.
import { figure, hidden, indicators, type Measured, type Shown } from '#indicators'
import type { Sheet } from '#spreadsheets'
import type { Derived } from './derived-rows.ts'

const units: Readonly<Record<string, string>> = { percent: ' %' }
const nameOf = new Map(indicators.map((one) => [one.id, one]))

const amount = (value: number | typeof hidden | undefined, unit = '', decimals = 0): string => {
  if (value === undefined) return 'nothing to divide by'
  if (value === hidden) return hidden
  return `${value.toLocaleString('en-GB', { minimumFractionDigits: decimals })}${units[unit] ?? ''}`
}

function lineOf({ id, above, below, value }: Shown, unknown = 0): string {
  const definition = nameOf.get(id)
  const of = below === undefined ? '' : ` (${amount(above)} of ${amount(below)})`
  const missing = unknown > 0 ? `; not known of ${unknown.toLocaleString('en-GB')}` : ''
  return `${id}  ${definition?.name ?? id}: ${amount(value, definition?.unit, definition?.decimals)}${of}${missing}`
}

export const insideLines = (all: readonly Measured[]): readonly string[] =>
  all.map(({ definition: { id }, above, below, value, childrenUnknown }) =>
    lineOf({ id, above, below, value }, childrenUnknown.length),
  )

export const outsideLines = (all: readonly Shown[]): readonly string[] => [
  ...all.map((one) => lineOf(one)),
  `${hidden}: hidden, so that nobody can be recognised.`,
]

/** Children looked after for every 10,000 under 18; the population is in no return. */
export function rateOf(all: readonly Measured[], population: number | undefined): readonly string[] {
  const count = all.find(({ definition: { id } }) => id === 'cla_count')
  if (count === undefined || population === undefined) return []
  const rate = figure('rate', 0, [count.above, population])
  return [
    `cla_rate_10k  Children looked after for every 10,000: ${amount(rate)} (${amount(count.above)} of ${amount(population)})`,
  ]
}

export const insideJson = (year: number, all: readonly Measured[]): string =>
  JSON.stringify({
    year,
    indicators: all.map(({ definition, above, below, value, childrenAbove, childrenBelow, childrenUnknown }) => {
      const { id, name, numerator, denominator, unit, note } = definition
      return {
        ...{ id, name, unit, value: value ?? null },
        numerator: { says: numerator, count: above, children: childrenAbove },
        ...(denominator === undefined
          ? {}
          : { denominator: { says: denominator, count: below, children: [...childrenAbove, ...childrenBelow] } }),
        ...(childrenUnknown.length > 0 ? { unknown: childrenUnknown } : {}),
        ...(note === undefined ? {} : { note }),
      }
    }),
  })

export const outsideJson = (year: number, all: readonly Shown[]): string =>
  JSON.stringify({
    year,
    hidden: `${hidden}: counts of 1 to 5, and what would give them away`,
    indicators: all.map(({ id, above, below, value }) => ({
      ...{ id, name: nameOf.get(id)?.name, value: value ?? null, numerator: above },
      ...(below === undefined ? {} : { denominator: below }),
    })),
  })

const derivedSheet = (name: string, { columns, rows }: Derived): Sheet => ({
  name,
  columns: columns.map((heading) => ({ heading, width: 18 })),
  rows,
})

export function sheetsOf(
  all: readonly Measured[],
  [children, episodes]: readonly [Derived, Derived],
): readonly Sheet[] {
  const headings = ['indicator', 'name', 'value', 'numerator', 'denominator', 'not known', 'says', 'note']
  return [
    {
      name: 'Indicators',
      columns: headings.map((heading, at) => ({ heading, width: [26, 40, 9, 11, 12, 10, 80, 80][at] ?? 12 })),
      rows: all.map(({ definition, above, below, value, childrenUnknown }) => [
        definition.id,
        definition.name,
        value ?? null,
        above,
        below ?? null,
        childrenUnknown.length,
        [definition.numerator, definition.denominator].filter((says) => says !== undefined).join(' / '),
        definition.note ?? null,
      ]),
    },
    {
      name: 'Children behind them',
      columns: ['indicator', 'child', 'stands'].map((heading) => ({ heading, width: 26 })),
      rows: all.flatMap(({ definition: { id }, childrenAbove, childrenBelow, childrenUnknown }) => [
        ...childrenAbove.map((child) => [id, child, 'above the line']),
        ...childrenBelow.map((child) => [id, child, 'below it alone']),
        ...childrenUnknown.map((child) => [id, child, 'not known']),
      ]),
    },
    derivedSheet('Children', children),
    derivedSheet('Episodes', episodes),
  ]
}
