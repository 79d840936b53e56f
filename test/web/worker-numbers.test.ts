// A worker's own number in the return: entered by the administrator, in the return at once, taken back, of nobody else, and never in what went out before.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Who } from '#database'
import { formRoutes } from '#forms'
import { importSsda903 } from '#imports'
import { returnKnown } from '#return-making'
import { returnSettingsForms, returnSettingsRoutes } from '#return-settings'
import { checkWhole } from '#return-work'
import { provenanceOf } from '../../src/return-making/made-files.ts'
import type { Browser, Served } from './council-served.ts'
import { get, post, send } from './form-posting.ts'
import { beside, councilWithReturn, TODAY } from './returns-served.ts'

const LIST = '/settings/worker-numbers'
let served: Served
let who: Who
let administrator: Browser
let analyst: Browser
/** A worker whom the return calls by a code, with children. */
let worker: { id: string; code: string }

const routes = () => [
  ...returnSettingsRoutes({ folder: served.home }),
  ...formRoutes(returnSettingsForms, async () => new Map()),
]
const appOf = (person: Who) => served.appFor(person, routes())
const pathOf = (id: string) => `${LIST}/${id}`
const now = async () => (await served.query<{ now: string }>('select clock_timestamp()::text as now'))[0]?.now ?? ''
const madeAt = async (knownAt: string) =>
  await served.door.asService(
    served.council.council,
    'command line',
    async (asking) => await returnKnown(asking, { year: 2027, today: TODAY, knownAt }),
  )
async function everyPage(): Promise<string> {
  const pages = []
  for (let n = 1; n < 40; n += 1) pages.push((await get(administrator, `${LIST}?page=${n}`)).html)
  return pages.join('')
}
const numbersIn = async (knownAt: string) =>
  ((await madeAt(knownAt)).made.rows.get('SWEpisodes') ?? []).map(({ cells }) => cells.SW_ID?.says ?? '')

before(async () => {
  served = await councilWithReturn('worker_numbers')
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)
  who = await served.worker('administrator')
  administrator = appOf(who)
  analyst = appOf(await served.worker('analyst'))
  // Whoever stands in the return most: of those who are as busy, the record names now one and now another first.
  const stands = Map.groupBy(await numbersIn(await now()), (code) => code)
  const [code] = [...stands].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? []
  const [busy] = await served.query<{ id: string; code: string }>(
    `select w.id, w.code from kith.worker w where w.code = '${code}'`,
  )
  worker = busy ?? assert.fail('nobody works')
})
after(async () => await served.close())

describe('the list', () => {
  test('names who stands in the return, those to put right first; an analyst reads it and writes nothing', async () => {
    const mine = await get(administrator, LIST)
    assert.equal(mine.status, 200)
    assert.match(mine.html, new RegExp(`href="${LIST}/[0-9a-f-]{36}"`))
    const theirs = await get(analyst, LIST)
    assert.equal(theirs.status, 200)
    assert.match(theirs.html, /An administrator of the council enters them/)
    assert.doesNotMatch(theirs.html, new RegExp(`href="${LIST}/`))
    assert.equal((await get(analyst, pathOf(worker.id))).status, 403)
    const manager = appOf(await served.worker('director'))
    for (const path of [LIST, pathOf(worker.id)]) assert.equal((await get(manager, path)).status, 403)
  })

  test('no child is on it, and no worker who has none', async () => {
    const idle = await served.worker(undefined)
    const { html } = await get(administrator, LIST)
    assert.ok(!html.includes(idle.person))
    assert.doesNotMatch(html, /\/children\/[0-9a-f-]{36}/)
  })
})

