// Views in the record: heard by those of whom they were told, further only by a decision, answered, corrected; and by nobody else.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#database'
import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { alsoStands, asElsewhere, asPerson, endRelations, hide, somebodyWho } from '../database/test-relating.ts'
import { mayAnswerView, type TypedAnswer } from './after-a-view.ts'
import {
  answersOf,
  answerView,
  closeView,
  correctAnswer,
  openingsOf,
  openView,
  retractAnswer,
  toldOfAnswer,
  toldOfOpening,
} from './after-store.ts'
import { AS_TOLD, FOR_SAFETY, LETS_THE_CARER_KNOW, SUNDAYS, TODAY, WANTS_A_DOG } from './examples.ts'
import { mayRecordView, maySayView, type TypedHearers } from './record-view.ts'
import { changeHearers, correctView, latestWordsOf, recordView, retractView, viewHistory, viewsOf } from './store.ts'
import { TOLD } from './view.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('views')
})
after(async () => await record.close())

type Around = Readonly<Record<'child' | 'boss' | 'carer' | 'school', string>>
/** A child of their own for each test: Priya works with them, Ravi reviews; a manager, a carer, somebody of the virtual school. */
async function around(): Promise<Around> {
  const child = await record.newChild()
  for (const [name, relation] of [
    ['priya', 'allocated-worker'],
    ['ravi', 'reviewing-officer'],
    ['cora', 'cover'],
  ] as const)
    await alsoStands(record, record.people[name], { relation, child })
  const [boss, carer] = [await somebodyWho(record, 'manager-line', child), await somebodyWho(record, 'carer', child)]
  return { child, boss, carer, school: await somebodyWho(record, 'virtual-school', child) }
}
const say = async (child: string, hearers: TypedHearers = AS_TOLD, name: Named = 'priya') => {
  const may = mayRecordView({ ...WANTS_A_DOG, toldTo: record.people.priya }, hearers, TODAY)
  assert.ok('ok' in may)
  return await record.as(name, async (asking) => await recordView(asking, child, may.ok))
}
const heardBy = async (person: string, child: string) =>
  (await asPerson(record, person, async (asking) => await viewsOf(asking, child))).map(({ words }) => words)
const answer = (typed: Partial<TypedAnswer> = {}) => {
  const may = mayAnswerView({ ...SUNDAYS, ...typed }, TODAY)
  assert.ok('ok' in may)
  return may.ok
}
const notAllowed = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
const tooFar = (error: unknown) => error instanceof Refused && error.constraint === 'audience_goes_no_further'
const { words } = WANTS_A_DOG

test('heard by those of whom they were told, with who wrote it down; not by carer, school or strangers', async () => {
  const { child, boss, carer, school } = await around()
  await say(child)
  for (const person of [record.people.priya, record.people.ravi, record.people.cora, boss])
    assert.deepEqual(await heardBy(person, child), [words])
  for (const person of [carer, school, record.people.tom, record.people.ada])
    assert.deepEqual(await heardBy(person, child), [])
  const [view] = await record.as('ravi', async (asking) => await viewsOf(asking, child))
  assert.deepEqual([view?.wrote.by, view?.toldTo, view?.about], [record.people.priya, record.people.priya, 'home'])
})

test('the child may let the carer know, at once or later; may tell fewer; and name who must not', async () => {
  const { child, carer, boss } = await around()
  await say(child, LETS_THE_CARER_KNOW)
  assert.deepEqual(await heardBy(carer, child), [words])
  const only: TypedHearers = { ...AS_TOLD, relations: ['allocated-worker'], mustNotKnow: [record.people.cora] }
  await say(child, only)
  assert.deepEqual(await heardBy(boss, child), [words])
  assert.deepEqual(await heardBy(record.people.priya, child), [words, words])
  const [narrow] = (await record.as('priya', async (asking) => await viewsOf(asking, child))).filter(
    ({ heard }) => heard.audience.length === 1,
  )
  const which = { child, id: narrow?.id ?? '' }
  const wider = { ...LETS_THE_CARER_KNOW, letKnow: LETS_THE_CARER_KNOW.relations, mustNotKnow: [record.people.cora] }
  const refused = await record.as(
    'priya',
    async (asking) => await changeHearers(asking, which, { ...wider, letKnow: [] }),
  )
  assert.deepEqual(refused, { refused: ['further than told'] })
  const changed = await record.as('priya', async (asking) => await changeHearers(asking, which, wider))
  assert.ok('ok' in changed && 'ok' in changed.ok)
  assert.deepEqual(await heardBy(carer, child), [words, words])
  assert.deepEqual(await heardBy(record.people.cora, child), [words])
})

