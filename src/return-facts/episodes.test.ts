// Episodes: which can stand, and the periods of care, statuses and placements that they make.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { statusSeries } from '#placements'
import { KIND_OF_STATUS } from './care.ts'
import { plan, refused, said } from './test-return.ts'

type Case = {
  readonly name: string
  readonly rows: readonly string[]
  readonly lastYear?: readonly string[]
  readonly periods?: readonly object[]
  readonly placements?: readonly object[]
  readonly statuses?: readonly object[]
  readonly refusals?: readonly string[]
}
// CHILD, DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE, HOME_POST, PL_POST, URN
const started = 'A,01/05/2026,S,V2,N1,U6,PR1'
const period = { began: '2026-05-01', need: 'N1' }
const placed = { during: '[2026-05-01,)', start_known: true, kind: 'U6', provider: 'PR1', same_carers: false }

const cases: Case[] = [
  { name: 'a first row that starts care', rows: [started], periods: [period], placements: [placed] },
  {
    name: 'a first row that carries on: begun by that day, start of care and placement unknown',
    rows: ['A,01/05/2020,L,C2,N1,U4,PR1'],
    periods: [{ began_by: '2020-05-01', need: 'N1' }],
    placements: [{ ...placed, during: '[2020-05-01,)', start_known: false, kind: 'U4' }],
    statuses: [{ kind: 'care order', made: '2020-05-01' }],
  },
  {
    name: 'a first row that is a move: the placement began then, care and status by then',
    rows: ['A,01/05/2020,P,C2,N1,U4,PR1'],
    periods: [{ began_by: '2020-05-01', need: 'N1' }],
    placements: [{ ...placed, during: '[2020-05-01,)', kind: 'U4' }],
    statuses: [{ kind: 'care order', made_by: '2020-05-01' }],
  },
  {
    name: 'a change of status carries the placement on',
    rows: [`${started},01/06/2026,X1`, 'A,01/06/2026,L,C1,N1,U6,PR1'],
    periods: [period],
    placements: [placed],
    statuses: [
      { kind: 'section 20 agreement', made: '2026-05-01', ended: '2026-06-01' },
      { kind: 'interim care order', made: '2026-06-01' },
    ],
  },
  {
    name: 'a move: two placements, one status, and why it moved on the second',
    rows: [`${started},01/06/2026,X1,CARPL`, 'A,01/06/2026,P,V2,N1,K2,PR4,,,,,,SC1'],
    placements: [
      { ...placed, during: '[2026-05-01,2026-06-01)' },
      { ...placed, during: '[2026-06-01,)', kind: 'K2', provider: 'PR4', registration: 'SC1', start_reason: 'CARPL' },
    ],
    statuses: [{ kind: 'section 20 agreement', made: '2026-05-01' }],
  },
  {
    name: 'the same carers elsewhere are another placement that says so',
    rows: [`${started},01/06/2026,X1`, 'A,01/06/2026,T,V2,N1,U6,PR1'],
    placements: [
      { ...placed, during: '[2026-05-01,2026-06-01)' },
      { ...placed, during: '[2026-06-01,)', same_carers: true },
    ],
  },
  {
    name: 'leaving care and coming back: two periods',
    rows: [`${started},01/06/2026,E4A`, 'A,01/09/2026,S,V2,N4,U6,PR1'],
    periods: [
      { ...period, ended: '2026-06-01', end_reason: 'E4A' },
      { began: '2026-09-01', need: 'N4' },
    ],
  },
  {
    name: 'an end that promises another episode, and care that starts anew later: the first period ended, nobody says why',
    rows: [`${started},01/06/2026,X1`, 'A,01/09/2026,S,V2,N1,U6,PR1'],
    periods: [
      { ...period, ended: '2026-06-01' },
      { began: '2026-09-01', need: 'N1' },
    ],
  },
  {
    name: 'rows are taken by their first day, not by their place in the file',
    rows: ['A,01/06/2026,P,V2,N1,K2,PR4', `${started},01/06/2026,X1`],
    periods: [period],
    placements: [
      { ...placed, during: '[2026-05-01,2026-06-01)' },
      { ...placed, during: '[2026-06-01,)', kind: 'K2', provider: 'PR4' },
    ],
  },
  {
    name: 'of an overlap the later is refused, and nothing else',
    rows: [`${started},01/07/2026,X1`, 'A,01/06/2026,P,V2,N1,K2,PR4,01/07/2026,X1', 'A,01/07/2026,P,V2,N1,U4,PR1'],
    placements: [
      { ...placed, during: '[2026-05-01,2026-07-01)' },
      { ...placed, during: '[2026-07-01,)', kind: 'U4' },
    ],
    refusals: ['Episodes 3 DECOM: overlaps'],
  },
  {
    name: 'the later is the one that begins later, wherever it stands in the file',
    rows: ['A,01/06/2026,P,V2,N1,K2,PR4,01/08/2026,X1', `${started},01/07/2026,X1`],
    placements: [{ ...placed, during: '[2026-05-01,2026-07-01)' }],
    refusals: ['Episodes 2 DECOM: overlaps'],
  },
  {
    name: 'the same row twice',
    rows: [started, started],
    periods: [period],
    refusals: ['Episodes 3 DECOM: said-twice'],
  },
  {
    name: 'in and out on one day: a period, and no placement of no days',
    rows: [`${started},01/05/2026,E4A`],
    periods: [{ ...period, ended: '2026-05-01', end_reason: 'E4A' }],
    placements: [],
    statuses: [],
    refusals: ['Episodes 2 DEC: no-days (in part)'],
  },
  {
    name: 'what cannot be read refuses its row alone',
    rows: [
      'A,31/02/2026,S,V2,N1,U6,PR1',
      'A,,S,V2,N1,U6,PR1',
      'A,01/01/2026,Q,V2,N1,U6,PR1,02/01/2026,X1',
      'A,01/01/2026,S,V9,N1,U6,PR1,02/01/2026,X1',
      'A,01/01/2026,S,V2,N1,Q9,PR1,02/01/2026,X1',
      'A,03/01/2026,S,V2,N1,U6,PR1,02/01/2026,X1',
      'A,03/01/2026,S,V2,N1,U6,PR1,,E4A',
      'A,02/04/2027,S,V2,N1,U6,PR1',
      started,
    ],
    periods: [period],
    placements: [placed],
    refusals: [
      'Episodes 2 DECOM: not-a-day',
      'Episodes 3 DECOM: blank',
      'Episodes 4 RNE: not-a-code',
      'Episodes 5 LS: not-a-code',
      'Episodes 6 PLACE: not-a-code',
      'Episodes 7 DEC: ends-before-it-begins',
      'Episodes 8 DEC: end-day-missing',
      'Episodes 9 DECOM: after-today',
    ],
  },
  {
    name: 'last year knows the beginning, this year the end',
    rows: ['A,01/02/2026,S,V2,N1,U6,PR1,01/06/2026,X1', 'A,01/06/2026,P,V2,N1,K2,PR4'],
    lastYear: ['A,01/02/2026,S,V2,N1,U6,PR1'],
    periods: [{ began: '2026-02-01', need: 'N1' }],
    placements: [
      { ...placed, during: '[2026-02-01,2026-06-01)' },
      { ...placed, during: '[2026-06-01,)', kind: 'K2', provider: 'PR4' },
    ],
  },
  {
    name: 'this year begins in the middle; last year’s earlier rows stand before it',
    rows: ['A,20/02/2026,L,D1,N1,P1,PR0'],
    lastYear: ['A,13/01/2025,L,C2,N1,P1,PR0,20/02/2026,X1', 'A,20/02/2026,L,D1,N1,P1,PR0'],
    periods: [{ began_by: '2025-01-13', need: 'N1' }],
    placements: [{ during: '[2025-01-13,)', start_known: false, kind: 'P1', provider: 'PR0', same_carers: false }],
    statuses: [
      { kind: 'care order', made: '2025-01-13', ended: '2026-02-20' },
      { kind: 'freeing order', made: '2026-02-20' },
    ],
  },
  {
    name: 'what last year left open ends where this year shows another placement',
    rows: ['A,01/06/2026,P,V2,N1,K2,PR4'],
    lastYear: ['A,01/02/2026,S,V2,N1,U6,PR1'],
    placements: [
      { ...placed, during: '[2026-02-01,2026-06-01)' },
      { ...placed, during: '[2026-06-01,)', kind: 'K2', provider: 'PR4' },
    ],
  },
  {
    name: 'where the years contradict each other, this year is believed',
    rows: [started],
    lastYear: ['A,01/02/2026,S,V2,N1,K2,PR1,01/08/2026,E4A'],
    placements: [placed],
    refusals: ['2026 Episodes 2 DECOM: this-year-says-otherwise'],
  },
]

