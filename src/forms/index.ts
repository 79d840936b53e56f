// Forms: one mechanism for all of them: kept as they are typed, sent once, merged where two people wrote, undone while it is safe.
export { begunFrom, clashUpon, differences } from './clash.ts'
export { isId } from './control.ts'
export type { At, Fault, FieldsProps, FormOf, Outcome, Standing, Takes } from './form.ts'
export type { FormDefinition } from './form-store.ts'
export { namesOfWorkers } from './hands-store.ts'
export { makeCorrection } from './pages/correction.tsx'
export {
  ChoiceField,
  DayField,
  FileField,
  type Item,
  itemsOf,
  LineField,
  type Of,
  PickField,
  TicksField,
  TimeField,
  WordsField,
} from './pages/fields.tsx'
export { AddRow, KindlyNote, RemoveRow } from './pages/parts.tsx'
export { CORRECTED, makeRecordForms, TAKEN_BACK_WORDS } from './pages/record-forms.tsx'
export { makeRetraction, NotNow } from './pages/retraction.tsx'
export { sentNotice } from './pages/sent.tsx'
export type { KeptBeside } from './pages/unfinished.tsx'
export { keysOf, type Reading, reading, rowOf } from './reading.ts'
export { type Form, formRoutes, makeForm } from './routes.ts'
export { fieldInRow, type InRow, inRow, rowsIn } from './row.ts'
export { savedAt } from './said.ts'
export { takeBackSent } from './sent-store.ts'
