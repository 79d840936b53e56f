// Education: plans, schools and terms; what may be recorded, and by whom.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { historyOf, Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { AUTUMN, BEGUN, READY, SCHOOL, SPRING, TODAY } from './examples.ts'
import {
  educationRefusalWords,
  mayGoToSchool,
  mayRecordPlan,
  mayRecordTerm,
  type TypedPlan,
  type TypedTerm,
} from './record-education.ts'
import {
  correctPlan,
  goToSchool,
  makeSchool,
  plansOf,
  recordPlan,
  recordTerm,
  schoolPlacesOf,
  termsOf,
} from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('education')
})
after(async () => await record.close())

const allowed = (typed: TypedPlan) => {
  const may = mayRecordPlan(typed, TODAY)
  assert.ok('ok' in may)
  return may.ok
}

test('what a plan may be', () => {
  const refused = (typed: Partial<TypedPlan>) => {
    const may = mayRecordPlan({ ...READY, ...typed }, TODAY)
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ stage: 'draft', happened: '2026-11-24', quality: 'fine' }), [
    'stage unknown',
    'happened after today',
    'quality unknown',
  ])
  assert.deepEqual(refused({ stage: 'initiated' }), ['quality of a plan begun'])
  assert.deepEqual(refused({ happened: '' }), ['happened no day'])
  assert.deepEqual(refused({ term: 'autumn', ratedBy: 'virtual school', rated: '2026-10-09' }), [])
  assert.deepEqual(refused({ rated: '2026-10-09' }), ['rated by nobody'])
  assert.deepEqual(refused({ ratedBy: 'virtual school', rated: '2026-10-07' }), ['rated before the plan'])
  assert.deepEqual(refused({ quality: '', ratedBy: 'virtual school' }), ['rated without a quality'])
  assert.equal(educationRefusalWords('happened after today', TODAY), 'The day cannot be after today, Mon 23 Nov 2026.')
})

test('what a term and a place at a school may be', () => {
  const autumn = { name: AUTUMN.name, first: day(AUTUMN.first), last: day(AUTUMN.last) }
  const term = (typed: Partial<TypedTerm>) => {
    const may = mayRecordTerm({ ...SPRING, ...typed }, [autumn])
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(term({}), [])
  assert.deepEqual(term({ first: '2026-12-18' }), ['overlaps a term'])
  assert.deepEqual(term({ last: '2027-01-05' }), ['ends before it starts'])
  assert.deepEqual(term({ halfFirst: '2027-02-15', halfLast: '2027-02-19', training: ['2027-03-01'] }), [])
  assert.deepEqual(term({ halfFirst: '2027-02-15' }), ['half-term no days'])
  assert.deepEqual(term({ halfFirst: '2027-02-19', halfLast: '2027-02-15' }), ['half-term not in the term'])
  assert.deepEqual(term({ training: ['2027-04-01'] }), ['training not in the term'])
  assert.deepEqual(term({ name: ' ', first: '', last: 'x' }), ['name empty', 'first no day', 'last no day'])
  assert.deepEqual(mayGoToSchool({ since: '2026-09-02', until: '' }, TODAY), {
    ok: { since: '2026-09-02', until: null, left_because: null, left_in_year: null },
  })
  assert.deepEqual(mayGoToSchool({ since: '2026-09-02', until: '2026-09-02' }, TODAY), {
    refused: ['ends before it starts'],
  })
  assert.deepEqual(mayGoToSchool({ since: '2026-09-02', until: '', because: 'a move of home' }, TODAY), {
    refused: ['left and still there'],
  })
  assert.deepEqual(mayGoToSchool({ since: 'x', until: '2026-12-01' }, TODAY), {
    refused: ['first no day', 'happened after today'],
  })
})

test('the virtual school and the worker record plans; a correction keeps both', async () => {
  const { jordan, people } = record
  const { line } = await record.as(
    'vera',
    async (asking) => await recordPlan(asking, jordan, { ...allowed(BEGUN), words: 'Wants to draw.' }),
  )
  await record.as('priya', async (asking) => await recordPlan(asking, jordan, allowed(READY)))
  const corrected = await record.as(
    'priya',
    async (asking) => await correctPlan(asking, line, allowed({ ...BEGUN, happened: '2026-09-11' })),
  )
  assert.ok('ok' in corrected)
  const versions = await record.as('ravi', async (asking) => await historyOf(asking, 'kith.education_plan', line))
  assert.deepEqual(
    versions.map(({ happened, words, recorded_by }) => [happened, words, recorded_by]),
    [
      ['2026-09-10', 'Wants to draw.', people.vera],
      ['2026-09-11', 'Wants to draw.', people.priya],
    ],
  )
  for (const name of ['ravi', 'hana', 'cora', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await recordPlan(asking, jordan, allowed(READY))),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
  const stages = async (name: 'vera' | 'hana' | 'tom') =>
    await record.as(name, async (asking) => (await plansOf(asking, jordan)).map(({ stage }) => stage))
  assert.deepEqual(await stages('vera'), ['initiated', 'effective'])
  assert.deepEqual([await stages('hana'), await stages('tom')], [[], []])
})

test('an administrator keeps a school and its terms; of eight who type the same term seven are told', async () => {
  const school = await record.as('ada', async (asking) => await makeSchool(asking, SCHOOL))
  const term = async (typed: TypedTerm & { readonly replaces?: string }) =>
    await record.as('ada', async (asking) => await recordTerm(asking, school, typed))
  const autumn = await term(AUTUMN)
  assert.ok('ok' in autumn)
  const typed = Array.from({ length: 8 }, (_, n) => async () => await term({ ...SPRING, name: `spring ${n}` }))
  const outcomes = await record.atOnce(school, typed)
  assert.deepEqual(
    outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : [])),
    Array.from({ length: 7 }, () => 'overlaps a term'),
  )
  assert.ok('ok' in (await term({ ...AUTUMN, last: '2026-12-17', replaces: autumn.ok })))
  assert.deepEqual(await term({ ...AUTUMN, replaces: autumn.ok }), { refused: ['corrected already'] })
  const terms = await record.as('tom', async (asking) => await termsOf(asking, school))
  assert.deepEqual(
    terms.map(({ first, last }) => [first, last]),
    [
      ['2026-09-02', '2026-12-17'],
      ['2027-01-05', '2027-03-25'],
    ],
  )
  await assert.rejects(
    record.as(
      'vera',
      async (asking) => await recordTerm(asking, school, { ...AUTUMN, first: '2025-09-01', last: '2025-12-01' }),
    ),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
  const place = { school, since: day('2026-09-02'), until: null, left_because: null, left_in_year: null }
  await record.as('vera', async (asking) => await goToSchool(asking, record.jordan, place))
  const [seen] = await record.as('priya', async (asking) => await schoolPlacesOf(asking, record.jordan))
  assert.deepEqual([seen?.school, seen?.during], [school, '[2026-09-02,)'])
})