test('the database itself lets nobody widen an audience, or carers hear, without a wish or a decision', async () => {
  const { child } = await around()
  const { line } = await say(child)
  const write = async (more: Record<string, unknown>) =>
    await record.as('priya', async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const shape = { council: record.council, id, child, recorded_by: record.people.priya, let_know_people: [] }
      const said = { whose: 'child', happened: '2026-11-20', how: 'said', about: 'home', let_know: [] }
      await asking.insert('kith.view', [{ ...shape, line: id, supersedes: null, change: 'first', ...said, ...more }])
    })
  const later = { line, supersedes: line, change: 'change' }
  await assert.rejects(write({ ...later, audience: [...TOLD, 'legal'] }), tooFar)
  const opened = { opened_by: '00000000-0000-4000-8000-000000000001' }
  await assert.rejects(write({ ...later, ...opened, audience: [...TOLD, 'legal'] }), tooFar)
  await assert.rejects(
    write({ audience: [...TOLD, 'carer'] }),
    (error) => error instanceof Refused && error.constraint === 'carers_only_if_they_say_so',
  )
  await assert.rejects(
    write({ audience: [] }),
    (error) => error instanceof Refused && error.constraint === 'somebody_may_know',
  )
  await write({ audience: ['allocated-worker'] })
})

describe('further than told, for safety', () => {
  const opening = async (person: string, which: { child: string; id: string }) =>
    await asPerson(record, person, async (asking) => await openView(asking, which, { typed: FOR_SAFETY, today: TODAY }))

  test('a manager decides, with why, power and when the child was told; then the school hears, and the reason stands', async () => {
    const { child, boss, school } = await around()
    const { id, line } = await say(child)
    assert.ok('ok' in (await opening(boss, { child, id })))
    assert.deepEqual(await heardBy(school, child), [words])
    const [decision] = await record.as('priya', async (asking) => await openingsOf(asking, child))
    assert.deepEqual(
      [decision?.view, decision?.decidedBy, decision?.why, decision?.told, decision?.power],
      [line, boss, FOR_SAFETY.why, '2026-11-22', 'safety of the child'],
    )
    const closed = await asPerson(
      record,
      boss,
      async (asking) => await closeView(asking, { child, id: decision?.id ?? '' }, 'The danger is over.'),
    )
    assert.ok('ok' in closed)
    assert.deepEqual(await heardBy(school, child), [])
    assert.deepEqual(await heardBy(boss, child), [words])
    const looked = await asPerson(record, school, async (asking) => await viewHistory(asking, line))
    assert.deepEqual(looked, [])
  })
  test('a child not told yet: the reason stands until they are', async () => {
    const { child, boss } = await around()
    const { id } = await say(child)
    const typed = { ...FOR_SAFETY, told: '', notToldWhy: 'not safe yet' }
    await asPerson(record, boss, async (asking) => await openView(asking, { child, id }, { typed, today: TODAY }))
    const read = async () => await record.as('ravi', async (asking) => await openingsOf(asking, child))
    const [before] = await read()
    assert.deepEqual([before?.told, before?.notToldWhy], [null, 'not safe yet'])
    await asPerson(record, boss, async (asking) => await toldOfOpening(asking, before?.id ?? '', TODAY))
    const [told] = await read()
    assert.deepEqual([told?.told, told?.notToldWhy], [TODAY, null])
  })
  test('nobody below decides it: not the worker, the reviewing officer, the carer; nor who does not hear it', async () => {
    const { child, carer, school } = await around()
    const { id } = await say(child)
    for (const person of [record.people.priya, record.people.ravi, record.people.cora])
      await assert.rejects(opening(person, { child, id }), notAllowed)
    for (const person of [carer, school, record.people.tom])
      assert.deepEqual(await opening(person, { child, id }), { refused: ['view changed meanwhile'] })
  })
})

