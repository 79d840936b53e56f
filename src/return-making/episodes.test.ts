// Episodes made from the record: what an import took in comes back, what the record cannot carry does not, and what people recorded.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import type { Held } from './held.ts'
import { held, imported, made } from './test-held.ts'

const at = ',QD19 3FZ,VD4 1QZ'
const start = `A,01/05/2026,S,V2,N1,U6,PR1,,,${at}`

type Case = { readonly name: string; readonly given: readonly string[]; readonly back?: readonly string[] }

/** Without `back`: the very same rows. */
const CASES: readonly Case[] = [
  { name: 'care that goes on', given: [start] },
  { name: 'care that ended', given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,E4A,${at}`] },
  ...(['P', 'T'] as const).map((code) => ({
    name: `a new placement (${code})`,
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,CHILD${at}`, `A,01/06/2026,${code},V2,N1,U6,PR2,,,${at},SC1`],
  })),
  {
    name: 'a new status (L)',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N1,U6,PR1,,,${at}`],
  },
  ...(['B', 'U'] as const).map((code) => ({
    name: `both (${code})`,
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,LAREQ${at}`, `A,01/06/2026,${code},C1,N1,K2,PR4,,,${at}`],
  })),
  ...(['L', 'P', 'T', 'B', 'U'] as const).map((code) => ({
    name: `a beginning that the return does not show (${code})`,
    given: [`A,01/05/2024,${code},C2,N1,U6,PR1,,,${at}`],
  })),
  {
    name: 'two periods, and days between them',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,E4A,${at}`, `A,05/06/2026,S,C1,N1,U6,PR1,,,${at}`],
  },
  {
    name: 'a gap after X1 stays a gap',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,X1,${at}`, `A,05/06/2026,P,V2,N1,U6,PR1,,,${at}`],
  },
  { name: 'X1 that nothing follows', given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,X1,${at}`] },
  { name: 'DEC without REC', given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,,${at}`] },
  {
    name: 'what ended before the year is not asked for',
    given: [`A,01/05/2024,S,V2,N1,U6,PR1,31/03/2026,X1,${at}`, `A,31/03/2026,P,V2,N1,U6,PR1,,,${at}`],
    back: [`A,31/03/2026,P,V2,N1,U6,PR1,,,${at}`],
  },
  {
    name: 'what ended on its first day is',
    given: [`A,01/05/2024,S,V2,N1,U6,PR1,01/04/2026,X1,${at}`, `A,01/04/2026,P,V2,N1,U6,PR1,,,${at}`],
  },
  // What the record cannot carry.
  {
    name: 'a status that changes to itself is one row',
    given: [`A,01/05/2026,S,C1,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N1,U6,PR1,,,${at}`],
    back: [`A,01/05/2026,S,C1,N1,U6,PR1,,,${at}`],
  },
  {
    name: 'B without a new status is P',
    given: [`A,01/05/2026,S,C1,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,B,C1,N1,U6,PR1,,,${at}`],
    back: [`A,01/05/2026,S,C1,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,P,C1,N1,U6,PR1,,,${at}`],
  },
  {
    name: 'one placement has one provider: the last row’s',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N1,U6,PR4,,,${at}`],
    back: [`A,01/05/2026,S,V2,N1,U6,PR4,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N1,U6,PR4,,,${at}`],
  },
  {
    name: 'one period has one need: the first row’s',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N8,U6,PR1,,,${at}`],
    back: [`A,01/05/2026,S,V2,N1,U6,PR1,01/06/2026,X1,${at}`, `A,01/06/2026,L,C1,N1,U6,PR1,,,${at}`],
  },
  {
    name: 'why a placement changed that none follows',
    given: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,E4A,CHILD${at}`],
    back: [`A,01/05/2026,S,V2,N1,U6,PR1,03/06/2026,E4A,${at}`],
  },
]

describe('episodes taken in and made again', () => {
  for (const { name, given, back = given } of CASES)
    test(name, () => assert.deepEqual(made(imported({ Episodes: given }), 'Episodes'), back))

  test('both years: last year’s beginning, this year’s row', () => {
    const lastYear = { Episodes: [`A,01/05/2024,S,C2,N1,U6,PR1,,,${at}`] }
    const row = `A,01/05/2024,S,C2,N1,U6,PR1,07/07/2026,E8,${at}`
    assert.deepEqual(made(imported({ Episodes: [row] }, lastYear), 'Episodes'), [row])
  })
})

const period = held('care_period', { began: '2026-05-01', began_by: null, ended: null, end_reason: null, need: 'N1' })
const order = (kind: string, days: { made: string; ended?: string; until?: string }, number = 1): Held =>
  held('legal_basis', { kind, made_by: null, ended: null, until: null, ...days }, number)
const addresses = [
  held('address', { kind: 'home', postcode: 'QD19 3FZ' }, 1),
  held('address', { kind: 'placement', postcode: 'VD4 1QZ' }, 2),
]
const home = held('placement', {
  ...{ during: '[2026-05-01,)', start_known: true, kind: 'U6', provider: 'PR1', registration: null },
  ...{ home: 'address-1', place: 'address-2', start_reason: null, same_carers: false },
})
const agreement = order('section 20 agreement', { made: '2026-05-01' })

describe('episodes of what people recorded', () => {
  const cases: readonly (readonly [name: string, held: readonly Held[], rows: readonly string[], today?: string])[] = [
    ['a period alone: one row, blank where nobody has said', [period], ['the-record,01/05/2026,S,,N1']],
    ['no order yet', [period, home], ['the-record,01/05/2026,S,,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ']],
    [
      'an order that stands above another for a while',
      [
        period,
        order('care order', { made: '2026-05-01' }),
        order('placement order', { made: '2026-06-01', ended: '2026-07-01' }, 2),
        home,
      ],
      [
        'the-record,01/05/2026,S,C2,N1,U6,PR1,01/06/2026,X1,,QD19 3FZ,VD4 1QZ',
        'the-record,01/06/2026,L,E1,N1,U6,PR1,01/07/2026,X1,,QD19 3FZ,VD4 1QZ',
        'the-record,01/07/2026,L,C2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ',
      ],
    ],
    [
      'a second interim order on the day on which the first expires is no episode',
      [
        period,
        order('interim care order', { made: '2026-05-01', until: '2026-06-01' }),
        order('interim care order', { made: '2026-06-01' }, 2),
        home,
      ],
      ['the-record,01/05/2026,S,C1,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
    ],
    [
      'orders that give no status change nothing',
      [period, agreement, home, order('special guardianship order', { made: '2026-06-01' }, 2)],
      ['the-record,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
    ],
    [
      'what ended after the year was open in it, and nobody knew why',
      [{ ...period, columns: { ...period.columns, ended: '2027-05-02', end_reason: 'E4A' } }, agreement, home],
      ['the-record,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
    ],
    [
      'on a day in the middle of the year',
      [period, agreement, order('care order', { made: '2026-06-01' }, 2), home],
      ['the-record,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
      '2026-05-31',
    ],
  ]
  for (const [name, own, rows, today = '2027-06-01'] of cases)
    test(name, () => assert.deepEqual(made([...own, ...addresses], 'Episodes', day(today)), rows))

  for (const [name, days] of [
    ['before the year', { began: '2025-05-01', ended: '2026-03-31' }],
    ['after it', { began: '2027-04-01' }],
  ] as const)
    test(`a child looked after ${name} is not in it`, () => {
      assert.equal(
        made([{ ...period, columns: { ...period.columns, ...days } }, home], 'Header', day('2027-06-01')),
        undefined,
      )
    })
})
