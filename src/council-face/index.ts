// The council's face: its name, logo and two colours on every page, and the numbers to ring out of hours; each save is kept.
export { type EmergencyNumber, type Face, telephoneAddress } from './face.ts'
export { councilFaceForms, councilFacePlaces, councilFaceRoutes } from './routes.ts'
export { emergencyNumbers, faceOf, logoOf, numbersToRing, saveNumbers } from './store.ts'
