// What a return changes in what stands: nothing when it is repeated; corrections, retractions and joined beginnings else.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tableNames } from '#statutory-returns'
import { type Changes, changesOf, type Line } from './changes.ts'
import type { Planned, TablesRead } from './facts.ts'
import { plan, type Written } from './test-return.ts'

/** The record as it stands after a return of which nothing was refused. */
function recorded({ facts }: Planned, person = ''): Line[] {
  return facts.map(({ table, key, year, columns }, index) => ({
    ...{ table, key, columns, id: `${index}`, line: `${index}`, retracted: false, source: 'source' },
    year: table === person ? null : year,
  }))
}

function inWords({ firsts, corrections, retractions, refusals }: Changes): string[] {
  return [
    ...firsts.map(({ table, key }) => `first ${table} ${key}`),
    ...corrections.map(({ fact: { table, key, columns } }) =>
      table === 'placement' ? `correction ${key} ${columns.during}` : `correction ${table} ${key}`,
    ),
    ...retractions.map(({ table, key }) => `retraction ${table} ${key}`),
    ...refusals.map(({ reason }) => `refusal ${reason}`),
  ].filter((word) => !word.includes('child_identifier'))
}

const S = 'A,01/05/2026,S,V2,N1,U6,PR1'
const review = 'A,03/10/2012,05/06/2026,PN1'
const whole = (...years: readonly number[]): TablesRead => new Map(years.map((year) => [year, new Set(tableNames)]))
const both = whole(2027, 2026)
const older: Written = { Episodes: ['A,01/02/2026,S,V2,N1,U6,PR1'] }

type Case = {
  readonly name: string
  readonly first: Planned
  readonly next: Planned
  readonly years?: TablesRead
  readonly person?: string
  readonly changes: readonly string[]
}
const cases: Case[] = [
  { name: 'the same again', first: plan({ Episodes: [S] }), next: plan({ Episodes: [S] }), changes: [] },
  {
    name: 'another review is added, nothing else',
    first: plan({ Episodes: [S] }),
    next: plan({ Episodes: [S], Reviews: [review] }),
    changes: ['first review review|2026-06-05'],
  },
  {
    name: 'another code corrects',
    first: plan({ Reviews: [review] }),
    next: plan({ Reviews: ['A,03/10/2012,05/06/2026,PN2'] }),
    changes: ['correction review review|2026-06-05'],
  },
  {
    name: 'a table that was not read takes nothing back',
    first: plan({ Episodes: [S], Reviews: [review] }),
    next: plan({ Episodes: [S] }),
    years: new Map([[2027, new Set(['Header', 'Episodes'])]]),
    changes: [],
  },
  {
    name: 'a row gone from a later return of the year is retracted',
    first: plan({ Reviews: [review] }),
    next: plan({}),
    changes: ['retraction review review|2026-06-05'],
  },
  {
    name: 'a row that only last year’s return held stays when last year’s is not read again',
    first: plan({}, { Reviews: ['A,03/10/2012,05/12/2025,PN1'] }),
    next: plan({}),
    years: whole(2027),
    changes: [],
  },
  {
    name: 'what a person recorded since stands',
    first: plan({ Reviews: [review] }),
    next: plan({ Reviews: ['A,03/10/2012,05/06/2026,PN2'] }),
    person: 'review',
    changes: ['refusal recorded-by-a-person'],
  },
  {
    name: 'this year alone, in the middle of what both years told: nothing is forgotten',
    first: plan(
      { Episodes: ['A,01/06/2026,L,C1,N1,U6,PR1'] },
      { Episodes: ['A,01/02/2026,S,V2,N1,U6,PR1,01/06/2026,X1'] },
    ),
    next: plan({ Episodes: ['A,01/06/2026,L,C1,N1,U6,PR1'] }),
    years: whole(2027),
    changes: [],
  },
  {
    name: 'why the child moved stays known when the row that said so is last year’s',
    first: plan(
      { Episodes: ['A,20/02/2026,P,C2,N1,K2,PR4'] },
      { Episodes: ['A,01/01/2025,S,C2,N1,U6,PR1,20/02/2026,X1,CARPL'] },
    ),
    next: plan({ Episodes: ['A,20/02/2026,P,C2,N1,K2,PR4'] }),
    years: whole(2027),
    changes: [],
  },
  {
    name: 'next year ends what last year left open, by another placement',
    first: plan({}, older),
    next: plan({ Episodes: ['A,01/06/2026,P,V2,N1,K2,PR4'] }),
    years: whole(2027),
    changes: ['first placement placement|2026-06-01', 'correction placement|2026-02-01 [2026-02-01,2026-06-01)'],
  },
  {
    name: 'an older return read late does not undo a newer one',
    first: plan({ Episodes: ['A,01/02/2026,S,V2,N1,U6,PR1,01/06/2026,E4A'] }),
    next: plan({}, older),
    years: whole(2026),
    changes: [],
  },
]

describe('changes', () => {
  for (const { name, first, next, years, person, changes } of cases)
    test(name, () => {
      assert.deepEqual(inWords(changesOf(next.facts, recorded(first, person), years ?? both)), changes)
    })

  test('a placement that somebody recorded is not overlapped', () => {
    const [line] = recorded(plan({ Episodes: ['A,10/05/2026,S,V2,N1,K2,PR4'] })).filter(
      ({ table }) => table === 'placement',
    )
    assert.ok(line)
    const theirs: Line = { ...line, key: 'by hand', year: null }
    const changed = inWords(changesOf(plan({ Episodes: [S] }).facts, [theirs], both))
    assert.ok(changed.includes('refusal overlaps-the-record'))
    assert.ok(!changed.some((word) => word.startsWith('first placement')))
  })

  test('a row that comes back supersedes its retraction', () => {
    const first = plan({ Reviews: [review] })
    const lines = recorded(first).map((line) => ({ ...line, retracted: line.table === 'review' }))
    assert.deepEqual(inWords(changesOf(first.facts, lines, both)), ['correction review review|2026-06-05'])
  })
})

test('two periods of one return, the second of unknown start, stay two when it is read again', () => {
  const twice = plan({ Episodes: ['A,01/05/2025,L,C2,N1,U6,PR1,01/06/2026,E3', 'A,01/06/2026,P,C2,N1,K2,PR4'] })
  assert.deepEqual(inWords(changesOf(twice.facts, recorded(twice), both)), [])
})
