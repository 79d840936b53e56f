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
import { ask, partsOf, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let owner: pg.Pool
let app: Hono
let forms: readonly Form[]
let child = ''
let me: SignedIn
/** Printed with each failure by fast-check itself; the same seed gives the same texts. */
const seed = Number(process.env['KITH_SEED'] ?? 20_261_126)

before(async () => {
  served = await servedCouncil('fuzz')
  owner = new pg.Pool(served.at.connection)
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const builder = new Builder(owner, served.council.council, randomUUID)
  const person = await builder.worker('Dawn Everything')
  const everywhere = matrix
    .map(({ relation }) => relation)
    .filter((relation) => !['child', 'carer', 'break-glass'].includes(relation))
  for (const relation of everywhere) await builder.relate(person, relation, councilWide.has(relation) ? {} : { child })
  // Who brings a child into care manages a team.
  await joinTeam(served, { person, team: await makeTeam(served, 'North'), role: 'manager' })
  me = await signIn(served, person)
  const all = wholeApp(served)
  app = all.app
  await recordRows()
  for (const form of all.forms) if ((await addressOf(form)) === undefined) notOpened.push(form.name)
  forms = all.forms.filter(({ name }) => !notOpened.includes(name))
})
after(async () => {
  await owner?.end()
  await served?.close()
})

const NASTY = [
  ...['', ' ', '\t\r\n', 'null', 'undefined', 'NaN', '-1', '1e309', '99999999999999999999', '0x10', '١٢٣'],
  ...['<zq onload=alert(1)>', '</textarea><zq>', '"><zq a="', "'><zq>", '&lt;zq&gt;', '{{zq}}', '<!--<zq>'],
  ...[
    'a\0b',
    '\0',
    '\u0001\u001b[31m',
    '\ud800',
    '\udfff\ud800',
    '\uFEFFx',
    '\u202Etxt.exe',
    'שלום עולם',
    'مرحبا',
    'e\u0301',
  ],
  ...['👩‍👩‍👧‍👦', 'Z͑ͫ̓ͪ̂a̴l', '31 Febr', '2027-02-30', '0000-00-00', '9999-12-31', '32/13/26', 'tomorrow', '25:61', '24:00'],
  ...[
    "'; drop table kith.child; --",
    '%00',
    '../../etc/passwd',
    '$1',
    '\\',
    '${x}',
    'x'.repeat(20_000),
    'word '.repeat(3_000),
  ],
  ...[randomUUID(), 'constructor', '__proto__', 'toString'],
]
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
)

type Field = readonly [string, string]
const decoded = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

type Page = {
  readonly names: readonly string[]
  readonly hidden: readonly Field[]
  readonly buttons: readonly string[]
}
function pageOf(html: string): Page {
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const named = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*?\bname="([^"]+)"/g)].map(([, name = '']) => name)
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return {
    names: [...new Set(named)].filter((name) => !name.startsWith('_') && name !== 'form-token'),
    hidden: hidden.map(([, name = '', value = '']) => [name, decoded(value)] as const),
    buttons: [...new Set([...form.matchAll(/name="_do" value="([^"]+)"/g)].map(([, value = '']) => value))],
  }
}

/** Rows that forms are about, beside those of the demonstration: recorded through the forms themselves. */
const RECORDED: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'visits/record',
    {
      happened: '30 Mar',
      by: 'representative',
      mode: 'in person',
      seen: 'seen',
      what: 'We walked.',
      next: 'Ring Mum.',
      intended: 'Mum is rung',
      by_when: '12 Apr',
    },
  ],
  ['notes/record', { kind: 'call or message', happened: '30 Mar', text: 'Mum rang.' }],
  ['notes/good-news', { happened: '30 Mar', text: 'A goal.' }],
  ['views/record', { whose: 'child', happened: '20 Mar', words: 'I want to see the dog.', about: 'home' }],
  [
    'health/record',
    { kind: 'review', happened: '10 Mar', outcome: 'seen', by: 'nurse', mode: 'in person', what: 'Well.' },
  ],
  ['learning/plan/record', { stage: 'effective', happened: '1 Mar', quality: 'good', what: 'You want to draw.' }],
  ['nights/record', { night: 'hospital', since: '30 Mar', since_time: '9pm', where: 'Ward 4' }],
  ['agreements/record', { by: 'mother', name: 'Carys', given: '3 Feb 2027' }],
  ['missing/record', { kind: 'missing', since: '28 Mar', since_time: '22:15', reported_by: 'Ann', done: 'Looked.' }],
  ['must-knows/record', { kind: 'health', fact: 'Nut allergy', audience: 'out-of-hours', review_by: '1 Jun 2027' }],
  ['told/record', { about: 'home', told_who: 'GP', told_day: '', told_why: 'not yet', told_said: '' }],
]
async function recordRows(): Promise<void> {
  const own: Field = ['form-token', me.token]
  await ask(app, { method: 'POST', path: `/children/${child}/plan/begin` }, { secret: me.secret, fields: [own] })
  const school = await served.query<{ id: string }>(
    `insert into kith.school (council, name, recorded_by) values ($1, 'Testshire School', kith.new_id()) returning id`,
    [served.council.council],
  )
  const record = async (path: string, filled: Readonly<Record<string, string>>) => {
    const address = `/children/${child}/${path}`
    const { hidden } = await fresh(address)
    const fields = [...hidden, ...Object.entries(filled), ['_do', 'send'] as const]
    const answer = await ask(app, { method: 'POST', path: address }, { secret: me.secret, fields })
    assert.equal(answer.status, 303, path)
  }
  for (const [path, filled] of RECORDED) await record(path, filled)
  await record('learning/school/record', { school: school[0]?.id ?? '', since: '2 Sep 2026' })
  const [view] = await served.query<{ id: string }>('select id from kith.view_current where child = $1', [child])
  await record(`views/${view?.id}/answer`, { outcome: 'changed', what: 'Sundays with the dog.', decided: '21 Mar' })
}

