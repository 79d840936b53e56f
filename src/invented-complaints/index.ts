// Invented complaints: a few of invented children, their parents and carers, at each stage, open and over.
export { inventComplaints } from './import-complaints.ts'
