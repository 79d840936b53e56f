// Composes the house: opens the database, brings it up to date, and hands every room what it may use.
import { createServer } from 'node:net'
import { homedir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { sealsFolder } from '#access'
import type { IsoDay } from '#calendar'
import { childLine } from '#child-frame'
import { ledgerRefresher } from '#clock'
import { faceOf, logoOf } from '#council-face'
import { type Council, type CouncilKeys, councilKeysIn, type Door, migrate, openDoor } from '#database'
import { demonstration } from '#demonstration'
import { type UploadSettings, uploadSettings } from '#documents'
import { sentNotice } from '#forms'
import { makeQueue } from '#jobs'
import { joinedBanner } from '#joining'
import type { PackSettings } from '#night-pack'
import { type OpenedDatabase, openDatabase } from '#postgres'
import { makeFinder } from '#search'
import { type SessionLimits, sessionsThrough } from '#sessions'
import { glassBanner } from '#sight'
import { type ProviderSettings, providerAt, type WayIn } from '#sign-in'
import { sweepArriving } from '#uploads'
import { listen, makeApp } from '#web'
import { everything } from './everything.ts'
import type { DepartmentOf, ProviderOf } from './settings.ts'
import { besideReturns, departmentAt, startWork } from './worker.ts'

export type Surroundings = {
  /** KITH_HOME: the folder of database, keys and seals. */
  readonly home: string
  /** DATABASE_URL: use that server and start none. */
  readonly url: string | undefined
  /** KITH_SEALS: a second folder for the seals of the access log, off this machine. */
  readonly seals: string | undefined
  /** Who the operating system says is at the command line. */
  readonly operator: string
  /** KITH_UPLOAD_MOST and KITH_UPLOAD_CHECK: the largest file in megabytes, and a command that checks each. */
  readonly uploads?: { readonly most: string | undefined; readonly check: string | undefined }
}

export type House = {
  readonly home: string
  readonly opened: OpenedDatabase
  readonly door: Door
  readonly keys: CouncilKeys
  /** Where the seals of the access log are kept. */
  readonly sealPlaces: readonly string[]
  /** Where and how uploads are taken in. */
  readonly uploads: UploadSettings
  readonly close: () => Promise<void>
}

/** What the environment says about where Kith lives. */
export function surroundings(environment: NodeJS.ProcessEnv, projectFolder: string): Surroundings {
  const named = environment.KITH_HOME?.replace(/^~(?=\/|$)/, homedir())
  return {
    home: resolve(named || resolve(projectFolder, '.kith')),
    url: environment.DATABASE_URL || undefined,
    seals: environment.KITH_SEALS || undefined,
    operator: operatingSystemUser(),
    uploads: { most: environment.KITH_UPLOAD_MOST, check: environment.KITH_UPLOAD_CHECK },
  }
}

/** Some accounts have a number and no name. */
function operatingSystemUser(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

/** Opens the database without touching what is in it. */
export async function openAlone({ home, url }: Surroundings, log: (line: string) => void): Promise<OpenedDatabase> {
  return await openDatabase({ home, url, log })
}

/** Opens the house: the database started, its migrations applied, its door open. */
export async function openHouse(where: Surroundings, today: () => IsoDay, log: (line: string) => void): Promise<House> {
  const uploads = uploadSettings(join(where.home, 'arriving'), where.uploads ?? { most: undefined, check: undefined })
  const opened = await openAlone(where, log)
  try {
    await sweepArriving(uploads)
    await migrate(opened.connection)
    await makeQueue(opened.connection)
    const keys = councilKeysIn(where.home)
    const door = openDoor({
      connection: opened.connection,
      keys,
      childrenChanged: ledgerRefresher(today),
      operator: where.operator,
    })
    const close = async () => {
      await door.close()
      await opened.stop()
    }
    const sealPlaces = [sealsFolder(where.home), ...(where.seals ? [where.seals] : [])]
    return { home: where.home, opened, door, keys, sealPlaces, uploads, close }
  } catch (error) {
    await opened.stop()
    throw error
  }
}

/** This machine only, unless a provider says who somebody is. */
export const THIS_MACHINE = '127.0.0.1'

type Serving = { readonly address: string; readonly close: () => Promise<void> }
/** At which people of organisations sign in, by its key in the settings. */
type Beside = readonly (ProviderSettings & { readonly key: string })[]
type Served = { readonly council: Council; readonly way: WayIn; readonly provider: ProviderOf | undefined }

/** With a provider the council that is named; without one the demonstration, where one chooses whom to be. */
async function whomToServe(
  house: House,
  { provider, others = [], log }: Pick<Serve, 'provider' | 'others' | 'log'>,
): Promise<Served> {
  if (provider !== undefined) {
    const council = await house.door.councilByCode(provider.council)
    if (council === undefined) throw new Error(`There is no council ${provider.council}: KITH_COUNCIL names none.`)
    const world = { fetch, now: Date.now }
    const beside = others.map((one) => ({ key: one.key, provider: providerAt(one, world) }))
    return { council, provider, way: { kind: 'provider', provider: providerAt(provider, world), others: beside } }
  }
  const shown = await demonstration(house, log)
  if (shown === undefined)
    throw new Error(
      'Without a provider to sign in at, only a demonstration council is served, and this database holds others. Set KITH_OIDC_ISSUER and what belongs to it, or name another folder with KITH_HOME to look at the demonstration.',
    )
  return { council: shown.council, provider, way: { kind: 'choose', people: shown.people } }
}

/** How the council looks, as every page asks for it. */
export const faceThrough = (door: Door, { council }: Council) => ({
  now: async () => await faceOf(door, council),
  logo: async (id: string) => await logoOf(door, council, id),
})

export type Serve = {
  readonly port: number
  readonly host: string
  readonly provider: ProviderOf | undefined
  readonly others?: Beside | undefined
  readonly limits: SessionLimits
  /** Where packs of the night go; undefined: none are made. */
  readonly packs?: PackSettings | undefined
  /** Where the council sends its children each night. */
  readonly department?: DepartmentOf | undefined
  readonly log: (line: string) => void
}

/** Serves one council, seals the log and takes jobs; closes the house with itself. */
export async function serve(house: House, today: () => IsoDay, to: Serve): Promise<Serving> {
  const { council, way, provider } = await whomToServe(house, to)
  // A demonstration sends nothing to anybody.
  const department = provider === undefined || to.department === undefined ? undefined : departmentAt(to.department)
  const sendTo = department && { code: council.code, department }
  const work = await startWork(house, today, { log: to.log, packs: to.packs, sendTo })
  const sessions = sessionsThrough(house.door, to.limits)
  const log = pino({ base: null }, process.stderr)
  const finder = makeFinder()
  await finder.warm(house.door, council.council, today())
  const { routes, forms, navigation } = everything({
    ...house,
    council,
    sessions,
    way,
    log,
    finder,
    beside: besideReturns(house),
  })
  const app = makeApp(routes, {
    door: house.door,
    council,
    sessions,
    today,
    log,
    navigation,
    face: faceThrough(house.door, council),
    origin: provider?.origin,
    notice: sentNotice(forms, Date.now),
    banner: async (visit) => joinedBanner(visit) ?? (await glassBanner(visit)),
    childLine,
    formsMayLeadTo: [provider ?? [], to.others ?? []].flat().map(({ issuer }) => issuer.origin),
  })
  const listening = await listen(app, { port: to.port, host: to.host }).catch(async (error: unknown) => {
    await work.stop()
    throw aboutPort(error, to.port)
  })
  const close = async () => {
    await listening.close()
    await work.stop()
    await house.close()
  }
  return { address: provider?.origin.origin ?? listening.address, close }
}

export async function needFreePort(port: number, host: string): Promise<void> {
  const { promise, resolve: free, reject } = Promise.withResolvers<void>()
  const trying = createServer().once('error', reject)
  trying.listen(port, host, () => trying.close(() => free()))
  await promise.catch((error: unknown) => {
    throw aboutPort(error, port)
  })
}

function aboutPort(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new Error(`Port ${port} is taken: name another with --port.`) : error
}
