// What the rows of notices are read as, and to whom notice of a home is owed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { typed } from '#drafts'
import { reading } from '#forms'
import { noticesIn } from './notice-rows.ts'
import { mayBeKeptOut, owedTo } from './owed.ts'

const TODAY = day('2026-11-26')
type Row = Partial<Record<'who' | 'why' | 'day' | 'time' | 'how' | 'said', string>>
function read(rows: readonly Row[], { listed = false, by = '' } = {}) {
  const list = (name: keyof Row) => rows.map((row) => row[name] ?? '')
  const fields = { told_who: list('who'), told_why: list('why'), told_day: list('day') }
  const more = { told_day_time: list('time'), told_how: list('how'), told_by: [by], told_said: list('said') }
  const r = reading(typed({ ...fields, ...more }), TODAY)
  return { told: noticesIn(r, { listed }), at: r.faults.map(({ field }) => field) }
}
const NONE = { told_at: null, how: null, not_told: null, planned: null, decided: null, decidedBy: null, said: '' }

describe('rows of notices', () => {
  test('empty rows are nothing, and each row stands for itself', () => {
    const rows = [{}, { who: 'GP', day: '25 Nov', how: 'in writing' }, { who: 'school', why: 'not yet', day: '1 Dec' }]
    assert.deepEqual(read(rows), {
      told: [
        { ...NONE, recipient: 'GP', told: '2026-11-25', how: 'in writing' },
        { ...NONE, recipient: 'school', told: null, not_told: 'not yet', planned: '2026-12-01' },
      ],
      at: [],
    })
  })
  test('the hour at which they were told', () =>
    assert.equal(read([{ who: 'police', day: '25 Nov', time: '23:00' }]).told[0]?.told_at, '2026-11-25T23:00:00Z'))
  test('decided against: on that day, or today; by the writer, or by who is named', () => {
    const rows = [
      { who: 'parent', why: 'not safe', said: 'He has threatened the carers.' },
      { who: 'child', why: 'not needed', day: '24 Nov', said: 'A baby.' },
    ]
    assert.deepEqual(
      [read(rows), read(rows, { by: 'm' })].map(({ told }) => told.map((one) => `${one.decided} ${one.decidedBy}`)),
      [
        ['2026-11-26 null', '2026-11-24 null'],
        ['2026-11-26 m', '2026-11-24 m'],
      ],
    )
  })
  test('what is wrong is said beside its row', () => {
    const cases: readonly (readonly [Row, string])[] = [
      [{ who: 'GP' }, 'told_day-2'],
      [{ who: 'GP', why: 'not safe' }, 'told_said-2'],
      [{ who: 'GP', why: 'not yet', day: '20 Nov 2026' }, 'told_day-2'],
      [{ who: 'GP', day: '2 Dec 2026' }, 'told_day-2'],
      [{ who: 'GP', why: 'not yet', how: 'in writing' }, 'told_how-2'],
      [{ day: '25 Nov' }, 'told_who-2'],
      [{ who: 'police', time: '23:00' }, 'told_day-2'],
      [{ who: 'police', day: '25 Nov', time: '25 o clock' }, 'told_day_time-2'],
    ]
    for (const [row, field] of cases) assert.deepEqual(read([{}, row]).at, [field], field)
  })
  test('of recipients that the form lists, a row that says nothing more is none', () =>
    assert.deepEqual(read([{ who: 'GP' }, { who: 'child', day: 'today' }], { listed: true }).told.length, 1))
})

describe('to whom notice of a home is owed', () => {
  const words = (of: Parameters<typeof owedTo>[0]) => owedTo(of).map(({ any: [first] }) => first)
  test('always some; carers before on a move, a school where there is one, the council of another area', () => {
    const always = ['child', 'parent', 'somebody with contact', 'health team', 'GP', 'independent reviewing service']
    assert.deepEqual(words({ moved: false, atSchool: false, outside: false }), always)
    const all = words({ moved: true, atSchool: true, outside: true })
    assert.deepEqual(
      all.filter((one) => !always.includes(one)),
      ['carer before', 'school', 'area authority'],
    )
  })
  test('only parents, those with contact and carers before may go untold for safety', () =>
    assert.deepEqual(
      ['parent', 'carer before', 'GP', 'child', 'area authority'].filter((one) => mayBeKeptOut(one as never)),
      ['parent', 'carer before'],
    ))
})
