// Schooling: what may be recorded, by whom; what a school year adds up to; and the duties that follow, on the school's own days.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type Asking, Refused } from '#database'
import type { Duty } from '#ledger'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import {
  type AtSchool,
  countedAlready,
  mayRecordAttendance,
  schoolYearOf,
  shareOf,
  type TypedAttendance,
  yearsOfAttendance,
} from './attendance.ts'
import { mayRecordExclusion, type TypedExclusion } from './exclusion.ts'
import { mayApply, mayTeachMeanwhile, type TypedApplication, type TypedInterim } from './finding-school.ts'
import { schoolingKnown } from './known-schooling.ts'
import { mayRecordPremium, penceTyped, poundsWords, type TypedPremium, yearEndingOf } from './premium.ts'
import { calendarAround, type TermDays } from './school-calendar.ts'
import { NO_SCHOOLING, type Schooling, schoolingDuties } from './schooling-duties.ts'
import { applications, attendances, exclusions, interims, premiums, schoolingOf } from './store.ts'

const TODAY = day('2026-11-23')
const WEEK: TypedAttendance = {
  ...{ since: '2026-11-02', last: '2026-11-06', possible: '10', attended: '9', unauthorised: '1', persistent: 'no' },
}
const SENT_HOME: TypedExclusion = {
  ...{ kind: 'suspension', began: '2026-11-02', days: '2.5', told: '2026-11-02', education_from: '' },
  ...{ governors: '', overturned: '', words: '' },
}
const APPLIED: TypedApplication = {
  ...{ school: '', way: 'during the year', asked: '2026-11-02', outcome: '', answered: '', words: 'Invented Academy' },
}
const TAUGHT: TypedInterim = { kind: 'tuition at home', since: '2026-11-09', until: '', hours_a_week: '12' }
const SPENT: TypedPremium = {
  ...{ year_ending: '2027-03-31', happened: '2026-11-11', pounds: '1,234.50', use: 'tuition', words: '' },
}

type Answer = { readonly ok: unknown } | { readonly faults: readonly { readonly field: string }[] }
const at = (may: Answer): readonly string[] => ('faults' in may ? may.faults.map(({ field }) => field) : [])
const allowed = <Value>(may: { readonly ok: Value } | { readonly faults: unknown }): Value => {
  assert.ok('ok' in may)
  return may.ok
}

