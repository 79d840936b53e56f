// Who a child is, as forms: birth date, sex and ethnic origin, numbers, and what the return asks of some; recorded, put right, taken back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { factsKnown, reckonBirth } from '#clock'
import type { Asking } from '#database'
import { dutiesOf } from '#duties'
import { stateOn } from '#ledger'
import { peopleForms } from '#people/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Browser

const as = async (relation: string) =>
  served.appFor(await served.worker(relation, child), routesOf(peopleForms(reckonBirth)))
const at = (path: string) => `/children/${child}/${path}`
type Row = Readonly<Record<string, unknown>> & { readonly id: string }
const stands = async (table: string, of = 'true') =>
  await served.query<Row>(`select * from kith.${table}_current where child = $1 and ${of} order by recorded, id`, [
    child,
  ])
const only = async (table: string, of?: string): Promise<Row> => {
  const rows = await stands(table, of)
  assert.equal(rows.length, 1, `${table}: ${rows.length} stand`)
  return rows[0] ?? { id: '' }
}

before(async () => {
  served = await servedCouncil('identity_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  worker = await as('allocated-worker')
})
after(async () => await served.close())

const CODES = [
  ['identity/sex', 'sex', 'U', `kind = 'sex for the return'`],
  ['identity/ethnicity', 'ethnicity', 'MOTH', `kind = 'ethnicity for the return'`],
] as const

for (const [path, field, code, of] of CODES)
  describe(path, () => {
    test('is put right from the version that stands; the version of the other kind is not here', async () => {
      const { id } = await only('identity_code', of)
      const other = await only('identity_code', `not (${of})`)
      assert.equal((await get(worker, at(`${path}/${other.id}/correct`))).status, 404)
      const form = await get(worker, at(`${path}/${id}/correct`))
      assert.match(form.html, new RegExp(`id="${field}"`))
      assert.equal((await send(worker, at(`${path}/${id}/correct`), { [field]: 'ZZZZ' })).status, 422)
      assert.equal((await send(worker, at(`${path}/${id}/correct`), { [field]: code })).status, 303)
      assert.equal((await only('identity_code', of))['code'], code)
    })
    test('a second one is not begun beside it: the form leads to what stands', async () => {
      const { id } = await only('identity_code', of)
      const form = await get(worker, at(`${path}/record`))
      assert.match(form.html, new RegExp(`href="/children/${child}/${path}/${id}/correct"`))
      const sent = await send(worker, at(`${path}/record`), { [field]: code })
      assert.equal(sent.status, 422)
      assert.match(sent.html, /has this already/)
    })
    test('taken back with a reason it can be recorded anew, and that be undone', async () => {
      const { id } = await only('identity_code', of)
      assert.equal((await send(worker, at(`${path}/${id}/retract`), { reason: 'Of another child' })).status, 303)
      assert.deepEqual(await stands('identity_code', of), [])
      const sent = await send(worker, at(`${path}/record`), { [field]: code })
      assert.equal(sent.status, 303)
      const token = { 'form-token': sent.hidden['form-token'] ?? '' }
      assert.equal((await post(worker, `/drafts/${sent.hidden['_draft']}/undo`, token)).status, 303)
      assert.deepEqual(await stands('identity_code', of), [])
      assert.equal((await send(worker, at(`${path}/record`), { [field]: code })).status, 303)
    })
  })

describe('a birth date', () => {
  test('says what it moves before it is saved, and is put right', async () => {
    const { id } = await only('birth_claim', `standing = 'in force'`)
    const form = await get(worker, at(`birth/${id}/correct`))
    assert.match(form.html, /moves what we owe/)
    assert.match(form.html, /regulation 7 of the Care Planning/)
    const wrong = await send(worker, at(`birth/${id}/correct`), {
      born: '1 Jan 2033',
      basis: 'told',
      standing: 'in force',
    })
    assert.match(wrong.html, /The birth date cannot be after today/)
    const ok = { born: '2 May 2014', basis: 'certificate', standing: 'in force' }
    assert.equal((await send(worker, at(`birth/${id}/correct`), ok)).status, 303)
    assert.equal((await only('birth_claim', `standing = 'in force'`))['born'], '2014-05-02')
  })
  test('counts beforehand how many duties move, from what is typed, with everything kept; and as many do', async () => {
    const { id } = await only('birth_claim', `standing = 'in force'`)
    const to = at(`birth/${id}/correct`)
    const duties = async () => {
      const service = async (asking: Asking) => await factsKnown(asking, [child], undefined)
      const [facts] = await served.door.asService(served.council.council, 'command line', service)
      assert.ok(facts)
      const on = numberOf(day('2027-03-31'))
      const owed = dutiesOf(facts, on).filter((duty) => !['notApplicable', 'notInForce'].includes(stateOn(duty, on)))
      return new Map(
        owed.map((duty) => [`${duty.basis.rule.id} ${duty.occurrence}`, `${duty.due} ${stateOn(duty, on)}`]),
      )
    }
    const { hidden } = await get(worker, to)
    const typed = { born: '1 Mar 2024', basis: 'told', standing: 'in force' }
    const reckoned = await post(worker, to, { ...hidden, ...typed, _do: 'add:moves' })
    const html = await reckoned.text()
    const said = Number(/>(\d+) duties change, past days among them/.exec(html)?.[1])
    assert.ok(said > 0, html.replace(/.*<main/s, '').slice(0, 3000))
    assert.match(html, /value="1 Mar 2024"/)
    assert.match(html, /Overdue today|As many are overdue/)
    const undecided = await post(worker, to, { ...hidden, ...typed, standing: 'disputed', _do: 'add:moves' })
    assert.match(await undecided.text(), /Write the date, and that it is counted from/)
    const before = await duties()
    assert.equal((await send(worker, `${to}`, typed)).status, 303)
    const after = await duties()
    const keys = new Set([...before.keys(), ...after.keys()])
    assert.equal([...keys].filter((key) => before.get(key) !== after.get(key)).length, said)
    const { id: now } = await only('birth_claim', `standing = 'in force'`)
    const back = { born: '2 May 2014', basis: 'certificate', standing: 'in force' }
    assert.equal((await send(worker, at(`birth/${now}/correct`), back)).status, 303)
  })
  test('a new one in force keeps the one before as disputed', async () => {
    const ok = { born: '3 May 2014', basis: 'certificate', standing: 'in force' }
    assert.equal((await send(worker, at('birth/record'), ok)).status, 303)
    assert.equal((await only('birth_claim', `standing = 'in force'`))['born'], '2014-05-03')
    assert.equal((await only('birth_claim', `standing = 'disputed'`))['born'], '2014-05-02')
  })
})

describe('numbers', () => {
  test('a pupil number is read as one, or as why there is none', async () => {
    const { id } = await only('child_identifier', `issuer = 'upn'`)
    const to = at(`identifiers/${id}/correct`)
    assert.match((await send(worker, to, { issuer: 'upn', value: '12' })).html, /href="#value"/)
    assert.equal((await send(worker, to, { issuer: 'upn', value: 'un4' })).status, 303)
    assert.equal((await only('child_identifier', `issuer = 'upn'`))['value'], 'UN4')
    const again = await send(worker, at('identifiers/record'), { issuer: 'upn', value: 'UN1' })
    assert.match(again.html, /has this already: unique pupil number UN4/)
    assert.equal((await send(worker, at('identifiers/record'), { issuer: 'home-office', value: 'X1' })).status, 303)
  })
})

describe('what the return asks of some', () => {
  const FORMS = [
    [
      'motherhood',
      'motherhood',
      { is_mother: 'no', first_child_born: '1 Mar 2026' },
      { is_mother: 'yes', first_child_born: '1 Mar 2026' },
    ],
    ['asylum-status', 'unaccompanied', { until: 'x' }, { until: '' }],
    [
      'previous-permanence',
      'previous_permanence',
      { kind: 'P1', authority: '12', ended_day: '41' },
      { kind: 'P1', authority: 'wal', ended_day: '', ended_month: '2', ended_year: '2019' },
    ],
  ] as const
  for (const [path, table, wrong, right] of FORMS)
    test(`${path}: refused in words, recorded once, put right, taken back`, async () => {
      for (const { id } of await stands(table)) await send(worker, at(`${path}/${id}/retract`), { reason: 'Anew' })
      assert.equal((await send(worker, at(`${path}/record`), wrong)).status, 422)
      assert.equal((await send(worker, at(`${path}/record`), right)).status, 303)
      assert.match((await send(worker, at(`${path}/record`), right)).html, /has this already/)
      const { id } = await only(table)
      assert.equal((await get(worker, at(`${path}/${id}/correct`))).status, 200)
      assert.equal((await send(worker, at(`${path}/${id}/correct`), right)).status, 303)
      const { id: now } = await only(table)
      assert.equal((await send(worker, at(`${path}/${now}/retract`), { reason: 'Never so' })).status, 303)
      assert.deepEqual(await stands(table), [])
    })
})

test('who may not: a colleague beside, the reviewing officer, the nurse; and nobody for another child', async () => {
  const paths = ['identity/sex', 'identity/ethnicity', 'identifiers', 'birth', 'asylum-status', 'previous-permanence']
  for (const relation of ['co-worker', 'reviewing-officer', 'health-team', 'analyst']) {
    const browser = await as(relation)
    for (const path of paths)
      assert.equal((await get(browser, at(`${path}/record`))).status, 403, `${relation} ${path}`)
  }
  const [other] = await served.query<{ id: string }>('select id from kith.child where id <> $1 order by id limit 1', [
    child,
  ])
  for (const path of paths) assert.equal((await get(worker, `/children/${other?.id}/${path}/record`)).status, 403, path)
  const { id } = await only('birth_claim', `standing = 'in force'`)
  assert.equal((await get(worker, `/children/${other?.id}/birth/${id}/correct`)).status, 403)
})

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))
