// File requests: a child or care leaver asks for their own file; who answers, by which day, and what was handed over.
export { fileRequestForms } from './pages/forms.tsx'
export { RequestsToAnswer } from './pages/show-requests.tsx'
export { ASKERS, LEFT_OUT, type LeftOut } from './request.ts'
export { fileRequestPlaces, fileRequestRoutes } from './routes.ts'
export { type FileRequest, requestsOf, requestsToAnswer, stepsOf } from './store.ts'