const notOpened: string[] = []
/** Opened once; what was then sent used up the last row that it is about: a retraction takes whatever reason is typed. */
const spent = new Set<string>()
const opens = new Map<string, string>()
const isOpen = async (address: string): Promise<boolean> =>
  (await ask(app, { method: 'GET', path: `${address}?fresh=1` }, { secret: me.secret })).status === 200

/** What stands in the child's record, and what is newest of it first. */
async function candidates(): Promise<readonly string[]> {
  const tables = await served.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'kith'::regnamespace and c.relkind = 'v' and c.relname like '%_current'
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child')`,
  )
  const found = [child]
  for (const { name } of tables) {
    const rows = await served.query<{ id: string; line: string }>(
      `select id, line from kith.${name} where child = $1 order by id desc limit 3`,
      [child],
    )
    found.push(...rows.flatMap(({ id, line }) => [id, line]))
  }
  const editions = await served.query<{ id: string }>('select id from kith.plan_edition where child = $1', [child])
  return [...new Set([...found, ...editions.map(({ id }) => id)])]
}

/** The row of the child's record that a form may be about: whichever opens it. One that was sent away is looked for anew. */
async function addressOf(form: Form): Promise<string | undefined> {
  if (spent.has(form.name)) return undefined
  const known = opens.get(form.name)
  if (known !== undefined && (await isOpen(known))) return known
  const about = partsOf(form.routes[0]?.path ?? '').includes('about') ? await candidates() : [null]
  for (const one of about) {
    const address = form.addressOf({ child, about: one })
    if (await isOpen(address)) {
      opens.set(form.name, address)
      return address
    }
  }
  if (known !== undefined) spent.add(form.name)
  return undefined
}

const fresh = async (address: string): Promise<Page> => {
  const answer = await ask(app, { method: 'GET', path: `${address}?fresh=1` }, { secret: me.secret })
  assert.equal(answer.status, 200, address)
  return pageOf(await answer.text())
}

/** As it is kept: with the mark that stands for NUL, and what no text can hold replaced as browsers do. */
const kept = (value: string): string => value.toWellFormed().replaceAll('\0', '\uFFFD')

function typedOf(fields: readonly Field[]): Map<string, string[]> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of fields)
    if (!name.startsWith('_') && name !== 'form-token')
      typed.set(kept(name), [...(typed.get(kept(name)) ?? []), kept(value)])
  return typed
}

async function draftOf(id: string): Promise<Values | undefined> {
  return await served.door.as(me.who, async (asking) => (await draftById(asking, id))?.values)
}

const where = (response: Response): string => response.headers.get('location') ?? ''

/** The draft in which the answer says that the text is. */
async function draftIn(response: Response, html: string): Promise<string> {
  const told = /[?&](?:kept|sent)=([0-9a-f-]{36})/.exec(where(response))?.[1]
  if (told !== undefined) return told
  if (response.headers.get('content-type')?.startsWith('application/json')) return String(JSON.parse(html).draft)
  return pageOf(html).hidden.find(([name]) => name === '_draft')?.[1] ?? ''
}

type Posting = { readonly path: string; readonly fields: readonly Field[]; readonly removes: string }
async function posted({ path, fields, removes }: Posting): Promise<void> {
  const response = await ask(app, { method: 'POST', path }, { secret: me.secret, fields })
  const html = await response.text()
  assert.ok([200, 303, 409, 422].includes(response.status), `${response.status}`)
  assert.doesNotMatch(html, /<[^>]{0,3}zq|<zq/i, 'what was typed became part of the page')
  const draft = await draftIn(response, html)
  const values = await draftOf(draft)
  for (const [name, list] of typedOf(fields)) {
    if (removes !== '' || list.every((value) => value === '')) continue
    // A row that is added is one more empty value.
    assert.deepEqual(values?.[name]?.slice(0, list.length), list, `${name} is lost`)
  }
  if (removes !== '') assert.ok(values !== undefined)
}

