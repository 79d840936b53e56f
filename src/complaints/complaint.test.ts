// A complaint: by when each stage is owed, and which stage may follow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { nextStage, owedOf, type StageDays } from './complaint.ts'

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
