// What the rows of notices are read as, and to whom notice of a home is owed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#calendar'
import { typed } from '#drafts'
import { reading } from '#forms'
import { noticesIn } from './notice-rows.ts'
import { answersUntold, mayBeKeptOut, owedAtEnd, owedTo } from './owed.ts'
import { isAnswered, type NoticeRow, saidTo } from './said.ts'

const TODAY = day('2026-11-26')
type Asked = Parameters<typeof noticesIn>[1] & { readonly by: string }
const DECIDERS = [{ value: 'm', text: 'Mo' }]
type Row = Partial<Record<'who' | 'why' | 'day' | 'time' | 'how' | 'teller' | 'said', string>>
function read(
  rows: readonly Row[],
  { listed = false, by = '', about = 'something else', ...more }: Partial<Asked> = {},
) {
  const list = (name: keyof Row) => rows.map((row) => row[name] ?? '')
  const fields = { told_who: list('who'), told_why: list('why'), told_day: list('day') }
  const rest = { told_day_time: list('time'), told_how: list('how'), told_by: [by], told_said: list('said') }
  const tellers = { told_teller: list('teller') }
  const r = reading(typed({ ...fields, ...rest, ...tellers }), TODAY)
  return { told: noticesIn(r, { listed, about, deciders: DECIDERS, ...more }), at: r.faults.map(({ field }) => field) }
}
const NONE = {
  told_at: null,
  how: null,
  teller: null,
  not_told: null,
  planned: null,
  decided: null,
  decidedBy: null,
  said: '',
}

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
  test('who told them, and not where they were not told', () => {
    assert.equal(read([{ who: 'police', day: '25 Nov', teller: 'carer or home' }]).told[0]?.teller, 'carer or home')
    assert.equal(read([{ who: 'police', day: '25 Nov', teller: 'the moon' }]).told[0]?.teller, null)
    assert.deepEqual(read([{ who: 'police', why: 'not yet', teller: 'school' }]).at, ['told_teller'])
  })
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
  test('of a home: every reason in words, kept out only whom regulation 13(3) names, no kept postcode, and a manager decides', () => {
    const cases: readonly (readonly [Row, Partial<Asked>, readonly string[]])[] = [
      [{ who: 'parent', why: 'not needed' }, {}, ['told_said']],
      [{ who: 'parent', why: 'could not be reached' }, {}, ['told_said']],
      [{ who: 'child', why: 'not needed', said: 'A baby.' }, {}, ['told_why']],
      [{ who: 'area authority', why: 'not safe', said: 'They talk.' }, {}, ['told_why']],
      [{ who: 'school', why: 'not safe', said: 'They talk.' }, { about: 'missing' }, []],
      [{ who: 'parent', why: 'not safe', said: 'He has threatened them.' }, {}, []],
      [{ who: 'parent', why: 'not safe', said: 'He has threatened them.' }, { deciders: [] }, ['told_why']],
      [
        { who: 'parent', why: 'not safe', said: 'x' },
        { deciders: [{ value: 'x', text: '', stands: true }] },
        ['told_why'],
      ],
      [{ who: 'GP', day: 'today', said: 'At ls14ap' }, { keptPostcodes: ['LS1 4AP'] }, ['told_said']],
    ]
    for (const [row, more, fields] of cases)
      assert.deepEqual(read([row], { about: 'home', ...more }).at, fields, JSON.stringify([row, more]))
  })
  test('of recipients that the form lists, a row that says nothing more is none', () =>
    assert.deepEqual(read([{ who: 'GP' }, { who: 'child', day: 'today' }], { listed: true }).told.length, 1))
})

describe('to whom notice of a home is owed', () => {
  const words = (of: Parameters<typeof owedTo>[0]) => owedTo(of).map(({ any: [first] }) => first)
  test('always some; carers before on a move, a school where there is one, the council of another area', () => {
    const always = ['child', 'parent', 'somebody with contact', 'health team', 'GP', 'independent reviewing service']
    assert.deepEqual(words({ moved: false, atSchool: false, outside: false, cared: true }), always)
    const all = words({ moved: true, atSchool: true, outside: true, cared: true })
    assert.deepEqual(
      all.filter((one) => !always.includes(one)),
      ['carer before', 'school', 'area authority'],
    )
  })
  test('that it ends: the carers too, where there are any', () => {
    const at = (cared: boolean) => owedAtEnd({ moved: false, atSchool: false, outside: false, cared })
    assert.deepEqual([at(true)[0]?.any, at(false)[0]?.any], [['carer'], ['child']])
  })
  test('a decision stands in the place of telling with its reason, of whom the law names, or who was not reached', () => {
    const row = (recipient: string, not_told: string, words: string): NoticeRow => ({
      ...{ id: 'n', recipient, about: 'home', on_line: null, told: null, how: null, not_told, words },
      ...{ planned: null, decided: '2026-11-25', decided_by: 'm' },
    })
    const cases: readonly (readonly [string, string, string, boolean])[] = [
      ['parent', 'not safe', 'He has threatened them.', true],
      ['parent', 'not safe', '', false],
      ['carer before', 'not needed', 'They died.', true],
      ['GP', 'not needed', 'They talk.', false],
      ['GP', 'could not be reached', 'Rung three times.', true],
      ['GP', 'could not be reached', '', false],
      ['area authority', 'could not be reached', 'Nobody answered.', false],
      ['parent', 'not yet', 'On Monday.', false],
    ]
    for (const [recipient, why, words, answers] of cases) {
      const name = `${recipient} ${why} ${words}`
      assert.equal(answersUntold(recipient, why, words !== ''), answers, name)
      assert.equal(isAnswered(saidTo({ any: [recipient as 'GP'] }, [row(recipient, why, words)])), answers, name)
    }
    const told = { ...row('parent', 'not yet', ''), told: '2026-11-20', how: 'by telephone', not_told: null }
    assert.equal(isAnswered(saidTo({ any: ['parent'] }, [told, row('parent', 'not safe', 'He has.')])), true)
  })
  test('only parents, those with contact and carers before may go untold for safety', () =>
    assert.deepEqual(
      ['parent', 'carer before', 'GP', 'child', 'area authority'].filter((one) => mayBeKeptOut(one as never)),
      ['parent', 'carer before'],
    ))
})
