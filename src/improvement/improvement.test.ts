// What counts as so, not so and not known for each of the three points, at its edges; whoever is not known is in no share.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Action } from '#actions'
import { day } from '#calendar'
import { signBy } from '#supervision'
import { auditMeasures, type Standing } from './audit-measures.ts'
import { behindOf, changeOf, compared } from './before-after.ts'
import { distanceMeasures } from './distance-measures.ts'
import { countsOf, countWords, groupsOf, type Item, itemsShown, type Measure } from './measure.ts'
import { type Entry, type Session, type SupervisionFacts, supervisionMeasures } from './supervision-measures.ts'

const TODAY = day('2027-03-31')
const stands = (measures: readonly Measure[], id: string): readonly string[] =>
  measures.find((one) => one.id === id)?.items.map((one) => `${one.child ?? one.label}: ${one.stands}`) ?? []

test('a share leaves out who is not known; of nobody there is none', () => {
  const item = (child: string, is: Item['stands'], group?: string): Item => ({
    ...{ child, label: '', stands: is, to: '/', note: '' },
    ...(group === undefined ? {} : { group }),
  })
  const items = [item('a', 'yes', 'far'), item('b', 'no', 'near'), item('c', 'unknown'), item('d', 'no', 'near')]
  assert.deepEqual(countsOf(items), { yes: 1, of: 3, unknown: 1 })
  assert.equal(countWords(items), '1 of 3: 33\u00a0%')
  assert.equal(countWords([item('c', 'unknown')]), 'None to count')
  assert.deepEqual(groupsOf(items), [
    ['near', 2],
    ['far', 1],
  ])
  const shown = (asked: Parameters<typeof itemsShown>[1]) => itemsShown(items, asked).map(({ child }) => child)
  assert.deepEqual(shown({ stands: 'no', group: undefined }), ['b', 'd'])
  assert.deepEqual(shown({ stands: undefined, group: 'far' }), ['a'])
})

const load = (child: string, full: string | null, from: string | null) => ({
  ...{ child, weeks: 4 },
  ...{ full: full === null ? null : day(full), from: from === null ? null : day(from) },
})
const entry = (child: string, words: { life: string; theirs: string } | undefined): Entry => ({
  ...{ child, line: child, held: day('2027-03-15') },
  words: words,
})
const action = (child: string, due: string, more: Partial<Action> = {}): Action => ({
  ...{ id: child, line: child, child, origin: 'supervision', from: null, serves: null, what: 'Ring', intended: 'Calm' },
  ...{ owner: { worker: 'w' }, due: { day: day(due) }, firstDue: { day: day(due) }, steps: [], ended: undefined },
  wrote: { by: 'm', at: '' },
  ...more,
})
const ended = (outcome: string): Action['ended'] => ({
  ...{ by: 'w', at: '', id: 'o', line: 'o', outcome, happened: '2027-03-01', said: 'Calmer.' },
})
const carried = (): Action['steps'][number] => ({
  ...{ by: 'w', at: '', id: 't', line: 't', why: 'Ill' },
  change: { kind: 'carried on', due: { day: day('2027-05-01') } },
})
const held = (line: string, on: string, signed: readonly string[]): Session => ({
  ...{ line, kind: 'one to one' },
  ...{ held: day(on), signBy: signBy(day(on), 5), cancelled: null },
  signatures: signed.map((when, at) => ({
    ...{ part: at === 0 ? 'supervisor' : 'worker', signed: day(when) },
  })),
})
const NONE: SupervisionFacts = {
  ...{ loads: [], latest: [], progressed: new Set(), planned: new Set(), actions: [], decisions: [], sessions: [] },
}
const supervised = (facts: Partial<SupervisionFacts>, id: string) =>
  stands(supervisionMeasures({ ...NONE, ...facts }, TODAY), id)

