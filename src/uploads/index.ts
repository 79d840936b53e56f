// Uploads: a form with files, read as it comes; each file waits in a private folder and is taken away, whatever happened.
export { arrivingPath, OWNER_ONLY, sweepArriving } from './arriving-store.ts'
export {
  type Arriving,
  type ArrivingFile,
  type Multipart,
  NotRead,
  readMultipart,
} from './multipart-store.ts'
