// Care in the record: moves, orders that overlap, nights, decisions and distances, as named people on a chosen day.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { NewAudience } from '#audiences'
import { day, dayOf, instant } from '#calendar'
import { changeFrom, historyOf, Refused, recordFirst, retract, withClient } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { distancesOf, measureCouncil, measurePlacements } from './distance-store.ts'
import {
  addressesOf,
  endBasis,
  endPeriod,
  legalStatusesOf,
  moveChild,
  periodsOf,
  placementsOf,
  recordAddress,
  recordBasis,
  recordNight,
  recordPlacementDecision,
  sleepsTonight,
  startPeriod,
  startPlacement,
} from './store.ts'
import { BEGAN, DETAIL, DIRECTORY, FIRST_HOME, MOVED, NOW, TODAY } from './test-placements.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('placements')
  await loadDirectory(DIRECTORY)
})
after(async () => await record.close())

async function loadDirectory(entries: readonly (readonly [string, number, number, string])[]): Promise<void> {
  await withClient(record.at.connection, async (client) => {
    await client.query('select reference.stage_postcodes()')
    for (const row of entries)
      await client.query('insert into reference.postcode_next values ($1, $2, $3, $4)', [...row])
    await client.query('select reference.swap_postcodes()')
  })
}

/** A child whom Priya knows as Jordan's worker does. */
async function childOfPriya(): Promise<string> {
  const child = await record.newChild()
  await record.asImport(async (asking) => {
    const { council, person: recorded_by } = asking.who
    const [id = ''] = await asking.newIds(1)
    const row = { council, id, line: id, child, worker: record.people.priya, during: '[2025-01-01,)', recorded_by }
    await asking.insert('kith.allocation', [row])
  })
  return child
}

test('a child comes into care once at a time, and the period ends by a version', async () => {
  const child = await childOfPriya()
  const start = async (began: string) =>
    await record.as('priya', async (asking) => await startPeriod(asking, child, { began, need: 'N1', today: TODAY }))
  assert.ok('ok' in (await start(BEGAN)))
  assert.deepEqual(await start('2026-01-01'), { refused: ['in care already'] })
  const line = await record.as('priya', async (asking) => {
    const [period] = await periodsOf(asking, child)
    assert.ok(period)
    assert.ok('ok' in (await endPeriod(asking, period.id, { ended: day('2026-06-01'), reason: 'E4A' })))
    return period.line
  })
  assert.ok('ok' in (await start('2026-11-01')))
  const versions = await record.as('priya', async (asking) => await historyOf(asking, 'kith.care_period', line))
  assert.deepEqual(
    versions.map(({ change, ended, need }) => [change, ended, need]),
    [
      ['first', null, 'N1'],
      ['change', '2026-06-01', 'N1'],
    ],
  )
})

test('a move ends one placement and begins the next on the same day', async () => {
  const child = await childOfPriya()
  const placing = (typed: typeof MOVED) => ({ typed, detail: DETAIL, today: TODAY })
  const none = await record.as('priya', async (asking) => await moveChild(asking, child, placing(MOVED)))
  assert.deepEqual(none, { refused: ['no placement to move from'] })
  assert.ok(
    'ok' in (await record.as('priya', async (asking) => await startPlacement(asking, child, placing(FIRST_HOME)))),
  )
  assert.ok('ok' in (await record.as('priya', async (asking) => await moveChild(asking, child, placing(MOVED)))))
  const again = await record.as('priya', async (asking) => await startPlacement(asking, child, placing(FIRST_HOME)))
  assert.deepEqual(again, { refused: ['overlaps a placement'] })
  const stays = await record.as('priya', async (asking) => await placementsOf(asking, child))
  assert.deepEqual(
    stays.map(({ kind, since, until }) => [kind, since, until]),
    [
      ['U6', '2025-03-03', '2026-02-14'],
      ['K2', '2026-02-14', null],
    ],
  )
})

test('orders and agreements overlap; the single status is derived and changes when one ends', async () => {
  const child = await childOfPriya()
  const order = { until: null, court: 'Testshire Family Court', number: null }
  const series = async () =>
    await record.as('priya', async (asking) =>
      (await legalStatusesOf(asking, child)).map(({ code, from }) => `${code} ${dayOf(from)}`),
    )
  const interim = await record.as('priya', async (asking) => {
    await recordBasis(asking, child, { ...order, kind: 'section 20 agreement', since: day(BEGAN) })
    await recordBasis(asking, child, { ...order, kind: 'secure accommodation order', since: day('2025-05-01') })
    return await recordBasis(asking, child, { ...order, kind: 'interim care order', since: day('2025-06-01') })
  })
  assert.deepEqual(await series(), ['V2 2025-03-03', 'C1 2025-06-01'])
  await record.as('priya', async (asking) => {
    assert.ok('ok' in (await endBasis(asking, interim.id, { ended: day('2025-12-01'), reason: 'withdrawn' })))
  })
  assert.deepEqual(await series(), ['V2 2025-03-03', 'C1 2025-06-01', 'V2 2025-12-01'])
})

