// The web: the shell that every page stands in, what a page loads, its headers and its errors.
export { type AppDeps, makeApp } from './app.tsx'
export { type Cookie, noSessionCookie, sessionCookie } from './cookies.ts'
export { type Listening, listen } from './listen.ts'
export { elsewherePage } from './pages/elsewhere.tsx'
export { FormToken } from './pages/form-token.tsx'
export type { Place } from './pages/shell.tsx'
export type { UploadedFile } from './posted.ts'
export {
  type Answer,
  download,
  type ElsewhereHandler,
  type Handler,
  json,
  type Me,
  notFound,
  type OpenVisit,
  openRoute,
  type PictureType,
  page,
  picture,
  type Route,
  redirect,
  route,
  serverRoute,
  textFile,
  type Visit,
  type WorkersLock,
} from './route.ts'
