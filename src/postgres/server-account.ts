// Who runs the database server: ourselves, or the account `nobody` when we are root, since PostgreSQL refuses root.
import { execFile } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

/** Empty: the server runs as ourselves. The shape is what `spawn` takes. */
export type ServerAccount = { readonly uid?: number; readonly gid?: number }

const nobody = 65534

/** The account that the server runs as. */
export function serverAccount(): ServerAccount {
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
}

/** True when the account may pass through every folder down to this path, which must be there. */
export function canReach(path: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true
  const { mode, uid, gid } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  const open = ((mode >> shift) & 1) === 1
  return open && (dirname(path) === path || canReach(dirname(path), account))
}

/** Makes a folder that only the server's account (and root) can enter. */
export function makeClosedFolder(path: string, account: ServerAccount): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

/** Runs a program as that account to its end; throws with the last line it said. */
export async function runAs(account: ServerAccount, program: string, args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(program, [...args], { ...account, cwd: dirname(program), env: serverEnvironment() })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    const lines = said.split('\n').filter((line) => /error|fatal|could not|cannot/i.test(line))
    throw new Error(lines[0] ?? (error instanceof Error ? error.message.split('\n')[0] : String(error)))
  }
}

/** English messages and no stray PG… settings, whatever the shell of the person says. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