test('where the child sleeps tonight: what was told last, else the placement, else nothing', async () => {
  const child = await childOfPriya()
  const tonight = async (at = NOW) =>
    await record.as('priya', async (asking) => await sleepsTonight(asking, child, { at, on: TODAY }))
  assert.deepEqual(await tonight(), { from: 'nothing known' })
  await record.as(
    'priya',
    async (asking) => await startPlacement(asking, child, { typed: FIRST_HOME, detail: DETAIL, today: TODAY }),
  )
  assert.equal((await tonight()).from, 'placement')
  await record.as(
    'priya',
    async (asking) =>
      await recordNight(asking, child, { kind: 'hospital', since: instant('2026-11-23T18:00:00Z'), place: null }),
  )
  const told = await tonight()
  assert.deepEqual([told.from, 'kind' in told && told.kind], ['told', 'hospital'])
  assert.equal((await tonight(instant('2026-11-23T17:59:00Z'))).from, 'placement')
})

test('a decision about a placement stands with its words', async () => {
  const child = await childOfPriya()
  const decided = await record.as('priya', async (asking) => {
    const placed = await startPlacement(asking, child, { typed: FIRST_HOME, detail: DETAIL, today: TODAY })
    assert.ok('ok' in placed)
    const of = { child, placement: placed.ok.line }
    const decision = { kind: 'meant to last until 18', since: day('2025-09-01'), until: null, weeks: null } as const
    return await recordPlacementDecision(asking, of, { ...decision, words: 'Agreed at the second review.' })
  })
  const [version] = await record.as(
    'priya',
    async (asking) => await historyOf(asking, 'kith.placement_decision', decided.line),
  )
  assert.equal(version?.words, 'Agreed at the second review.')
})

async function placedBetween(home: string | undefined, place: string | undefined, audience: NewAudience['relations']) {
  const child = await childOfPriya()
  await record.asImport(async (asking) => {
    const address = async (kind: 'home' | 'placement', postcode: string | undefined) => {
      if (postcode === undefined) return null
      const given = { kind, postcode, since: null }
      const protectedBy = {
        relations: audience,
        mustNotKnow: [record.people.ravi],
        power: 'safety of the child',
        decided: TODAY,
        because: 'Somebody must not find this home.',
        ...{ decidedBy: null, until: null, order: null, withheldFrom: null },
      } as const
      const isProtected = audience !== null && kind === 'placement'
      return (await recordAddress(asking, child, isProtected ? { ...given, audience: protectedBy } : given)).line
    }
    const detail = { ...DETAIL, home: await address('home', home), place: await address('placement', place) }
    assert.ok('ok' in (await startPlacement(asking, child, { typed: FIRST_HOME, detail, today: TODAY })))
    await measurePlacements(asking, [child])
  })
  return child
}
const distance = async (name: 'priya' | 'tom', child: string) =>
  (await record.as(name, async (asking) => await distancesOf(asking, child)))[0]

test('distances as the statistics measure, from both ends; twice gives the same', async () => {
  const child = await placedBetween('QV1 1AA', 'QV2 2BB', null)
  const found = await distance('priya', child)
  // 3 km east and 4 km north: 5000 m, by 1.6093 to one decimal.
  assert.deepEqual([found?.miles, found?.band, found?.missing], [3.1, 'under 5 miles', null])
  assert.deepEqual(await record.asImport(async (asking) => await measurePlacements(asking, [child])), {
    placements: 1,
    measured: 1,
  })
  assert.deepEqual(await distance('priya', child), found)
  assert.equal(await distance('tom', child), undefined)
})

test('a postcode that is not known is named, not guessed', async () => {
  assert.equal(
    (await distance('priya', await placedBetween(undefined, 'QV2 2BB', null)))?.missing,
    'no home postcode is recorded',
  )
  const both = await distance('priya', await placedBetween('QV9 9ZZ', undefined, null))
  assert.equal(both?.missing, 'the home postcode is not in the directory; no placement postcode is recorded')
  assert.deepEqual([both?.miles, both?.band], [null, null])
})

test('a new directory and a retracted placement change the distance', async () => {
  const child = await placedBetween('QV1 1AA', 'QV4 4DD', null)
  assert.match((await distance('priya', child))?.missing ?? '', /placement postcode is not in the directory/)
  await loadDirectory([...DIRECTORY, ['QV44DD', 400000, 332186, 'E06000901']])
  await measureCouncil(record.door, record.council)
  assert.deepEqual(
    [(await distance('priya', child))?.miles, (await distance('priya', child))?.band],
    [20, '10 to 20 miles'],
  )
  await record.asImport(async (asking) => {
    const [placed] = await placementsOf(asking, child)
    await retract(asking, 'kith.placement', { id: placed?.id ?? '', reason: 'Never happened.' })
    await measurePlacements(asking, [child])
  })
  assert.equal(await distance('priya', child), undefined)
})

