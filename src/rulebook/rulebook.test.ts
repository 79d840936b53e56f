// The rulebook: each rule of the clock has a page that holds; built and not built make up the catalogue.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Command } from 'commander'
import { EVERY_RULE } from '#duties'
import { CASES_LISTED, LISTED, NOT_COMMENCED, WAITING_RULES } from '#rules-in-waiting'
import { casesTold } from './cases.ts'
import catalogue from './catalogue-data.json' with { type: 'json' }
import { rulebookCommand } from './commands.ts'
import { COUNTED_RULES, notApplied, rulePage } from './rulebook.ts'
import { rulePageWords } from './rulebook-words.ts'

async function kith(...words: string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const program = new Command('kith').exitOverride()
  rulebookCommand(program, { print: (line) => void lines.push(line) })
  await program.parseAsync(['rulebook', ...words], { from: 'user' })
  return lines
}

test('each rule has a page: citation, level, force, satisfaction, examples that hold', () => {
  for (const rule of COUNTED_RULES) {
    const page = rulePage(rule)
    assert.ok(page.citations.length > 0 && page.examples.length > 0, page.id)
    assert.ok(
      page.examples.every(({ holds }) => holds),
      page.id,
    )
    const words = rulePageWords(page).join('\n')
    assert.doesNotMatch(words, /undefined|\[object/, page.id)
    assert.equal(/unconfirmed/.test(words.split('\n')[0] ?? ''), page.verification === 'knowledge', page.id)
  }
})

test('an example that does not hold is said', () => {
  const [rule] = EVERY_RULE
  assert.ok(rule)
  const [example] = rule.runExamples()
  assert.ok(example)
  const broken = { ...rule, runExamples: () => [{ ...example, expected: { kind: 'due', day: '1999-01-01' } }] }
  assert.match(rulePageWords(rulePage(broken)).join('\n'), /DOES NOT HOLD/)
})

/** Ours: the catalogue has no number for an order that ends by time, nor for its hearing, nor for the steps of a time missing. */
const OWN: readonly string[] = ['AC-01', 'LC-17', 'MI-11', 'OR-01', 'OR-02', 'RE-07']

const ids = (listed: readonly { readonly id: string }[]): readonly string[] => listed.map(({ id }) => id)

test('what the clock applies and what it does not are the whole catalogue, and agree with it', () => {
  assert.equal(catalogue.length, 183)
  assert.equal(new Set(ids(catalogue)).size, 183)
  assert.deepEqual([...ids(notApplied()), ...ids(COUNTED_RULES)].sort(), [...ids(catalogue), ...OWN].sort())
  for (const rule of [...COUNTED_RULES, ...WAITING_RULES, ...NOT_COMMENCED]) {
    if (OWN.includes(rule.id)) continue
    const listed = catalogue.find(({ id }) => id === rule.id)
    assert.deepEqual([rule.id, rule.level, rule.verification], [listed?.id, listed?.level, listed?.verification])
  }
})

test('each duty that is not applied says why, once; those of the areas built for are not left for later', () => {
  const missing = notApplied()
  for (const { id, because } of missing) assert.ok(because !== undefined && because !== '', `${id} has no reason`)
  const reasons = [...Object.keys(LISTED), ...ids(WAITING_RULES), ...ids(NOT_COMMENCED)]
  assert.deepEqual(reasons.toSorted(), [...new Set(reasons)].toSorted())
  for (const id of reasons) assert.ok(ids(missing).includes(id), `${id} is built, and listed as missing`)
  const later = missing.filter(({ kind }) => kind === 'later').map(({ id }) => id.split('-')[0])
  assert.deepEqual(
    [...new Set(later)].toSorted((a = '', b = '') => a.localeCompare(b)),
    ['CH', 'FO', 'PI'],
  )
  assert.deepEqual(
    missing.filter(({ kind }) => kind === 'notInForce').map(({ id }) => id),
    ['CP-36', 'LC-15'],
  )
})

test('a rule that waits is satisfied by no table, and says for what it waits', () => {
  for (const { id, satisfiedBy, waitsFor } of [...WAITING_RULES, ...NOT_COMMENCED]) {
    assert.equal(satisfiedBy.table, 'none', id)
    assert.ok(waitsFor !== undefined && waitsFor !== '', id)
  }
})

test('the examples of rules that wait, and of those not in force, hold', () => {
  for (const rule of [...WAITING_RULES, ...NOT_COMMENCED])
    for (const { name, answered, expected } of rule.runExamples())
      assert.deepEqual(answered, expected, `${rule.id}: ${name}`)
})

test('each case of the catalogue in words is an example, or listed with what is missing; at most a fifth is', () => {
  const { all, applied, waiting, listed, forgotten, wrong } = casesTold()
  assert.deepEqual([all, forgotten, wrong], [174, [], []])
  assert.equal(applied + waiting + listed, all)
  assert.ok(listed * 5 <= all)
  for (const [one, why] of Object.entries(CASES_LISTED)) assert.ok(why !== '', one)
})

const source = '../shared/law/statutory-duties.json'
test('ids, levels and verifications are those of the catalogue as published', {
  skip: existsSync(source) ? false : `${source} is not here`,
}, () => {
  const published: { id: string; level: string; verification: string }[] = JSON.parse(readFileSync(source, 'utf8'))
  const inShort = ({ id, level, verification }: { id: string; level: string; verification: string }) =>
    `${id} ${level} ${verification}`
  assert.deepEqual(catalogue.map(inShort), published.map(inShort))
})

test('the command: all, one, one that is not built, none', async () => {
  const all = await kith()
  assert.ok(all.some((line) => /^CP-07 {2}Second review {2}\(regulation\)$/.test(line)))
  assert.match(all.at(-1) ?? '', /^\d+ rules; \d+ duties of the catalogue are not applied: \d+ written down/)
  assert.ok((await kith('cp-07')).some((line) => line.includes('regulation 33(2)')))
  const one: unknown = JSON.parse((await kith('CP-07', '--json')).join('\n'))
  assert.ok(typeof one === 'object' && one !== null && 'id' in one && one.id === 'CP-07')
  assert.deepEqual(await kith('PL-11'), [
    "PL-11   Emergency placement outside a carer's approval (regulation, unconfirmed)",
    '        Not applied: The terms of approval of each carer: kith.placement says nothing of them.',
  ])
  assert.ok((await kith('LC-14')).some((line) => line.startsWith('  Waits for: A table of what the council publishes')))
  assert.ok(
    (await kith('CP-36')).some((line) => line.startsWith("  NOT IN FORCE: Children's Wellbeing and Schools Act 2026")),
  )
  await assert.rejects(kith('XX-99'), /There is no rule XX-99/)
})
