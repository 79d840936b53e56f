// The list of rules on which we differ from the reference: each held by a case of ours, and none without a decision.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { noDay } from '#return-files'
import { deviationCases } from './deviation-cases-data.ts'
import { type Deviation, type DeviationCase, deviationOf, deviations } from './deviations-data.ts'
import { givenOf } from './given.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { runRules } from './run-rules.ts'
import { exampleReturn } from './test-return.ts'

const RULES = 'src/statutory-returns/ssda903/rules'

const provider = {
  urn: '1000001',
  places: new Set(['K3']),
  sectors: new Set(['PR4']),
  ended: noDay,
  postcode: 'QA11AA',
  authority: 'E08888888',
}

const caseOf = (deviation: Deviation, code: string): DeviationCase | undefined =>
  deviation.example && code === (deviation.example.of ?? deviation.codes[0]) ? deviation.example : deviationCases[code]

for (const deviation of deviations)
  for (const code of deviation.codes)
    void test(`${code}: ${deviation.ours}`, () => {
      const held = caseOf(deviation, code)
      assert.ok(held, `rule ${code} deviates without a case of ours`)
      const { year = 2027 } = held
      const given = givenOf(exampleReturn(held.tables, { providers: [provider], year }))
      const rules = rulesOfYear(ssda903Rules, year).filter((rule) => rule.code === code)
      const { flags, broken, notRun } = runRules(given, rules)
      assert.deepEqual([broken, notRun], [[], []])
      assert.deepEqual(flags.get(code), held.expect)
    })

void test('no case of ours is kept for a rule that does not deviate', () => {
  for (const code of Object.keys(deviationCases)) assert.ok(deviationOf(code), code)
})

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

const ruleFiles = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'all-rules.ts')
  .map((name) => readFileSync(join(RULES, name), 'utf8'))

/** 'Reference says: … We say: …', once for each deviation of which a rule stands in the file. */
const times = (text: string): number =>
  Math.min(...[/Reference says[:,]/g, /We say:/g].map((of) => text.split(of).length - 1))

void test('the file of each rule that deviates keeps what the reference says and what we say', () => {
  const holds = (text: string, code: string): boolean => text.includes(`code: '${code}'`)
  for (const code of deviations.flatMap(({ codes }) => codes))
    assert.equal(ruleFiles.filter((text) => holds(text, code)).length, 1, code)
  for (const text of ruleFiles) {
    const here = deviations.filter(({ codes }) => codes.some((code) => holds(text, code)))
    assert.ok(times(text) >= here.length, `some of ${here.flatMap(({ codes }) => codes).join(', ')} do not say it`)
  }
})

const knownAs: { rules: Record<string, { note: string; rules?: string[] }> } = JSON.parse(
  readFileSync('test/material/ssda903/known-deviations.json', 'utf8'),
)
/** A code named as a key, in a list, in a note, or between two of a note: '371-374'. */
const isKnown = (code: string): boolean =>
  Object.entries(knownAs.rules).some(([key, { note, rules = [] }]) => {
    const spans = [...note.matchAll(/\b(\d+)-(\d+)\b/g)].map(([, from, to]) => [Number(from), Number(to)] as const)
    const within = spans.some(([from, to]) => Number(code) >= from && Number(code) <= to)
    return key === code || rules.includes(code) || within || new RegExp(`\\b${code}\\b`).test(note)
  })

/** Of the same cause as 205A, whose note leaves it out (0060); no set shows it, six authorities are newer (0064). */
const beyondTheKnown = ['205B', '633']

void test('we deviate only where the reference is known to be wrong, and in two rules more, each decided', () => {
  const beyond = deviations.flatMap(({ codes }) => codes).filter((code) => !isKnown(code))
  assert.deepEqual(beyond.toSorted(), beyondTheKnown)
  assert.equal(isKnown('101'), false)
})

void test('the list, for whoever reads the tests', () => {
  for (const { codes, reference, ours, decision, notCases = [] } of deviations) {
    const against = notCases.map((one) => `\n  against its worked case ${one}`).join('')
    console.log(
      `SSDA903 ${codes.join(', ')} (decision ${decision})\n  reference says: ${reference}\n  we say: ${ours}${against}`,
    )
  }
})
