// For pictures of pages about something: a worker who may see every part of one child's record, and a row of everything in it.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Door } from '#database'
import { DEFAULT_LIMITS, sessionsThrough } from '#sessions'
import { matrix } from '../../test/access/matrix.ts'
import { Builder, councilWide } from '../../test/access/town.ts'
import type { Served } from '../../test/web/council-served.ts'
import { joinTeam, makeTeam } from '../../test/web/form-posting.ts'
import { recordOrganisation } from '../../test/web/fuzz-organisations.ts'
import { addHome, checkReturn, placeHere, type Row, recordRows, rowsOf } from '../../test/web/fuzz-rows.ts'
import { signIn, wholeApp } from '../../test/web/whole-app.ts'

const RELATIONS = matrix
  .map(({ relation }) => relation)
  .filter((relation) => !['child', 'carer', 'break-glass'].includes(relation))

export type WholeRecord = {
  /** The cookie of the worker's session. */
  readonly secret: string
  readonly child: string
  /** Out of care since. */
  readonly gone: string
  /** Born so long ago that nothing has to be kept. */
  readonly old: string
  /** What an address may be about, the newest first. */
  readonly ids: readonly string[]
}
type House = { readonly home: string; readonly door: Door; readonly opened: { readonly connection: pg.PoolConfig } }

async function children(query: Served['query'], inCare: boolean): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `select c.id from kith.child c where $1 = exists (
       select from kith.care_period_current p where p.child = c.id and p.ended is null)
     and exists (select from kith.review_current r where r.child = c.id)
     and not exists (select from kith.missing_episode_current m where m.child = c.id)
     and not exists (select from kith.must_know_current k where k.child = c.id) order by c.id limit 3`,
    [inCare],
  )
  return rows.map(({ id }) => id)
}

/** Only what the tests of forms ask of a served council. */
async function servedOf({ home, door }: House, owner: pg.Pool): Promise<Served> {
  const council = (await door.councils()).find(({ demonstration }) => demonstration)
  if (council === undefined) throw new Error('There is no demonstration council.')
  const query: Served['query'] = async (text, values = []) => (await owner.query(text, [...values])).rows
  const given = { home, door, council, query, sessions: sessionsThrough(door, DEFAULT_LIMITS), logged: [] }
  return given as unknown as Served
}

async function somebody(builder: Builder, served: Served, name: string): Promise<string> {
  const person = await builder.worker(name)
  for (const relation of RELATIONS.filter((one) => councilWide.has(one))) await builder.relate(person, relation)
  await joinTeam(served, { person, team: await makeTeam(served, `Team of ${name}`), role: 'manager' })
  return person
}

export async function wholeRecord(house: House): Promise<WholeRecord> {
  const owner = new pg.Pool(house.opened.connection)
  const served = await servedOf(house, owner)
  const { council } = served.council
  const builder = new Builder(owner, council, randomUUID)
  const people = [await somebody(builder, served, 'Ines Calloway'), await somebody(builder, served, 'Noor Halden')]
  const [child = '', closed = '', old = ''] = await children(served.query, true)
  const [gone = ''] = await children(served.query, false)
  for (const one of [child, gone, old])
    for (const person of people)
      for (const relation of RELATIONS.filter((name) => !councilWide.has(name)))
        await builder.relate(person, relation, { child: one })
  const [, colleague = ''] = people
  await builder.restrict(closed, { kind: 'closed', named: [colleague], ask: colleague })
  const me = await signIn(served, people[0] ?? '')
  await checkReturn(served)
  const recording = { served, app: wholeApp(served).app, me, colleague: { council, person: colleague } }
  await placeHere(recording)
  await addHome(recording)
  await served.query(`update kith.birth_claim set born = '1940-05-01' where child = $1`, [old])
  await recordRows(recording, child)
  await recordOrganisation(recording, child)
  const rows: Row[] = []
  for (const source of await rowsOf(served, child)) rows.push(...(await source.rows()))
  await owner.end()
  return { secret: me.secret, child, gone, old, ids: [closed, ...rows.map(({ about }) => about)] }
}
