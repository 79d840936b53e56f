// Photographs without what a camera wrote into them: place, time, device and thumbnails are left out, and no pixel is touched.
export { type CleanedType, isCleaned, writeCleaned } from './cleaned-store.ts'