describe('episodes', () => {
  for (const { name, rows, lastYear, periods, placements, statuses, refusals } of cases)
    test(name, () => {
      const planned = plan({ Episodes: rows }, lastYear === undefined ? {} : { Episodes: lastYear })
      if (periods) assert.deepEqual(said(planned, 'care_period'), periods)
      if (placements) assert.deepEqual(said(planned, 'placement'), placements)
      if (statuses) assert.deepEqual(said(planned, 'legal_basis'), statuses)
      assert.deepEqual(refused(planned), refusals ?? [])
    })

  test('one line for each postcode of a child, and both ends of the distance', () => {
    const planned = plan({
      Episodes: [
        `${started},01/06/2026,X1,,QD19 3FZ,VD4 1QZ`,
        'A,01/06/2026,P,V2,N1,U6,PR1,01/07/2026,X1,,QD193FZ,VE29 8EQ',
        'A,01/07/2026,P,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ',
      ],
    })
    assert.deepEqual(
      said(planned, 'address').map(({ kind, postcode }) => [kind, postcode].join(' ')),
      ['home QD19 3FZ', 'placement VD4 1QZ', 'placement VE29 8EQ'],
    )
    assert.deepEqual(
      said(planned, 'placement').map(({ home, place }) => [home, place]),
      ['VD41QZ', 'VE298EQ', 'VD41QZ'].map((to) => ['address|home|QD193FZ', `address|placement|${to}`]),
    )
  })

  test('the status derived from the bases is the status of the return', () => {
    const codes = new Map<unknown, string>(Object.entries(KIND_OF_STATUS).map(([code, kind]) => [kind, code]))
    const planned = plan({
      Episodes: [
        `${started},01/06/2026,X1`,
        'A,01/06/2026,L,C1,N1,U6,PR1,01/07/2026,X1',
        'A,01/07/2026,P,C1,N1,K2,PR1,01/08/2026,X1',
        'A,01/08/2026,B,C2,N1,U6,PR1,01/09/2026,E4A',
        'A,01/10/2026,S,V4,N1,U6,PR1',
      ],
    })
    const number = (text: unknown) => (typeof text === 'string' ? numberOf(day(text)) : undefined)
    const series = statusSeries(
      said(planned, 'legal_basis').map(({ kind, made, made_by, ended }, index) => ({
        line: String(index),
        recorded: 0,
        code: codes.get(kind) as 'C1',
        made: number(made ?? made_by) ?? 0,
        expires: undefined,
        ended: number(ended),
      })),
    )
    const numbered = (text: string) => numberOf(day(text))
    assert.deepEqual(
      series.map(({ code, from, until }) => [code, from, until]),
      [
        ['V2', numbered('2026-05-01'), numbered('2026-06-01')],
        ['C1', numbered('2026-06-01'), numbered('2026-08-01')],
        ['C2', numbered('2026-08-01'), numbered('2026-09-01')],
        ['V4', numbered('2026-10-01'), undefined],
      ],
    )
  })
})
