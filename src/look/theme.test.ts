// The stylesheet that is checked in: it is what the theme gives, it is small, and nothing of the GOV.UK brand is in it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { compileStyles, STYLESHEET } from '../../tools/styles.ts'
import { contrast } from './council-theme.ts'

const styles = readFileSync(STYLESHEET, 'utf8')

test('the stylesheet is the theme, compiled: otherwise run tools/build-styles.ts', () => {
  assert.ok(compileStyles() === styles, 'the checked-in stylesheet is not what src/look/theme gives')
})

test('it is at most 20 kB with brotli', () => {
  assert.ok(brotliCompressSync(styles).length <= 20_000)
})

test('no crown, no typeface and no blue of GOV.UK; nothing from elsewhere', () => {
  assert.doesNotMatch(styles, /GDS Transport|govuk-crest|govuk-logo|#1d70b8|#0f385c|#003078|favicon/i)
  const loaded = [...styles.matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address)
  assert.equal(loaded.filter((address) => address.startsWith('/fonts/source-sans-3-')).length, 4)
  assert.deepEqual(
    loaded.filter((address) => !address.startsWith('/fonts/source-sans-3-')),
    [],
  )
})

test('every pair of words and ground can be read', () => {
  const named = new Map(
    [...styles.matchAll(/--((?:kith|govuk)-[a-z-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, n, c]) => [n, c]),
  )
  const colour = (name: string): string => {
    const found = named.get(name) ?? ''
    assert.match(found, /^#/, name)
    return found.length === 4 ? found.replace(/[0-9a-f]/g, '$&$&') : found
  }
  const pairs = [
    ['govuk-text-colour', 'kith-soft-strong'],
    ['govuk-secondary-text-colour', 'kith-soft'],
    ['govuk-link-colour', 'kith-soft'],
    ['govuk-link-colour', 'kith-blue-soft'],
    ['kith-late', 'kith-late-soft'],
    ['kith-soon', 'kith-soon-soft'],
    ['kith-done', 'kith-done-soft'],
    ['kith-blue', 'kith-blue-soft'],
    ['kith-voice', 'kith-voice-soft'],
    ['govuk-focus-text-colour', 'govuk-focus-colour'],
  ] as const
  for (const [words, ground] of pairs) {
    const ratio = contrast(colour(words), colour(ground))
    assert.ok(ratio >= 4.5, `${words} on ${ground}: ${ratio.toFixed(2)}`)
  }
})
