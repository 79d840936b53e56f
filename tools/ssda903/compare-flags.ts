// Compares our flags with those expected of a set: `node bin/run.mjs tools/ssda903/compare-flags.ts SET [--rule CODE]`.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readReturn } from '#return-files'
import { givenOf } from '../../src/statutory-returns/ssda903/given.ts'
import { rulesOfYear } from '../../src/statutory-returns/ssda903/rule.ts'
import { ssda903Rules } from '../../src/statutory-returns/ssda903/rules/all-rules.ts'
import { runRules } from '../../src/statutory-returns/ssda903/run-rules.ts'
import {
  readPostcodes,
  readProviders,
  readSetDescription,
} from '../../src/statutory-returns/ssda903/set-description.ts'

type Flags = Record<string, Record<string, number[]>>
type Expected = { flags: Flags; clean: string[]; aliased: Flags; crashed: Record<string, string>; skipped: string[] }

const [folder = '', ...options] = process.argv.slice(2)
const only = options[0] === '--rule' ? options.slice(1) : undefined
const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const files = (year: string) =>
  readdirSync(join(folder, year)).map((name) => ({ name, bytes: readFileSync(join(folder, year, name)) }))

const set = readSetDescription(text('set.json'))
const thisYear = readReturn(files('this_year'), set.year).tables
const lastYear = readReturn(files('last_year'), set.year - 1).tables
const given = givenOf({
  ...set,
  thisYear,
  lastYear,
  postcodes: readPostcodes(text('postcodes.json')),
  providers: readProviders(text('providers.json')),
})
const rules = rulesOfYear(ssda903Rules, set.year)
const outcome = runRules(given, rules)
const expected: Expected = JSON.parse(text('expected.json'))
const known: { rules: Record<string, { kind: string }> } = JSON.parse(
  readFileSync(join(folder, '..', '..', 'known-deviations.json'), 'utf8'),
)
const spread = (flags: Record<string, readonly number[] | undefined> = {}) =>
  new Set(Object.entries(flags).flatMap(([table, rows]) => (rows ?? []).map((row) => `${table} ${row}`)))

const codes = new Set([...Object.keys(expected.flags), ...expected.clean, ...Object.keys(expected.aliased)])
let same = 0
const unwritten: string[] = []
const lines: string[] = []
for (const code of [...codes].toSorted()) {
  if (only && !only.includes(code)) continue
  const ours = outcome.flags.get(code)
  if (!ours) {
    unwritten.push(code)
    continue
  }
  const [theirs, mine] = [spread(expected.flags[code] ?? expected.aliased[code]), spread(ours)]
  const [missing, extra] = [[...theirs.difference(mine)], [...mine.difference(theirs)]]
  if (missing.length + extra.length === 0) same += 1
  else
    lines.push(
      `  ${code}: of ${theirs.size} missing ${missing.length} ${missing.slice(0, only ? 99 : 3).join(', ')} | extra ${extra.length} ${extra.slice(0, only ? 99 : 3).join(', ')}${known.rules[code] ? ` [known: ${known.rules[code]?.kind}]` : ''}`,
    )
}
console.log(
  `${basename(folder)}: ${codes.size} rules, ${same} identical, ${lines.length} differ, ${unwritten.length} unwritten, ${outcome.broken.length} broken rows`,
)
for (const line of lines) console.log(line)
if (options.includes('--unwritten')) console.log(unwritten.join(' '))
