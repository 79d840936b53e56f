// A list on a home: nobody on it is out of reach.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsx } from 'hono/jsx'
import { TenAndRest } from './pages/ten-and-rest.tsx'

test('ten are shown, and the others open below; up to ten there is nothing to open', () => {
  const shown = (n: number): string =>
    String(jsx(TenAndRest, { items: Array.from({ length: n }, (_, at) => `child ${at + 1}`) }))
  assert.doesNotMatch(shown(10), /<details/)
  assert.match(shown(12), /child 10[\s\S]*<details[\s\S]*The other 2[\s\S]*child 11[\s\S]*child 12/)
})
