// The councils' keys: they wrap the key of every row of words and live outside the database, never in a backup of it.
import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const keyLength = 32

export type CouncilKeys = { readonly keyOf: (council: number) => Promise<Buffer> }

/** Keys kept as files of one home: `<home>/keys/<council>.key`, made when a council is first written to. */
export function councilKeysIn(home: string): CouncilKeys {
  const known = new Map<number, Promise<Buffer>>()
  return {
    keyOf(council) {
      const key = known.get(council) ?? readOrMake(join(home, 'keys'), council)
      known.set(council, key)
      key.catch(() => known.delete(council))
      return key
    },
  }
}

async function readOrMake(folder: string, council: number): Promise<Buffer> {
  const path = join(folder, `${council}.key`)
  return (await readKey(path)) ?? (await makeKey(folder, path))
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length !== keyLength)
    throw new Error(`The key ${path} is damaged: put back the copy that was kept apart from the backups.`)
  return key
}

/** Two makers at once: a finished file is linked into place, so the second finds the first one's key. */
async function makeKey(folder: string, path: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const key = randomBytes(keyLength)
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${key.toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, path)
    return key
  } catch {
    const theirs = await readKey(path)
    if (theirs) return theirs
    throw new Error(`Cannot write the key ${path}: may this user write there?`)
  } finally {
    await unlink(draft)
  }
}
