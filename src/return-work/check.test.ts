// A check that is kept: the whole council once, then only who changed, and never another answer than the whole again.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '#calendar'
import { correct, makeCouncil, recordFirst } from '#database'
import { postcodeListFrom } from '#geography'
import { checkedRecord } from '#return-making'
import { folderOf, type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { type Beside, checkWhole, freshen } from './check-store.ts'
import type { Waits } from './waits.ts'

const TODAY = day('2027-04-01')
const beside: Beside = { postcodes: async () => postcodeListFrom([]), providers: [] }

describe('a kept check', () => {
  let kith: TestCouncil
  before(async () => {
    kith = await testCouncil()
    await kith.take(
      folderOf({
        // B and C have one pupil number; A has a code of no ethnic origin.
        Header: [
          'A,F,03/10/2012,ZZZZ,UN1,0',
          'B,M,04/10/2012,WBRI,A123456789012,',
          'C,M,05/10/2012,WBRI,A123456789012,',
        ],
        Episodes: ['A', 'B', 'C'].map((child) => `${child},01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ`),
        SWEpisodes: ['A,03/10/2012,SW1,01/05/2026,,MANAGE'],
      }),
    )
  })
  after(async () => await kith.close())

  const to = () => ({ council: kith.council, year: 2027, today: TODAY })
  const standing = async () =>
    await kith.query(
      'select key, child, rule, shown, owner, found from kith.return_flag where gone is null order by key',
    )
  const keys = async () => (await standing()).map(({ key }) => String(key))
  const ofChild = (all: readonly Record<string, unknown>[], shown: string) => all.filter((one) => one.shown === shown)
  const lineOf = async (table: string, shown: string) => {
    const [row] = await kith.query(
      `select t.id from kith.${table}_current t join kith.child_identifier_current i on i.council = t.council and i.child = t.child
       where i.issuer = 'ssda903' and i.value = $1 and ($2 = '' or to_jsonb(t) ->> 'kind' = $2 or to_jsonb(t) ->> 'issuer' = $2) limit 1`,
      [shown, table === 'child_identifier' ? 'upn' : table === 'identity_code' ? 'ethnicity for the return' : ''],
    )
    return String(row?.id)
  }

  test('before the first there is nothing, and it says so', async () => {
    assert.deepEqual(await freshen(kith.door, to(), beside), { kind: 'not checked' })
  })

  test('every flag of the check is kept once, with its child, its worker and no word of the row', async () => {
    await checkWhole(kith.door, to(), beside)
    const found = await kith.door.asService(kith.council, 'command line', async (asking) => {
      const against = async () => ({ authority: 'E06000053', postcodes: postcodeListFrom([]), providers: [] })
      return (await checkedRecord(asking, { year: 2027, today: TODAY }, against)).found
    })
    const rows = await standing()
    assert.ok(found.length > 5)
    assert.deepEqual(
      rows.map(({ rule, child }) => `${String(rule)} ${String(child)}`).toSorted(),
      found.map(({ rule, record }) => `${rule.code} ${record}`).toSorted(),
    )
    assert.ok(
      ofChild(rows, 'A').every(({ owner }) => owner !== null) &&
        ofChild(rows, 'B').every(({ owner }) => owner === null),
    )
    assert.doesNotMatch(JSON.stringify(rows), /ZZZZ|QD19|A123456789012/)
    await checkWhole(kith.door, to(), beside)
    assert.deepEqual(
      (await standing()).map(({ key, found: since }) => [key, since]),
      rows.map(({ key, found: since }) => [key, since]),
    )
  })

  test('nothing changed: nothing is checked again', async () => {
    const runs = async () => (await kith.query('select id from kith.return_run')).length
    const before = await runs()
    assert.deepEqual(await freshen(kith.door, to(), beside), { kind: 'checked', waiting: 0 })
    assert.equal(await runs(), before)
  })

  test('a value put right: its flag is gone at the next look, and the others stand as they stood', async () => {
    const was = await standing()
    assert.ok(was.some(({ rule, shown }) => rule === '102' || (shown === 'A' && rule === '103')))
    const id = await lineOf('identity_code', 'A')
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const answer = await correct(asking, 'kith.identity_code', { id, columns: { code: 'WBRI' } })
      assert.ok('ok' in answer)
    })
    await freshen(kith.door, to(), beside)
    const now = await standing()
    const gone = was.filter(({ key }) => !now.some((one) => one.key === key))
    assert.deepEqual(
      gone.map(({ rule, shown }) => [rule, shown]),
      [['103', 'A']],
    )
    assert.equal(now.length, was.length - 1)
    const [kept] = await kith.query(`select gone from kith.return_flag where rule = '103'`)
    assert.notEqual(kept?.gone, null)
  })

  test('two children with one pupil number: put right on one, the flag is gone from both', async () => {
    const touching = async () => (await standing()).filter(({ rule }) => rule === '444').map(({ shown }) => shown)
    assert.deepEqual(await touching(), ['B', 'C'])
    const id = await lineOf('child_identifier', 'B')
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await correct(asking, 'kith.child_identifier', { id, columns: { value: 'A123456789013' } })
    })
    await freshen(kith.door, to(), beside)
    assert.deepEqual(await touching(), [])
    const again = await lineOf('child_identifier', 'B')
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await correct(asking, 'kith.child_identifier', { id: again, columns: { value: 'A123456789012' } })
    })
    await freshen(kith.door, to(), beside)
    assert.deepEqual(await touching(), ['B', 'C'])
  })

  test('who changed alone gives what the whole gives, whatever was changed', async () => {
    const [child] = await kith.query(`select child from kith.child_identifier_current where value = 'C'`)
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await recordFirst(asking, 'kith.review', {
        child: String(child?.child),
        columns: { held: '2026-06-01', participation: 'PN9' },
      })
      await recordFirst(asking, 'kith.missing_episode', {
        child: String(child?.child),
        columns: { kind: 'missing', since: '2026-09-09' },
      })
    })
    await freshen(kith.door, to(), beside)
    const alone = await keys()
    await checkWhole(kith.door, to(), beside)
    assert.deepEqual(await keys(), alone)
  })

  test('no directory of postcodes: rules on places are not run and said so, not found wrong', async () => {
    await checkWhole(kith.door, to(), { ...beside, postcodes: async () => await Promise.resolve(undefined) })
    const [run] = await kith.query('select waits from kith.return_run where whole order by made desc, id desc limit 1')
    const { notRun } = (run?.waits ?? {}) as Waits
    assert.ok(notRun.some(({ missing }) => missing.includes('postcode directory')))
    assert.ok(notRun.some(({ missing }) => missing.includes('provider list')))
    const told = new Set(notRun.map(({ rule }) => rule))
    assert.deepEqual(
      (await standing()).filter(({ rule }) => told.has(String(rule))),
      [],
    )
  })

  test('another council’s change and another council’s check touch nothing here', async () => {
    const other = await makeCouncil(kith.at.connection, { code: 'E06000054', name: 'Northmere' })
    const before = await keys()
    await checkWhole(kith.door, { ...to(), council: other }, beside)
    assert.deepEqual(await keys(), before)
    assert.deepEqual(await kith.query('select * from kith.return_flag where council = $1', [other]), [])
  })
})
