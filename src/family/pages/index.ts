// Pages of the family: what whoever acts must know, recorded, corrected, looked at again, and taken back.
export { mustKnowForms } from './must-know.tsx'
