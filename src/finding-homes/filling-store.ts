// The SQL of filling matching from the record: a request with its children and places, and every home with what it answers, as the asker may know.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type HomeOn, type HomesReader, homeRows, homesReader } from '#carers'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import type { PostcodeList } from '#geography'
import {
  alsoWaiting,
  homesKeptApart,
  keptApart,
  type Place,
  placesOfRequest,
  type Request,
  requestOf,
  type Standing,
  type Step,
  standingOf,
  stepsOf,
} from '#home-requests'
import type { ChildAsked, HomeKnown, MatchingPolicy, RequestForHome } from '#matching'
import { settingsNow } from '#matching-settings'
import { placesAsked } from '#placements'
import { type HomeRead, homeKnown } from './home-known.ts'
import { prefersOf, requestKnown, unplaced, type Wishes } from './request-known.ts'

type Fact = { readonly child: string; readonly born: string | null; readonly sex: string | null }
async function factsOf({ record, who }: Asking, children: readonly string[]): Promise<ReadonlyMap<string, Fact>> {
  const { rows } = await sql<Fact>`
    select k.id as child,
      (select b.born::text from kith.birth_claim_current b where b.council = k.council and b.child = k.id and b.standing <> 'found wrong'
        order by b.standing = 'in force' desc, b.recorded desc limit 1) as born,
      (select i.code from kith.identity_code_current i where i.council = k.council and i.child = k.id and i.kind = 'sex' order by i.recorded desc limit 1) as sex
    from kith.child k where k.council = ${who.council}::smallint and k.id = any (${children}::uuid[])`.execute(record)
  return new Map(rows.map((row) => [row.child, row]))
}
const SEXES: Readonly<Record<string, ChildAsked['sex']>> = { '1': 'male', '2': 'female', M: 'male', F: 'female' }

/** Who is in these requests, and who of those whom they name looks for a home too, as the asker may know. */
async function peopleOf(asking: Asking, requests: readonly Request[]) {
  const waiting = await alsoWaiting(asking, [...new Set(requests.flatMap((one) => one.with_siblings ?? []))])
  const ids = [...new Set([...requests.map(({ child }) => child), ...waiting])]
  return { waiting, facts: await factsOf(asking, ids), names: await childrenCalled(asking, ids) }
}
type People = Awaited<ReturnType<typeof peopleOf>>
/** Brothers and sisters of whom the reader may know, and who look for a home too, are looked for together. */
function groupOf(request: Request, { waiting, facts, names }: People) {
  const named = request.with_siblings ?? []
  const ids = [request.child, ...named.filter((one) => waiting.has(one))]
  const asked = (id: string): ChildAsked => {
    const { born = null, sex = null } = facts.get(id) ?? {}
    const called = (names.get(id) ?? 'the child').split(' ')[0] ?? ''
    return { id, called, born: born === null ? undefined : day(born), sex: sex === null ? undefined : SEXES[sex] }
  }
  const children: [ChildAsked, ...ChildAsked[]] = [asked(request.child), ...ids.slice(1).map(asked)]
  return { children, elsewhere: named.filter((one) => !waiting.has(one)) }
}

const councilCode = async ({ record, who }: Asking): Promise<string> =>
  (await sql<{ code: string }>`select code from door.council where council = ${who.council}`.execute(record)).rows[0]
    ?.code ?? ''

type Lives = { readonly line: string; readonly child: string; readonly born: string | null }
/** Who lives where, or has a place there, of those whom the asker may know of. */
async function livesThere({ record, who }: Asking): Promise<HomeRead['children']> {
  const { rows } = await sql<Lives>`
    with tied as (select line, child from kith.placement_household_current where council = ${who.council}::smallint
      union all select line, child from kith.place_held_current where council = ${who.council}::smallint and household is not null)
    select t.line, t.child, (select b.born::text from kith.birth_claim_current b where b.council = ${who.council}::smallint and b.child = t.child
      and b.standing <> 'found wrong' order by b.standing = 'in force' desc, b.recorded desc limit 1) as born from tied t`.execute(
    record,
  )
  return new Map(rows.map(({ line, child, born }) => [line, { child, born: born ?? undefined }]))
}
async function exemptions({ record, who }: Asking, on: IsoDay): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ household: string; child: string }>`
    select household, child from kith.limit_exemption_current where council = ${who.council}::smallint
      and granted <= ${on}::date and (until is null or until > ${on}::date)`.execute(record)
  return new Map(
    [...Map.groupBy(rows, ({ household }) => household)].map(([home, own]) => [home, own.map(({ child }) => child)]),
  )
}

type Whole = HomeOn & HomeRead
/** What hangs on homes whatever the day. */
async function hangingOn(asking: Asking, homes: HomesReader) {
  return {
    words: await homes.words(),
    skills: Map.groupBy(await homes.skills(), ({ household }) => household),
    people: Map.groupBy(await homeRows(asking, 'kith.household_person'), ({ household }) => household),
    children: await livesThere(asking),
  }
}
type Hanging = Awaited<ReturnType<typeof hangingOn>>
function wholeOf(one: HomeOn, { words, skills, people, children }: Hanging, exempted: readonly string[]): Whole {
  const { line } = one.home
  const { name, enjoy } = words.get(line) ?? { name: '', enjoy: '' }
  const hung = { skills: skills.get(line) ?? [], own: people.get(line) ?? [], exempted }
  return { ...one, ...hung, called: name || 'A home without a name', enjoy, children }
}

