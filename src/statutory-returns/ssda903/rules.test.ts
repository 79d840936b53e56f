// Every rule has what a rule needs: a code of its year, a plain sentence of our own, fields of the return, a severity, a case.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { columnsOf, readReturn, tableNames } from '#return-files'
import { storedSet } from '../../../test/ssda903/stored-sets.ts'
import { checkSsda903 } from './check-return.ts'
import { deviations } from './deviations-data.ts'
import { type Given, givenOf } from './given.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { runRules } from './run-rules.ts'
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

/** Whoever asks where a placement lies, or whose return it is, is noted. */
function watchedBy(asked: Set<string>, given: Given): Given {
  const watched = (episodes: Given['Episodes']) =>
    new Proxy(episodes, {
      get: (of, name, self) => {
        if (['PL_LA', 'PL_LOCATION', 'PL_DISTANCE', 'located'].includes(String(name))) asked.add('postcodes')
        return Reflect.get(of, name, self)
      },
    })
  const last = { ...given.last, Episodes: watched(given.last.Episodes) }
  return new Proxy(
    { ...given, Episodes: watched(given.Episodes), last },
    {
      get: (of, name, self) => {
        if (name === 'authority') asked.add('authority')
        return Reflect.get(of, name, self)
      },
    },
  )
}

void test('a rule that asks where a placement lies, or whose return it is, says that it needs to know', () => {
  const { files } = storedSet('A-2027-main')
  const tables = {
    thisYear: readReturn(files.thisYear, 2027).tables,
    lastYear: readReturn(files.lastYear, 2026).tables,
  }
  const given = givenOf({ ...files, ...tables })
  for (const rule of rulesOfYear(ssda903Rules, 2027)) {
    const asked = new Set<string>()
    runRules(watchedBy(asked, given), [{ ...rule, needsAuthority: false }])
    // What lies inside the area is worked out by the council's code before any rule reads it.
    const inside = rule.fields.includes('PL_LOCATION')
    const own = asked.has('authority') || inside
    assert.equal(rule.needsPostcodes ?? false, asked.has('postcodes'), `${rule.code}: postcodes`)
    assert.equal(rule.needsAuthority ?? false, own, `${rule.code}: the code of the council`)
  }
})

void test('without postcodes or the code of the council, those rules are named and find nothing', () => {
  const { files } = storedSet('A-2027-main')
  const { flags, notRun } = checkSsda903({ ...files, postcodes: undefined, authority: '' })
  const lacking = (what: string) => notRun.filter(({ missing }) => missing.includes(what)).map(({ rule }) => rule)
  const places = '1015 164 169 179 218 241 243 392a 392c 406 411 420 452 453 454 503G 503H 503J'
  assert.equal(lacking('postcode directory').toSorted().join(' '), places)
  assert.equal(lacking('code of the council').toSorted().join(' '), '1015 179 229 411 503J')
  for (const code of [...places.split(' '), '229']) assert.equal(flags.has(code), false, code)
  const elsewhere = checkSsda903(files)
  for (const [code, rows] of flags) assert.deepEqual(rows, elsewhere.flags.get(code), code)
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
