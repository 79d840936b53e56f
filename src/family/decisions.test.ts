// What may be said of a family: people, homes, ties, brothers and sisters, family time, and what must be known.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayLimitAudience } from '#audiences'
import { day } from '#calendar'
import { ALLERGY, GAP, HOME, KAI, KEPT_FROM, MARCUS, NATALIE, PARENT, SATURDAYS, TODAY, WINSTON } from './examples.ts'
import { howOften, mayAgreeTime, mayTellTime } from './family-time.ts'
import { type KnownFact, mayEndMustKnow, mayRecordMustKnow, shownInHeader } from './must-know.ts'
import {
  holdsResponsibility,
  mayRecordHome,
  mayRecordPerson,
  nameAndNote,
  shownAge,
  shownDeath,
  type TypedPerson,
} from './person.ts'
import { familyRefusalWords } from './refusal-words.ts'
import { mayCountGroup, mayDecideSiblings } from './siblings.ts'
import { allowed, refusedFor } from './test-family.ts'
import { mayLink, mayTie, type TypedTie } from './tie.ts'

test('what a person around the child may be', () => {
  const cases: readonly [string, Partial<TypedPerson>, readonly string[]][] = [
    ['Mum', {}, []],
    ['nobody says who', { relation: 'enemy' }, ['relation unknown']],
    ['no name', { name: ' ' }, ['name empty']],
    ['known, and a gap', { gap: true }, ['gap with a name']],
    ['born tomorrow', { born: '2026-11-24' }, ['born after today']],
    ['born next year', { born: '2027' }, ['born after today']],
    ['born in words', { born: 'May' }, ['born no day or year']],
    ['died unsaid', { died: 'perhaps' }, ['died unknown']],
    ['alive, with a day of death', { diedWhen: '2019' }, ['death day of the living']],
    ['died before born', { died: 'died', diedWhen: '1987' }, ['died before born']],
    ['a ground without parental responsibility', { responsibility: 'no' }, ['ground without responsibility']],
    ['a ground nobody knows', { ground: 'seniority' }, ['ground unknown']],
    ['ends before it began', { responsibleUntil: '2012-06-08' }, ['responsibility ends before it began']],
    [
      'all at once',
      { sex: '', responsibility: '', born: 'x' },
      ['sex unknown', 'born no day or year', 'responsibility unknown'],
    ],
  ]
  for (const [name, changes, expected] of cases)
    assert.deepEqual(refusedFor(mayRecordPerson({ ...NATALIE, ...changes }, TODAY)), expected, name)
  assert.equal(familyRefusalWords('born after today', TODAY), 'The birth date cannot be after today, Mon 23 Nov 2026.')
})

test('name, note, age and death as they are shown; what is unknown is not made up', () => {
  const shown = (typed: TypedPerson) => {
    const person = allowed(mayRecordPerson(typed, TODAY))
    return [nameAndNote(person.words), shownAge(person, TODAY), shownDeath(person)]
  }
  assert.deepEqual(shown(NATALIE), [{ name: 'Natalie Bennett', note: 'Ring in the evening.' }, '38', undefined])
  assert.deepEqual(shown(KAI), [{ name: 'Kai Cole', note: '' }, 'about 4', undefined])
  assert.deepEqual(shown(WINSTON), [{ name: 'Winston Bennett', note: '' }, undefined, 'died 2019'])
  assert.deepEqual(shown(GAP), [{ name: undefined, note: 'Dad’s family' }, undefined, undefined])
  assert.deepEqual(nameAndNote(undefined), { name: undefined, note: '' })
})

test('parental responsibility holds between its days', () => {
  const on = (when: string, responsibility = 'yes') =>
    holdsResponsibility({ responsibility, since: '2020-01-01', until: '2026-01-01' }, day(when))
  assert.deepEqual([on('2019-12-31'), on('2020-01-01'), on('2025-12-31'), on('2026-01-01')], ['no', 'yes', 'yes', 'no'])
  assert.deepEqual([on('2025-01-01', 'no'), on('2025-01-01', 'not known')], ['no', 'not known'])
})

