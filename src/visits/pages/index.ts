// Pages of visits: asking for one, recording it, correcting it, taking it back.
export { visitForms } from './correct-visit.tsx'
