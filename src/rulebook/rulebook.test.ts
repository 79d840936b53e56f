// The rulebook: each rule of the clock has a page that holds; built and not built make up the catalogue.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Command } from 'commander'
import { EVERY_RULE } from '#duties'
import catalogue from './catalogue-data.json' with { type: 'json' }
import { rulebookCommand } from './commands.ts'
import { notBuilt, rulePage } from './rulebook.ts'
import { rulePageWords } from './rulebook-words.ts'

async function kith(...words: string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const program = new Command('kith').exitOverride()
  rulebookCommand(program, { print: (line) => void lines.push(line) })
  await program.parseAsync(['rulebook', ...words], { from: 'user' })
  return lines
}

test('each rule has a page: citation, level, force, satisfaction, examples that hold', () => {
  for (const rule of EVERY_RULE) {
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

/** Ours: the catalogue has no number for an order that ends by time, nor for its hearing. */
const OWN: readonly string[] = ['OR-01', 'OR-02']

test('built and not built are the whole catalogue, and agree with it', () => {
  const built = EVERY_RULE.map(({ id }) => id)
  assert.equal(catalogue.length, 183)
  assert.equal(new Set(catalogue.map(({ id }) => id)).size, 183)
  const ids = [...catalogue.map(({ id }) => id), ...OWN]
  assert.deepEqual([...notBuilt().map(({ id }) => id), ...built].sort(), ids.sort())
  for (const rule of EVERY_RULE.filter(({ id }) => !OWN.includes(id))) {
    const listed = catalogue.find(({ id }) => id === rule.id)
    assert.deepEqual([rule.id, rule.level, rule.verification], [listed?.id, listed?.level, listed?.verification])
  }
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
  assert.match(all.at(-1) ?? '', /^\d+ rules; \d+ duties of the catalogue not built yet/)
  assert.ok((await kith('cp-07')).some((line) => line.includes('regulation 33(2)')))
  const one: unknown = JSON.parse((await kith('CP-07', '--json')).join('\n'))
  assert.ok(typeof one === 'object' && one !== null && 'id' in one && one.id === 'CP-07')
  assert.deepEqual(await kith('CP-03'), ['CP-03   Copies of the care plan (regulation, unconfirmed): not built yet.'])
  await assert.rejects(kith('XX-99'), /There is no rule XX-99/)
})
