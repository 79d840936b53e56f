// Forecasting demand: how many children will need a home, with an honest range and a test on the council's own past; and which carers would bring whom nearer.
export { type Cohort, cohortOf, DISTANCE_REASONS, type DistanceReason, type FarChild, type SetAside } from './cohort.ts'
export {
  type BacktestAsked,
  type Backtested,
  backtest,
  backtestInSteps,
  backtestWords,
  type Forecast,
  type ForecastAsked,
  forecast,
  forecastInSteps,
  type Range,
} from './forecast.ts'
export type { HomeSpell } from './history.ts'
export {
  type CarerOption,
  type Curve,
  type CurveAsked,
  curvesByKind,
  type GroupFar,
  type Reach,
  recruitmentCurve,
} from './recruitment.ts'
export { curveSentences, type Doubts, type LikelyNear, likelyNear } from './recruitment-range.ts'
