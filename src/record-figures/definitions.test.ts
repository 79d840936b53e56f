// What each figure counts is kept by version, as words and as how 800 children by chance stand: nobody changes a clause without raising the version.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { changesOf, recordIndicators, versionOf, workerIndicators } from '#indicators'
import { figuresOf } from './night.ts'
import { councilByChance } from './test-children-by-chance.ts'
import { LAST } from './test-twenty-data.ts'

/** `stands`: of the last version alone, since the code of those before is gone. */
type Kept = { readonly counted: string; readonly stands?: string }
const path = new URL('../../test/material/definitions.json', import.meta.url)
const kept: Readonly<Record<string, readonly Kept[]>> = JSON.parse(readFileSync(path, 'utf8'))

const [night] = figuresOf(councilByChance, [LAST])
assert.ok(night)
const stood = new Map([...night.measured, ...night.staff].map((one) => [one.definition.id, one]))

function standsOf(id: string): string {
  const own = stood.get(id)
  assert.ok(own, id)
  const { childrenAbove, childrenBelow, lacks, above, below, value } = own
  const says = JSON.stringify([childrenAbove, childrenBelow, [...lacks], above, below, value])
  return createHash('sha256').update(says).digest('hex').slice(0, 12)
}

for (const definition of [...recordIndicators, ...workerIndicators]) {
  const { id, numerator, denominator, unit, decimals, polarity } = definition
  void test(`${id}: counted as its version says`, () => {
    const counted = `${numerator} / ${denominator ?? '-'} / ${unit} ${decimals} ${polarity}`
    const now = { counted, stands: standsOf(id) }
    const versions = kept[id] ?? []
    const todo = `Say in CHANGES of src/indicators how ${id} was counted before, and add to its list in test/material/definitions.json: ${JSON.stringify(now)}`
    assert.deepEqual(versions.at(-1), now, todo)
    assert.equal(versions.length, versionOf(definition), todo)
    for (const { since, before } of changesOf(definition))
      assert.match(`${since} ${before}`, /^\d{4}-\d\d-\d\d [A-Z].+\.$/)
  })
}

void test('children by chance stand everywhere: of each figure some above, and below it where there is a below', () => {
  for (const [id, { childrenAbove, childrenBelow, definition }] of stood) {
    if (id.startsWith('ceased_reason_pct')) continue
    assert.ok(childrenAbove.length > 0, `${id} has nobody above`)
    const mayBeBelow = definition.unit === 'percent'
    if (mayBeBelow) assert.ok(childrenBelow.length > 0, `${id} has nobody below`)
  }
})
