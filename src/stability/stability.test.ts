// How a home ended and whether people came together about it, in order; and facts that are shown and never added up.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { type Ended, endedCounts, endedInOrder, howEnded, metOf } from './ended.ts'
import { childrenWith, type FactOf } from './signals.ts'

const TODAY = day('2026-06-30')
const ended = (placement: string, more: Partial<Ended> = {}): Ended => ({
  ...{ child: placement, placement, next: 'next', kind: 'U4', since: day('2025-01-01'), ended: day('2026-06-01') },
  ...{
    planned: false,
    emergency: false,
    reason: null,
    held: null,
    note: null,
    ahead: null,
    actions: 0,
    done: 0,
    ...more,
  },
})

describe('how a home ended', () => {
  test('planned, unplanned, an emergency, and what nobody said', () => {
    const cases = [
      [{ planned: true }, 'planned'],
      [{ planned: false }, 'unplanned'],
      [{ planned: null }, 'not said'],
      [{ planned: true, emergency: true }, 'emergency'],
    ] as const
    for (const [more, how] of cases) assert.equal(howEnded(ended('a', more)), how)
  })

  test('a meeting is asked of what was not planned, by working days from the end', () => {
    assert.deepEqual(metOf(ended('a'), TODAY, 10), { kind: 'none', days: 21, late: true })
    assert.deepEqual(metOf(ended('a'), day('2026-06-15'), 10), { kind: 'none', days: 10, late: false })
    assert.deepEqual(metOf(ended('a', { held: day('2026-06-04') }), TODAY, 10), {
      ...{ kind: 'held', on: '2026-06-04', days: 3 },
    })
    assert.deepEqual(metOf(ended('a', { held: day('2026-05-25') }), TODAY, 10), {
      ...{ kind: 'held', on: '2026-05-25', days: 0 },
    })
    assert.deepEqual(metOf(ended('a', { ahead: day('2026-07-04') }), TODAY, 10), { kind: 'set', on: '2026-07-04' })
    assert.deepEqual(metOf(ended('a', { planned: true }), TODAY, 10), { kind: 'not asked' })
    assert.deepEqual(metOf(ended('a', { planned: null }), TODAY, 10), { kind: 'not asked' })
  })

  test('those without a meeting first, the longest ago first; then the latest', () => {
    const all = [
      ended('planned', { planned: true, ended: day('2026-06-20') }),
      ended('open, late', { ended: day('2026-06-10') }),
      ended('open, long', { ended: day('2026-02-10') }),
      ended('met', { held: day('2026-06-02') }),
    ]
    const order = ['open, long', 'open, late', 'planned', 'met']
    assert.deepEqual(
      endedInOrder(all, TODAY).map(({ placement }) => placement),
      order,
    )
    assert.deepEqual([...endedCounts(all).values()], [0, 3, 1, 0])
  })
})

test('by the latest fact, however many there are; a new worker alone is none', () => {
  const fact = (child: string, code: FactOf['code'], on: string): FactOf => {
    return { child, code, on: day(on), times: code === 'missing' ? 9 : 1 }
  }
  const shown = childrenWith([
    ...[fact('many', 'missing', '2026-06-01'), fact('many', 'suspended', '2026-05-01')],
    ...[fact('many', 'pause', '2026-05-02'), fact('one', 'moved', '2026-06-02'), fact('new', 'worker', '2026-06-20')],
  ])
  assert.deepEqual(
    shown.map(({ child }) => child),
    ['one', 'many'],
  )
  assert.deepEqual(
    shown[1]?.facts.map(({ code }) => code),
    ['pause', 'missing', 'suspended'],
  )
})
