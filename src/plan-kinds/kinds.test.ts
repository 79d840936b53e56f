// Each kind of plan: its place, its parts with the law behind each, what keys name, and what holds a plan back.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { LEVELS } from '#law'
import { KINDS, missingParts, nameOfKey, PLAN_KINDS, partsOf, planAt } from './index.ts'

describe('every kind of plan', () => {
  test('has a place of its own below a child', () => {
    const places = PLAN_KINDS.map((kind) => KINDS[kind].at)
    assert.equal(new Set(places).size, PLAN_KINDS.length)
    assert.equal(planAt('x', 'safety plan'), '/children/x/safety-plan')
    for (const kind of PLAN_KINDS) assert.match(KINDS[kind].none('Jordan'), /\.$/)
  })
  for (const kind of PLAN_KINDS.filter((one) => partsOf(one).length > 0))
    test(`${kind}: parts that the record can hold, each with its source`, () => {
      const parts = partsOf(kind)
      assert.equal(new Set(parts.map(({ part }) => part)).size, parts.length)
      for (const { part, name, asks, cites, fields, one, level } of parts) {
        for (const key of Object.keys(fields ?? {}))
          assert.match(`${part}/1/${key}`, /^[a-z]+(-[a-z]+)*(\/[1-9][0-9]{0,2}\/[a-z]+)?$/)
        assert.match(part, /^[a-z]+(-[a-z]+)*$/)
        assert.equal(fields === undefined, one === undefined, part)
        assert.ok(name.length > 0 && asks.endsWith('.') && cites.instrument.length > 0, part)
        assert.ok(Object.hasOwn(LEVELS, level), part)
      }
      assert.ok(missingParts(kind, new Set()).length > 0)
      const wishes = parts.find(({ part }) => part === 'wishes-child')
      assert.ok(wishes !== undefined, 'the child is asked')
    })
})

test('a part that repeats is written as soon as one of it is', () => {
  const names = (written: readonly string[]) => missingParts('safety plan', new Set(written)).map(({ part }) => part)
  assert.ok(names([]).includes('step'))
  assert.ok(!names(['step/1/does']).includes('step'))
})

test('what a key names, in words', () => {
  assert.equal(nameOfKey('safety plan', 'step/2/who'), 'Step 2: Who does it?')
  assert.equal(nameOfKey('placement plan', 'decides/1/what'), 'Decision 1: What is decided?')
  assert.equal(nameOfKey('health plan', 'consent'), 'Who says yes to treatment')
  assert.equal(nameOfKey('health plan', 'because'), 'A part')
})
