// Pages of reviews: recording one, correcting it, taking it back.
export { reviewForms } from './correct-review.tsx'
