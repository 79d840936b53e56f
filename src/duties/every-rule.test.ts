// Every example of every rule, run; and every rule and basis fit to be shown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVERY_BASIS, EVERY_RULE } from './every-rule.ts'

for (const rule of EVERY_RULE) {
  for (const { name, given, expected, answered } of rule.runExamples()) {
    test(`${rule.id}: ${name}`, () => assert.deepEqual(answered, expected, JSON.stringify(given)))
  }
}

test('each rule has its own id, and each basis its own', () => {
  const rules = EVERY_RULE.map(({ id }) => id)
  assert.deepEqual(rules, [...new Set(rules)])
  const bases = EVERY_BASIS.map(({ id }) => id)
  assert.deepEqual(bases, [...new Set(bases)])
})

test('each basis belongs to a rule of the rulebook, and is called after it', () => {
  for (const { id, rule } of EVERY_BASIS) {
    assert.ok(EVERY_RULE.some((listed) => listed.id === rule.id))
    assert.equal(id.split('/')[0], rule.id)
  }
})
