// After sign-in nobody is led elsewhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ownPath } from './own-path.ts'

test('own pages stay, with what was asked of them', () => {
  for (const path of ['/', '/children/0196?on=2026-11-23', '/rules/CP-07', '/account?saved=1'])
    assert.equal(ownPath(path), path)
})

test('anything that leads elsewhere, or round in circles, is the first page', () => {
  for (const path of [
    undefined,
    '',
    'children',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    '/x\r\nlocation: /y',
    '/sign-in',
    '/sign-in/start',
    '/sign-out',
    `/${'x'.repeat(600)}`,
  ])
    assert.equal(ownPath(path), '/', String(path))
})

test('whatever is typed, a browser stays on this server', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', '\t', ':', '@', 'a', '?', '#') }), (typed) => {
      assert.equal(new URL(ownPath(typed), 'https://kith.example').origin, 'https://kith.example')
    }),
  )
})
