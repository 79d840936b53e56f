// Forms: one mechanism for all of them: kept as they are typed, sent once, merged where two people wrote, undone while it is safe.
export { differences } from './clash.ts'
export type { At, Fault, FieldsProps, FormOf, Outcome, Standing } from './form.ts'
export type { FormDefinition } from './form-store.ts'
export { type Correcting, correctionOf, type Retracting, retractionOf } from './pages/correction.tsx'
export {
  ChoiceField,
  DayField,
  type Item,
  LineField,
  type Of,
  PickField,
  TicksField,
  TimeField,
  WordsField,
} from './pages/fields.tsx'
export { savedAt } from './pages/form.tsx'
export { AddRow, RemoveRow } from './pages/parts.tsx'
export { type Reading, reading, rowOf } from './reading.ts'
export { type Form, formRoutes, makeForm } from './routes.ts'
