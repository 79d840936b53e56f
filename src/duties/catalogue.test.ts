// Every date vector of the catalogue of duties, for each rule that the clock knows, is an example of that rule.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import catalogue from '../../test/material/law/catalogue-vectors.json' with { type: 'json' }
import { EVERY_RULE } from './every-rule.ts'

const vectorsOf = (id: string) =>
  (catalogue.find((entry) => entry.id === id)?.vectors ?? []).flatMap((vector) =>
    vector.kind === 'date' && 'start' in vector && 'due' in vector ? [vector] : [],
  )

for (const rule of EVERY_RULE) {
  const vectors = vectorsOf(rule.id)
  if (vectors.length === 0) continue
  test(`${rule.id}: all ${vectors.length} date vectors are examples`, () => {
    const runs = rule.runExamples().map(({ given, answered }) => ({
      given: JSON.stringify(given),
      answered: JSON.stringify(answered),
    }))
    for (const { start, due } of vectors) {
      const found = runs.some(({ given, answered }) => given.includes(`${start}`) && answered.includes(`${due}`))
      assert.ok(found, `${start} → ${due}`)
    }
  })
}

test('only rules that count no days have no date vector', () => {
  assert.deepEqual(
    EVERY_RULE.map(({ id }) => id).filter((id) => vectorsOf(id).length === 0),
    [
      ...['CP-02', 'CP-03', 'CP-09', 'CP-31', 'IRO-03', 'IRO-04'],
      ...['CP-15', 'CP-25', 'CP-27', 'CP-26', 'CP-30', 'OR-01', 'OR-02'],
      ...['PL-01', 'PL-02', 'PL-07', 'PL-08', 'PL-09', 'PL-16', 'PL-14', 'PL-15', 'PL-17', 'PL-18', 'PL-20', 'PL-22'],
      ...['HE-03', 'HE-05', 'HE-07', 'ED-03', 'ED-04', 'ED-06', 'ED-07', 'ED-08', 'MI-05', 'MI-02', 'MI-03', 'MI-04'],
      ...['MI-11', 'IRO-05', 'LC-01', 'LC-03', 'LC-17', 'LC-04', 'LC-12', 'UA-02'],
      ...['AD-09', 'UA-05', 'CV-01', 'CV-02', 'CV-03', 'TI-08', 'TI-09', 'TI-10'],
    ],
  )
})
