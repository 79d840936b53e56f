// The fields of what set an assessment off, in the form of every kind of it.
export { readBeside, SET_OFF_LABELS, SetOffFields, writeBeside } from './set-off-fields.tsx'
