// The web: the shell that every page stands in, its headers and errors, and the marks by which a state is shown.
export { type AppDeps, makeApp } from './app.tsx'
export { FormToken } from './form-token.tsx'
export { type Listening, listen } from './listen.ts'
export { DueMark, type Mark, Marks } from './marks.tsx'
export type { UploadedFile } from './posted.ts'
export {
  type Answer,
  download,
  type Handler,
  json,
  notFound,
  page,
  type Route,
  redirect,
  route,
  textFile,
  type Visit,
} from './route.ts'
