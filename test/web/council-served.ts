// For tests of the pages: the demonstration council from its invented return, on a real server, served on a free port.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { day, type IsoDay } from '#calendar'
import { childLine } from '#child-frame'
import { childRoutes } from '#child-pages'
import { ledgerRefresher } from '#clock'
import { type Council, councilKeysIn, type Door, makeCouncil, openDoor, type Who, withClient } from '#database'
import { nameChildren } from '#demonstration'
import { formRoutes } from '#forms'
import { homePlace, homeRoutes, reviewsPlace } from '#home'
import { importSsda903 } from '#imports'
import { inTrayForms, inTrayPlaces, inTrayRoutes } from '#in-tray'
import { listPlaces, listRoutes } from '#lists'
import { outOfHoursPlaces, outOfHoursRoutes } from '#out-of-hours'
import { rulebookPlaces, rulebookRoutes } from '#rulebook'
import { type Finder, makeFinder, searchRoutes } from '#search'
import { DEFAULT_LIMITS, type Sessions, sessionsThrough } from '#sessions'
import { glassBanner, sightForms, sightRoutes } from '#sight'
import { signInRoutes, type WayIn } from '#sign-in'
import { storyRoutes } from '#story'
import { visitForms } from '#visits/pages'
import { type AppDeps, makeApp, type Place, type Route } from '#web'
import { copyOf, type TestDatabase, testDatabase } from '../../src/database/test-database.ts'

const TODAY: IsoDay = day('2027-03-31')
const RETURN = join(import.meta.dirname, '../../src/demonstration/return')

type Init = NonNullable<Parameters<Hono['request']>[1]>
/** A browser in which one person is signed in. */
export type Browser = { readonly request: (url: string, init?: Init) => Promise<Response> }

export type Served = {
  readonly at: TestDatabase
  readonly door: Door
  /** Where the keys are. */
  readonly home: string
  readonly council: Council
  readonly who: Who
  /** As the director. */
  readonly app: Browser
  readonly sessions: Sessions
  readonly logged: Readonly<Record<string, unknown>>[]
  /** A worker who stands in this relation to one child, or to the whole council; or in none. */
  readonly worker: (relation: string | undefined, child?: string) => Promise<Who>
  readonly appFor: (who: Who, routes?: readonly Route[]) => Browser
  /** With nobody signed in; everybody in `people` may be chosen on its sign-in page. */
  readonly openApp: (more?: OpenApp) => Hono
  readonly query: <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  readonly close: () => Promise<void>
}

export type OpenApp = {
  readonly routes?: readonly Route[]
  readonly people?: readonly Who[]
  readonly way?: WayIn
  readonly sessions?: Sessions
  readonly origin?: URL
  /** Besides the places of every council. */
  readonly places?: readonly Place[]
}

type Stands = { readonly relation: string | undefined; readonly child: string | undefined }

async function addWorker(at: TestDatabase, council: number, { relation, child }: Stands): Promise<string> {
  return await withClient(at.connection, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id`,
      [council],
    )
    const person = rows[0]?.id ?? ''
    await client.query(`insert into kith.worker (council, id, name, recorded_by) values ($1, $2, 'Dawn Test', $2)`, [
      council,
      person,
    ])
    if (relation !== undefined)
      await client.query(
        `with fresh as (select kith.new_id() as id)
         insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
         select $1, id, id, $2, $3, $4, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
        [council, person, relation, child ?? null],
      )
    return person
  })
}

const FORMS = [...visitForms, ...inTrayForms, ...sightForms]
const NO_NAMES = async () => new Map<string, string>()

const roomRoutes = (finder: Finder): readonly Route[] => [
  ...homeRoutes(FORMS),
  ...listRoutes(),
  ...searchRoutes(finder),
  ...inTrayRoutes(),
  ...sightRoutes(),
  ...outOfHoursRoutes(finder, FORMS),
  ...formRoutes(FORMS, NO_NAMES),
  ...childRoutes(),
  ...storyRoutes(),
  ...rulebookRoutes(),
]

