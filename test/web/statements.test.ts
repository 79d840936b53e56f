// One statement of every kind, kept from everybody but the child's own worker, on every way out: pages, prints, search, the return, the database's own text.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Command } from 'commander'
import type { Hono } from 'hono'
import pg from 'pg'
import { day } from '#calendar'
import type { RecordTable } from '#database'
import { postcodeListFrom } from '#geography'
import { makeQueue } from '#jobs'
import { returnCommand } from '#return-making'
import type { Route } from '#web'
import { BY_SCOPE, FOLLOWS, OWN_AUDIENCE } from '../access/placed-tables.ts'
import { Builder, fillTown, rowIn, type Town } from '../access/town.ts'
import { type WalledTable, walledTables } from '../access/walled-tables.ts'
import { type Served, servedCouncil } from './council-served.ts'
import { addressOf, ask, partsOf, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let app: Hono
let routes: readonly Route[]
let owner: pg.Pool
let town: Town
let tables: readonly WalledTable[]
const people = new Map<string, SignedIn>()

/** What is looked for, by the table in which it was planted: words that nobody else has written. */
const planted = new Map<string, { readonly id: string; readonly mark: string }>()
const HIDDEN = 'Quillowen'
const POSTCODE = 'ZQ7 7QZ'
const BORN = '2011-02-03'
const KEPT = { audience: ['allocated-worker'], must_not_know: null }
/** Follows the address from which it was measured; without words. */
const MEASURED = 'kith.placement_distance'

/** What a kind of statement holds as words, where it is more than a line. */
const wordsOf = (table: string, mark: string): string =>
  table === 'kith.document' ? JSON.stringify({ title: mark, from: '', caption: mark }) : mark

/** What no type tells of a row, and the codes that stand for words. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'kith.address': { postcode: POSTCODE, kind: 'home' },
  'kith.birth_claim': { born: BORN, standing: 'in force' },
  'kith.child_name': { kind: 'known as' },
  'kith.document': { terms: 'legal advice' },
  'kith.note_paragraph': { about: 'brother or sister' },
}

async function plant(table: WalledTable, decision: string): Promise<void> {
  const has = (name: string) => table.columns.find((column) => column.name === name)
  const mark = `Zq${table.name.slice(5).replaceAll('_', '')}xq`
  await served.door.asService(town.council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const text = wordsOf(table.name, mark)
    const said = (await asking.keepWords([{ record: id, child: town.child, text }])).get(id)
    const why = (name: string) => (has(name) === undefined ? {} : { [name]: has(name)?.firstAllowed })
    const row = {
      ...rowIn(town, table, { id, line: id, recorded_by: asking.who.person, ...OTHERWISE[table.name] }),
      ...{ ...OTHERWISE[table.name], ...KEPT, ...why('audience_why'), ...why('audience_because') },
      ...(has('audience_decision') === undefined ? {} : { audience_decision: decision }),
      ...(table.name === 'kith.key_event' ? { on_table: 'review', on_line: await line('kith.review') } : {}),
      ...{ id, line: id, said, change: 'first', retention_class: 'child-in-care', recorded_by: asking.who.person },
    }
    await asking.insert(table.name as RecordTable, [row])
    planted.set(table.name, { id, mark })
  })
}
async function line(of: string): Promise<string> {
  const table = tables.find(({ name }) => name === of)
  assert.ok(table)
  const id = randomUUID()
  const row = rowIn(town, table, { id, line: id })
  await owner.query(
    `insert into ${of} (${Object.keys(row).join(', ')}) select ${Object.keys(row).join(', ')} from json_populate_record(null::${of}, $1::json)`,
    [JSON.stringify(row)],
  )
  return id
}

async function decided(): Promise<string> {
  const mark = 'Zqdecisionxq'
  return await served.door.asService(town.council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const said = (await asking.keepWords([{ record: id, child: town.child, text: mark }])).get(id)
    const made = { power: 'court order', decided: '2026-01-05', change: 'first', retention_class: 'child-in-care' }
    const shape = { council: town.council, id, line: id, child: town.child, said, recorded_by: asking.who.person }
    await asking.insert('kith.audience_decision', [{ ...made, ...shape }])
    planted.set('kith.audience_decision', { id, mark })
    return id
  })
}

/** A brother who is hidden, and whom the family of this child names. */
async function hiddenBrother(builder: Builder): Promise<void> {
  const brother = await builder.child()
  const boss = await builder.worker('Dawn Okafor')
  const name = { kind: 'given', change: 'first', retention_class: 'child-in-care' } as const
  await served.door.asService(town.council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const said = (await asking.keepWords([{ record: id, child: brother, text: HIDDEN }])).get(id)
    const shape = { council: town.council, id, line: id, child: brother, said, recorded_by: asking.who.person }
    await asking.insert('kith.child_name', [{ ...name, ...shape }])
  })
  const [person] = (
    await owner.query<{ id: string }>(`select id from kith.family_person where child = $1 limit 1`, [town.child])
  ).rows
  const id = builder.newId()
  await builder.add('family_link', { id, line: id, child: town.child, person: person?.id, other_child: brother })
  await builder.allocate(brother, boss)
  await builder.restrict(brother, { kind: 'hidden', named: [boss] })
}

