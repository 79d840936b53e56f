// Days far from ours, typed where a day is asked for: in addresses and in every form that opens for a child; nothing breaks.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import pg from 'pg'
import type { Form } from '#forms'
import { matrix } from '../access/matrix.ts'
import { Builder, councilWide } from '../access/town.ts'
import { type Served, servedCouncil } from './council-served.ts'
import { joinTeam, makeTeam } from './form-posting.ts'
import { ask, type SignedIn, signIn, wholeApp } from './whole-app.ts'

const FAR = ['0001-01-01', '0002-11-26', '1980-12-31', '9999-12-31']

let served: Served
let owner: pg.Pool
let app: Hono
let forms: readonly Form[]
let child = ''
let me: SignedIn

before(async () => {
  served = await servedCouncil('fardays')
  owner = new pg.Pool(served.at.connection)
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const builder = new Builder(owner, served.council.council, randomUUID)
  const person = await builder.worker('Dawn Everything')
  for (const { relation } of matrix)
    if (!['child', 'carer', 'break-glass'].includes(relation))
      await builder.relate(person, relation, councilWide.has(relation) ? {} : { child })
  await joinTeam(served, { person, team: await makeTeam(served, 'North'), role: 'manager' })
  me = await signIn(served, person)
  const all = wholeApp(served)
  app = all.app
  forms = all.forms
})
after(async () => {
  await owner?.end()
  await served?.close()
})

const get = async (path: string) => await ask(app, { method: 'GET', path }, { secret: me.secret })

test('in an address: the page, or a plain fault beside the field', async () => {
  const asked = (day: string) => [
    `/children/${child}/duties?known=${day}`,
    `/children/${child}/duties?on=${day}`,
    `/children/${child}/plan/read?on=${day}`,
    `/rules/simulate?on=${day}&age=3`,
    `/rules/simulate?on=${day}&born=${day}`,
    `/rules/simulate?on=2027-03-31&born=${day}`,
  ]
  const broken: string[] = []
  for (const path of FAR.flatMap(asked)) {
    const { status } = await get(path)
    if (status >= 500) broken.push(`${status} ${path}`)
  }
  assert.deepEqual(broken, [])
})

const first = (html: string, found: RegExp): string => found.exec(html)?.[1] ?? ''
/** As somebody would fill it in, but for the days. */
function filled(html: string, day: string): readonly (readonly [string, string])[] {
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields = new Map<string, string>()
  for (const [tag] of form.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const [name, type, value] = [
      first(tag, /\bname="([^"]+)"/),
      first(tag, /\btype="([^"]+)"/),
      first(tag, /\bvalue="([^"]*)"/),
    ]
    if (name === '' || fields.has(name)) continue
    if (['hidden', 'radio', 'checkbox'].includes(type)) fields.set(name, value)
    else fields.set(name, /time|began/.test(name) ? '10:15' : tag.startsWith('<textarea') ? 'Words.' : day)
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select\b[^>]*\bname="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields.set(name, first(options, /<option\b[^>]*\bvalue="([^"]+)"/))
  return [...fields]
}

test('in a form: kept as it was typed, with a fault in plain words or as it stands', async () => {
  const broken: string[] = []
  let opened = 0
  for (const form of forms) {
    const path = form.addressOf({ child, about: null })
    for (const day of FAR) {
      const page = await get(`${path}?fresh=1`)
      if (page.status !== 200) break
      opened += 1
      const html = await page.text()
      const presses = [...html.matchAll(/name="_do" value="([^"]+)"/g)].map(([, value = '']) => value)
      for (const press of ['keep', ...presses.filter((one) => one.startsWith('add:')), 'send']) {
        const fields = [...filled(html, day), ['_do', press] as const]
        const { status } = await ask(app, { method: 'POST', path }, { secret: me.secret, fields })
        if (status >= 500) broken.push(`${status} ${form.name} ${day} ${press}`)
      }
    }
  }
  assert.ok(opened > 4 * 25, `${opened}`)
  assert.deepEqual(served.logged, [])
  assert.deepEqual(broken, [])
})

test('what was recorded so can be read', async () => {
  const tabs = [
    '',
    '/duties',
    '/story',
    '/visits',
    '/plan',
    '/where',
    '/health',
    '/learning',
    '/family',
    '/documents',
    '/tonight',
  ]
  const broken: string[] = []
  for (const tab of tabs) {
    const { status } = await get(`/children/${child}${tab}`)
    if (status >= 500) broken.push(`${status} ${tab}`)
  }
  for (const path of ['/', '/children', '/actions', '/reviews', '/approvals', `/children/${child}/story/chronology`])
    if ((await get(path)).status >= 500) broken.push(path)
  assert.deepEqual(broken, [])
})
