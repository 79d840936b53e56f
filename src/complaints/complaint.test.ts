// A complaint: by when each stage is owed, and which stage may follow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { earlierOf, mends, nextStage, owedOf, type StageDays, toldTooEarly } from './complaint.ts'

const stage = (number: number, asked: string, more: Partial<StageDays> = {}): StageDays => ({
  ...{ stage: number, asked: day(asked), longer: false, panel: null, report: null, ...more },
})
const CASES = [
  ['stage 1: ten working days, over Easter', stage(1, '2026-03-27'), 'answer 2026-04-14'],
  ['stage 1 that takes longer: twenty', stage(1, '2026-03-27', { longer: true }), 'answer 2026-04-28'],
  ['stage 2: twenty-five', stage(2, '2026-05-01'), 'decision 2026-06-09'],
  ['stage 2 at most: sixty-five', stage(2, '2026-04-10', { longer: true }), 'decision 2026-07-14'],
  ['stage 3: the panel in thirty', stage(3, '2026-06-01'), 'panel 2026-07-13'],
  ['its report five after it', stage(3, '2026-06-01', { panel: day('2026-07-13') }), 'report 2026-07-20'],
  [
    'the answer fifteen after the report',
    stage(3, '2026-06-01', { panel: day('2026-07-13'), report: day('2026-07-20') }),
    'answer 2026-08-10',
  ],
  ['a year whose bank holidays are not known', stage(2, '2028-12-20'), 'decision undefined'],
] as const
for (const [name, of, expected] of CASES)
  test(`owed: ${name}`, () => {
    const { what, by } = owedOf(of)
    assert.equal(`${what} ${by}`, expected)
  })

test('a further stage follows an answer, and nothing that is open, withdrawn, or was before a panel', () => {
  const cases: readonly (readonly [number, string | null, 2 | 3 | undefined])[] = [
    [1, null, undefined],
    [1, 'upheld', 2],
    [1, 'withdrawn', undefined],
    [2, 'not upheld', 3],
    [3, 'not upheld', undefined],
  ]
  for (const [number, outcome, next] of cases) assert.equal(nextStage({ stage: number, outcome }), next)
  assert.equal(nextStage(undefined), undefined)
})

test('who answers changes, and what was withdrawn is answered all the same: neither puts right what stood', () => {
  const withdrawn = { answers: 'a', asked: '2026-03-27', outcome: 'withdrawn', answered: '2026-03-30' }
  const upheld = { ...withdrawn, outcome: 'upheld' }
  const cases = [
    [withdrawn, { asked: '2026-03-27', answers: 'b' }, false],
    [withdrawn, { asked: '2026-03-27', outcome: 'upheld', answered: '2026-03-31' }, false],
    [withdrawn, { asked: '2026-03-26', outcome: 'upheld', answered: '2026-03-31' }, true],
    [upheld, { outcome: 'not upheld' }, true],
    [upheld, { outcome: 'upheld', told: '2026-03-31' }, false],
  ] as const
  for (const [before, after, expected] of cases) assert.equal(mends(before, after), expected, JSON.stringify(after))
})
test('what stood before a change is shown, and not what a correction put right', () => {
  const at = (answers: string, outcome: string | null, change: string) => ({
    answers,
    outcome,
    change,
    answered: null,
    recorded: change,
  })
  assert.deepEqual(earlierOf([at('a', null, 'first'), at('b', 'withdrawn', 'change'), at('b', 'upheld', 'change')]), [
    { kind: 'answered by', person: 'a', until: 'change' },
    { kind: 'withdrawn', on: null },
  ])
  assert.deepEqual(earlierOf([at('a', null, 'first'), at('b', null, 'correction')]), [])
})
test('nobody was told that it takes longer before it reached us', () => {
  const told = (longer_told: string | null) => toldTooEarly(day('2026-03-27'), [{ longer_told }])
  assert.deepEqual([told(null), told('2026-03-26'), told('2026-03-27')], [false, true, false])
  assert.equal(toldTooEarly(day('2026-03-27'), []), false)
})
