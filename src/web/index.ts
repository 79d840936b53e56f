// The web: the shell that every page stands in, what a page loads, its headers and its errors.
export { type AppDeps, makeApp } from './app.tsx'
export type { Place } from './layout.tsx'
export { type Listening, listen } from './listen.ts'
export { type Answer, type Handler, notFound, page, type Route, redirect, route, type Visit } from './route.ts'
