// The routes of one's own file: the record read line by line, lines let out together, the forms, and the file as it goes out.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { decidingForm } from './pages/decide.tsx'
import { showFile } from './pages/file.tsx'
import { letLinesOut } from './pages/let-out.tsx'
import { makingForm } from './pages/make.tsx'
import { showReading } from './pages/read.tsx'

const may = ['takeOut', 'documents'] as const
export const ownFileForms: readonly Form[] = [decidingForm, makingForm]
export const ownFileRoutes = (): readonly Route[] => [
  route('GET', '/children/:child/own-file', { may, log: 'read what goes out of their own file' }, showReading),
  route(
    'POST',
    '/children/:child/own-file/let-out',
    { may, log: 'let lines without a condition go out of their own file' },
    letLinesOut,
  ),
  route(
    'GET',
    '/children/:child/own-file/:about{[0-9a-f-]{36}}',
    { may, log: 'read their own file as it goes out' },
    showFile,
  ),
]
