// Triggers: what sets an assessment off, as one list for every kind of assessment.
export { SET_OFF, type SetOff, setOffIn, setOffTyped, setOffWords } from './trigger.ts'