test('thought about in time: the last day still counts, a child with two workers once, before supervision is recorded nothing is known', () => {
  const loads = [
    load('a', '2027-03-03', null),
    load('b', '2027-03-02', null),
    load('c', null, null),
    load('a', '2027-03-03', null),
  ]
  assert.deepEqual(supervised({ loads }, 'thought-about'), ['a: yes', 'b: no', 'c: unknown'])
})
test('life and their words; the plan, where one is agreed', () => {
  const latest = [
    entry('a', { life: 'Up early.', theirs: '“Me too.”' }),
    entry('b', { life: 'Up early.', theirs: ' ' }),
    entry('c', undefined),
  ]
  assert.deepEqual(supervised({ latest }, 'lived'), ['a: yes', 'b: no', 'c: unknown'])
  const plans = { latest, progressed: new Set(['a']), planned: new Set(['a', 'b']) }
  assert.deepEqual(supervised(plans, 'plan-progress'), ['a: yes', 'b: no', 'c: unknown'])
})
test('actions: answered once their first day has come, carried on is no answer, twice is drift', () => {
  const actions = [
    action('a', '2027-03-30', { ended: ended('done') }),
    action('b', '2027-03-30', { steps: [carried()], due: { day: day('2027-05-01') } }),
    action('c', '2027-03-31'),
    action('d', '2027-03-30', { steps: [carried(), carried()], intended: ' ' }),
    action('e', '2027-02-01', { ended: ended('not done') }),
  ]
  assert.deepEqual(supervised({ actions }, 'answered'), ['a: yes', 'b: no', 'd: no', 'e: yes'])
  assert.deepEqual(supervised({ actions }, 'changed'), ['a: yes', 'e: no'])
  assert.deepEqual(supervised({ actions }, 'drift'), ['b: no', 'c: no', 'd: yes'])
  assert.deepEqual(supervised({ actions }, 'intended'), ['a: yes', 'b: yes', 'c: yes', 'd: no', 'e: yes'])
})
test('decided: in time, late, none; what is not due yet is not counted', () => {
  const point = { what: 'move', on: day('2027-03-15'), by: day('2027-03-17') } as const
  const decisions = [
    { ...point, child: 'a', decided: day('2027-03-17'), stands: 'in time' as const },
    { ...point, child: 'b', decided: day('2027-03-18'), stands: 'late' as const },
    { ...point, child: 'c', decided: null, stands: 'overdue' as const },
    { ...point, child: 'd', decided: null, stands: 'owed' as const },
  ]
  assert.deepEqual(supervised({ decisions }, 'decided'), ['a: yes', 'b: no', 'c: no'])
})
test('signed: the fifth working day still counts, what is not due yet and what fell out do not', () => {
  const sessions = [
    held('in time', '2027-03-15', ['2027-03-15', '2027-03-22']),
    held('late', '2027-03-15', ['2027-03-15', '2027-03-23']),
    held('owed', '2027-03-15', ['2027-03-15']),
    held('not due', '2027-03-30', []),
    { ...held('fell out', '2027-03-01', []), cancelled: 'court' },
  ]
  const measure = supervisionMeasures({ ...NONE, sessions }, TODAY).find(({ id }) => id === 'signed')
  assert.deepEqual(
    measure?.items.map(({ to, stands: is }) => [to.split('/').at(-1), is]),
    [
      ['in time', 'yes'],
      ['late', 'no'],
      ['owed', 'no'],
    ],
  )
})

const audit = (line: string, more: Partial<Standing> = {}): Standing => ({
  ...{ line, child: line },
  ...{ due: '2026-10-01', again: null, first: 'good', submitted: '2026-09-30', second: 'good' },
  ...{ second_on: '2026-10-07', ...more },
})
test('audits: handed in, verified, written, looked at again by the second grade, better; two years ago is not counted', () => {
  const audits = [
    audit('good'),
    audit('old', { due: '2025-10-01' }),
    audit('late', { submitted: null, first: null, second: null, second_on: null }),
    audit('low', { second: 'inadequate' }),
    audit('again', { again: 'low', submitted: '2026-11-04', due: '2026-11-04', first: 'good', second: 'good' }),
    audit('needs', { second: 'requires improvement' }),
    audit('waits', { second: 'requires improvement', second_on: '2027-03-01' }),
  ]
  const actions = [
    { child: 'low', audit: 'low', action: '1', verified: true, outcome: 'done' },
    { child: 'needs', audit: 'needs', action: '2', verified: false, outcome: 'done' },
    { child: 'old', audit: 'old', action: '3', verified: false, outcome: null },
  ]
  const impacts = [
    { child: 'low', audit: 'low', difference: 'some' },
    { child: 'good', audit: 'good', difference: 'too early' },
  ]
  const themes = [{ title: 'Voice', due: '2027-01-01', learned: '2026-12-01', changed: null, owner: 'x' }]
  const numbers = { auditModerated: 10, auditAnswered: 3, auditRises: 5, inadequateAgain: 4, improvementAgain: 12 }
  const measures = auditMeasures(
    { numbers, audits, actions, impacts, themes },
    { since: day('2026-03-31'), today: TODAY },
  )
  assert.deepEqual(
    stands(measures, 'handed-in').filter((one) => !one.endsWith('yes')),
    ['late: no'],
  )
  assert.deepEqual(stands(measures, 'verified'), ['low: yes', 'needs: no'])
  assert.deepEqual(stands(measures, 'impact'), ['good: yes', 'low: yes', 'again: no', 'needs: no', 'waits: no'])
  assert.deepEqual(stands(measures, 'differs'), ['low: yes', 'good: unknown'])
  assert.deepEqual(stands(measures, 'looked-again'), ['low: yes', 'needs: no'])
  assert.deepEqual(stands(measures, 'better'), ['again: yes'])
  assert.deepEqual(stands(measures, 'themes'), ['Voice: no'])
})

