// The list of rules on which we differ from the reference: each held by a case of ours, and none without a decision.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { noDay } from '#return-files'
import { deviations } from './deviations-data.ts'
import { givenOf } from './given.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { runRules } from './run-rules.ts'
import { exampleReturn } from './test-return.ts'

const provider = {
  urn: '1000001',
  places: new Set(['K3']),
  sectors: new Set(['PR4']),
  ended: noDay,
  postcode: 'QA11AA',
  authority: 'E08888888',
}

for (const { codes, ours, example } of deviations) {
  const [code = ''] = codes
  if (!example) continue
  // The status of asylum seekers shows best in rule 231.
  const shown = codes.includes('231') ? '231' : code
  void test(`${codes.join(', ')}: ${ours}`, () => {
    const given = givenOf(exampleReturn(example.tables, { providers: [provider] }))
    const rules = rulesOfYear(ssda903Rules, 2027).filter((rule) => rule.code === shown)
    const { flags, broken, notRun } = runRules(given, rules)
    assert.deepEqual([broken, notRun], [[], []])
    assert.deepEqual(flags.get(shown), example.expect)
  })
}

void test('every deviation is allowed by a decision that names it', () => {
  const records = readdirSync('docs/decisions')
  for (const { codes, decision } of deviations) {
    const record = records.find((name) => name.startsWith(decision))
    assert.ok(record, `there is no decision record ${decision}`)
    // Only in its list: the prose names other rules too, which do not deviate.
    const text = readFileSync(`docs/decisions/${record}`, 'utf8')
      .split('\n')
      .filter((line) => /^\s*- .*\d/.test(line))
      .join('\n')
    for (const code of codes) assert.match(text, new RegExp(`\\b${code}\\b`), `${record} does not name rule ${code}`)
  }
})

void test('no rule deviates twice, and each is a rule of ours', () => {
  const codes = deviations.flatMap((one) => one.codes)
  assert.equal(new Set(codes).size, codes.length)
  const known = new Set(ssda903Rules.map(({ code }) => code))
  for (const code of codes) assert.ok(known.has(code), code)
})

void test('the list, for whoever reads the tests', () => {
  for (const { codes, reference, ours } of deviations)
    console.log(`SSDA903 ${codes.join(', ')}\n  reference says: ${reference}\n  we say: ${ours}`)
})
