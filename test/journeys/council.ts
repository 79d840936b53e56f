// For the journeys: the demonstration council of the return, as it is served where it was loaded, made once and copied, so that each way of going has a whole one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { DEFAULT_LIMITS } from '#sessions'
import { copyOf, type TestDatabase, testDatabase, urlOf } from '../../src/database/test-database.ts'
import { openHouse, serve, surroundings, THIS_MACHINE } from '../../src/main.ts'

export type Council = { readonly address: string; readonly close: () => Promise<void> }
export type Original = { readonly copy: (name: string) => Promise<Council>; readonly drop: () => Promise<void> }

const today = () => DEMONSTRATION_DAY

async function open(at: TestDatabase, home: string): Promise<Council> {
  const house = await openHouse(
    surroundings({ KITH_HOME: home, DATABASE_URL: urlOf(at.connection) }, home),
    today,
    () => {},
  )
  await demonstration(house, () => {}, THE_RETURN)
  const to = { port: 0, host: THIS_MACHINE, provider: undefined, limits: DEFAULT_LIMITS, log: () => {} }
  return await serve(house, today, to)
}

export async function original(): Promise<Original> {
  const home = mkdtempSync(join(tmpdir(), 'kith-journeys-'))
  const first = await testDatabase('journeys')
  await (await open(first, home)).close()
  const copies: TestDatabase[] = []
  const copy = async (name: string): Promise<Council> => {
    const at = await copyOf(first, `journeys ${name}`)
    copies.push(at)
    return await open(at, home)
  }
  const drop = async () => {
    for (const { drop: away } of [...copies, first]) await away()
    rmSync(home, { recursive: true })
  }
  return { copy, drop }
}
