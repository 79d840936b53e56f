// A record as it is read before it is handed over: in which order, under which conditions, what is left, and the words of a row.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conditionWords, type Decided, freeToGo, linesOf, linesShown } from './reading.ts'
import { dayOf, fieldsOf, type Held, idsNamed, wordsOf } from './row.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const row = (table: string, n: number, more: Held['row'] = {}): Held => ({
  table,
  row: { id: id(n), line: id(n), child: id(900), recorded_by: id(901), recorded: '2027-03-04T23:30:00+00:00', ...more },
})
const thing = (table: string): string => `a ${table.replaceAll('_', ' ')}`
const decided = (n: number): Decided => ({
  ...{
    id: id(n + 500),
    on_row: id(n),
    goes: 'whole',
    kind: null,
    recorded_by: id(901),
    recorded: '2027-03-05',
    worded: false,
  },
})

const CONDITIONS = [
  ['audience: only duty, out-of-hours', 'Only some may know it: duty, out of hours'],
  [`audience: only ${'duty, '.repeat(8)}cover`, 'Most of those who work with the child may know it, and not all'],
  ['audience: named people must not know', 'There are people who must not know it'],
  ['terms: legal advice', 'It came under somebody’s terms: legal advice'],
  ['terms: let into copies by a named person', 'It may be in a copy, as a named person decided'],
  [`hangs on kith.family_person ${id(1)}`, 'It hangs on a family person that has to be looked at'],
  [`hangs on hidden ${id(1)}`, 'It hangs on something that is kept from you'],
  ['about a brother or sister', 'About a brother or sister'],
] as const
for (const [condition, expected] of CONDITIONS)
  test(`in plain words: ${condition.slice(0, 40)}`, () => {
    assert.equal(conditionWords(condition, thing), expected)
  })

test('the oldest day first; what hangs on something kept from the reader has a condition; a later version is told', () => {
  const rows = [
    row('visit', 1, { happened: '2027-02-03' }),
    row('visit', 2, { happened: '2026-12-01' }),
    row('visit', 3, { line: id(2), supersedes: id(2), happened: '2026-12-02' }),
    row('action', 4, { due: '2026-01-01', view: id(99) }),
  ]
  const kept = [{ id: id(99), line: id(99), decided: false }]
  const lines = linesOf({ rows, hidden: kept, decisions: [decided(1)], thing })
  assert.deepEqual(
    lines.map((line) => [line.id, line.day, line.superseded, line.because.length]),
    [
      [id(2), '2026-12-01', true, 0],
      [id(3), '2026-12-02', false, 0],
      [id(1), '2027-02-03', false, 0],
      [id(4), '2027-03-04', false, 1],
    ],
  )
  assert.deepEqual(
    freeToGo(lines).map((line) => line.id),
    [id(2), id(3)],
  )
  assert.deepEqual(
    (['undecided', 'condition', 'all'] as const).map((show) => linesShown(lines, show).length),
    [3, 1, 4],
  )
})

test('let out whole without a why, and under a condition since: not decided; with a why it stands', () => {
  const rows = [row('visit', 1, { audience: ['duty'] }), row('visit', 2, { audience: ['duty'] }), row('visit', 3)]
  const decisions = [decided(1), { ...decided(2), worded: true }, decided(3)]
  const lines = linesOf({ rows, hidden: [], decisions, thing })
  assert.deepEqual(
    lines.map((line) => [line.decided?.id, line.lapsed?.id]),
    [
      [undefined, id(501)],
      [id(502), undefined],
      [id(503), undefined],
    ],
  )
  assert.equal(linesShown(lines, 'undecided').length, 1)
  assert.equal(freeToGo(lines).length, 0)
})

test('paragraphs stand under their note, in their order, whatever was written meanwhile', () => {
  const late = { recorded: '2027-03-06T10:00:00+00:00' }
  const rows = [
    row('note_paragraph', 1, { note: id(9), place: 10 }),
    row('note_paragraph', 2, { note: id(9), place: 2, ...late }),
    row('visit', 3, { happened: '2027-02-03', ...late }),
    row('note', 9, { happened: '2027-02-03' }),
  ]
  assert.deepEqual(
    linesOf({ rows, hidden: [], decisions: [], thing }).map((line) => [line.id, line.day]),
    [9, 2, 1, 3].map((n) => [id(n), '2027-02-03']),
  )
})

test('its day is the first that its table gives, not one by which something is due; else the day of writing', () => {
  assert.equal(dayOf(row('placement', 1, { during: '[2025-01-02,2025-03-01)' })), '2025-01-02')
  assert.equal(dayOf(row('night_place', 1, { since: '2025-06-30T23:30:00+00:00', until_at: null })), '2025-07-01')
  assert.equal(dayOf(row('birth_claim', 1, { born: '2012-01-02' })), '2027-03-04')
  assert.equal(dayOf(row('visit', 1, { recorded: '2027-06-30T23:30:00+00:00' })), '2027-07-01')
})

test('fields in words: names for ids, days as days, no marks of a machine, nothing that says who may know it', () => {
  const held = row('visit', 1, {
    ...{ happened: '2027-03-03', visitor: id(7), mode: 'in_person', seen: true, alone: null, kinds: ['a', 'b_c'] },
    ...{ during: '[2025-01-02,)', began: '2027-03-03T10:00:00+00:00', other: id(8), audience: ['duty'] },
  })
  const fields = fieldsOf(held, new Map([[id(7), 'Vera Marsh']])).map(({ name, text }) => `${name}: ${text}`)
  assert.deepEqual(fields, [
    'Day: Wed 3 Mar 2027',
    'Visitor: Vera Marsh',
    'Mode: in person',
    'Seen: yes',
    'Kinds: a, b c',
    'From and until: from Thu 2 Jan 2025',
    'Began: Wed 3 Mar 2027, 10:00',
  ])
  assert.deepEqual(idsNamed(held), [id(7), id(8)])
})

test('moments with their time in London, in summer too; before its clock is known, the day alone', () => {
  const told = row('missing_episode', 1, {
    since_at: '2027-07-03T21:40:00+00:00',
    until_at: '2027-07-04T04:10:00+00:00',
  })
  const texts = fieldsOf(told, new Map()).map(({ text }) => text)
  assert.deepEqual(texts, ['Sat 3 Jul 2027, 22:40', 'Sun 4 Jul 2027, 05:10'])
  const long = row('night_place', 1, { since: '1979-07-03T21:40:00+00:00' })
  assert.deepEqual(
    fieldsOf(long, new Map()).map(({ text }) => text),
    ['Tue 3 Jul 1979'],
  )
})

test('words in parts stand under their names; a text that only looks like parts is a text', () => {
  assert.deepEqual(wordsOf('{"what_was_said":"No.","list":["a","b"],"none":""}'), [
    { name: 'What was said', text: 'No.' },
    { name: 'List', text: 'a, b' },
  ])
  assert.deepEqual(wordsOf('{not parts'), [{ name: 'Words', text: '{not parts' }])
  assert.deepEqual(wordsOf(undefined), [])
})

test('codes of the return as the forms say them; one that nobody put into words stands as it is', () => {
  const said = (more: Held['row'], table = 'review') => fieldsOf(row(table, 1, more), new Map()).map(({ text }) => text)
  assert.deepEqual(said({ participation: 'PN6' }), ['was not there, sent views another way'])
  assert.deepEqual(said({ participation: 'PN99' }), ['PN99'])
  assert.deepEqual(said({ kind: 'U4' }, 'placement'), ['Foster carer, long term'])
  assert.deepEqual(said({ kind: 'U4' }, 'visit'), ['U4'])
})