before(async () => {
  served = await servedCouncil('statements', { filled: false })
  owner = new pg.Pool(served.at.connection)
  await makeQueue(served.at.connection)
  tables = await walledTables(owner)
  const builder = new Builder(owner, served.council.council, randomUUID)
  town = await fillTown(builder, served.council.code, tables)
  const decision = await decided()
  for (const table of tables)
    if (OWN_AUDIENCE.includes(table.name.slice(5)) && table.name !== MEASURED) await plant(table, decision)
  await hiddenBrother(builder)
  // The builder seals no words: without their keys what it wrote reads as taken out of sight.
  await owner.query(`delete from kith.word_key where record in (select id from kith.break_glass_use)`)
  for (const [relation, person] of town.people)
    if (relation !== 'child') people.set(relation, await signIn(served, person))
  ;({ app, routes } = wholeApp(served))
})
after(async () => {
  await owner?.end()
  await served?.close()
})

test('every table of a record is placed: one that says who may know, one that follows, or one read by its part', async () => {
  const restrictive = new Set(
    (
      await owner.query<{ name: string }>(
        `select distinct c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid where not p.polpermissive and p.polcmd = 'r'`,
      )
    ).rows.map(({ name }) => name),
  )
  const found = tables.map(({ name }) => name.slice(5))
  const placed = [...OWN_AUDIENCE, ...FOLLOWS, ...BY_SCOPE]
  assert.deepEqual(
    { 'not placed, see test/access/placed-tables.ts': found.filter((name) => !placed.includes(name)) },
    { 'not placed, see test/access/placed-tables.ts': [] },
  )
  assert.deepEqual(
    placed.filter((name) => !found.includes(name)),
    [],
    'placed, and not there',
  )
  assert.equal(new Set(placed).size, placed.length, 'placed twice')
  const own = tables.filter(({ columns }) => columns.some(({ name }) => name === 'must_not_know'))
  assert.deepEqual(own.map(({ name }) => name.slice(5)).sort(), [...OWN_AUDIENCE].sort())
  // The decision is walled by what rests on it, in its only reading policies.
  const follows = FOLLOWS.filter((name) => name !== 'audience_decision')
  assert.deepEqual(
    follows.filter((name) => !restrictive.has(name)),
    [],
  )
  assert.deepEqual(
    BY_SCOPE.filter((name) => restrictive.has(name)),
    [],
  )
})

