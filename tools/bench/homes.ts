// Measures a council with 10,000 homes on its list, beside the demonstration: the list, its second page, a name, one home, places taken, who is due.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { html } from 'hono/html'
import { sql } from 'kysely'
import { homesOn } from '#carers'
import { carersRoutes } from '#carers/pages'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import type { Visit } from '#web'
import {
  type Asking,
  councilKeysIn,
  type Door,
  openDoor,
  type Who,
  withClient,
  writeParts,
} from '../../src/database/index.ts'
import { type TestDatabase, testDatabase, urlOf } from '../../src/database/test-database.ts'
import { openHouse, surroundings } from '../../src/main.ts'
import { bestOf, each, type Figure, postmasterOf } from './measure.ts'

const HOMES = 10_000
const AT_ONCE = 1000
const TIMES = 5
const today = () => DEMONSTRATION_DAY
/** Nobody promised these: what somebody waits for without noticing, of more homes than any council has. */
const TARGETS = { list: 0.5, name: 1, one: 0.03, taken: 0.02, due: 0.5 } as const

export async function benchHomes(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-homes-'))
  const at = await testDatabase('bench_homes')
  const door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
  try {
    const house = await openHouse(
      surroundings({ KITH_HOME: home, DATABASE_URL: urlOf(at.connection) }, home),
      today,
      () => {},
    )
    await demonstration(house, () => {}, THE_RETURN)
    const who = await teamIn(at)
    const postcodes = await postcodesIn(at)
    for (let from = 0; from < HOMES; from += AT_ONCE)
      await door.as(who, async (asking) => await addHomes(asking, from, postcodes))
    await withClient(at.connection, async (client) => await client.query('analyze'))
    return await measured({ at, door, who })
  } finally {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
async function teamIn(at: TestDatabase): Promise<Who> {
  const { rows } = await withClient(
    at.connection,
    async (client) =>
      await client.query<Who>(
        `select council, person from kith.standing_relation where relation = 'placement-team' order by person limit 1`,
      ),
  )
  const [who] = rows
  if (who === undefined) throw new Error('The demonstration is not as it was.')
  return who
}
async function postcodesIn(at: TestDatabase): Promise<readonly string[]> {
  const { rows } = await withClient(
    at.connection,
    async (client) => await client.query<{ postcode: string }>('select postcode from reference.postcode order by 1'),
  )
  return rows.map(({ postcode }) => postcode)
}

const NAMES = ['Ashcombe', 'Brandish', 'Colby', 'Dunstall', 'Everard', 'Fenwick', 'Garside', 'Hollins'] as const
/** Each with a name, an address, an approval and what it is; so many as no council has. */
async function addHomes(asking: Asking, from: number, postcodes: readonly string[]): Promise<void> {
  const { council, person } = asking.who
  const ids = await asking.newIds(AT_ONCE * 3)
  const [homes, addresses, approvals] = [0, 1, 2].map((part) => ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
  const texts = (homes ?? []).map((record, at) => {
    const name = `Hazel and Ian ${NAMES[(from + at) % NAMES.length]} ${from + at}`
    return { record, child: null, text: writeParts({ name, enjoy: 'Football on Sundays.' }) ?? '' }
  })
  const said = await asking.keepWords(texts)
  const shape = (id: string) => ({ council, id, line: id, recorded_by: person })
  await asking.insert(
    'kith.household',
    (homes ?? []).map((id) => ({
      ...{ ...shape(id), said: said.get(id) ?? null, kind: 'our foster home', supervisor: person },
      ...{ supervision_weeks: 6, prefers: [] },
    })),
  )
  await asking.insert(
    'kith.household_address',
    (addresses ?? []).map((id, at) => ({
      ...{ ...shape(id), household: homes?.[at] ?? '', since: '2026-02-01' },
      postcode: postcodes[(from + at) % postcodes.length] ?? '',
    })),
  )
  await asking.insert(
    'kith.household_approval',
    (approvals ?? []).map((id, at) => ({
      ...{ ...shape(id), household: homes?.[at] ?? '', decided: '2026-02-01', decided_by: 'agency decision-maker' },
      ...{ kinds: ['long term'], temporary: false, named_only: false, places: 1 + (at % 3), age_from: 0, age_to: 17 },
      ...{ sexes: 'any', since: '2026-02-01' },
    })),
  )
}

type Measuring = { readonly at: TestDatabase; readonly door: Door; readonly who: Who }
type Asked = { readonly path: string; readonly query?: Readonly<Record<string, string>>; readonly about?: string }
const ME = { parts: ['placement-team'], session: { handle: 'bench' } }
/** A page of homes as its handler writes it, for one person; `find` gives the number of a name that is looked for. */
function pagesFor({ door, who }: Measuring) {
  const routes = carersRoutes()
  const handled = async (method: string, path: string, more: object) => {
    const route = routes.find((one) => one.method === method && one.path === path)
    if (route === undefined || route.open) throw new Error(`${path} is not served.`)
    return await route.handler({ door, who, me: ME, today: today(), ...more } as unknown as Visit)
  }
  return {
    find: async (typed: string): Promise<string> => {
      const answer = await handled('POST', '/homes/find', { field: (name: string) => (name === 'name' ? typed : '') })
      return answer.kind === 'redirect' ? (/looked=(\d+)/.exec(answer.to)?.[1] ?? '') : ''
    },
    must: async ({ path, query = {}, about = '' }: Asked, words: RegExp): Promise<void> => {
      const answer = await handled('GET', path, { part: () => about, query: (name: string) => query[name] })
      const written = answer.kind === 'page' ? `${await html`${answer.main}`}` : ''
      if (!words.test(written)) throw new Error(`Not shown: ${words}`)
    },
  }
}

async function measured(measuring: Measuring): Promise<readonly Figure[]> {
  const { at, door, who } = measuring
  const postmaster = postmasterOf(at.connection)
  const { find, must } = pagesFor(measuring)
  const figure = async (name: string, target: number, work: () => Promise<unknown>): Promise<Figure> => {
    await work()
    const many = async () => {
      for (let time = 0; time < TIMES; time += 1) await work()
    }
    const best = each(await bestOf(many, { postmaster }), TIMES)
    return { name: `homes: ${name}, of ${HOMES}`, target, counts: 'cpu', best }
  }
  const list = { path: '/homes' }
  const named = { ...list, query: { looked: await find('colby 4002') } }
  const [last] = await door.as(who, async (asking) => (await homesOn(asking, today())).slice(-1))
  const one = { path: '/homes/:about{[0-9a-f-]{36}}', about: last?.home.line ?? '' }
  const hundredth = { ...list, query: { page: '100' } }
  const taken = async () =>
    await door.as(who, async ({ record }) => {
      await sql`select * from kith.homes_taken(${today()}::date)`.execute(record)
    })
  return [
    await figure('the list, its first page', TARGETS.list, async () => await must(list, /Hazel and Ian/)),
    await figure('the list, its hundredth page', TARGETS.list, async () => await must(hundredth, /Hazel/)),
    await figure('found by its name', TARGETS.name, async () => await must(named, /Colby 4002/)),
    await figure('one home, its page', TARGETS.one, async () => await must(one, /Hazel/)),
    await figure('places that are taken today', TARGETS.taken, taken),
    await figure(
      'reviews and visits that are due',
      TARGETS.due,
      async () => await must({ path: '/homes/due' }, /late/),
    ),
  ]
}
