// The routes of documents beside their forms: the list, one document, its file, and what is kept for the child.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { documentForms } from './pages/add-document.tsx'
import { outOfSightForm } from './pages/out-of-sight.tsx'
import { saveFile, showDocument, showDocuments, showOfVersion, showPicture } from './pages/show-documents.tsx'
import { showMemories } from './pages/show-memories.tsx'
import type { UploadSettings } from './upload.ts'

const ID = '{[0-9a-f]{8}-[0-9a-f-]{27}}'

export const documentsForms = (settings: UploadSettings): readonly Form[] => [
  ...documentForms(settings),
  outOfSightForm,
]

export function documentsRoutes(): readonly Route[] {
  const may = ['see', 'documents'] as const
  const at = '/children/:child/documents'
  return [
    route('GET', `${at}/all`, { may, log: 'read the list of documents' }, showDocuments),
    route('GET', `${at}/memories`, { may, log: 'read what is kept for the child' }, showMemories),
    route('GET', `${at}/version/:about${ID}`, { may, log: 'read a document' }, showOfVersion),
    route('GET', `${at}/:document${ID}`, { may, log: 'read a document' }, showDocument),
    route('GET', `${at}/:document${ID}/file`, { may, log: 'saved a file' }, saveFile),
    route('GET', `${at}/:document${ID}/picture`, { may, log: 'looked at a picture' }, showPicture),
  ]
}
