// Every form of the registry, given what nobody would type: nothing fails, nothing typed is lost, and nothing of it becomes part of the page.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Hono } from 'hono'
import pg from 'pg'
import { draftById, type Values } from '#drafts'
import type { Form } from '#forms'
import { matrix } from '../access/matrix.ts'
import { Builder, councilWide } from '../access/town.ts'
import { type Served, servedCouncil } from './council-served.ts'
import { joinTeam, makeTeam } from './form-posting.ts'
import { recordCampaign } from './fuzz-campaigns.ts'
import { recordOrganisation } from './fuzz-organisations.ts'
import { arbitraryFields, begun, carried, type Field, isTyped, type Page, pageOf, typedOf, wrong } from './fuzz-page.ts'
import {
  addHome,
  checkReturn,
  fileGone,
  LEFT,
  leftLongAgo,
  lookedInto,
  OF_OTHER_NAMES,
  placeHere,
  type Recording,
  type Row,
  recordRows,
  rowsOf,
  SUPERVISED,
  superviseOnce,
} from './fuzz-rows.ts'
import { ask, partsOf, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let owner: pg.Pool
let app: Hono
let forms: readonly Form[]
let me: SignedIn
let recording: Recording
let builder: Builder
/** Whom forms are about, with everything recorded that they hang on; one who is out of care; and one whose record is closed. */
let child = ''
let gone = ''
let closed = ''
/** Born so long ago that nothing has to be kept. */
let old = ''
/** Sealed after an adoption, and opened to whoever is named. */
let looked = ''
/** The next of them: what is sent uses up what a form is about, and a retraction takes whatever reason is typed. */
let others: Iterator<{ readonly id: string }>
/** Printed with each failure by fast-check itself; the same seed gives the same texts. */
const seed = Number(process.env['KITH_SEED'] ?? 20_261_126)
/** For each form in each way; there are some two hundred and fifty, in six ways. */
const RUNS = 1
/** In a quiet moment, only the forms whose names look so: KITH_FUZZ='^(audit|concern)'. */
const ONLY = new RegExp(process.env['KITH_FUZZ'] ?? '')
const some = process.env['KITH_FUZZ'] !== undefined

const everywhere = matrix
  .map(({ relation }) => relation)
  .filter((relation) => !['child', 'carer', 'break-glass'].includes(relation))

async function meet(one: string): Promise<void> {
  for (const { person } of [me.who, recording.colleague])
    for (const relation of everywhere.filter((name) => !councilWide.has(name)))
      await builder.relate(person, relation, { child: one })
}

function another(): string {
  const next = others.next()
  assert.ok(next.done !== true, 'no child is left')
  return next.value.id
}

async function meetAnother(): Promise<void> {
  closed = another()
  await builder.restrict(closed, {
    kind: 'closed',
    named: [recording.colleague.person],
    ask: recording.colleague.person,
  })
  child = another()
  await meet(child)
  await recordRows(recording, child)
  await recordCampaign(recording)
  await recordOrganisation(recording, child)
  looked = await lookedInto(served)
}

const people = async (inCare: boolean) =>
  await served.query<{ id: string }>(
    `select c.id from kith.child c where $1 = exists (
       select from kith.care_period_current p where p.child = c.id and p.ended is null)
     and exists (select from kith.review_current r where r.child = c.id)
     and not exists (select from kith.missing_episode_current m where m.child = c.id) order by c.id`,
    [inCare],
  )

before(async () => {
  served = await servedCouncil('fuzz')
  owner = new pg.Pool(served.at.connection)
  builder = new Builder(owner, served.council.council, randomUUID)
  const [person, colleague] = [await builder.worker('Dawn Everything'), await builder.worker('Dawn Too')]
  for (const relation of everywhere.filter((name) => councilWide.has(name))) await builder.relate(person, relation)
  // Who brings a child into care manages a team.
  const north = await makeTeam(served, 'North')
  await joinTeam(served, { person, team: north, role: 'manager' })
  // And supervises somebody, who manages a team too and so can be away.
  const supervised = await builder.worker(SUPERVISED)
  const below = await makeTeam(served, 'Below', north)
  for (const role of ['worker', 'manager']) await joinTeam(served, { person: supervised, team: below, role })
  me = await signIn(served, person)
  const all = wholeApp(served)
  app = all.app
  forms = all.forms.filter(({ name }) => ONLY.test(name))
  recording = { served, app, me, colleague: { ...me.who, person: colleague } }
  others = (await people(true)).values()
  gone = (await people(false))[0]?.id ?? ''
  await meet(gone)
  await checkReturn(served)
  await fileGone(served)
  await placeHere(recording)
  await addHome(recording)
  await superviseOnce(recording)
  await leftLongAgo(recording, await builder.worker(LEFT), below)
  old = another()
  await meet(old)
  await served.query(`update kith.birth_claim set born = '1940-05-01' where child = $1`, [old])
  await meetAnother()
})
after(async () => {
  await owner?.end()
  await served?.close()
})

type Open = { readonly address: string; readonly page: Page }
/** Where a form was opened last; and by the beginning of an address, of which table the rows are that open it. */
const opens = new Map<string, string>()
const opensBy = new Map<string, string>(OF_OTHER_NAMES)

/** A page without a field asks nothing: it says why there is nothing to ask. */
async function at(address: string): Promise<Open | undefined> {
  const page = await begun(app, me, address)
  return page.status === 200 && page.names.length > 0 ? { address, page } : undefined
}

/** Opens it for whichever row it may be about; undefined where none is left. */
async function openNow(form: Form): Promise<Open | undefined> {
  const known = opens.get(form.name)
  const found = (known === undefined ? undefined : await at(known)) ?? (await search(form))
  if (found !== undefined) opens.set(form.name, found.address)
  return found
}

/**
 * Tables that are named as the form and its address are come first, and of those the ones that say least besides: asking
 * every row of every table takes longer than all that follows. By their first four letters a thing and its plural are one.
 */
function nearestFirst({ name, beginning }: { name: string; beginning: string }): (table: string) => number {
  const known = opensBy.get(beginning)
  const path = beginning.replace('/children/:child', '')
  const said = new Set([...path.split(/[/-]/), ...name.split('-')].map((word) => word.slice(0, 4)))
  return (table) => {
    if (table === known) return -9
    const words = table.split('_').filter((word) => word !== 'current')
    const shared = words.filter((word) => said.has(word.slice(0, 4))).length
    return (words.length - shared) / 10 - shared
  }
}

async function search(form: Form): Promise<Open | undefined> {
  const path = form.routes[0]?.path ?? ''
  if (!partsOf(path).includes('about'))
    return (
      (await at(form.addressOf({ child, about: null }))) ??
      (await at(form.addressOf({ child: gone, about: null }))) ??
      (await at(form.addressOf({ child: old, about: null }))) ??
      (await at(form.addressOf({ child: looked, about: null })))
    )
  const beginning = path.slice(0, path.indexOf(':about'))
  const ties = await served.query<{ about: string }>('select id as about from kith.adoption_tie where child = $1', [
    looked,
  ])
  const given = (table: string, rows: readonly Row[]) => ({ table, rows: async () => rows })
  const sources = [
    ...(await rowsOf(served, child)),
    given('closed', [{ table: 'closed', about: closed }]),
    given(
      'adoption_tie',
      ties.map(({ about }) => ({ table: 'adoption_tie', about, child: looked })),
    ),
  ]
  const nearest = nearestFirst({ name: form.name, beginning })
  for (const { table, rows } of sources.toSorted((a, b) => nearest(a.table) - nearest(b.table)))
    for (const { about, child: of = child } of await rows()) {
      const found = await at(form.addressOf({ child: of, about }))
      if (found === undefined) continue
      opensBy.set(beginning, table)
      return found
    }
  return undefined
}

async function open(form: Form): Promise<Open> {
  const now = await openNow(form)
  if (now !== undefined) return now
  await meetAnother()
  return (await openNow(form)) ?? assert.fail(`${form.name} opens for nothing: record in fuzz-rows.ts what it is about`)
}

/** The one whose `about` is a child, since whoever it is for does not see the record yet. */
const ABOUT_A_CHILD = 'break-glass'

/** As it was opened first, to be written anew: opening each form again for each way took half of the time. */
const kept = new Map<string, Open>()
async function onceOpened(form: Form): Promise<Open> {
  const { address, page } = kept.get(form.name) ?? (await open(form))
  kept.set(form.name, { address, page })
  const hidden = page.hidden.map(([name, value]): Field => [name, name === '_draft' ? randomUUID() : value])
  return { address, page: { ...page, hidden } }
}

async function draftOf(id: string): Promise<Values | undefined> {
  return await served.door.as(me.who, async (asking) => (await draftById(asking, id))?.values)
}

/** The draft in which the answer says that the text is. */
function draftIn(response: Response, html: string): string {
  const told = /[?&](?:kept|sent)=([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1]
  if (told !== undefined) return told
  if (response.headers.get('content-type')?.startsWith('application/json')) return String(JSON.parse(html).draft)
  return pageOf(html).hidden.find(([name]) => name === '_draft')?.[1] ?? ''
}

type Posting = { readonly path: string; readonly fields: readonly Field[]; readonly press?: string }
type Posted = { readonly page: Page; readonly values: Values }

/** What has to be kept of a list: as it was typed, one empty value longer, or without the value of the row that is taken out. */
function mayBeKept(typed: readonly string[], kept: readonly string[], press: string): boolean {
  const filled = (length: number) => Array.from({ length }, (_, at) => typed[at] ?? '')
  const same = (list: readonly string[]) => JSON.stringify(kept) === JSON.stringify(list)
  const longer = filled(Math.max(kept.length, typed.length))
  const [kind, , at] = press.split(':')
  if (kind === 'add') return same(longer)
  if (kind !== 'remove') return same(typed)
  return same(longer) || same(filled(kept.length + 1).toSpliced(Number(at), 1))
}

async function posted({ path, fields, press = '' }: Posting): Promise<Posted> {
  const response = await ask(app, { method: 'POST', path }, { secret: me.secret, fields })
  const html = await response.text()
  assert.ok([200, 303, 409, 422].includes(response.status), `${response.status}`)
  assert.doesNotMatch(html, /<[^>]{0,3}zq|<zq/i, 'what was typed became part of the page')
  const values = await draftOf(draftIn(response, html))
  assert.ok(values !== undefined, 'there is no draft')
  for (const [name, list] of typedOf(fields))
    if (list.some((value) => value !== ''))
      assert.ok(mayBeKept(list, values[name] ?? [], press), `${name} is lost: ${JSON.stringify([list, values[name]])}`)
  return { page: pageOf(html), values }
}

const WAYS = ['send', 'keep', 'anything', 'typing', 'very many'] as const
const ROW_WAYS = ['add', 'remove'] as const
type Way = (typeof WAYS)[number] | (typeof ROW_WAYS)[number]
/** The forms that were pressed in each way, and those that have rows. */
const pressed = new Map<Way, Set<string>>([...WAYS, ...ROW_WAYS].map((way) => [way, new Set()]))
const withRows = new Set<string>()
/** Buttons that add no row: they show the form again, with what follows from it so far. */
const SHOWS_AGAIN = new Set(['add:due', 'add:look', 'add:moves'])

function pressesOf(way: Way, { presses }: Page): readonly string[] {
  const rows = presses.flatMap((press) => (press.startsWith('add:') ? [press.slice('add:'.length)] : []))
  if (way === 'add') return rows.map((row) => `add:${row}`)
  if (way === 'remove') return rows.flatMap((row) => [0, 1, 999].map((at) => `remove:${row}:${at}`))
  if (way === 'anything') return ['', 'explode', 'add:constructor', 'remove:__proto__:1', 'remove::', 'add']
  return [way]
}

describe(`every form, seed ${seed}`, () => {
  test('each can be opened', { timeout: 600_000 }, async () => {
    assert.ok(some || forms.length > 100)
    for (const form of forms) {
      const { address, page } = await onceOpened(form)
      for (const always of ['send', 'keep']) assert.ok(page.presses.includes(always), `${form.name}: ${always}`)
      assert.equal(page.lined, address.startsWith('/children/'), `${form.name}: whose record it is`)
      if (pressesOf('add', page).length > 0) withRows.add(form.name)
    }
  })

  test('each that is about a row is not found where a child is given in its place', { timeout: 600_000 }, async () => {
    for (const form of forms) {
      if (!partsOf(form.routes[0]?.path ?? '').includes('about') || form.name === ABOUT_A_CHILD) continue
      const { status } = await begun(app, me, form.addressOf({ child, about: child }))
      assert.equal(status, 404, form.name)
    }
  })

  test('while typing', { timeout: 600_000 }, async () => {
    for (const form of forms) {
      const { address, page } = await onceOpened(form)
      const opened = [page]
      await fc.assert(
        fc.asyncProperty(arbitraryFields(page), async (typed) => {
          const { hidden } = opened.pop() ?? (await begun(app, me, address))
          const draft = hidden.find(([name]) => name === '_draft')?.[1] ?? ''
          await posted({ path: `/drafts/${draft}/save`, fields: [...hidden, ...typed] })
          pressed.get('typing')?.add(form.name)
        }),
        { seed, numRuns: RUNS },
      )
    }
  })

  // Of each form one field, of the next form the next: another seed takes others.
  test('very many rows, and one field a thousand times', { timeout: 600_000 }, async () => {
    for (const [at, form] of forms.entries()) {
      const { address, page } = await onceOpened(form)
      const name = page.names[(at + seed) % page.names.length]
      if (name !== undefined) {
        const many = Array.from({ length: 1_000 }, (_, n) => [name, `n${n}`] as const)
        await posted({ path: address, fields: [...page.hidden, ['_do', 'keep'], ...many] })
      }
      pressed.get('very many')?.add(form.name)
    }
  })

  test('a row comes with its button, and goes with its own', { timeout: 600_000 }, async () => {
    let removed = 0
    for (const form of forms) {
      const { address, page } = await onceOpened(form)
      const typed = page.names.flatMap((name) => ['one', 'two'].map((value) => [name, value] as const))
      const opened = [page]
      for (const press of pressesOf('add', page)) {
        const { hidden } = opened.pop() ?? (await begun(app, me, address))
        const longer = await posted({ path: address, fields: [...hidden, ['_do', press], ...typed], press })
        const rows = page.names.filter((name) => longer.values[name]?.length === 3)
        assert.equal(rows.length > 0, !SHOWS_AGAIN.has(press), `${form.name}: ${press}`)
        const removes = longer.page.presses.find((one) => one === `${press.replace('add', 'remove')}:0`)
        if (removes === undefined) continue
        const again = Object.entries(longer.values).flatMap(([name, list]) => list.map((one) => [name, one] as const))
        const fields = [...longer.page.hidden, ['_do', removes] as const, ...again.filter(([name]) => isTyped(name))]
        const { values } = await posted({ path: address, fields, press: removes })
        for (const name of rows) assert.deepEqual(values[name], ['two', ''], `${form.name}: ${removes}`)
        removed += 1
      }
    }
    assert.ok(some || removed > 10, `${removed}`)
  })

  // Last what uses up what a form is about: what is taken back uses up a child, and the next is recorded anew.
  for (const way of ['keep', 'add', 'remove', 'anything', 'send'] as const)
    test(way, { timeout: 600_000 }, async () => {
      for (const form of forms) {
        const first = await (way === 'anything' || way === 'send' ? open(form) : onceOpened(form))
        const { page } = first
        const presses = pressesOf(way, page)
        if (presses.length === 0) continue
        const opened = [first]
        await fc.assert(
          fc.asyncProperty(arbitraryFields(page), fc.constantFrom(...presses), wrong, async (typed, press, change) => {
            // The row may be used up by what was sent just before.
            const now = opened.pop() ?? (await openNow(form))
            if (now === undefined) return
            const fields = [...carried(now.page, change), ['_do', press] as const, ...typed]
            await posted({ path: now.address, fields, press })
            pressed.get(way)?.add(form.name)
          }),
          { seed, numRuns: RUNS },
        )
      }
    })

  test('each was pressed in each of these ways', () => {
    const all = forms.map(({ name }) => name)
    const missed = (way: Way, names: readonly string[]) => names.filter((name) => pressed.get(way)?.has(name) !== true)
    for (const way of WAYS) assert.deepEqual(missed(way, all), [], way)
    assert.ok(some || withRows.size > 10, `${withRows.size}`)
    for (const way of ROW_WAYS) assert.deepEqual(missed(way, [...withRows]), [], way)
  })

  test('nothing broke', () => assert.deepEqual(served.logged, []))
})