/** Who and what each of them is to be kept apart from. */
async function apartFor(
  asking: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<Pick<Wishes, 'apart' | 'under'>> {
  const own = (await Promise.all(children.map(async (child) => await keptApart(asking, child, on)))).flat()
  return {
    apart: await homesKeptApart(asking, children, on),
    under: own.flatMap(({ under_age: age, firmness }) => (age === null ? [] : [{ age, firm: firmness === 'never' }])),
  }
}

export type Filled = {
  readonly request: Request
  readonly places: readonly Place[]
  readonly steps: readonly Step[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly asked: RequestForHome
  readonly homes: readonly HomeKnown[]
  readonly on: ReadonlyMap<string, HomeOn>
  /** Places to keep away from, of which nobody knows where they are. */
  readonly unplaced: readonly Place[]
  readonly list: PostcodeList
  /** The council's settings as they stand: a list keeps their version. */
  readonly policy: MatchingPolicy
}
/** What several requests have in common, read once for all of them. */
type Reading = {
  readonly homesOn: (on: IsoDay) => Promise<readonly Whole[]>
  readonly placesOf: (postcodes: readonly string[]) => Promise<PostcodeList>
  readonly policy: MatchingPolicy
  readonly council: string
  readonly people: People
}
/** Of each postcode the directory is asked once. */
function directoryOf(asking: Asking): Reading['placesOf'] {
  const asked = new Set<string>()
  const lists: PostcodeList[] = []
  return async (postcodes) => {
    const fresh = [...new Set(postcodes)].filter((one) => !asked.has(one))
    if (fresh.length > 0) lists.push(await placesAsked(asking, fresh))
    for (const one of fresh) asked.add(one)
    const known = [...lists]
    return {
      placeOf: (postcode) => {
        for (const list of known) {
          const found = list.placeOf(postcode)
          if (found !== undefined) return found
        }
        return undefined
      },
    }
  }
}
async function readingOf(asking: Asking, requests: readonly Request[], homes: HomesReader): Promise<Reading> {
  const read = new Map<IsoDay, readonly Whole[]>()
  let hanging: Hanging | undefined
  const wholeOn: Reading['homesOn'] = async (on) => {
    const known = read.get(on)
    if (known !== undefined) return known
    hanging ??= await hangingOn(asking, homes)
    const [hung, exempted] = [hanging, await exemptions(asking, on)]
    const whole = (await homes.on(on)).map((one) => wholeOf(one, hung, exempted.get(one.home.line) ?? []))
    read.set(on, whole)
    return whole
  }
  return {
    ...{ homesOn: wholeOn, placesOf: directoryOf(asking), policy: (await settingsNow(asking)).policy },
    ...{ council: await councilCode(asking), people: await peopleOf(asking, requests) },
  }
}
/** Whether the asker may say where this child lives, and so reserve a place. */
export async function mayReserve({ record }: Asking, child: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select kith.may(${child}::uuid, 'write', 'where') as may`.execute(record)
  return rows[0]?.may === true
}
/** undefined: no home was ever asked for. Read anew for each person: no list of homes is kept between two of them. */
export async function filledFor(asking: Asking, child: string, today: IsoDay): Promise<Filled | undefined> {
  const request = await requestOf(asking, child)
  if (request === undefined) return undefined
  const reading = await readingOf(asking, [request], homesReader(asking))
  return await filled(asking, request, { today, reading })
}
type Several = { readonly children: readonly string[]; readonly homes: HomesReader }
/** Of several children at once, whoever has a request, by child. */
export async function filledForAll(
  asking: Asking,
  { children, homes }: Several,
  today: IsoDay,
): Promise<ReadonlyMap<string, Filled>> {
  const requests: Request[] = []
  for (const child of children) requests.push(...[(await requestOf(asking, child)) ?? []].flat())
  if (requests.length === 0) return new Map()
  homes.expect([today, ...requests.map((request) => neededOn(request, today))])
  const reading = await readingOf(asking, requests, homes)
  const all = new Map<string, Filled>()
  for (const request of requests) all.set(request.child, await filled(asking, request, { today, reading }))
  return all
}
const neededOn = (request: Request, today: IsoDay): IsoDay =>
  request.needed_by > today ? day(request.needed_by) : today
type When = { readonly today: IsoDay; readonly reading: Reading }
async function filled(asking: Asking, request: Request, { today, reading }: When): Promise<Filled> {
  const [places, steps] = [await placesOfRequest(asking, request), await stepsOf(asking, request)]
  const standings = new Map(
    [...Map.groupBy(steps, ({ household }) => household)].map(([home, own]) => [home, standingOf(own)]),
  )
  const needed = neededOn(request, today)
  const read = await reading.homesOn(needed)
  const postcodes = [
    ...places.flatMap(({ postcode }) => postcode ?? []),
    ...read.flatMap(({ address }) => address?.postcode ?? []),
  ]
  const list = await reading.placesOf(postcodes)
  const group = groupOf(request, reading.people)
  const apart = await apartFor(
    asking,
    group.children.map(({ id }) => id),
    needed,
  )
  const wishes = { request, places, standings, council: reading.council, ...group, ...apart }
  const asked = requestKnown(wishes, list, today)
  const ids = asked.children.map(({ id }) => id)
  const answers = { likes: asked.likes, on: asked.on, prefers: prefersOf(request, ids.length), group: ids }
  const homes = read.map((one) => homeKnown(one, one.address && list.placeOf(one.address.postcode), answers))
  return {
    ...{ request, places, steps, standings, asked, homes, list, policy: reading.policy },
    ...{ on: new Map(read.map((one) => [one.home.line, one])), unplaced: unplaced(places, list) },
  }
}
