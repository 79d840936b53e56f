// Whom a meeting on how a home ended is offered with, and who of them is ticked before anybody has thought of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carersOf, tickedAround } from './around-child.tsx'

test('the carers of now are ticked; those of the home before are offered only, since it may have ended over harm', () => {
  const around = [carersOf({ household: 'old', now: false }, 'Old'), carersOf({ household: 'new', now: true }, 'New')]
  assert.deepEqual(tickedAround(around), ['carers new'])
  assert.equal(around[0]?.text, 'Old, where they lived before')
})