describe('what may be recorded', () => {
  test('attendance', () => {
    const faults = (typed: Partial<TypedAttendance>) => at(mayRecordAttendance({ ...WEEK, ...typed }, TODAY))
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ unauthorised: '' }), [])
    assert.deepEqual(faults({ since: '', last: '', possible: '', attended: '', persistent: '' }), [
      ...['since', 'last', 'possible', 'attended', 'persistent'],
    ])
    assert.deepEqual(faults({ last: '2026-11-01' }), ['last'])
    assert.deepEqual(faults({ possible: '0' }), ['possible', 'attended'])
    assert.deepEqual(faults({ attended: '11' }), ['attended'])
    assert.deepEqual(faults({ unauthorised: '2' }), ['unauthorised'])
    assert.deepEqual(faults({ attended: '9.5' }), ['attended'])
  })
  test('attendance of days that are counted already, of one school', () => {
    const row = { since: '2026-09-02', last: '2026-10-23' }
    const counted = (since: string, last: string, places: readonly AtSchool[] = []) =>
      countedAlready([row], places, { since, last }) === row
    assert.equal(counted('2026-10-23', '2026-12-18'), true)
    assert.equal(counted('2026-09-07', '2026-09-11'), true)
    assert.equal(counted('2026-10-24', '2026-12-18'), false)
    const [one, two] = [
      { school: 'one', from: '2025-09-02', until: '2026-10-12' },
      { school: 'two', from: '2026-10-12', until: null },
    ]
    assert.equal(counted('2026-10-12', '2026-12-18', [one, two]), true, 'on those days they were at one of them only')
    assert.equal(counted('2026-10-05', '2026-12-18', [one, two]), false, 'a row of each school')
  })
  test('a suspension and an exclusion', () => {
    const faults = (typed: Partial<TypedExclusion>) => at(mayRecordExclusion({ ...SENT_HOME, ...typed }, TODAY))
    assert.deepEqual(faults({}), [])
    assert.equal(allowed(mayRecordExclusion(SENT_HOME, TODAY)).half_days, 5)
    assert.deepEqual(faults({ days: '' }), ['days'])
    for (const days of ['0', '46', '2.3', 'three']) assert.deepEqual(faults({ days }), ['days'], days)
    assert.deepEqual(faults({ kind: 'permanent exclusion' }), ['days'])
    assert.deepEqual(faults({ kind: 'permanent exclusion', days: '', governors: '2026-12-01' }), [])
    assert.deepEqual(faults({ education_from: '2026-11-01' }), ['education_from'])
    assert.deepEqual(faults({ told: '2026-10-31' }), ['told'])
  })
  test('an application, and education meanwhile', () => {
    const schools = [{ id: 'one' }]
    const faults = (typed: Partial<TypedApplication>) =>
      at(mayApply({ ...APPLIED, ...typed }, { today: TODAY, schools }))
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ words: '' }), ['school'])
    assert.deepEqual(faults({ words: '', school: 'two' }), ['school'])
    assert.deepEqual(faults({ words: '', school: 'one' }), [])
    assert.deepEqual(faults({ outcome: 'offered' }), ['answered'])
    assert.deepEqual(faults({ answered: '2026-11-09' }), ['outcome'])
    assert.deepEqual(faults({ outcome: 'offered', answered: '2026-11-01' }), ['answered'])
    const meanwhile = (typed: Partial<TypedInterim>) => at(mayTeachMeanwhile({ ...TAUGHT, ...typed }, TODAY))
    assert.deepEqual(meanwhile({}), [])
    assert.deepEqual(meanwhile({ kind: '', since: '', hours_a_week: '41' }), ['since', 'kind', 'hours_a_week'])
    assert.deepEqual(meanwhile({ until: '2026-11-09' }), ['until'])
  })
  test('pupil premium plus, and sums of money', () => {
    const faults = (typed: Partial<TypedPremium>) => at(mayRecordPremium({ ...SPENT, ...typed }, TODAY))
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ year_ending: '2027-04-01', use: '', pounds: '0' }), ['year_ending', 'use', 'pounds'])
    assert.deepEqual(faults({ use: 'something else' }), ['what'])
    assert.deepEqual(['£450', '1,234.50', '12.5', '1,2', '-3', ''].map(penceTyped), [45_000, 123_450, ...Array(4)])
    assert.equal(poundsWords(123_450), '£1,234.50')
    assert.deepEqual(
      ['2026-03-31', '2026-04-01'].map((on) => yearEndingOf(day(on))),
      ['2026-03-31', '2027-03-31'],
    )
  })
})

test('a school year adds up; a share is never rounded up to what was not reached', () => {
  assert.deepEqual(['2026-08-31', '2026-09-01'].map(schoolYearOf), ['2025/26', '2026/27'])
  assert.equal(shareOf(899, 1000), 89.9)
  assert.equal(shareOf(1999, 2000), 99.9)
  const row = (since: string, possible: number, attended: number) => ({ since, possible, attended, unauthorised: 0 })
  const years = yearsOfAttendance([row('2027-01-05', 60, 50), row('2026-09-02', 70, 60), row('2026-06-01', 40, 40)])
  assert.deepEqual(
    years.map(({ year, possible, attended, rows }) => [year, attended, possible, rows[0]?.since]),
    [
      ['2026/27', 110, 130, '2026-09-02'],
      ['2025/26', 40, 40, '2026-06-01'],
    ],
  )
})

const n = (text: string) => numberOf(day(text))
const TERMS: readonly TermDays[] = [
  {
    ...{ name: 'summer', first: n('2026-04-13'), last: n('2026-07-21') },
    ...{ half: [n('2026-05-25'), n('2026-05-29')], training: [] },
  },
  {
    ...{ name: 'autumn', first: n('2026-09-02'), last: n('2026-12-18') },
    ...{ half: [n('2026-10-26'), n('2026-10-30')], training: [n('2026-11-05')] },
  },
]