describe('a number', () => {
  test('wrong: said beside the field, with what was typed', async () => {
    for (const number of ['12345', 'SW1', 'SW 1', 'SWÄÖ12', 'SW=1+1']) {
      const refused = await send(administrator, pathOf(worker.id), { number })
      assert.equal(refused.status, 422, number)
      assert.match(refused.html, /id="number-error"[^>]*>.*Write SW or XX/s)
      assert.ok(refused.html.includes(`value="${number}"`), number)
    }
    assert.deepEqual(await served.query('select 1 from kith.worker_number'), [])
  })

  test('right: in the return and in its list at once, with who entered it among the origins; what was made before stays', async () => {
    const before = await now()
    const others = (await numbersIn(before)).filter((one) => one === worker.code).length
    assert.ok(others > 0)
    const saved = await send(administrator, pathOf(worker.id), { number: ' sw 777 001 ' })
    assert.equal(saved.status, 303)
    assert.match(await everyPage(), /SW777001/)
    const later = await now()
    assert.equal((await numbersIn(later)).filter((one) => one === 'SW777001').length, others)
    assert.equal((await numbersIn(later)).includes(worker.code), false)
    assert.equal((await numbersIn(before)).filter((one) => one === worker.code).length, others)
    assert.equal((await numbersIn(before)).includes('SW777001'), false)
    const origins = provenanceOf((await madeAt(later)).made).split('\r\n')
    const [entered] = await served.query<{ id: string }>('select id from kith.worker_number')
    const named = origins.filter((line) => line.includes(`SW_ID,worker_number,${entered?.id}`))
    assert.equal(named.length, others)
    assert.ok(named.every((line) => line.includes(who.person) && !line.includes('SW777001')))
  })

  test('of another worker: refused at the field, also by their code', async () => {
    const [other] = await served.query<{ id: string; code: string }>(
      `select w.id, w.code from kith.worker w where w.code ~ '^SW' and w.id <> $1 limit 1`,
      [worker.id],
    )
    for (const number of ['SW777001']) {
      const refused = await send(administrator, pathOf(other?.id ?? ''), { number })
      assert.equal(refused.status, 422)
      assert.match(refused.html, /id="number-error"[^>]*>.*Another worker has this number/s)
    }
    const mine = await send(administrator, pathOf(worker.id), { number: other?.code ?? '' })
    assert.equal(mine.status, 422)
    await assert.rejects(
      served.door.as(who, async ({ insert }) => {
        const { council, person } = who
        await insert('kith.worker_number', [{ council, worker: other?.id, number: 'SW777001', recorded_by: person }])
      }),
    )
  })

  test('a return read again finds the worker by the number, makes nobody new and changes nothing twice', async () => {
    const folder = join(import.meta.dirname, '../../src/demonstration/return')
    const workers = async () => (await served.query<{ n: number }>('select count(*)::int as n from kith.worker'))[0]?.n
    const lines = async () =>
      (await served.query<{ n: number }>('select count(*)::int as n from kith.allocation'))[0]?.n
    const read = async () =>
      await importSsda903(served.door, {
        ...{ folder: join(folder, 'this_year'), lastYear: join(folder, 'last_year') },
        ...{ council: served.council.council, today: TODAY },
      })
    const known = await workers()
    await read()
    const [first, after] = [await lines(), await workers()]
    await read()
    assert.deepEqual([await lines(), await workers()], [first, after])
    assert.equal(after, known)
  })

  test('taken back: empty, or undone at once; then the code holds again', async () => {
    const saved = await send(administrator, pathOf(worker.id), { number: '' })
    assert.equal(saved.status, 303)
    assert.ok((await numbersIn(await now())).includes(worker.code))
    const draft = /sent=([0-9a-f-]{36})/.exec(saved.to)?.[1] ?? assert.fail(saved.to)
    const { hidden } = await get(administrator, LIST)
    await post(administrator, `/drafts/${draft}/undo`, { 'form-token': hidden['form-token'] ?? '' })
    assert.ok((await numbersIn(await now())).includes('SW777001'))
    const all = await served.query<{ number: string | null }>(
      'select number from kith.worker_number order by recorded, id',
    )
    assert.deepEqual(
      all.map(({ number }) => number),
      ['SW777001', null, 'SW777001'],
    )
  })

  test('nobody but an administrator writes one, by page or by the database', async () => {
    for (const relation of ['analyst', 'director', 'quality-lead', 'out-of-hours'] as const) {
      const person = await served.worker(relation)
      const { hidden } = await get(administrator, pathOf(worker.id))
      const sent = await post(appOf(person), pathOf(worker.id), { ...hidden, number: 'SW111111', _do: 'send' })
      assert.equal(sent.status, 403, relation)
      await assert.rejects(
        served.door.as(person, async ({ insert }) => {
          const { council, person: by } = person
          await insert('kith.worker_number', [{ council, worker: worker.id, number: 'SW111111', recorded_by: by }])
        }),
        relation,
      )
    }
  })
})
