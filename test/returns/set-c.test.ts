// A clean return taken in whole: what it does not hold is unknown and never late; what it holds sets the clock of a child.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Command } from 'commander'
import { day } from '#calendar'
import { clockCommands, ledgerRefresher } from '#clock'
import { councilKeysIn, makeCouncil, openDoor } from '#database'
import { importSsda903 } from '#imports'
import type { DutyLine } from '#ledger'
import { testDatabase } from '../../src/database/test-database.ts'

const TODAY = day('2027-04-01')
const RETURN = join(import.meta.dirname, '../../src/demonstration/return')
const lines: DutyLine[] = []
let close = async () => {}

const spoken: string[] = []

/** What `kith duties` prints of the whole council. */
before(async () => {
  const at = await testDatabase('set_c')
  const home = mkdtempSync(join(tmpdir(), 'kith-set-c-'))
  const council = await makeCouncil(at.connection, { code: 'E06000901', name: 'Northmere Council' })
  const childrenChanged = ledgerRefresher(() => TODAY)
  const door = openDoor({ connection: at.connection, keys: councilKeysIn(home), childrenChanged })
  close = async () => {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
  const folders = { folder: join(RETURN, 'this_year'), lastYear: join(RETURN, 'last_year') }
  await importSsda903(door, { ...folders, council, today: TODAY })
  const printed = async (...words: string[]): Promise<readonly string[]> => {
    const found: string[] = []
    const program = new Command('kith')
    clockCommands(program, {
      withDoor: async (work) => await work(door),
      today: () => TODAY,
      person: () => undefined,
      print: (line) => void found.push(line),
      progress: () => {},
    })
    await program.parseAsync(['duties', '--council', 'E06000901', ...words], { from: 'user' })
    return found
  }
  lines.push(...JSON.parse((await printed('--json')).join('\n')))
  spoken.push(...(await printed()))
})
after(async () => await close())

const statesOf = (rules: readonly string[]): readonly string[] =>
  [...new Set(lines.filter(({ rule }) => rules.includes(rule)).map(({ state }) => state))].sort()

test('each of the 300 children is named', () => {
  assert.equal(spoken.filter((line) => line.startsWith('Child ')).length, 300)
})

const notInAReturn: readonly [string, readonly string[]][] = [
  ['visits', ['CP-16', 'CP-17', 'CP-18', 'CP-19', 'CP-20', 'CP-21', 'CP-22', 'CP-23', 'CP-24', 'AD-03']],
  ['placement plans', ['CP-04']],
  ['personal education plans', ['ED-01', 'ED-02', 'ED-03']],
  ['return interviews', ['MI-01']],
  ['dated health assessments', ['HE-01', 'HE-02']],
]
for (const [what, rules] of notInAReturn)
  test(`${what}, of which a return says nothing: unknown, each with what is missing, and never late`, () => {
    const unknown = lines.filter(({ rule, state }) => rules.includes(rule) && state === 'unknown')
    assert.ok(unknown.length > 0)
    for (const { child, rule, missing } of unknown)
      assert.ok(missing, `${rule} of ${child} says nothing of what is missing`)
    assert.deepEqual(
      statesOf(rules).filter((state) => state !== 'unknown' && state !== 'notApplicable'),
      [],
    )
  })

const iso = (written = ''): string => written.split('/').reverse().join('-')

type Stay = { readonly began: string; readonly starts: boolean; readonly under18: boolean; readonly ended: boolean }

/** Of each child, as the files say: the first row, and whether the last one ended care. */
function stays(): ReadonlyMap<string, Stay> {
  const read = (year: string, file: string): readonly string[] =>
    readFileSync(join(RETURN, year, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
  const born = new Map(
    [...read('last_year', 'header.csv'), ...read('this_year', 'header.csv')].map((row) => {
      const [child = '', , birth] = row.split(',')
      return [child, iso(birth)]
    }),
  )
  const rows = [...read('last_year', 'episodes.csv'), ...read('this_year', 'episodes.csv')]
    .map((row) => row.split(','))
    .sort(([, one], [, other]) => (iso(one) < iso(other) ? -1 : 1))
  const found = new Map<string, Stay>()
  for (const [child = '', decom, reason, status = '', , , , , ending = ''] of rows) {
    if (/^V[34]$/.test(status)) continue
    const before = found.get(child)
    const began = before?.began ?? iso(decom)
    const under18 = (born.get(child) ?? '') > '2009-04-01'
    found.set(child, { began, starts: before?.starts ?? reason === 'S', under18, ended: /^E/.test(ending) })
  }
  return found
}

test('of who is looked after: a first review is known where the period starts within the return, and unknown elsewhere', () => {
  const firstOf = (child: string) => lines.filter((line) => line.child === child && line.rule === 'CP-06')
  const counts = { known: 0, unknown: 0 }
  for (const [child, { starts, under18, ended }] of stays()) {
    if (ended || !under18) continue
    const first = firstOf(child)
    if (starts) {
      assert.ok(
        first.some(({ due, trigger }) => due !== null && trigger !== null),
        `${child} has no known first review`,
      )
      counts.known += 1
    } else {
      assert.ok(
        first.some(({ state, missing }) => state === 'unknown' && missing?.includes('began')),
        child,
      )
      counts.unknown += 1
    }
  }
  assert.ok(counts.known > 30 && counts.unknown > 100, JSON.stringify(counts))
})
