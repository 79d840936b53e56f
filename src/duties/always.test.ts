// What holds whatever the facts: property tests over invented histories.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf } from '#calendar'
import { type Duty, dutyLine, isStillOwed, stateOn } from '#ledger'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import { basisOf } from './every-rule.ts'
import {
  assessment,
  bornOn,
  COUNCIL_RECORD,
  child,
  n,
  period,
  placement,
  RETURN_2027,
  review,
  status,
  visit,
} from './test-child.ts'

const START = n('2024-01-01')
const END = n('2028-06-30')
const someDay = fc.integer({ min: START, max: n('2027-12-31') })
const later = fc.nat(200)
const text = (day: number): string => dayOf(day)
const typedAt = (day: number, delay: number): number => (day + delay) * 86_400_000 + 43_200_000
const oneLine = <Item extends { readonly line: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.line, item])).values(),
]

const periods = fc
  .tuple(someDay, fc.nat(900), fc.boolean(), fc.boolean(), fc.option(fc.nat(300), { nil: undefined }))
  .map(([began, length, ends, by, gap]) => {
    const ended = ends ? began + length : undefined
    const first = period(text(began), { began: { kind: by ? 'by' : 'on', day: began }, ended })
    const again = ended === undefined || gap === undefined ? [] : [{ ...period(text(ended + gap)), line: 'again' }]
    return [first, ...again]
  })
const events = <Item>(make: (day: number, delay: number) => Item, maxLength: number) =>
  fc.array(
    fc.tuple(someDay, later).map(([day, delay]) => make(day, delay)),
    { maxLength },
  )
const CODES = ['V2', 'C1', 'C2', 'E1'] as const
const PLACES = ['U6', 'U4', 'P1', 'A6', 'K2', 'T1', 'R5'] as const

const placements = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(...PLACES), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => {
    let from = START
    return rows.map(([length, place, sameCarers, temporary], index) => {
      const began = from
      from += length
      return placement(text(began), {
        ended: index === rows.length - 1 ? undefined : from,
        place,
        sameCarers,
        temporaryApproval: temporary ? { from: began, until: began + 60 } : undefined,
        anotherResponsible: place === 'R5' ? { from: began, until: began + 40 } : undefined,
      })
    })
  })
const statuses = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(...CODES)), { maxLength: 4 })
  .map((rows) => {
    let from = START
    return rows.map(([length, code], index) => {
      const began = from
      from += length
      return status(text(began), code, index === rows.length - 1 ? undefined : text(from))
    })
  })

const histories: fc.Arbitrary<ChildFacts> = fc
  .record({
    birth: fc.constantFrom(undefined, bornOn('2012-05-05'), bornOn('2022-02-28'), bornOn('2008-02-29')),
    periods,
    placements,
    statuses,
    reviews: events((day, delay) => ({ ...review(text(day)), recorded: typedAt(day, delay) }), 6).map(oneLine),
    visits: events((day, delay) => visit(text(day), { recorded: typedAt(day, delay) }), 12).map(oneLine),
    healthAssessments: events((day, delay) => assessment(text(day), { recorded: typedAt(day, delay) }), 4).map(oneLine),
    coverage: fc.constantFrom(COUNCIL_RECORD, RETURN_2027),
  })
  .map(child)

const ends = ({ ended }: { readonly ended: number | undefined }, day: number): boolean =>
  ended !== undefined && ended <= day
const key = ({ basis, occurrence }: Duty): string => `${basis.id} ${occurrence}`
const on = fc.integer({ min: START, max: END })

test('no two duties of a child are the same', () => {
  fc.assert(
    fc.property(histories, on, (facts, day) => {
      const keys = dutiesOf(facts, day).map(key)
      assert.deepEqual(keys.toSorted(), [...new Set(keys)].toSorted())
    }),
    { numRuns: 500 },
  )
})

test('the order of facts does not matter', () => {
  const shuffled = histories.chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.record({
        reviews: fc.shuffledSubarray([...facts.reviews], { minLength: facts.reviews.length }),
        visits: fc.shuffledSubarray([...facts.visits], { minLength: facts.visits.length }),
        placements: fc.shuffledSubarray([...facts.placements], { minLength: facts.placements.length }),
        statuses: fc.shuffledSubarray([...facts.statuses], { minLength: facts.statuses.length }),
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, on, ([facts, order], day) => {
      assert.deepEqual(dutiesOf({ ...facts, ...order }, day), dutiesOf(facts, day))
    }),
    { numRuns: 300 },
  )
})

test('as days pass, what was done late never becomes done on time, and what was done stays done', () => {
  fc.assert(
    fc.property(histories, on, fc.nat(400), (facts, day, more) => {
      const after = new Map(dutiesOf(facts, day + more).map((duty) => [key(duty), duty]))
      for (const duty of dutiesOf(facts, day)) {
        if (duty.standing !== 'doneLate' && duty.standing !== 'doneOnTime') continue
        assert.equal(after.get(key(duty))?.standing, duty.standing, key(duty))
      }
    }),
    { numRuns: 500 },
  )
})

test('facts of another kind change nothing', () => {
  fc.assert(
    fc.property(histories, on, (facts, day) => {
      const withoutVisits = dutiesOf({ ...facts, visits: [] }, day).filter(({ basis }) => basis.kind !== 'visit')
      const withVisits = dutiesOf(facts, day).filter(({ basis }) => basis.kind !== 'visit')
      assert.deepEqual(withVisits, withoutVisits)
    }),
    { numRuns: 300 },
  )
})

test('what happens after the day asked about changes nothing of that day', () => {
  fc.assert(
    fc.property(histories, on, (facts, day) => {
      const until = {
        reviews: facts.reviews.filter(({ held }) => held <= day),
        visits: facts.visits.filter(({ day: visited }) => visited <= day),
        healthAssessments: facts.healthAssessments.filter(({ day: seen }) => seen <= day),
        periods: facts.periods.map((one) => (ends(one, day) ? one : { ...one, ended: undefined })),
        placements: facts.placements.map((one) => (ends(one, day) ? one : { ...one, ended: undefined })),
      }
      assert.deepEqual(dutiesOf({ ...facts, ...until }, day), dutiesOf(facts, day))
    }),
    { numRuns: 300 },
  )
})

test('overdue and done late only where the days from trigger to due are covered; unknown names what is missing', () => {
  fc.assert(
    fc.property(histories, on, (facts, day) => {
      for (const duty of dutiesOf(facts, day)) {
        const state = stateOn(duty, day)
        if (state === 'overdue' || state === 'doneLate') assert.ok((duty.coveredUntil ?? -1) >= (duty.due ?? Infinity))
        const line = dutyLine(facts.child, duty, { on: day, coverage: facts.coverage })
        assert.equal(line.state === 'unknown', line.missing !== null)
        assert.equal(basisOf(duty.basis.id), duty.basis)
      }
    }),
    { numRuns: 300 },
  )
})

test('in a covered period of care that goes on, one review and one visit are always owed', () => {
  const settled = histories.map((facts) => ({
    ...facts,
    birth: undefined,
    coverage: COUNCIL_RECORD,
    periods: [period('2024-01-01')],
    placements: [placement('2024-01-01')],
    statuses: [],
  }))
  fc.assert(
    fc.property(settled, on, (facts, day) => {
      const owed = dutiesOf(facts, day).filter((duty) => isStillOwed(duty, day))
      assert.equal(owed.filter(({ basis }) => basis.kind === 'review').length, 1)
      assert.equal(owed.filter(({ basis }) => basis.kind === 'visit').length, 1)
    }),
    { numRuns: 300 },
  )
})