test('a home has words or somebody to live with; an audience has a reason, and keeps whoever keeps the record', () => {
  assert.deepEqual(refusedFor(mayRecordHome({ ...HOME, where: '' })), ['where empty'])
  assert.deepEqual(refusedFor(mayRecordHome({ ...HOME, where: '', withChild: true })), [])
  assert.deepEqual(refusedFor(mayRecordHome({ ...HOME, since: '2026-01-02', until: '2026-01-02' })), [
    'home ends before it began',
  ])
  const limited = (changes: object) => mayLimitAudience({ ...KEPT_FROM, ...changes }, TODAY)
  assert.deepEqual(refusedFor(limited({ relations: [] })), ['nobody is limited'])
  assert.deepEqual(refusedFor(limited({ relations: ['neighbour'], power: '', because: '' })), [
    'audience unknown',
    'power unknown',
    'because empty',
  ])
  assert.deepEqual(allowed(limited({ relations: ['cover'] })).relations, ['allocated-worker', 'cover'])
  assert.equal(allowed(limited({ relations: [], mustNotKnow: ['a'] })).relations, null)
})

test('ties: parted ones may be tied again, and nobody becomes their own ancestor', () => {
  const tie = (changes: Partial<TypedTie>, standing: Parameters<typeof mayTie>[1] = []) =>
    refusedFor(mayTie({ ...PARENT, one: 'mum', ...changes }, standing))
  const married = { one: 'mum', other: 'dad', kind: 'married', state: 'goes on' }
  assert.deepEqual(tie({}), [])
  assert.deepEqual(tie({ one: null }), ['tie with themselves'])
  assert.deepEqual(tie({ kind: 'x', state: '' }), ['tie unknown', 'state unknown'])
  assert.deepEqual(tie({ until: '2026-01-01' }), ['tie goes on after its end'])
  assert.deepEqual(tie({ ...PARENT, one: 'dad', other: 'mum', kind: 'married' }, [married]), ['tied already'])
  assert.deepEqual(tie({ ...PARENT, one: 'dad', other: 'mum', kind: 'married' }, [{ ...married, state: 'parted' }]), [])
  const up = [
    { one: 'nan', other: 'mum', kind: 'parent-of', state: 'goes on' },
    { one: 'mum', other: null, kind: 'adoptive-parent-of', state: 'goes on' },
  ]
  assert.deepEqual(tie({ one: null, other: 'nan' }, up), ['their own ancestor'])
  assert.deepEqual(tie({ one: 'dad', other: 'nan' }, up), [])
  const circle = [...up, { one: null, other: 'nan', kind: 'parent-of', state: 'goes on' }]
  assert.deepEqual(tie({ one: 'other', other: 'mum' }, circle), [])
  assert.deepEqual(refusedFor(mayLink({ child: 'a', otherChild: 'a', person: 'p' }, [])), ['link to themselves'])
  assert.deepEqual(
    refusedFor(mayLink({ child: 'a', otherChild: 'b', person: 'p' }, [{ person: 'q', other_child: 'b' }])),
    ['linked already'],
  )
})

test('brothers and sisters: living apart asks why, and every decision is looked at again', () => {
  assert.deepEqual(refusedFor(mayCountGroup({ members: [], counted: '2026-11-24', said: '' }, TODAY)), [
    'nobody in the group',
    'counted after today',
  ])
  assert.deepEqual(
    allowed(mayCountGroup({ members: ['a', 'a'], counted: '2026-11-20', said: 'All of us' }, TODAY)).members,
    ['a'],
  )
  const decision = {
    kind: 'apart',
    decided: '2026-11-02',
    by: 'review',
    decider: null,
    reviewBy: '2027-02-02',
    why: 'No home takes three.',
  }
  const decide = (changes: object) => refusedFor(mayDecideSiblings({ ...decision, ...changes }, TODAY))
  assert.deepEqual(decide({}), [])
  assert.deepEqual(decide({ why: ' ' }), ['why apart empty'])
  assert.deepEqual(decide({ kind: 'together', why: '' }), [])
  assert.deepEqual(decide({ reviewBy: '2026-11-02' }), ['sibling review before decision'])
  assert.deepEqual(decide({ by: 'me', decided: '2026-11-24', reviewBy: '' }), [
    'sibling decision after today',
    'sibling decider unknown',
    'sibling review no day',
  ])
})

