// What remains flagged in the clean set: every row explained, by the command that prints docs/clean-set.md.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { checkSsda903 } from '../../src/statutory-returns/ssda903/check-return.ts'
import { explainedRows, wordings } from '../../tools/ssda903/clean-set-data.ts'
import { explainFlags } from '../../tools/ssda903/explain-flags.ts'
import { storedSet } from './stored-sets.ts'

const { files } = storedSet('C-2027-clean')
const checked = checkSsda903(files)

void test('each flag of the clean set is explained, and nothing is explained that is not flagged', () => {
  const { explained, unexplained, stale } = explainFlags(checked, explainedRows)
  assert.deepEqual([unexplained, stale], [[], []])
  assert.equal(explained.length, 6)
  for (const { rule } of explained) assert.ok(wordings[rule], `rule ${rule} has no wording`)
})

void test('a flag without an explanation is named, and so is an explanation of a row that says something else', () => {
  const without = explainFlags(checked, explainedRows.slice(1))
  assert.deepEqual(without.unexplained, ['709 DoLo 3'])
  const moved = explainedRows.map((one) => (one.table === 'DoLo' ? { ...one, stands: { CHILD: 'SYN000247' } } : one))
  const { unexplained, stale } = explainFlags(checked, moved)
  assert.deepEqual([unexplained, stale], [['709 DoLo 3'], ['709 DoLo 3']])
  const more = new Map([...checked.flags, ['101', { Header: [2] }] as const])
  assert.deepEqual(explainFlags({ ...checked, flags: more }, explainedRows).unexplained, ['101 Header 2'])
})

void test('the page that is kept is what the command prints', () => {
  const ran = spawnSync(process.execPath, ['bin/run.mjs', 'tools/ssda903/explain-clean-set.ts'], { encoding: 'utf8' })
  assert.deepEqual([ran.status, ran.stderr], [0, ''])
  assert.equal(ran.stdout, readFileSync('docs/clean-set.md', 'utf8'))
})

void test('as the page says: with last year’s date put back, rule 628 flags the two mothers in place of 624', () => {
  const answered = files.thisYear.map(({ name, bytes }) => {
    const text = new TextDecoder().decode(bytes)
    const back = text
      .replace('A716084306780,,', 'A716084306780,1,05/07/2025')
      .replace('T684290086097,,', 'T684290086097,1,22/04/2025')
    return { name, bytes: name === 'header.csv' ? new TextEncoder().encode(back) : bytes }
  })
  const { flags } = checkSsda903({ ...files, thisYear: answered })
  assert.deepEqual([flags.get('624'), flags.get('628')], [{}, { Header: [6, 267] }])
})
