// Names of the demonstration: the same every time, in any order, and no two children alike.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CARER_FAMILIES, CARERS_F, CARERS_M, ELDERS, FATHERS, MOTHERS, NAMES } from '#invented-council'
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

/** Somebody known, or a joke: no list may give the one together with the other. */
const FORBIDDEN: readonly (readonly [given: string, family: string])[] = [
  ...([
    ['Mia', 'Farrow'],
    ['Ethan', 'Pinnock'],
    ['Harry', 'Skelton'],
    ['Stuart', 'Skelton'],
    ['Diogo', 'Moreira'],
    ['Hilda', 'Ogden'],
    ['Roy', 'Underhill'],
    ['Riley', 'Reid'],
    ['Nathan', 'Gill'],
    ['Daisy', 'Cooper'],
    ['Roman', 'Kemp'],
    ['Samira', 'Ahmed'],
    ['Bella', 'Thorne'],
    ['Nadia', 'Hussain'],
    ['Robyn', 'Banks'],
  ] as const),
  ...([
    ['Hannah', 'Mills'],
    ['Harry', 'Brook'],
    ['Jack', 'Dawson'],
    ['Lucy', 'Hale'],
    ['Mohammed', 'Iqbal'],
    ['Nathan', 'Carter'],
    ['Olivia', 'Dean'],
    ['Ollie', 'Pope'],
    ['Ryan', 'Dunn'],
    ['Edie', 'Pargeter'],
    ['Harry', 'Midgley'],
    ['Zoe', 'Sallis'],
    ['Charlie', 'Marlow'],
    ['Teddy', 'Wragg'],
    ['Keith', 'Jessop'],
    ['Angela', 'Thirkell'],
    ['Ian', 'Goodyer'],
    ['Bereket', 'Habte'],
    ['Antoni', 'Dudek'],
    ['Bilal', 'Mahmood'],
  ] as const),
]
const heritages = Object.values(NAMES)
const grownUps = [...MOTHERS, ...FATHERS, ...ELDERS, ...CARERS_F, ...CARERS_M]
/** Whoever may bear a name of one of these families. */
const LISTS: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[] = [
  { given: GIVEN_NAMES, family: FAMILY_NAMES },
  ...heritages.map(({ F, M, family }) => ({ given: [...F, ...M, ...grownUps], family })),
  { given: [...CARERS_F, ...CARERS_M], family: CARER_FAMILIES },
]

test('no list gives the name of somebody known, or a joke', () => {
  const given = FORBIDDEN.filter(([first, last]) =>
    LISTS.some((list) => list.given.includes(first) && list.family.includes(last)),
  )
  assert.deepEqual(given, [])
})
