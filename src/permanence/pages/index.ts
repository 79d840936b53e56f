// Pages of permanence: writing where and with whom a child grows up, and what it waits for; corrected, and taken back.
export { permanenceForms } from './permanence-forms.tsx'