test('the distance of a protected home is exact to its audience, a band to others who see where, nothing to the rest', async () => {
  const forCover = await placedBetween('QV1 1AA', 'QV3 3CC', ['cover'])
  const { placement: _, ...others } = (await distance('priya', forCover)) ?? { placement: '' }
  assert.deepEqual(others, { band: 'over 20 miles', miles: null, inside: null, adjoining: null, missing: null })
  assert.equal(await distance('tom', forCover), undefined)
  const forWorker = await placedBetween('QV1 1AA', 'QV3 3CC', ['allocated-worker'])
  assert.equal((await distance('priya', forWorker))?.band, 'over 20 miles')
})

test('a place that was limited for a time and opened again with a new postcode: one stands, and one distance', async () => {
  const child = await placedBetween('QV1 1AA', 'QV2 2BB', null)
  const place = await record.asImport(async (asking) => {
    const standing = (await addressesOf(asking, child)).find(({ kind }) => kind === 'placement')
    assert.ok(standing)
    const because = await recordFirst(asking, 'kith.audience_decision', {
      child,
      columns: { power: 'safety of the child', decided: TODAY },
    })
    const limited = { audience: ['cover'], must_not_know: null, audience_decision: because.line }
    const closed = await changeFrom(asking, 'kith.address', {
      id: standing.id,
      columns: { ...limited, postcode: 'QV3 3CC' },
    })
    assert.ok('ok' in closed)
    await measurePlacements(asking, [child])
    return { line: standing.line, closed: closed.ok.id }
  })
  const postcodes = async () =>
    await record.as('priya', async (asking) =>
      (await addressesOf(asking, child)).flatMap(({ line, postcode }) => (line === place.line ? [postcode] : [])),
    )
  assert.deepEqual(await postcodes(), [])
  assert.deepEqual(
    [(await distance('priya', child))?.miles, (await distance('priya', child))?.band],
    [null, 'over 20 miles'],
  )
  await record.asImport(async (asking) => {
    const open = { audience: null, must_not_know: null, audience_decision: null, postcode: 'QV2 2BB' }
    assert.ok('ok' in (await changeFrom(asking, 'kith.address', { id: place.closed, columns: open })))
  })
  assert.deepEqual(await postcodes(), ['QV2 2BB'])
  assert.equal((await distance('priya', child))?.miles, null, 'measured from the place that was limited')
  await record.asImport(async (asking) => await measurePlacements(asking, [child]))
  assert.equal((await distance('priya', child))?.miles, 3.1)
  const read = await record.as('priya', async (asking) => await historyOf(asking, 'kith.address', place.line))
  assert.deepEqual(
    read.map(({ postcode }) => postcode),
    ['QV2 2BB'],
  )
})

test('every child of a council, again and again: what is the same is not written anew; a person may not measure', async () => {
  const rows = async () =>
    await withClient(
      record.at.connection,
      async (client) =>
        (await client.query('select t::text as row from kith.placement_distance t order by placement')).rows,
    )
  const first = await measureCouncil(record.door, record.council)
  const written = await rows()
  assert.equal(first.placements, written.length)
  assert.deepEqual(await measureCouncil(record.door, record.council), first)
  assert.deepEqual(await rows(), written)
  const unmeasured = await childOfPriya()
  await record.as('priya', async (asking) => {
    await startPlacement(asking, unmeasured, { typed: FIRST_HOME, detail: DETAIL, today: TODAY })
  })
  await assert.rejects(
    record.as('priya', async (asking) => await measurePlacements(asking, [unmeasured])),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
})

test('those who only read, and those who know nothing, write nothing of care', async () => {
  for (const name of ['ravi', 'hana', 'tom', 'ada'] as const)
    for (const write of [
      async () =>
        await record.as(name, async (asking) => {
          await startPeriod(asking, record.jordan, { began: BEGAN, need: null, today: TODAY })
        }),
      async () =>
        await record.as(name, async (asking) => {
          await startPlacement(asking, record.jordan, { typed: FIRST_HOME, detail: DETAIL, today: TODAY })
        }),
    ])
      await assert.rejects(write(), (error) => error instanceof Refused && error.kind === 'not allowed', name)
  const night = { kind: 'hospital', since: NOW, place: null } as const
  await assert.rejects(
    record.as('hana', async (asking) => await recordNight(asking, record.jordan, night)),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
})
