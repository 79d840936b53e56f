// Measures the list of homes for one child in the council of the demonstration: read from the record, sorted, explained, and as a page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { html } from 'hono/html'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { filledFor } from '#finding-homes'
import { findingHomesRoutes } from '#finding-homes/pages'
import type { Visit } from '#web'
import { wholeBoardRoutes } from '#whole-board'
import { councilKeysIn, openDoor, withClient } from '../../src/database/index.ts'
import { type TestDatabase, testDatabase, urlOf } from '../../src/database/test-database.ts'
import { openHouse, surroundings } from '../../src/main.ts'
import { bestOf, each, type Figure, postmasterOf } from './measure.ts'

const TIMES = 20
const TARGET = 0.06
const today = () => DEMONSTRATION_DAY

export async function benchFinding(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-finding-'))
  const at = await testDatabase('bench_finding')
  try {
    const environment = { KITH_HOME: home, DATABASE_URL: urlOf(at.connection) }
    const house = await openHouse(surroundings(environment, home), today, () => {})
    await demonstration(house, () => {}, THE_RETURN)
    return await measured(at, home)
  } finally {
    await at.drop()
    rmSync(home, { recursive: true })
  }
}

type Council = { readonly door: ReturnType<typeof openDoor>; readonly council: number }
/** Nobody promised it: what somebody waits for without noticing, with a solver whose thread is warm. */
const BOARD = 0.25
/** As its director opens it: read, solved, kept, as a page. */
async function wholeBoard(at: TestDatabase, { door, council }: Council): Promise<Figure> {
  const { rows } = await withClient(
    at.connection,
    async (client) =>
      await client.query<{ person: string; code: string }>(
        `select r.person, c.code from kith.standing_relation r join door.council c using (council) where r.relation = 'director' and r.council = $1 limit 1`,
        [council],
      ),
  )
  const [{ person, code }] = rows as [(typeof rows)[number]]
  const route = wholeBoardRoutes(code).find(({ path }) => path === '/homes/board')
  if (route === undefined || route.open) throw new Error('The board is not served.')
  const visit = { door, who: { council, person }, today: today(), query: () => undefined } as unknown as Visit
  let lead = ''
  const page = async () => {
    const answer = await route.handler(visit)
    const written = answer.kind === 'page' ? `${await html`${answer.main}`}` : ''
    lead = /([\d,]+ children who wait[^,]*).* in (\d+ homes)/.exec(written)?.slice(1).join(', ') ?? ''
    if (lead === '') throw new Error('No board.')
  }
  await page()
  const best = await bestOf(page, { postmaster: postmasterOf(at.connection), times: 5 })
  return { name: `finding: the whole board, ${lead}, as a page`, target: BOARD, counts: 'cpu', best }
}

async function measured(at: TestDatabase, home: string): Promise<readonly Figure[]> {
  const door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
  const postmaster = postmasterOf(at.connection)
  try {
    const { rows } = await withClient(
      at.connection,
      async (client) =>
        await client.query<{ council: number; child: string; person: string }>(
          `select r.council, r.child, v.person from kith.home_request r join kith.visible_child v on v.council = r.council and v.child = r.child
       where v.relation = 'placement-team' and r.family_considered order by r.id limit 1`,
        ),
    )
    const [{ council, child, person }] = rows as [(typeof rows)[number]]
    const who = { council, person }
    const visit = { door, who, today: today(), part: () => child, query: () => undefined } as unknown as Visit
    const route = findingHomesRoutes().find(({ path }) => path.endsWith('/finding-home'))
    if (route === undefined || route.open) throw new Error('The list of homes is not served.')
    const homes = (await door.as(who, async (asking) => await filledFor(asking, child, today())))?.homes.length
    const page = async () => {
      for (let time = 0; time < TIMES; time += 1) {
        const answer = await route.handler(visit)
        const written = answer.kind === 'page' ? await html`${answer.main}` : ''
        if (!written.includes('This list does')) throw new Error('No list.')
      }
    }
    await page()
    const best = each(await bestOf(page, { postmaster }), TIMES)
    return [
      await wholeBoard(at, { door, council }),
      {
        name: `finding: the list for one child of ${homes} homes, read, explained, as a page`,
        target: TARGET,
        counts: 'cpu',
        best,
      },
    ]
  } finally {
    await door.close()
  }
}