test('a table that lets something rest on a decision is in the wall of decisions', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_decision' and not a.attisdropped
    where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' and not exists (
      select from pg_policies p where p.tablename = 'audience_decision' and p.policyname = 'caseload_sees' and p.qual like '%' || c.relname || ' said%')`)
  assert.deepEqual(rows, [])
})

/** What a page holds, without what is not printed. */
function onPaper(html: string): string {
  let rest = html
  for (;;) {
    const start = /<(\w+)[^>]*class="[^"]*kith-no-print[^"]*"[^>]*>/.exec(rest)
    if (start === null) return rest
    const [open, tag = ''] = start
    let depth = 1
    const walk = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g')
    walk.lastIndex = start.index + open.length
    let end = rest.length
    for (let one = walk.exec(rest); one !== null && depth > 0; one = walk.exec(rest)) {
      depth += one[1] === '/' ? -1 : 1
      if (depth === 0) end = one.index + one[0].length
    }
    rest = rest.slice(0, start.index) + rest.slice(end)
  }
}

const marks = (): readonly string[] => [
  ...[...planted.values()].map(({ mark }) => mark),
  POSTCODE,
  HIDDEN,
  '3 Feb 2011',
]
const told = (text: string): readonly string[] => marks().filter((mark) => text.includes(mark))

async function opened(relation: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asker = people.get(relation)
  assert.ok(asker)
  const found = new Map<string, string>()
  for (const path of paths) {
    const answer = await ask(app, { method: 'GET', path }, { secret: asker.secret })
    assert.ok(answer.status < 500, `${relation} ${path}: ${answer.status}`)
    if (answer.status === 200) found.set(path, await answer.text())
  }
  return found
}
/** Addresses that name no row: every page, and every form that begins anew. */
const addresses = (of: 'pages' | 'forms'): readonly string[] =>
  routes
    .filter(({ method, path }) => method === 'GET' && partsOf(path).every((part) => part === 'child'))
    .filter(({ lock: { may } }) => (Array.isArray(may) && may[0] !== 'see') === (of === 'forms'))
    .map(({ path }) => addressOf(path, town.child))

/** What the child's own worker is shown, and by its links the pages of each planted row. */
let shown: ReadonlyMap<string, string>
/** The addresses of what is kept from everybody else. */
let keptAt: readonly string[]

test('whoever may know reads them: each is on some page of the child’s own worker', async () => {
  const first = await opened('allocated-worker', addresses('pages'))
  const ids = [...planted.values()].map(({ id }) => id)
  const links = [...first.values()].flatMap((html) =>
    [...html.matchAll(/href="(\/children\/[^"?#]+)"/g)].map(([, to = '']) => to),
  )
  // Of a paragraph the page is that of its note.
  const whole = /^\/children\/[^/]+\/[a-z-]+\/[0-9a-f-]{36}$/
  keptAt = [...new Set(links)].filter((to) => whole.test(to) || ids.some((id) => to.includes(id)))
  assert.ok(keptAt.length > 15, String(keptAt.length))
  shown = new Map([...first, ...(await opened('allocated-worker', keptAt))])
  const read = new Set([...shown.values()].flatMap(told))
  // A request is shown to whoever decides; of a birth date the day, which is looked for as well; the brother is hidden from all.
  assert.deepEqual(
    marks().filter((mark) => !read.has(mark)),
    [planted.get('kith.approval_request')?.mark, planted.get('kith.birth_claim')?.mark, HIDDEN],
  )
})

test('nobody else reads one on any page of the child, or of their own', async () => {
  const leaks: string[] = []
  for (const relation of people.keys())
    if (relation !== 'allocated-worker')
      for (const [path, html] of await opened(relation, addresses('pages')))
        leaks.push(...told(html).map((mark) => `${relation} ${path}: ${mark}`))
  assert.deepEqual(leaks, [])
})

test('nor in a form, nor at the address of what is kept from them', async () => {
  const leaks: string[] = []
  for (const relation of ['co-worker', 'manager-line', 'director'])
    for (const [path, html] of await opened(relation, [...addresses('forms'), ...keptAt]))
      leaks.push(...told(html).map((mark) => `${relation} ${path}: ${mark}`))
  assert.deepEqual(leaks, [])
})

test('on paper, legal advice is left out, even for whoever may know it', () => {
  const mark = planted.get('kith.document')?.mark ?? ''
  const holding = [...shown].filter(([, html]) => html.includes(mark))
  assert.ok(holding.length > 1)
  const forms = /\/(correct|take-back|who-may-know|new-file|let-in|out-of-sight)$/
  const printed = holding.filter(([path, html]) => !forms.test(path) && onPaper(html).includes(mark))
  assert.deepEqual(
    printed.map(([path]) => path),
    [],
  )
})

test('the search finds the child by nothing that is kept from the searcher, and says of no hidden one that they are there', async () => {
  const answers: string[] = []
  for (const q of [planted.get('kith.child_name')?.mark ?? '', '03/02/2011', POSTCODE, HIDDEN, `${HIDDEN} Zzz`])
    for (const relation of ['co-worker', 'manager-line', 'director', 'out-of-hours', 'allocated-worker']) {
      const asker = people.get(relation)
      const secret = asker?.secret
      const headers = { 'x-kith-token': asker?.token ?? '' }
      const sent = await ask(app, { method: 'POST', path: '/search' }, { secret, fields: [['q', q]], headers })
      const html = await (
        await ask(app, { method: 'GET', path: sent.headers.get('location') ?? '' }, { secret })
      ).text()
      const foundIt = html.includes(`/children/${town.child}`)
      if (foundIt !== (relation === 'allocated-worker' && q !== HIDDEN && q !== `${HIDDEN} Zzz`))
        answers.push(`${relation} ${q}: ${foundIt}`)
      if (/may not see matches/.test(html)) answers.push(`${relation} ${q}: told of a record`)
    }
  assert.deepEqual(answers, [])
})

test('what a return, a log, a notice, a job and a backup are made of holds none of the words in the clear', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-statements-'))
  const program = new Command('kith').exitOverride()
  returnCommand(program, {
    withDoor: async (work) => await work(served.door, async () => await Promise.resolve(postcodeListFrom([]))),
    today: () => day('2027-04-01'),
    person: () => undefined,
    print: () => {},
  })
  const out = join(folder, 'out')
  await program.parseAsync(['return', 'ssda903', '--council', served.council.code, '--year', '2026/27', '--out', out], {
    from: 'user',
  })
  const files = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))
  rmSync(folder, { recursive: true })
  assert.ok(files.length > 3)
  const words = [...planted.values()].map(({ mark }) => mark)
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('kith', 'door', 'graphile_worker') and not c.relispartition`,
  )
  for (const { name } of rows) {
    const held = await owner.query<{ text: string | null }>(
      `select string_agg(t::text, chr(10)) as text from ${name} t`,
    )
    files.push(held.rows[0]?.text ?? '')
  }
  files.push(JSON.stringify(served.logged))
  const clear = words.filter((mark) => files.some((text) => text.includes(mark)))
  assert.deepEqual(clear, [])
})
