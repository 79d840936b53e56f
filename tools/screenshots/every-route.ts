// Every page of the route table: what is no page, and by which addresses a picture of each other one is tried.
import type { Route } from '#web'

/** GET routes that have no picture, each with its reason. */
export const NO_PICTURE: Readonly<Record<string, string>> = {
  '/children/:child/documents/version/:about': 'leads on to the page of the document',
  '/supervision/personal/take': 'saves a file',
  '/signed-out': 'is shown to nobody who is signed in, and whoever is pictured is',
  '/session': 'tells a script how long the session lasts: no page',
  '/children/:child/documents/:document/file': 'saves a file',
  '/children/:child/documents/:document/picture': 'is a picture, inside the page of its document',
}

/** What stands in an address besides a child and the id of a row. */
const FILLED: Readonly<Record<string, string>> = {
  rule: 'CP-07',
  year: '2027',
  figure: 'cla_count',
  measure: 'cla_count',
  counted: 'far',
  workers: '3',
  file: 'ssd',
  indicator: 'visits_in_time_pct',
}
const IDS = ['about', 'line', 'document', 'request', 'of', 'round']
/** What a page needs to be asked for, to be more than a refusal. */
const ASKED: Readonly<Record<string, string>> = {
  '/children/:child/plan/history': '?part=health',
  '/children/:child/placement-plan/history': '?part=every-day',
  '/children/:child/pathway-plan/history': '?part=home',
  '/children/:child/health-plan/history': '?part=history',
  '/children/:child/safety-plan/history': '?part=because',
}

export type EveryPage = {
  readonly path: string
  readonly name: string
  /** Of these people and rows, the first that opens it is pictured. */
  readonly addresses: (of: {
    readonly children: readonly string[]
    readonly ids: readonly string[]
  }) => readonly string[]
}

/** Without what a part of the path has to look like. */
export const plainPath = (path: string): string => path.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
function nameOf(path: string): string {
  const words = path
    .replace(/:(about|line|document|request|of|year)$/, 'one')
    .replaceAll(/\/:(about|year)/g, '')
    .replaceAll(/[/:]+/g, '-')
  return words === '-' ? 'page-home' : `page${words}`
}

function addressesOf(path: string, { children, ids }: Parameters<EveryPage['addresses']>[0]): readonly string[] {
  const asked =
    ASKED[path] ?? (path.includes('/:about/') || /\/(record|add|new|send|decide)$/.test(path) ? '?fresh=1' : '')
  const filled = path.replaceAll(/:([a-z]+)/g, (part, name: string) => FILLED[name] ?? part)
  const ofChildren = filled.includes(':child') ? children.map((child) => filled.replace(':child', child)) : [filled]
  const id = IDS.find((name) => filled.includes(`:${name}`))
  const all =
    id === undefined ? ofChildren : ofChildren.flatMap((one) => ids.map((about) => one.replace(`:${id}`, about)))
  for (const one of all)
    if (one.includes('/:')) throw new Error(`${path}: say in tools/screenshots/every-route.ts what stands there.`)
  return all.map((one) => one + asked)
}

export function everyPage(routes: readonly Route[]): readonly EveryPage[] {
  const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => plainPath(path))
  return [...new Set(paths)]
    .filter((path) => !Object.hasOwn(NO_PICTURE, path))
    .map((path) => ({ path, name: nameOf(path), addresses: (of) => addressesOf(path, of) }))
}
