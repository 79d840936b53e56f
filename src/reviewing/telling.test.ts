// Being told what came of a dispute: owed from its end, through every reason not to, until somebody told the child.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { owedTelling, type Telling } from './telling.ts'

const ENDED = day('2026-05-04')
const told = (happened: string, about = 'what came of it'): Telling => ({
  ...{ about, told: true, happened, not_told_why: null, ask_again: null },
})
const notYet = (happened: string, ask_again: string): Telling => ({
  ...{ about: 'what came of it', told: false, happened, not_told_why: 'not reached yet', ask_again },
})

const CASES: readonly (readonly [
  string,
  ReturnType<typeof day> | undefined,
  readonly Telling[],
  string | undefined,
])[] = [
  ['a dispute that goes on owes nothing', undefined, [], undefined],
  ['its end owes it', ENDED, [], 'owed'],
  ['told the same day', ENDED, [told('2026-05-04')], undefined],
  ['told of an answer on the way is not told of the end', ENDED, [told('2026-05-06', 'an answer')], 'owed'],
  ['told before it was over, as it then seemed', ENDED, [told('2026-05-03')], 'owed'],
  ['a reason not to keeps it owed, with the day', ENDED, [notYet('2026-05-05', '2026-05-12')], '2026-05-12'],
  [
    'the last reason counts, whichever was typed first',
    ENDED,
    [notYet('2026-05-12', '2026-06-01'), notYet('2026-05-05', '2026-05-12')],
    '2026-06-01',
  ],
  ['told after a reason not to', ENDED, [notYet('2026-05-05', '2026-05-12'), told('2026-05-12')], undefined],
]
for (const [name, ended, tellings, expected] of CASES)
  test(name, () => {
    const owed = owedTelling(ended, tellings)
    assert.equal(owed && (owed.notYet?.again ?? 'owed'), expected)
  })
