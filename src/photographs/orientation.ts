// Which way up a picture is shown: the one fact of its EXIF data that is kept, written anew with nothing beside it.
import { letters, viewOf } from './pieces.ts'

/** 2 to 8 (EXIF 2.32, tag 274); 1, as it lies, is not written. */
export type Orientation = number

const TAG = 0x0112
const SHORT = 3
const ENTRY = 12
const HEADING = 'Exif\0\0'

/** undefined: none, as it lies, or not readable: then the picture is shown as it lies. With or without its heading. */
export function orientationIn(exif: Uint8Array): Orientation | undefined {
  const tiff = letters(exif, 0, 6) === HEADING ? exif.subarray(6) : exif
  const order = letters(tiff, 0, 4)
  if (tiff.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return undefined
  const little = order.startsWith('II')
  const view = viewOf(tiff)
  const start = view.getUint32(4, little)
  if (start + 2 > tiff.length) return undefined
  const entries = view.getUint16(start, little)
  for (let n = 0, at = start + 2; n < entries && at + ENTRY <= tiff.length; n += 1, at += ENTRY) {
    if (view.getUint16(at, little) !== TAG) continue
    const value = view.getUint16(at + 8, little)
    return view.getUint16(at + 2, little) === SHORT && value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}

/** One directory with one entry. */
export function orientationAlone(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26)
  tiff.set([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation])
  return tiff
}

export const withHeading = (tiff: Uint8Array): Uint8Array =>
  new Uint8Array([...Array.from(HEADING, (letter) => letter.charCodeAt(0)), ...tiff])
