// The sample: a fixed list that every machine must give again, strata that fill, nobody who was not a candidate, auditors without a part.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allot, type Candidate, drawSample, fingerprintOf, strataOf } from './index.ts'

const STRATA = ['north, far', 'north, near', 'south, near']
const forty: readonly Candidate[] = Array.from({ length: 40 }, (_, at) => ({
  child: `child-${String(at + 1).padStart(2, '0')}`,
  stratum: STRATA[at % 4 === 0 ? 0 : (at % 2) + 1] ?? '',
}))

test('the same children from the same seed, on any machine and in any order', () => {
  const drawn = drawSample(forty, 18, 'November round, 2026-11-02').map(({ child }) => child.slice(-2))
  assert.deepEqual(drawn.join(' '), EXPECTED)
  const turned = drawSample(forty.toReversed(), 18, 'November round, 2026-11-02').map(({ child }) => child.slice(-2))
  assert.deepEqual(turned, drawn)
  const other = drawSample(forty, 18, 'November round, 2026-11-03').map(({ child }) => child.slice(-2))
  assert.notDeepEqual(other, drawn)
  assert.equal(fingerprintOf(forty), fingerprintOf(forty.toReversed()))
  assert.notEqual(fingerprintOf(forty), fingerprintOf(forty.slice(1)))
})
/** Reckoned once more by another program in another language: the seed alone decides. */
const EXPECTED = '32 04 24 33 21 12 10 02 31 35 11 20 03 38 09 28 13 25'

const someCandidates = fc
  .uniqueArray(fc.uuid(), { maxLength: 60 })
  .chain((ids) => fc.tuple(...ids.map((child) => fc.nat(5).map((at) => ({ child, stratum: `stratum ${at}` })))))
const asked = fc.tuple(someCandidates, fc.nat(70), fc.string())

test('strata fill as near to their share as whole children come, and the number is the number', () => {
  fc.assert(
    fc.property(asked, ([candidates, wanted]) => {
      const strata = strataOf(candidates, wanted)
      const many = Math.min(wanted, candidates.length)
      assert.equal(
        strata.reduce((sum, { drawn }) => sum + drawn, 0),
        many,
      )
      for (const { of, drawn } of strata) {
        assert.ok(drawn >= 0 && drawn <= of)
        const exact = (of / candidates.length) * many
        if (many >= strata.length) assert.ok(drawn >= 1)
        else assert.ok(Math.abs(drawn - exact) < 1)
      }
    }),
  )
})

test('everybody drawn was a candidate, once, and each stratum has its number', () => {
  fc.assert(
    fc.property(asked, ([candidates, wanted, seed]) => {
      const drawn = drawSample(candidates, wanted, seed)
      assert.equal(new Set(drawn.map(({ child }) => child)).size, drawn.length)
      for (const { child, stratum } of drawn)
        assert.ok(candidates.some((one) => one.child === child && one.stratum === stratum))
      for (const { stratum, drawn: many } of strataOf(candidates, wanted))
        assert.equal(drawn.filter((one) => one.stratum === stratum).length, many)
      assert.deepEqual(
        drawn.map(({ place }) => place),
        drawn.map((_, at) => at + 1),
      )
    }),
  )
})

test('no auditor gets a child of their own, and nobody is left where somebody may', () => {
  const given = fc.record({
    children: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
    auditors: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 }),
    own: fc.func(fc.boolean()),
    seed: fc.string(),
  })
  fc.assert(
    fc.property(given, ({ children, auditors, own, seed }) => {
      const mayAudit = (auditor: string, child: string) => !own(auditor, child)
      for (const { child, auditor } of allot(children, { auditors, mayAudit, seed })) {
        if (auditor === undefined) assert.ok(auditors.every((one) => own(one, child)))
        else assert.ok(mayAudit(auditor, child))
      }
    }),
  )
})

test('work is shared evenly where everybody may', () => {
  const children = forty.map(({ child }) => child).slice(0, 18)
  const given = allot(children, { auditors: ['a', 'b', 'c', 'd'], mayAudit: () => true, seed: 's' })
  const loads = [...Map.groupBy(given, ({ auditor }) => auditor).values()].map((all) => all.length)
  assert.deepEqual(
    loads.toSorted((a, b) => a - b),
    [4, 4, 5, 5],
  )
})