type Kept = Pick<AppDeps, 'door' | 'council' | 'sessions' | 'log'>
function appsOf(kept: Kept): Pick<Served, 'openApp' | 'appFor'> {
  // One index for all browsers of a council, as in a server: what is fresh in it shows.
  const finder = makeFinder()
  const openApp: Served['openApp'] = ({ routes = roomRoutes(finder), people = [], ...more } = {}) => {
    const choosable = people.map(({ person }) => ({ person, name: `Dawn ${person.slice(-4)}`, part: 'a test' }))
    const way = more.way ?? { kind: 'choose', people: async () => choosable }
    const deps = { ...kept, sessions: more.sessions ?? kept.sessions, way }
    const navigation = [
      homePlace,
      ...outOfHoursPlaces,
      ...listPlaces,
      reviewsPlace,
      ...inTrayPlaces,
      ...rulebookPlaces,
      ...(more.places ?? []),
    ]
    return makeApp([...signInRoutes({ ...deps, emergency: async () => [] }), ...routes], {
      ...deps,
      today: () => TODAY,
      navigation,
      origin: more.origin,
      banner: glassBanner,
      childLine,
    })
  }
  const appFor: Served['appFor'] = (asker, routes = roomRoutes(finder)) => {
    const app = openApp({ routes })
    let secret: Promise<string | undefined> | undefined
    const request: Browser['request'] = async (url, init = {}) => {
      secret ??= kept.sessions.begin(asker, 'A test')
      const sent = new Headers(init.headers)
      sent.set('cookie', `kith-session=${await secret}`)
      return await app.request(url, { ...init, headers: sent })
    }
    return { request }
  }
  return { openApp, appFor }
}

type Made = { readonly at: TestDatabase; readonly home: string; readonly council: Council }
const openHome = ({ at, home }: Made): Door =>
  openDoor({
    connection: at.connection,
    keys: councilKeysIn(home),
    childrenChanged: ledgerRefresher(() => TODAY),
  })

async function emptyCouncil(name: string): Promise<Made> {
  const at = await testDatabase(name)
  const home = mkdtempSync(join(tmpdir(), 'kith-pages-'))
  const made = { code: 'E06000901', name: 'Northmere Council', demonstration: true }
  return { at, home, council: { council: await makeCouncil(at.connection, made), ...made } }
}

/** With the 300 children of the invented return. It takes three seconds, so that it is made once for all tests of a process. */
async function makeFilled(): Promise<Made> {
  const made = await emptyCouncil('filled')
  const door = openHome(made)
  const folders = { folder: join(RETURN, 'this_year'), lastYear: join(RETURN, 'last_year') }
  await importSsda903(door, { ...folders, council: made.council.council, today: TODAY })
  await door.asService(made.council.council, 'import', async (asking) => await nameChildren(asking))
  await door.close()
  process.once('exit', () => rmSync(made.home, { recursive: true, force: true }))
  return made
}
let filledOnce: Promise<Made> | undefined
async function filledCouncil(name: string): Promise<Made> {
  filledOnce ??= makeFilled()
  const { at, home, council } = await filledOnce
  const own = mkdtempSync(join(tmpdir(), 'kith-pages-'))
  cpSync(home, own, { recursive: true })
  return { at: await copyOf(at, name), home: own, council }
}

/** `filled`: with the 300 children of the invented return. */
export async function servedCouncil(name: string, { filled = true } = {}): Promise<Served> {
  const made = await (filled ? filledCouncil(name) : emptyCouncil(name))
  const { at, home, council } = made
  const door = openHome(made)
  const worker: Served['worker'] = async (relation, child) => ({
    council: council.council,
    person: await addWorker(at, council.council, { relation, child }),
  })
  const who = await worker('director')
  const logged: Readonly<Record<string, unknown>>[] = []
  const log: AppDeps['log'] = { error: (about) => void logged.push(about) }
  const sessions = sessionsThrough(door, DEFAULT_LIMITS)
  const { openApp, appFor } = appsOf({ door, council, sessions, log })
  const query: Served['query'] = async (text, values = []) =>
    await withClient(at.connection, async (client) => (await client.query(text, [...values])).rows)
  const close = async () => {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
  return { at, door, home, council, who, app: appFor(who), sessions, logged, worker, appFor, openApp, query, close }
}
