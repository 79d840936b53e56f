// What happens next, as any form asks it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { typed } from '#drafts'
import { whatNextOf } from './what-next.ts'

const TODAY = day('2027-03-31')
const of = (values: Record<string, readonly string[]>) =>
  whatNextOf(typed(values), { owner: 'ana', origin: 'note', today: TODAY })

test('a row left empty is none; a row begun is whole, or says beside itself what is missing', () => {
  assert.deepEqual(of({ next: ['', ' '], by_when: ['', ''] }), { faults: [], actions: [] })
  const { actions } = of({ next: ['', 'Ring Mum'], intended: ['', 'They talk'], by_when: ['', '12 Apr'] })
  assert.deepEqual(
    actions.map(({ what, due, owner }) => [what, due, owner]),
    [['Ring Mum', { day: '2027-04-12' }, { worker: 'ana' }]],
  )
  const { faults } = of({ next: ['Ring', ''], intended: ['Calm', 'Calm'], by_when: ['yesterday', ''] })
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['by_when', 'next-2', 'by_when-2'],
  )
})
