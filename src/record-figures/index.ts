// Figures from the record: every child's rows as plain facts of twelve months, measured each night and kept, with who is behind them.
export { baselinesDecided, baselinesNow, decideBaseline } from './baselines-store.ts'
export {
  type Behind,
  childrenBehind,
  figuresByMonth,
  figuresOutside,
  keepNight,
  lastNight,
  missingByOwner,
  missingFacts,
  nightFrom,
  nightUntil,
  standingsOn,
  type WorkerBehind,
  workersBehind,
} from './figures-store.ts'
export { makeFigures, nightFigures } from './jobs.ts'
export {
  type DecidedBaseline,
  figuresOf,
  type KeptFigure,
  type MissingByOwner,
  type MissingFactOf,
  type NewBaseline,
  outsideInSteps,
  toTheEnd,
} from './night.ts'
export { loadForFigures } from './store.ts'