test('distance: far by 20 miles, a protected home by its band, approval asked outside the area alone', () => {
  const home = (child: string, miles: number | null, more: object = {}) => ({
    ...{ child, placement: child, kind: 'U4', since: '2026-01-01', said: undefined, kept: false, miles },
    ...{ band: null, inside: true, adjoining: null, ...more },
  })
  const said = {
    ...({ onDay: '2026-05-01', reason: 'noneAvailable', answer: 'stays', wish: 'stay', wouldHelp: [] } as const),
    ...{ nearerBy: null, schoolMinutes: null, familyMinutes: null, health: null },
  }
  const homes = [
    home('near', 20),
    home('far', 20.1, { inside: false, said }),
    home('kept', null, { kept: true, band: 'over 20 miles', inside: null }),
    home('unknown', null),
  ]
  const begun = { begun: [], inCare: 0, moves: 0, siblingTimes: { happened: 0, of: 0 } }
  const approval = { placement: 'far', kind: '', answer: 'approved', answered: null, by: null }
  const measures = distanceMeasures({
    ...{ homes, approvals: new Map([['far', approval]]), now: begun, before: begun },
    ...{ times: [{ child: 'near', happens: '2027-01-01', happened: false }], timesBefore: [] },
  })
  assert.deepEqual(stands(measures, 'far'), ['near: no', 'far: yes', 'kept: yes', 'unknown: unknown'])
  assert.deepEqual(stands(measures, 'far-decided'), ['far: yes', 'kept: no'])
  assert.deepEqual(stands(measures, 'approved'), ['far: yes', 'kept: unknown'])
  assert.deepEqual(stands(measures, 'sibling-time'), ['near: no'])
  const kept = measures.flatMap(({ items }) => items).filter(({ child }) => child === 'kept')
  for (const { note } of kept) assert.doesNotMatch(note, /\d\.\d|area/)
})

test('before and after: counted from the very list behind each number; neither set where audited in another round; parts and sums are no share', () => {
  const share = {
    name: 'Teeth',
    numerator: 'seen',
    denominator: 'children',
    unit: 'percent',
    polarity: 'high',
  } as const
  const figures = [
    { ...share, id: 'teeth' },
    { ...share, id: 'part', isPart: true } as const,
    { ...share, id: 'twice', adds: () => 2 },
    { ...share, id: 'none' },
  ]
  const many = (of: string, n: number, how: (at: number) => string) =>
    Array.from({ length: n }, (_, at) => [`${of}${at}`, { teeth: how(at), part: 'a', twice: 'a' }] as const)
  const days = {
    before: new Map([
      ...many('a', 20, (at) => (at < 2 ? 'a' : 'b')),
      ...many('r', 20, (at) => (at < 10 ? 'a' : 'b')),
      ...many('e', 5, () => 'a'),
    ]),
    after: new Map([
      ...many('a', 20, (at) => (at < 17 ? 'a' : at < 19 ? 'b' : 'when they were seen')),
      ...many('r', 20, (at) => (at < 12 ? 'a' : 'b')),
      ...many('e', 5, () => 'b'),
    ]),
  }
  const of = (letter: string, n: number) => new Set(Array.from({ length: n }, (_, at) => `${letter}${at}`))
  const given = { days, sets: { audited: of('a', 20), elsewhere: of('e', 5) } }
  const rows = compared(figures, given)
  assert.deepEqual(
    rows.map(({ figure }) => figure.id),
    ['teeth'],
  )
  const [{ shares } = { shares: undefined }] = rows
  assert.ok(shares !== undefined)
  const counts = ({ of: so, n }: { readonly of: number; readonly n: number }) => [so, n]
  assert.deepEqual(
    [counts(shares.audited.before), counts(shares.audited.after)],
    [
      [2, 20],
      [17, 19],
    ],
  )
  assert.deepEqual(
    [counts(shares.rest.before), counts(shares.rest.after)],
    [
      [10, 20],
      [12, 20],
    ],
  )
  assert.deepEqual(
    [changeOf(shares.audited.before, shares.audited.after), changeOf(shares.rest.before, shares.rest.after)],
    ['higher', 'too few to tell'],
  )
  assert.equal(changeOf(shares.audited.after, shares.audited.before), 'lower')
  assert.equal(behindOf(given, { indicator: 'teeth', whose: 'audited', when: 'after' }).length, 20)
})
