// Uploads: a form with files, read as it comes; each file waits in a private folder and is taken away, whatever happened; and what a PDF holds.
export { arrivingPath, OWNER_ONLY, sweepArriving } from './arriving-store.ts'
export {
  type Arriving,
  type ArrivingFile,
  type Multipart,
  NotRead,
  readMultipart,
} from './multipart-store.ts'
export { pdfHolds } from './pdf-holds-store.ts'
export { PDF_HOLDS, type PdfHolds } from './pdf-names.ts'
