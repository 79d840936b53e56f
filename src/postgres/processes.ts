// Tells whether a process is still the one we knew: its number and the moment it was born, since numbers are reused.
import { readFileSync } from 'node:fs'

/** A word that differs between two processes that had the same number; undefined where there is no such process. */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isThere(pid) ? 'alive' : undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ended = fields[0] === 'Z' || fields[0] === 'X'
    return ended ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** True unless we know that this process is something other than a PostgreSQL server. */
export function mayBePostgres(pid: number): boolean {
  if (birthOf(pid) === undefined) return false
  try {
    return /postgres|postmaster/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return true
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
