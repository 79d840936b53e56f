// A council's colours: known contrasts, and what is refused with which words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, councilTheme } from './council-theme.ts'

const RATIOS = [
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
  ['#0000ff', '#ffffff', 8.59],
  ['#008000', '#ffffff', 5.14],
] as const

for (const [one, other, ratio] of RATIOS)
  test(`${one} and ${other}: ${ratio} to 1, either way round`, () => {
    assert.equal(Number(contrast(one, other).toFixed(2)), ratio)
    assert.equal(contrast(one, other), contrast(other, one))
  })

test('two colours that can be read become one rule', () => {
  const theme = councilTheme({ brand: '#5B2A6E', accent: '#0b5ea8' })
  assert.ok(theme.kind === 'theme')
  assert.match(theme.css, /^:root\{[^{}]*\}\n$/)
  assert.match(theme.css, /--govuk-brand-colour:#5b2a6e/)
  assert.match(theme.css, /--govuk-link-colour:#0b5ea8/)
})

test('colours that cannot be read are refused with the contrast they have', () => {
  const theme = councilTheme({ brand: '#777777', accent: '#ff0000' })
  assert.ok(theme.kind === 'refused')
  assert.deepEqual(theme.reasons, [
    'The brand colour under white words has a contrast of 4.47 to 1. It needs 4.5 to 1. Choose a darker colour.',
    'The accent colour on white has a contrast of 3.99 to 1. It needs 4.5 to 1. Choose a darker colour.',
    'The accent colour on a pale card has a contrast of 3.71 to 1. It needs 4.5 to 1. Choose a darker colour.',
  ])
})

test('the least that can be read on white is not enough for links on a pale card', () => {
  const theme = councilTheme({ brand: '#767676', accent: '#767676' })
  assert.ok(theme.kind === 'refused')
  assert.equal(theme.reasons.length, 1)
  assert.match(theme.reasons[0] ?? '', /accent colour on a pale card/)
})

test('what is no colour never reaches the stylesheet', () => {
  for (const brand of ['red', '#fff', '#14505c;}body{display:none', '', '#14505g', ' #14505c'])
    assert.equal(councilTheme({ brand, accent: '#12598a' }).kind, 'refused', brand)
})