test('the days of a school: of terms that follow on one another, and of none beyond them', () => {
  const known = calendarAround(TERMS, n('2026-07-22'))
  assert.equal(known?.covers.until, '2026-12-18')
  assert.equal(calendarAround(TERMS, n('2026-12-19')), undefined)
  const [summer] = TERMS
  assert.ok(summer)
  const later = { ...summer, first: n('2027-04-12'), last: n('2027-07-20'), half: null }
  assert.equal(calendarAround([...TERMS, later], n('2026-11-02'))?.covers.until, '2026-12-18', 'spring is not entered')
})

test('a long term without its half-term is not counted, nor over it; a short one needs none', () => {
  const [summer, autumn] = TERMS
  assert.ok(summer && autumn)
  const without = { ...autumn, half: null }
  assert.equal(calendarAround([summer, without], n('2026-09-14')), undefined)
  assert.equal(calendarAround([summer, without], n('2026-07-20'))?.covers.until, '2026-07-21')
  const short = { ...without, last: n('2026-10-23') }
  assert.equal(calendarAround([summer, short], n('2026-09-14'))?.covers.until, '2026-10-23')
})

test('an exclusion is counted on the days of the school that excludes, where the place ends on that day', () => {
  const began = n('2026-11-02')
  const none = { left: null, absences: null, applications: null, interim: null, premium: null }
  const calendarsOf = (until: number) => {
    const around = {
      places: [['place', 0, 'school', n('2026-09-02'), until] as const],
      calendarOf: (_: string, on: number) => calendarAround(TERMS, on),
    }
    const rows = { ...none, exclusions: [['x', 0, 'permanent exclusion', began, null, null, null, null] as const] }
    return schoolingKnown(rows, around).exclusions.map(({ calendar }) => calendar?.covers.until)
  }
  assert.deepEqual(calendarsOf(began), ['2026-12-18'])
  assert.deepEqual(calendarsOf(began - 1), [undefined], 'they had left before')
})

describe('the duties', () => {
  const typed = { recorded: 0 }
  const calendar = calendarAround(TERMS, n('2026-09-02'))
  const duties = (
    schooling: Partial<Schooling>,
    on = '2026-12-18',
    reviews: readonly string[] = [],
  ): readonly string[] => {
    const out: Duty[] = []
    schoolingDuties(out, {
      ...{ anchor: { line: 'period', ...typed }, began: n('2026-04-20'), last: n(on), closes: undefined },
      ...{ closing: undefined, born: undefined, premiumSpans: [], reviewSpans: [], on: n(on) },
      schooling: { ...NO_SCHOOLING, ...schooling },
      reviews: reviews.map((held) => ({ line: held, ...typed, held: n(held) })),
    })
    const said = (number: number | undefined) => (number === undefined ? '-' : dayOf(number))
    return out.map(({ basis, standing, due, done }) => `${basis.id} ${standing} ${said(due)} ${said(done)}`)
  }
  const excluded = { line: 'x', ...typed, permanent: false, began: n('2026-11-02'), calendar }
  const none = { educationFrom: undefined, governors: undefined, overturned: undefined }

  test('other education from the sixth school day: training days and half-term do not count; five days owe none', () => {
    const eight = { ...excluded, ...none, halfDays: 16 }
    assert.deepEqual(duties({ exclusions: [eight] }), ['ED-07/education open 2026-11-10 -'])
    assert.deepEqual(duties({ exclusions: [{ ...eight, educationFrom: n('2026-11-03') }] }), [
      'ED-07/education doneOnTime 2026-11-10 2026-11-03',
    ])
    assert.deepEqual(duties({ exclusions: [{ ...eight, educationFrom: n('2026-11-11') }] }), [
      'ED-07/education doneLate 2026-11-10 2026-11-11',
    ])
    assert.deepEqual(duties({ exclusions: [{ ...eight, halfDays: 10 }] }), [])
    assert.deepEqual(duties({ exclusions: [{ ...eight, overturned: n('2026-11-04') }] }), [])
    assert.deepEqual(duties({ exclusions: [{ ...eight, calendar: undefined }] }), ['ED-07/education unknown - -'])
  })
  test('excluded for good: governors too', () => {
    const good = { ...excluded, ...none, permanent: true, halfDays: undefined }
    assert.deepEqual(duties({ exclusions: [good] }), [
      'ED-07/education open 2026-11-10 -',
      'ED-07/governors open 2026-11-24 -',
    ])
  })
  test('a school left because of a move: twenty school days over the summer; a new school or other education meets it', () => {
    const left = [{ line: 'old', ...typed, lastDay: n('2026-07-20'), year: undefined, calendar }]
    assert.deepEqual(duties({ left }), ['ED-04 open 2026-09-28 -'])
    const taught = [{ line: 'new', ...typed, day: n('2026-09-10') }]
    assert.deepEqual(duties({ left, taught }), ['ED-04 doneOnTime 2026-09-28 2026-09-10'])
    assert.deepEqual(duties({ left, taught }, '2026-09-09'), ['ED-04 open 2026-09-28 -'], 'not before it happened')
  })
  test('an application during the year: fifteen school days of that school', () => {
    const asked = { line: 'a', ...typed, asked: n('2026-07-15'), answered: undefined, calendar }
    assert.deepEqual(duties({ applications: [asked] }), ['ED-08 open 2026-09-16 -'])
    assert.deepEqual(duties({ applications: [{ ...asked, calendar: undefined, answered: n('2026-07-17') }] }), [
      'ED-08 unknown - 2026-07-17',
    ])
  })
  test('absence that was judged persistent: one review answers all before it', () => {
    const absences = ['2026-07-21', '2026-09-30', '2026-11-20'].map((on) => ({ line: on, ...typed, day: n(on) }))
    assert.deepEqual(duties({ absences }), ['MI-05 open - -'])
    assert.deepEqual(duties({ absences }, '2026-12-18', ['2026-10-12']), [
      'MI-05 doneOnTime - 2026-10-12',
      'MI-05 open - -',
    ])
  })
})

