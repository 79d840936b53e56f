// An upload before it is in the record: how large it may be, what checks it, and why it may be refused.
import type { PdfHolds } from '#uploads'
import type { FileType, TypeRefusal } from './file-type.ts'

export type UploadSettings = {
  /** Where a file waits while it is looked at; never under what the web serves. */
  readonly folder: string
  /** Bytes. */
  readonly most: number
  /** A command that is given the file's path; it ends with 0 where the file is clean. undefined: nothing checks. */
  readonly check: string | undefined
}

export type UploadRefusal =
  | TypeRefusal
  | 'damaged picture'
  | 'starts a program'
  | 'place cannot be taken out'
  | 'empty'
  | 'too big'
  | 'not written'
  | 'not clean'
  | 'could not be checked'

/** A file that has come whole, was found to be what the record takes, and waits to be written. */
export type Arrived = {
  readonly path: string
  /** As it came; made safe only when it goes out. */
  readonly name: string
  readonly type: FileType
  readonly size: number
  /** Of its bytes. */
  readonly sha256: string
  /** What a camera had written into it, or would have, was left out. */
  readonly cleaned: boolean
  /** What a PDF can do beside being read. */
  readonly holds: readonly PdfHolds[]
}

const MEGABYTE = 1024 * 1024
const USUAL_MEGABYTES = 20
const MOST_MEGABYTES = 500

/** From settings as they are written: KITH_UPLOAD_MOST in megabytes, KITH_UPLOAD_CHECK a command. */
export function uploadSettings(
  folder: string,
  { most, check }: { readonly most: string | undefined; readonly check: string | undefined },
): UploadSettings {
  const megabytes = most === undefined || most.trim() === '' ? USUAL_MEGABYTES : Number(most)
  if (!Number.isInteger(megabytes) || megabytes < 1 || megabytes > MOST_MEGABYTES)
    throw new Error(`KITH_UPLOAD_MOST is a whole number of megabytes, 1 to ${MOST_MEGABYTES}.`)
  return { folder, most: megabytes * MEGABYTE, check: check?.trim() || undefined }
}
export const megabytesOf = ({ most }: Pick<UploadSettings, 'most'>): number => most / MEGABYTE
