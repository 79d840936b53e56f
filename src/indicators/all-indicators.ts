// Every indicator that can be computed of plain facts of children, and all of them at once.
import type { ChildYear, Year } from './child-year.ts'
import { type Definition, type Measured, measure } from './definition.ts'
import { inCareIndicators } from './in-care.ts'
import { missingAndLeavingIndicators } from './missing-and-leaving.ts'
import { yearAnswerIndicators } from './year-answers.ts'

export const indicators: readonly Definition[] = [
  ...inCareIndicators,
  ...yearAnswerIndicators,
  ...missingAndLeavingIndicators,
]

export const measured = (children: readonly ChildYear[], year: Year): readonly Measured[] =>
  indicators.map((definition) => measure(definition, children, year))
