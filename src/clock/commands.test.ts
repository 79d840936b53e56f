// The commands of the clock: what they print for people and for machines, what they refuse, and with which code they end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Command, CommanderError } from 'commander'
import { day } from '#calendar'
import { withClient } from '#database'
import { clockCommands } from './commands.ts'
import { type TestCouncil, testCouncil } from './test-council.ts'

const TODAY = '2026-11-23'
let town: TestCouncil
let child: string

before(async () => {
  town = await testCouncil('clock_commands', { today: day(TODAY) })
  child = await town.write.child('2026-10-05', { shown: '900123' })
  await town.write.line('review', child, { held: '2026-10-20', recorded: '2026-11-20T08:00:00Z' })
  await town.write.child('2026-11-02', { shown: '900124' })
})
after(async () => await town.close())

async function kith(...words: string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const program = new Command('kith').exitOverride().configureOutput({ outputError: () => {} })
  clockCommands(program, {
    withDoor: async (work) => await work(town.door),
    today: () => day(TODAY),
    person: () => undefined,
    print: (line) => void lines.push(line),
    progress: () => {},
  })
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => {} })
  await program.parseAsync(words, { from: 'user' })
  return lines
}
const council = ['--council', 'E06000901']

test('--json is an array of lines with the fields that were promised, and no others', async () => {
  const lines: Record<string, unknown>[] = JSON.parse((await kith('duties', ...council, '--json')).join('\n'))
  const fields = ['child', 'rule', 'occurrence', 'state', 'trigger', 'due', 'done', 'shownLate', 'missing', 'because']
  for (const line of lines) assert.deepEqual(Object.keys(line), [...fields, 'citations', 'level', 'verification'])
  assert.deepEqual(new Set(lines.map((line) => line.child)), new Set(['900123', '900124']))
  const first = lines.find((line) => line.rule === 'CP-06' && line.child === '900123')
  assert.deepEqual(
    [first?.state, first?.trigger, first?.due, first?.done, first?.shownLate],
    ['doneOnTime', '2026-10-05', '2026-11-02', '2026-10-20', true],
  )
  assert.deepEqual(
    JSON.parse((await kith('duties', ...council, '--json', '--known-at', '2020-01-01T00:00Z')).join('')),
    [],
  )
})

test('for people: each child by the day due, in words, and the count of each state at the end', async () => {
  const lines = await kith('duties', ...council, '--child', '900123')
  assert.equal(lines[0], 'Child 900123')
  assert.ok(
    lines.some((line) =>
      /^ {2}done on time {4}First review due by Mon 2 Nov 2026: within 20 working days of/.test(line),
    ),
  )
  assert.ok(lines.some((line) => /^ {2}not yet due {5}Second review due by Wed 20 Jan 2027/.test(line)))
  assert.match(lines.at(-1) ?? '', /^1 child on Mon 23 Nov 2026: \d+ not yet due, .*1 recorded late\.$/)
  assert.deepEqual(await kith('duties', ...council, '--child', child), lines)
})

test('the day and the knowledge are asked apart', async () => {
  const state = async (...words: string[]) => {
    const lines: { rule: string; state: string }[] = JSON.parse(
      (await kith('duties', ...council, '--child', '900123', '--json', ...words)).join('\n'),
    )
    return lines.find(({ rule }) => rule === 'CP-06')?.state
  }
  assert.equal(await state('--on', '2026-10-10'), 'notYetDue')
  assert.equal(await state('--on', '2026-11-10'), 'doneOnTime')
  assert.equal(await state('--on', '2026-11-10', '--known-at', '2026-11-19T00:00Z'), 'overdue')
})

const wrongUse: readonly [string, readonly string[], RegExp][] = [
  ['no council', ['duties'], /--council/],
  ['a day that is none', ['duties', ...council, '--on', '2026-02-30'], /Give a day/],
  ['a day after today', ['duties', ...council, '--on', '2026-11-24'], /is after today/],
  ['a moment without a zone', ['duties', ...council, '--known-at', '2026-11-01T10:00'], /with its zone/],
  ['no day to simulate', ['simulate', '--age', '4'], /--comes-into-care/],
  ['an age that is none', ['simulate', '--comes-into-care', '2026-11-30', '--age', '18'], /0 to 17/],
  ['a placement that is none', ['simulate', '--comes-into-care', '2026-11-30', '--placement', 'Q9'], /placement code/],
]
for (const [name, words, says] of wrongUse) {
  test(`wrong use: ${name}`, async () => {
    await assert.rejects(
      kith(...words),
      (error: unknown) => error instanceof CommanderError && says.test(error.message),
    )
  })
}

test('no such council, no such child: one line, and nothing of what was asked for of a child', async () => {
  await assert.rejects(kith('duties', '--council', 'E06000999'), /^Error: There is no council E06000999\.$/)
  for (const id of ['900999', child.replace(/^.{8}/, '00000000')])
    await assert.rejects(kith('duties', ...council, '--child', id), /^Error: There is no such child in this council\.$/)
})

test('a child who comes into care: owed at once, and next', async () => {
  const [text = ''] = await kith('simulate', '--comes-into-care', '2026-12-18', '--age', '4', '--json')
  const { first, next }: Record<'first' | 'next', { rule: string; due: string }[]> = JSON.parse(text)
  assert.deepEqual(first.find(({ rule }) => rule === 'CP-06')?.due, '2027-01-20')
  assert.deepEqual(next.find(({ rule }) => rule === 'CP-07')?.due, '2027-04-20')
  const words = await kith('simulate', '--comes-into-care', '2026-12-18', '--age', '4')
  assert.ok(words.some((line) => line.includes('First review due by Wed 20 Jan 2027')))
})

test('the ledger is rebuilt and checked; a difference is named, and the check ends with 1', async () => {
  assert.deepEqual(await kith('ledger', 'rebuild', ...council), ['The ledger of 2 children was rebuilt.'])
  assert.match((await kith('ledger', 'check', ...council)).at(-1) ?? '', /^2 children, \d+ duties, 0 differences$/)
  assert.equal(process.exitCode, undefined)
  await withClient(town.at.connection, async (owner) => {
    await owner.query(`update kith.duty set due = due + 1 where child = $1 and basis = 'CP-07'`, [child])
  })
  const found = await kith('ledger', 'check', ...council)
  assert.equal(process.exitCode, 1)
  process.exitCode = undefined
  assert.match(found[0] ?? '', /CP-07 .*: differs$/)
  assert.match(found.at(-1) ?? '', /1 difference$/)
})
