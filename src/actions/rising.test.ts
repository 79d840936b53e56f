// Where an action stands that was taken further: it rises by itself, a promise holds it, and closing ends it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type IsoDay } from '#calendar'
import type { Action } from './action.ts'
import { furtherOn } from './rising.ts'

const taken = { by: 'mo', at: '2026-11-02T10:00:00Z', id: 's', line: 's', why: 'Nobody answers.' }
const action = (due: IsoDay, more: Partial<Action> = {}): Pick<Action, 'steps' | 'firstDue' | 'ended'> => ({
  ...{ firstDue: { day: due }, ended: undefined, steps: [{ ...taken, change: { kind: 'taken further' } }] },
  ...more,
})
const carried = (on: string, due: string) => ({
  ...{ by: 'ana', at: `${on}T10:00:00Z`, id: on, line: on, why: 'Not yet.' },
  change: { kind: 'carried on', due: { day: day(due) } } as const,
})
const carriedOn = (...more: readonly ReturnType<typeof carried>[]) => {
  const given = action(day('2026-10-30'))
  return { ...given, steps: [...given.steps, ...more] }
}
const CASES: readonly (readonly [string, Pick<Action, 'steps' | 'firstDue' | 'ended'>, string, string | undefined])[] =
  [
    ['on the day', action(day('2026-10-30')), '2026-11-02', 'team manager 2026-11-02'],
    ['on the fifth working day', action(day('2026-10-30')), '2026-11-09', 'team manager 2026-11-02'],
    ['the day after', action(day('2026-10-30')), '2026-11-10', 'head of service 2026-11-09'],
    ['ten working days on', action(day('2026-10-30')), '2026-11-17', 'director 2026-11-16'],
    ['and it stays there', action(day('2026-10-30')), '2027-03-01', 'director 2026-11-16'],
    ['a day that was promised holds it', action(day('2026-11-20')), '2026-11-20', 'team manager 2026-11-02'],
    ['until five days after it', action(day('2026-11-20')), '2026-11-30', 'head of service 2026-11-27'],
    [
      'carried on, it stays where it stands',
      carriedOn(carried('2026-11-18', '2026-12-04')),
      '2026-11-19',
      'director 2026-11-16',
    ],
    [
      'and before the last, too',
      carriedOn(carried('2026-11-12', '2026-11-20')),
      '2026-11-27',
      'head of service 2026-11-09',
    ],
    ['counted from the new day', carriedOn(carried('2026-11-12', '2026-11-20')), '2026-11-30', 'director 2026-11-27'],
    ['nobody took it further', action(day('2026-10-30'), { steps: [] }), '2026-11-10', undefined],
  ]
for (const [name, given, on, expected] of CASES)
  test(`taken further: ${name}`, () => {
    const found = furtherOn(given, day(on), () => 5)
    assert.equal(found && `${found.tier} ${found.since}`, expected)
  })
test('closed, it stands with nobody', () => {
  const ended = {
    by: 'mo',
    at: '2026-11-03T10:00:00Z',
    id: 'e',
    line: 'e',
    outcome: 'done',
    happened: '2026-11-03',
    said: 'x',
  }
  assert.equal(
    furtherOn(action(day('2026-10-30'), { ended }), day('2026-11-10'), () => 5),
    undefined,
  )
})

test('a number that the council chose holds from its day; what had risen before it stays risen', () => {
  const given = action(day('2026-10-30'))
  const stands = (on: string, after: (from: string) => number) => furtherOn(given, day(on), after)?.tier
  assert.equal(
    stands('2026-11-13', () => 10),
    'team manager',
  )
  assert.equal(
    stands('2026-11-17', () => 10),
    'head of service',
  )
  assert.equal(
    stands('2026-11-06', () => 3),
    'head of service',
  )
  const later = (from: string) => (from >= '2026-11-09' ? 10 : 5)
  assert.equal(stands('2026-11-10', later), 'head of service', 'risen by five')
  assert.equal(stands('2026-11-23', later), 'head of service', 'the next by ten')
  assert.equal(stands('2026-11-24', later), 'director')
})
