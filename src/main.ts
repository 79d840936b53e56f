// Composes the house: opens the database, brings it up to date, and hands every room what it may use.
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import {
  type CouncilKeys,
  councilKeysIn,
  type Door,
  migrate,
  type OpenedDatabase,
  openDatabase,
  openDoor,
} from '#database'

export type Surroundings = {
  /** KITH_HOME: the folder of database, keys and seals. */
  readonly home: string
  /** DATABASE_URL: use that server and start none. */
  readonly url: string | undefined
}

export type House = {
  readonly home: string
  readonly opened: OpenedDatabase
  readonly door: Door
  readonly keys: CouncilKeys
  readonly close: () => Promise<void>
}

/** What the environment says about where Kith lives. */
export function surroundings(environment: NodeJS.ProcessEnv, projectFolder: string): Surroundings {
  const named = environment.KITH_HOME?.replace(/^~(?=\/|$)/, homedir())
  return { home: resolve(named || resolve(projectFolder, '.kith')), url: environment.DATABASE_URL || undefined }
}

/** Opens the database without touching what is in it. */
export async function openAlone({ home, url }: Surroundings, log: (line: string) => void): Promise<OpenedDatabase> {
  return await openDatabase({ home, url, log })
}

/** Opens the house: the database started, its migrations applied, its door open. */
export async function openHouse(where: Surroundings, log: (line: string) => void): Promise<House> {
  const opened = await openAlone(where, log)
  try {
    await migrate(opened.connection)
    const keys = councilKeysIn(where.home)
    const door = openDoor({ connection: opened.connection, keys })
    const close = async () => {
      await door.close()
      await opened.stop()
    }
    return { home: where.home, opened, door, keys, close }
  } catch (error) {
    await opened.stop()
    throw error
  }
}
