// Names of the demonstration: the same every time, in any order, and no two children alike.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAMILY_NAMES, GIVEN_NAMES } from './names-data.ts'
import { inventedNames } from './naming.ts'

const codes = Array.from({ length: 400 }, (_, index) => `SYN${index}`)

test('four hundred children, four hundred names', () => {
  const names = [...inventedNames(codes).values()].map(({ given, family }) => `${given} ${family}`)
  assert.equal(new Set(names).size, 400)
})

test('the same names in whatever order the codes come', () => {
  assert.deepEqual([...inventedNames(codes.toReversed())], [...inventedNames(codes)])
})

test('every given name meets every family name before one returns', () => {
  const all = Array.from({ length: GIVEN_NAMES.length * FAMILY_NAMES.length }, (_, index) =>
    String(index).padStart(6, '0'),
  )
  assert.equal(
    new Set([...inventedNames(all).values()].map(({ given, family }) => `${given} ${family}`)).size,
    all.length,
  )
})
