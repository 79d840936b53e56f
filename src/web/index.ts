// The web: the shell that every page stands in, its headers and errors, and the marks by which a state is shown.
export { type AppDeps, makeApp } from './app.tsx'
export { type Listening, listen } from './listen.ts'
export { DueMark, type Mark, Marks } from './marks.tsx'
export { type Answer, type Handler, notFound, page, type Route, redirect, route, type Visit } from './route.ts'
