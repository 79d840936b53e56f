// A picture written anew without what a camera wrote into it: read and written piece by piece, and refused where it cannot be followed.
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { keptOfJpeg } from './jpeg.ts'
import type { File, Kept, Piece } from './pieces.ts'
import { keptOfPng } from './png.ts'
import { keptOfWebp } from './webp.ts'

const KEPT = { 'image/jpeg': keptOfJpeg, 'image/png': keptOfPng, 'image/webp': keptOfWebp } as const
export type CleanedType = keyof typeof KEPT
export type Cleaned = { readonly size: number; readonly sha256: string }

export const isCleaned = (type: string): type is CleanedType => Object.hasOwn(KEPT, type)

type Pictures = { readonly from: string; readonly to: string; readonly type: CleanedType; readonly mode: number }

/** `to` is made, and must not be there before. `damaged`: nothing is to be trusted that was written. */
export async function writeCleaned({ from, to, type, mode }: Pictures): Promise<Cleaned | 'damaged'> {
  const source = await open(from, 'r')
  try {
    const { size } = await source.stat()
    const file: File = { size, read: async (at, length) => await readAt(source, at, Math.min(length, size - at)) }
    const kept: Kept = await KEPT[type](file)
    if (kept === 'damaged') return kept
    const into = await open(to, 'wx', mode)
    try {
      return await copied(file, into, kept)
    } finally {
      await into.close()
    }
  } finally {
    await source.close()
  }
}

async function readAt(source: FileHandle, at: number, length: number): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array(0)
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await source.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}

const AT_ONCE = 64 * 1024

async function copied(file: File, into: FileHandle, pieces: readonly Piece[]): Promise<Cleaned> {
  const hash = createHash('sha256')
  let size = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes)
    size += bytes.length
    await into.writeFile(bytes)
  }
  for (const piece of pieces)
    if ('bytes' in piece) await write(piece.bytes)
    else
      for (let at = piece.from; at < piece.until; at += AT_ONCE)
        await write(await file.read(at, Math.min(AT_ONCE, piece.until - at)))
  return { size, sha256: hash.digest('hex') }
}