/** What a browser sends of this page, with nasty texts: fields left out, sent twice, in numbers, and some that no page has. */
const arbitraryFields = ({ names }: Page): fc.Arbitrary<readonly Field[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...(names.length === 0 ? ['zq'] : names)) },
          fc.constantFrom('zq<zq>', 'constructor', '__proto__', 'a\0b'),
        ),
        text,
      ),
      { maxLength: 14, minLength: 1 },
    )
    .filter((fields) => fields.some(([, value]) => value.trim() !== ''))
/** Of the fields that the form carries for itself: as they are, or wrong. */
const wrong = fc.option(
  fc.tuple(
    fc.constantFrom('_draft', '_revision', '_read', '_form', '_child', '_about'),
    fc.constantFrom('', '1; drop', randomUUID(), '-1', '1e400', '7', 'x'.repeat(3000)),
  ),
  { nil: undefined },
)

const carried = (page: Page, change: readonly [string, string] | undefined): readonly Field[] =>
  page.hidden.map(([name, value]) =>
    change !== undefined && name === change[0] && name !== 'form-token' ? [name, change[1]] : [name, value],
  )

/** Forms that no row of the demonstration, and none of `RECORDED`, opens to one person: each with why. */
const NOT_OPENED: Readonly<Record<string, string>> = {
  'comes-back': 'the child is in care',
  'talk-retract': 'there is a talk only after a child who was missing is back',
  'approval-answer': 'nobody asks this person for approval',
  'approval-withdrawal': 'this person asked nobody for approval',
  'return-step': 'it is about a step of a return, not about a child',
  'return-step-back': 'it is about a step of a return, not about a child',
  'plan-merge': 'no part of the plan was written by two people at once',
  'plan-withdraw': 'no part of the plan was written by two people at once',
  'document-file': 'a document comes with a file, which no text is',
  'document-correction': 'a document comes with a file, which no text is',
  'document-retraction': 'a document comes with a file, which no text is',
  'document-out-of-sight': 'a document comes with a file, which no text is',
}

const budget = 36
const runs = (): number => Math.max(3, Math.floor(budget / forms.length))

describe(`every form, seed ${seed}`, () => {
  test('each can be opened by somebody, but for those named here', () => {
    assert.ok(forms.length > 0)
    assert.deepEqual(notOpened.toSorted(), Object.keys(NOT_OPENED).toSorted())
  })

  for (const doing of ['send', 'keep', 'add', 'remove', 'anything'] as const)
    test(doing, async () => {
      for (const form of forms) {
        const address = await addressOf(form)
        if (address === undefined) continue
        const page = await fresh(address)
        const rows = [...new Set(page.buttons.flatMap((value) => (value.startsWith('add:') ? [value.slice(4)] : [])))]
        const presses = {
          ...{
            send: ['send'],
            keep: ['keep'],
            anything: ['', 'explode', 'add:constructor', 'remove:__proto__:1', 'remove::', 'add'],
          },
          ...{
            add: rows.map((row) => `add:${row}`),
            remove: rows.flatMap((row) => [0, 1, 999].map((at) => `remove:${row}:${at}`)),
          },
        }[doing]
        if (presses.length === 0) continue
        await fc.assert(
          fc.asyncProperty(arbitraryFields(page), fc.constantFrom(...presses), wrong, async (fields, press, change) => {
            const path = await addressOf(form)
            if (path === undefined) return
            const sent = [...carried(await fresh(path), change), ['_do', press] as const, ...fields]
            await posted({
              path,
              fields: sent,
              removes: press.startsWith('remove:') ? press : '',
            })
          }),
          { seed, numRuns: runs() },
        )
      }
    })

  test('while typing', async () => {
    for (const form of forms) {
      const address = await addressOf(form)
      if (address === undefined) continue
      await fc.assert(
        fc.asyncProperty(arbitraryFields(await fresh(address)), async (fields) => {
          const path = await addressOf(form)
          if (path === undefined) return
          const page = await fresh(path)
          const draft = page.hidden.find(([name]) => name === '_draft')?.[1] ?? ''
          await posted({ path: `/drafts/${draft}/save`, fields: [...page.hidden, ...fields], removes: '' })
        }),
        { seed, numRuns: runs() },
      )
    }
  })

  test('very many rows, and one field a thousand times', async () => {
    for (const form of forms) {
      const address = await addressOf(form)
      if (address === undefined) continue
      const page = await fresh(address)
      for (const name of page.names) {
        const many = Array.from({ length: 1_000 }, (_, at) => [name, `n${at}`] as const)
        await posted({
          path: address,
          fields: [...(await fresh(address)).hidden, ['_do', 'keep'], ...many],
          removes: '',
        })
      }
    }
  })

  test('nothing broke', () => assert.deepEqual(served.logged, []))
})
