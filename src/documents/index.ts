// Documents of a child's record: files under their terms, told by their content, encrypted, and opened only by whoever may know.
export { type Upload, withUpload } from './arriving-store.ts'
export {
  AUDIENCE_REASONS,
  AUDIENCES,
  DOCUMENT_KINDS,
  type DocumentRefusal,
  mayRecordDocument,
  type NewDocument,
  SENDERS,
  TERMS,
  type TypedDocument,
} from './document.ts'
export { FILE_TYPES, type FileType, isFileType } from './file-type.ts'
export { DocumentsList, type DocumentsShown, documentsShown } from './pages/document-parts.tsx'
export { documentRefusalWords, FILES_TAKEN, uploadRefusalWords } from './refusal-words.ts'
export { documentsForms, documentsRoutes } from './routes.ts'
export {
  addDocument,
  agreeDocumentOutOfSight,
  askDocumentOutOfSight,
  correctDocument,
  documentsOf,
  filesOf,
  type KeptDocument,
  type KeptFile,
  lettingInOf,
  type Opened,
  openDocument,
  papersOf,
  replaceFile,
  retractDocument,
} from './store.ts'
export { type Arrived, megabytesOf, type UploadRefusal, type UploadSettings, uploadSettings } from './upload.ts'
