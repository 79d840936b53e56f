// The settings of matching, as versions of the council's: weights, steps, its own rule of miles, the days of a meeting, guesses of recruiting.
export { AS_IT_SHIPS, settingsOf } from './settings.ts'
export { settingsNow, writeSettings } from './store.ts'
