// Every rule has what a rule needs: a code of its year, a plain sentence of our own, fields of the return, a severity, a case.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { columnsOf, tableNames } from '#return-files'
import { deviations } from './deviations-data.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { severityOf } from './severity.ts'

/** Worked out, and in no file. */
const derived = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE', 'UASC']
const columns = new Set<string>([...tableNames.flatMap(columnsOf), ...derived])

void test('each rule says in one plain sentence what is wrong, and names fields of the return', () => {
  for (const { code, says, fields } of ssda903Rules) {
    assert.match(says, /^[A-ZÀ-ÿ0-9].*\.$/, code)
    assert.ok(says.split(' ').length <= 40, `${code} is long`)
    assert.ok(fields.length > 0, `${code} names no field`)
    for (const field of fields) assert.ok(columns.has(field), `${code}: ${field}`)
    assert.equal(severityOf(code), 'unknown')
    assert.equal(severityOf(code, { [code]: 'error' }), 'error')
  }
})

const material = 'test/material/ssda903/rule-cases.jsonl.gz'
const worked = new Set(
  gunzipSync(readFileSync(material))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).rule),
)
const ours = new Set(deviations.filter(({ example }) => example).flatMap(({ codes }) => codes))

void test('each rule has a worked case', () => {
  const without = ssda903Rules.filter(({ code }) => !worked.has(code) && !ours.has(code)).map(({ code }) => code)
  assert.deepEqual([...new Set(without)], [])
})

const listed = fileURLToPath(new URL('../../../../shared/returns/ssda903/rules.tsv', import.meta.url))
const years = ['2024/25', '2025/26', '2026/27'] as const

void test('the rules of each year are those listed for it, in words of our own', {
  skip: !existsSync(listed) && 'the list of rules is not at hand',
}, () => {
  const [, ...rows] = readFileSync(listed, 'utf8').trimEnd().split('\n')
  const told = rows.map((row) => row.split('\t'))
  for (const [at, year] of years.entries()) {
    const expected = told.filter(([, of = '']) => {
      const [from = '', until = from] = of.split('-')
      return from <= year && year <= until
    })
    const held = rulesOfYear(ssda903Rules, 2025 + at)
    assert.deepEqual(held.map(({ code }) => code).toSorted(), expected.map(([code = '']) => code).toSorted(), year)
  }
  const wordings = new Map(told.map(([code = '', , , message = '']) => [code, message]))
  for (const { code, says } of ssda903Rules) assert.notEqual(says, wordings.get(code), code)
})
