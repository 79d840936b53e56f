// What is read of the record for a return: what stands and may be said, of this council's children alone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '#calendar'
import { type Asking, changeFrom, correct, makeCouncil, recordFirst, retract } from '#database'
import { type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { collectionOf } from './collection.ts'
import { episodesOf } from './episodes.ts'
import { type Held, textOf } from './held.ts'
import { eachChildHeld } from './store.ts'

async function newChild(asking: Asking, began: string): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person } = asking.who
  await asking.insert('kith.person', [{ council, id, recorded_by: person }])
  await asking.insert('kith.child', [{ council, id, recorded_by: person }])
  await recordFirst(asking, 'kith.care_period', { child: id, columns: { began } })
  return id
}

describe('what is read for a return', () => {
  let kith: TestCouncil
  before(async () => {
    kith = await testCouncil()
  })
  after(async () => await kith.close())
  const asked = async <T>(council: number, work: (asking: Asking) => Promise<T>) =>
    await kith.door.asService(council, 'command line', work)
  async function read(council: number): Promise<ReadonlyMap<string, readonly Held[]>> {
    const found = new Map<string, readonly Held[]>()
    await asked(council, async (asking) => {
      await eachChildHeld(asking, collectionOf(2027, day('2027-04-01')), ({ child, held }) => found.set(child, held))
    })
    return found
  }

  test('what stands: no retracted line, no corrected version, nothing that a return may not say', async () => {
    const child = await asked(kith.council, async (asking) => {
      const id = await newChild(asking, '2026-05-01')
      const first = async (born: string, standing: string) =>
        await recordFirst(asking, 'kith.birth_claim', { child: id, columns: { born, basis: 'told', standing } })
      await first('2012-10-03', 'in force')
      await first('2013-10-03', 'disputed')
      const wrong = await recordFirst(asking, 'kith.review', { child: id, columns: { held: '2026-06-01' } })
      await retract(asking, 'kith.review', { id: wrong.id, reason: 'another child' })
      const early = await recordFirst(asking, 'kith.review', { child: id, columns: { held: '2026-07-01' } })
      await correct(asking, 'kith.review', { id: early.id, columns: { held: '2026-07-02' } })
      const [worker = ''] = await asking.newIds(1)
      const { council, person } = asking.who
      await asking.insert('kith.person', [{ council, id: worker, recorded_by: person }])
      await asking.insert('kith.worker', [{ council, id: worker, code: 'SW7', recorded_by: person }])
      for (const role of ['allocated-worker', 'co-worker'])
        await recordFirst(asking, 'kith.allocation', { child: id, columns: { worker, role, during: '[2026-05-01,)' } })
      return id
    })
    const own = (await read(kith.council)).get(child) ?? []
    const said = own.map(
      (one) => `${one.table} ${['born', 'held', 'worker'].map((column) => textOf(one, column) ?? '').join('')}`,
    )
    assert.deepEqual(said.toSorted(), ['allocation SW7', 'birth_claim 2012-10-03', 'care_period ', 'review 2026-07-02'])
    assert.ok(own.every(({ source, recordedBy, recorded }) => source === null && recordedBy !== '' && recorded !== ''))
  })

  test('a placement’s postcodes are those that stand', async () => {
    const child = await asked(kith.council, async (asking) => {
      const id = await newChild(asking, '2026-05-01')
      const place = await recordFirst(asking, 'kith.address', {
        child: id,
        columns: { kind: 'placement', postcode: 'VD4 1QZ' },
      })
      const columns = { during: '[2026-05-01,)', kind: 'U6', place: place.line }
      await recordFirst(asking, 'kith.placement', { child: id, columns })
      await changeFrom(asking, 'kith.address', { id: place.id, columns: { postcode: 'VD4 2QZ' } })
      return id
    })
    const own = (await read(kith.council)).get(child) ?? []
    const [row] = episodesOf(own, collectionOf(2027, day('2027-04-01')))
    assert.deepEqual([row?.cells.PL_POST?.says, row?.cells.HOME_POST], ['VD4 2QZ', undefined])
    assert.deepEqual(
      row?.cells.PL_POST?.from.map(({ table }) => table),
      ['placement', 'address'],
    )
  })

  test('nobody of another council, and nobody who was not looked after in the year', async () => {
    const other = await makeCouncil(kith.at.connection, { code: 'E06000054', name: 'Northmere' })
    const theirs = await asked(other, async (asking) => await newChild(asking, '2026-05-01'))
    const later = await asked(kith.council, async (asking) => await newChild(asking, '2027-04-01'))
    const ours = await read(kith.council)
    assert.deepEqual([ours.has(theirs), ours.has(later), ours.size > 0], [false, false, true])
    assert.deepEqual([...(await read(other)).keys()], [theirs])
  })
})
