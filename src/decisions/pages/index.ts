// Pages of decisions: the fields in which a paper is read, wherever something was agreed to on one.
export { PAPER_FIELDS, PaperFields, PaperInset, paperFieldOf, readingTyped } from './paper-fields.tsx'