describe('in the record', () => {
  let record: TestRecord
  before(async () => {
    record = await testRecord('schooling')
  })
  after(async () => await record.close())

  test('the virtual school and the worker record it; those who only read, and those who know nothing of the child, do not', async () => {
    const { jordan } = record
    const words = ''
    const WEEKS = [WEEK, { ...WEEK, since: '2026-11-09', last: '2026-11-13' }]
    const writes: readonly ((asking: Asking) => Promise<unknown>)[] = [
      async (asking) => {
        const week = WEEKS.shift() ?? WEEK
        await attendances.record(asking, { columns: allowed(mayRecordAttendance(week, TODAY)), words }, jordan)
      },
      async (asking) =>
        await exclusions.record(asking, { columns: allowed(mayRecordExclusion(SENT_HOME, TODAY)), words }, jordan),
      async (asking) => {
        const columns = allowed(mayApply(APPLIED, { today: TODAY, schools: [] }))
        await applications.record(asking, { columns, words: APPLIED.words }, jordan)
      },
      async (asking) =>
        await interims.record(asking, { columns: allowed(mayTeachMeanwhile(TAUGHT, TODAY)), words }, jordan),
      async (asking) =>
        await premiums.record(asking, { columns: allowed(mayRecordPremium(SPENT, TODAY)), words }, jordan),
    ]
    for (const write of writes) {
      await record.as('vera', write)
      await record.as('priya', write)
      for (const name of ['ravi', 'hana', 'cora', 'tom', 'ada'] as const)
        await assert.rejects(
          record.as(name, write),
          (error) => error instanceof Refused && error.kind === 'not allowed',
          name,
        )
    }
    const counts = async (name: 'vera' | 'hana' | 'tom') =>
      Object.values(await record.as(name, async (asking) => await schoolingOf(asking, jordan))).map(
        ({ length }) => length,
      )
    assert.deepEqual(await counts('vera'), [2, 2, 2, 2, 2])
    assert.deepEqual([await counts('hana'), await counts('tom')], [Array(5).fill(0), Array(5).fill(0)])
  })
})