test('what changed because of it follows the view: who does not hear it learns of no answer, nor gives one', async () => {
  const { child, carer, school } = await around()
  const { line } = await say(child)
  await record.as('priya', async (asking) => await answerView(asking, { child, view: line }, answer()))
  const [given] = await record.as('ravi', async (asking) => await answersOf(asking, child))
  assert.deepEqual([given?.said?.what, given?.told, given?.wrote.by], [SUNDAYS.what, null, record.people.priya])
  for (const person of [carer, school])
    assert.deepEqual(await asPerson(record, person, async (asking) => await answersOf(asking, child)), [])
  await assert.rejects(
    asPerson(record, carer, async (asking) => await answerView(asking, { child, view: line }, answer())),
    notAllowed,
  )
  await record.as('priya', async (asking) => await toldOfAnswer(asking, given?.id ?? '', TODAY))
  const [told] = await record.as('priya', async (asking) => await answersOf(asking, child))
  const nothing = answer({ outcome: 'nothing changed', what: 'The dog went away.', told: '2026-11-23' })
  const outcomes = await record.atOnce(
    child,
    (['priya', 'cora'] as const).map(
      (name) => async () =>
        await record.as(name, async (asking) => await correctAnswer(asking, told?.id ?? '', nothing)),
    ),
  )
  assert.deepEqual(outcomes.map((outcome) => ('ok' in outcome ? 'ok' : outcome.refused)).toSorted(), [
    ...['corrected already', 'ok'],
  ])
  const [last] = await record.as('priya', async (asking) => await answersOf(asking, child))
  assert.deepEqual([last?.outcome, last?.told], ['nothing changed', '2026-11-23'])
  await record.as('priya', async (asking) => await retractAnswer(asking, last?.id ?? '', 'Another child.'))
  assert.deepEqual(await record.as('ravi', async (asking) => await answersOf(asking, child)), [])
})

test('corrected and retracted with its reason; the audience carries on; the last words of each child stand beside', async () => {
  const { child, carer } = await around()
  const { id, line } = await say(child)
  const may = maySayView({ ...WANTS_A_DOG, words: 'I want to see the dog on Saturdays.' }, TODAY)
  assert.ok('ok' in may)
  const corrected = await record.as('ravi', async (asking) => await correctView(asking, id, may.ok))
  assert.ok('ok' in corrected)
  assert.deepEqual(await heardBy(carer, child), [])
  const latest = async (person: string) =>
    (await asPerson(record, person, async (asking) => await latestWordsOf(asking, [child, record.jordan]))).get(child)
  assert.equal((await latest(record.people.priya))?.words, 'I want to see the dog on Saturdays.')
  assert.equal(await latest(carer), undefined)
  await record.as('priya', async (asking) => await retractView(asking, corrected.ok.id, 'Said by his brother.'))
  assert.deepEqual(await heardBy(record.people.priya, child), [])
  const versions = await record.as('ravi', async (asking) => await viewHistory(asking, line))
  assert.deepEqual(
    versions.map(({ change, words: said, recorded_by }) => [change, said, recorded_by]),
    [
      ['first', words, record.people.priya],
      ['correction', 'I want to see the dog on Saturdays.', record.people.ravi],
      ['retraction', 'Said by his brother.', record.people.priya],
    ],
  )
})

test('who may not write one down; and after the work ended, when hidden, from another council: nothing is there', async () => {
  const { child, school, boss } = await around()
  await say(child)
  for (const name of ['tom', 'ada', 'hana'] as const) await assert.rejects(say(child, AS_TOLD, name), notAllowed, name)
  const may = mayRecordView(WANTS_A_DOG, AS_TOLD, TODAY)
  assert.ok('ok' in may)
  await assert.rejects(
    asPerson(record, school, async (asking) => await recordView(asking, child, may.ok)),
    notAllowed,
  )
  await endRelations(record, record.people.cora, child)
  assert.deepEqual(await heardBy(record.people.cora, child), [])
  assert.deepEqual(await asElsewhere(record, async (asking) => await viewsOf(asking, child)), [])
  await hide(record, child, [record.people.priya])
  assert.deepEqual(await heardBy(boss, child), [])
  assert.deepEqual(await heardBy(record.people.priya, child), [words])
})

test('a child writes their own words, and of nobody else', async () => {
  const { child } = await around()
  await alsoStands(record, child, { relation: 'child', child })
  const may = mayRecordView({ ...WANTS_A_DOG, how: 'wrote' }, AS_TOLD, TODAY)
  assert.ok('ok' in may)
  await asPerson(record, child, async (asking) => await recordView(asking, child, may.ok))
  assert.deepEqual(await heardBy(record.people.priya, child), [words])
  await assert.rejects(
    asPerson(record, child, async (asking) => await recordView(asking, record.jordan, may.ok)),
    notAllowed,
  )
})