test('family time: none asks why; a time is kept once its day has come', () => {
  const agree = (changes: object) => mayAgreeTime({ person: 'p', ...SATURDAYS, ...changes })
  assert.equal(howOften(allowed(agree({}))), 'every 2 weeks')
  assert.equal(howOften(allowed(agree({ every: '1', unit: 'months' }))), 'every month')
  assert.equal(howOften(allowed(agree({ every: '', unit: '' }))), 'no fixed rhythm')
  assert.equal(howOften(allowed(agree({ stance: 'none' }))), 'none')
  assert.deepEqual(refusedFor(agree({ stance: 'none', note: '' })), ['why none empty'])
  assert.deepEqual(refusedFor(agree({ every: '0' })), ['how often unclear'])
  assert.deepEqual(refusedFor(agree({ courtOrder: 'o' })), ['order without a court'])
  assert.deepEqual(refusedFor(agree({ until: '2026-09-05' })), ['time ends before it began'])
  const told = (changes: object) =>
    refusedFor(
      mayTellTime(
        { person: 'p', happens: '2026-11-28', state: 'planned', cancelledBy: '', note: '', ...changes },
        TODAY,
      ),
    )
  assert.deepEqual(told({}), [])
  assert.deepEqual(told({ state: 'kept' }), ['happened after today'])
  assert.deepEqual(told({ state: 'kept', happens: '2026-11-21' }), [])
  assert.deepEqual(told({ state: 'cancelled' }), ['canceller unknown', 'why cancelled empty'])
  assert.deepEqual(told({ cancelledBy: 'child' }), ['canceller of a kept time'])
})

test('what must be known is short, needed by somebody, and looked at within a year', () => {
  const may = (changes: object) => refusedFor(mayRecordMustKnow({ ...ALLERGY, ...changes }, TODAY))
  assert.deepEqual(may({}), [])
  assert.deepEqual(may({ fact: 'x'.repeat(121), audience: [] }), ['fact too long', 'nobody needs it'])
  assert.deepEqual(may({ audience: ['everybody'], kind: '' }), ['kind of fact unknown', 'need unknown'])
  assert.deepEqual(may({ reviewBy: '2026-11-23' }), ['fact review not ahead'])
  assert.deepEqual(may({ reviewBy: '2027-11-24' }), ['fact review beyond a year'])
  assert.deepEqual(refusedFor(mayEndMustKnow({ ended: null }, 'bored')), ['end reason unknown'])
  assert.deepEqual(refusedFor(mayEndMustKnow({ ended: '2026-01-01' }, 'no longer so')), ['ended already'])
})

test('the header shows three: safety first, one past its review says so, one that ended is gone', () => {
  const fact = (line: string, kind: string, changes: Partial<KnownFact> = {}): KnownFact => ({
    ...{ line, kind, review_by: '2027-01-01', ended: null },
    ...changes,
  })
  const facts = [
    fact('1', 'wish'),
    fact('2', 'health', { review_by: '2026-11-22' }),
    fact('3', 'safety', { ended: '2026-11-23' }),
    fact('4', 'communication'),
    fact('5', 'safety', { review_by: '2026-11-23' }),
  ]
  const { shown, more } = shownInHeader(facts, TODAY)
  assert.deepEqual(
    shown.map(({ fact: { line }, overdue }) => [line, overdue]),
    [
      ['5', false],
      ['2', true],
      ['4', false],
    ],
  )
  assert.equal(more, 1)
  assert.deepEqual(shownInHeader([], TODAY), { shown: [], more: 0 })
  assert.equal(allowed(mayRecordPerson(MARCUS, TODAY)).born_year, 1985)
})
