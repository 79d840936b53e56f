// Where a file waits until it is in the record: in a folder of its own, readable by its owner only, and always taken away.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

export type Folder = { readonly folder: string }

/** Of this life of this process: what an earlier one left behind is told by another mark. */
const mark = `${process.pid}-${randomBytes(8).toString('hex')}`

/** A new name in the folder, to be opened with `wx` and the mode `OWNER_ONLY`. */
export async function arrivingPath({ folder }: Folder): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${mark}-${randomBytes(8).toString('hex')}`)
}
export const OWNER_ONLY = 0o600

/** Takes away what a process that ended suddenly left behind; returns how many. What lives on is left alone. */
export async function sweepArriving({ folder }: Folder): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => !name.startsWith(`${mark}-`) && !isAlive(Number(name.split('-')[0])))
  for (const name of left) await rm(join(folder, name), { force: true })
  return left.length
}

/** Our own number with another mark was an earlier process. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
