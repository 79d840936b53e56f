// What may be recorded of care, decision by decision, and the words for each refusal.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instant } from '#calendar'
import {
  type CareRefusal,
  careRefusalWords,
  type Decided,
  mayDecide,
  mayEnd,
  mayMove,
  mayPlace,
  mayRecordBasis,
  mayStartPeriod,
} from './starts-and-ends.ts'
import { FIRST_HOME, MOVED, NOW, TODAY } from './test-placements.ts'
import {
  addressRefusalWords,
  bothAudiences,
  mayRecordAddress,
  mayRecordNight,
  measured,
  nightRefusalWords,
} from './whereabouts-of.ts'

const refused = (outcome: Decided<unknown>): readonly CareRefusal[] => ('refused' in outcome ? outcome.refused : [])
const open = { since: day('2025-03-03'), until: null }
const closed = { since: day('2025-03-03'), until: day('2026-02-14') }

test('a period of care', () => {
  assert.deepEqual(mayStartPeriod('2026-11-23', [closed], TODAY), { ok: '2026-11-23' })
  assert.deepEqual(refused(mayStartPeriod('2026-11-24', [], TODAY)), ['start after today'])
  assert.deepEqual(refused(mayStartPeriod('2026-11-31', [], TODAY)), ['start no day'])
  assert.deepEqual(refused(mayStartPeriod('2026-11-23', [open], TODAY)), ['in care already'])
})

test('an end', () => {
  const end = (typed: string, sameDay = false, standing: typeof open | typeof closed = open) =>
    mayEnd(standing, typed, { today: TODAY, sameDay })
  assert.deepEqual(end('2026-11-23'), { ok: '2026-11-23' })
  assert.deepEqual(end('2025-03-03', true), { ok: '2025-03-03' })
  assert.deepEqual(refused(end('2025-03-03')), ['ends before it starts'])
  assert.deepEqual(refused(end('2025-03-02', true)), ['ends before it starts'])
  assert.deepEqual(refused(end('2026-11-24')), ['end after today'])
  assert.deepEqual(refused(end('')), ['end no day'])
  assert.deepEqual(refused(end('2026-11-23', false, closed)), ['ended already'])
})

test('orders and agreements may stand together, and may expire ahead', () => {
  const basis = { kind: 'interim care order', since: '2026-11-01', until: '2027-02-01' }
  assert.deepEqual(mayRecordBasis(basis, TODAY), { ok: basis })
  assert.deepEqual(refused(mayRecordBasis({ ...basis, kind: 'C1' }, TODAY)), ['order unknown'])
  assert.deepEqual(refused(mayRecordBasis({ ...basis, since: '2026-12-01' }, TODAY)), ['start after today'])
  assert.deepEqual(refused(mayRecordBasis({ ...basis, until: '2026-11-01' }, TODAY)), ['ends before it starts'])
})

test('placements of record', () => {
  assert.deepEqual(refused(mayPlace(FIRST_HOME, [], TODAY)), [])
  assert.deepEqual(refused(mayPlace({ ...FIRST_HOME, kind: 'U9' }, [], TODAY)), ['placement code unknown'])
  assert.deepEqual(refused(mayPlace(MOVED, [open], TODAY)), ['overlaps a placement'])
  assert.deepEqual(refused(mayPlace(MOVED, [closed], TODAY)), [])
  assert.deepEqual(refused(mayPlace({ ...MOVED, since: '2026-02-13' }, [closed], TODAY)), ['overlaps a placement'])
  assert.deepEqual(refused(mayPlace({ ...MOVED, until: '2026-12-01' }, [], TODAY)), ['end after today'])
})

test('a move', () => {
  const move = mayMove(MOVED, [open], TODAY)
  assert.ok('ok' in move && move.ok.from === open && move.ok.to.since === '2026-02-14')
  assert.deepEqual(refused(mayMove(MOVED, [closed], TODAY)), ['no placement to move from'])
  assert.deepEqual(refused(mayMove({ ...MOVED, since: '2025-03-03' }, [open], TODAY)), ['ends before it starts'])
  const earlier = { since: day('2026-03-01'), until: day('2026-03-05') }
  assert.deepEqual(refused(mayMove(MOVED, [open, earlier], TODAY)), ['overlaps a placement'])
})

test('decisions about a placement', () => {
  const decision = { kind: 'visit interval agreed', since: '2026-03-01', until: '', weeks: '8' }
  assert.deepEqual(mayDecide(decision, TODAY), {
    ok: { kind: decision.kind, since: decision.since, until: null, weeks: 8 },
  })
  for (const weeks of ['', '0', '27', '2.5', 'six'])
    assert.deepEqual(refused(mayDecide({ ...decision, weeks }, TODAY)), ['weeks out of range'])
  assert.deepEqual(refused(mayDecide({ ...decision, kind: 'hope' }, TODAY)), ['decision unknown'])
  const meant = mayDecide({ ...decision, kind: 'meant to last until 18' }, TODAY)
  assert.ok('ok' in meant && meant.ok.weeks === null)
})

test('every refusal has its words, with the day where it turns on today', () => {
  assert.equal(careRefusalWords('start after today', TODAY), 'The start cannot be after today, Mon 23 Nov 2026.')
  assert.match(careRefusalWords('overlaps a placement', TODAY), /another home/)
  assert.match(addressRefusalWords('not a postcode'), /postcode/)
  assert.match(nightRefusalWords('night start ahead'), /ahead/)
})

test('addresses and nights', () => {
  const address = { kind: 'home', postcode: 'qv1 1aa', since: '' }
  assert.deepEqual(mayRecordAddress(address), { ok: { kind: 'home', postcode: 'QV1 1AA', since: null } })
  const wrong = mayRecordAddress({ kind: 'den', postcode: 'here', since: 'x' })
  const faults = ['kind of address unknown', 'not a postcode', 'address since no day']
  assert.deepEqual(wrong, { refused: faults })
  const night = { kind: 'hospital', since: '2026-11-23T19:30:00Z' }
  assert.deepEqual(mayRecordNight(night, NOW), { ok: night })
  assert.deepEqual(mayRecordNight({ ...night, since: '2026-11-23T20:01:00Z' }, NOW), { refused: ['night start ahead'] })
  assert.deepEqual(mayRecordNight({ kind: 'x', since: '19:30' }, instant('2026-01-01T00:00:00Z')), {
    refused: ['kind of night unknown', 'night start no moment'],
  })
})

test('who may know a distance: those who may know both ends', () => {
  const none = { audience: null, mustNotKnow: null }
  const one = { audience: ['allocated-worker', 'cover'], mustNotKnow: ['p'] }
  const other = { audience: ['cover', 'duty'], mustNotKnow: ['q'] }
  assert.deepEqual(bothAudiences([none, none]), none)
  assert.deepEqual(bothAudiences([one, none]), one)
  assert.deepEqual(bothAudiences([one, other]), { audience: ['cover'], mustNotKnow: ['p', 'q'] })
  assert.deepEqual(bothAudiences([{ ...one, audience: [] }, none]).audience, [])
})

test('a placement for adoption is never measured', () => {
  const place = { easting: 1, northing: 1, authority: 'E06000053' }
  const adoption = measured('E06000053', { kind: 'A4', home: 'QV1 1AA', place: 'QV2 2BB' }, () => place)
  assert.deepEqual([adoption.miles, adoption.inside], [null, null])
  assert.match(adoption.missing ?? '', /confidential/)
})
