// A review in the browser: by the reviewing officer only, with its decisions and who does what; corrected, taken back, undone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { carryOn, changeOwner, endAction, retractAction } from '#actions'
import { day } from '#calendar'
import { type Asking, correct, retract, type Who } from '#database'
import { tellDecision } from '#decisions'
import { takeBackSent } from '#forms'
import { markKeyEvent } from '#notes'
import { reviewForms } from '#reviews/pages'
import { answerView } from '#views'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let officer: Browser
let worker: Browser
let colleague: Who

const routes = () => routesOf(reviewForms)
before(async () => {
  served = await servedCouncil('reviews_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  officer = served.appFor(await served.worker('reviewing-officer', child), routes())
  colleague = await served.worker('allocated-worker', child)
  worker = served.appFor(colleague, routes())
})
after(async () => await served.close())

const at = (what: string) => `/children/${child}/reviews/${what}`
const MEETING = {
  happened: '30 Mar',
  outcome: 'held',
  participation: 'PN1',
  present: ['child', 'parent', 'carer'],
  what: 'We talked about the summer.',
  next_review: '28 Sep 2027',
}
const DECISIONS = {
  decided: ['Nora stays at her school.', 'A swimming place is found.'],
  reasons: ['Her friends are there.', 'She asked for it.'],
  intended: ['She keeps her friends', 'She swims each week'],
  owner: ['', ''],
  service: ['', 'The swimming club'],
  by_when: ['1 May', '12 Apr'],
}
type Review = { id: string; line: string; held: string; present: string[]; next_proposed: string; adjourned: boolean }
const reviews = async () =>
  await served.query<Review>(
    'select * from kith.review_current where child = $1 and source is null order by recorded',
    [child],
  )

test('decisions with reasons, each with who does it, by when and what for; the child’s words stand beside', async () => {
  const first = await get(officer, at('record?fresh=1'))
  assert.match(first.html, /Ask before you decide/)
  assert.match(first.html, /Was there and spoke/)
  const sent = await send(officer, at('record'), { ...MEETING, ...DECISIONS, theirWords: 'I want to swim' })
  assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
  const review = (await reviews()).at(-1)
  assert.deepEqual([review?.held, review?.next_proposed], ['2027-03-30', '2027-09-28'])
  assert.deepEqual(review?.present, ['child', 'parent', 'carer'])
  const actions = await served.query(
    'select owned_by, due, origin from kith.action_current where on_line = $1 order by line',
    [review?.line],
  )
  assert.deepEqual(actions, [
    { owned_by: 'worker', due: '2027-05-01', origin: 'review' },
    { owned_by: 'another service', due: '2027-04-12', origin: 'review' },
  ])
  const decisions = await served.query<{ kind: string }>(
    'select kind, decided from kith.decision_current where on_line = $1',
    [review?.line],
  )
  assert.deepEqual(decisions, Array(2).fill({ kind: 'review', decided: '2027-03-30' }))
  const next = await get(officer, at('record?fresh=1'))
  assert.match(next.html, /I want to swim/)
  const undone = await post(officer, `/drafts/${sent.hidden['_draft']}/undo`, {
    'form-token': sent.hidden['form-token'] ?? '',
  })
  assert.equal(undone.status, 303)
  for (const table of ['action', 'decision', 'view'])
    assert.equal((await served.query(`select from kith.${table}_current where child = $1`, [child])).length, 0, table)
})

test('what is missing is said beside its decision; nothing is stored', async () => {
  const before = (await reviews()).length
  const sent = await send(officer, at('record'), {
    ...MEETING,
    participation: '',
    next_review: '1 Mar 2027',
    decided: ['One', 'Two'],
    reasons: ['Because', ''],
    intended: ['Good', ''],
    owner: ['', '00000000-0000-4000-8000-000000000000'],
    by_when: ['1 May', ''],
  })
  assert.equal(sent.status, 422)
  for (const field of ['participation', 'next_review', 'reasons-2', 'intended-2', 'by_when-2', 'owner-2'])
    assert.match(sent.html, new RegExp(`href="#${field}"`), field)
  assert.equal((await reviews()).length, before)
  const adjourned = await send(officer, at('record'), { happened: '29 Mar', outcome: 'adjourned' })
  assert.equal(adjourned.status, 303)
  assert.equal((await reviews()).at(-1)?.adjourned, true)
})

test('is corrected from what stands, and taken back with a reason', async () => {
  await send(officer, at('record'), { ...MEETING, happened: '28 Mar' })
  const review = (await reviews()).at(-1)
  const opened = await get(officer, at(`${review?.id}/correct`))
  assert.match(opened.html, /value="Sun 28 Mar 2027"/)
  assert.match(opened.html, /We talked about the summer/)
  const sent = await send(officer, at(`${review?.id}/correct`), { ...MEETING, happened: '27 Mar', present: ['child'] })
  assert.equal(sent.status, 303)
  const now = (await reviews()).find(({ line }) => line === review?.line)
  assert.deepEqual([now?.held, now?.present], ['2027-03-27', ['child']])
  const stale = await send(officer, at(`${review?.id}/retract`), { reason: 'Wrong child' })
  assert.match(stale.html, /changed this/)
  assert.equal((await send(officer, at(`${now?.id}/retract`), { reason: 'Wrong child' })).status, 303)
  assert.ok(!(await reviews()).some(({ line }) => line === review?.line))
})

describe('undo, where a colleague has gone on from it', () => {
  const TODAY = day('2027-03-31')
  const TABLES = ['review', 'action', 'action_step', 'action_outcome', 'decision', 'decision_told', 'view']
  TABLES.push('view_answer', 'key_event')
  const all = async () => {
    const of: Record<string, readonly unknown[]> = {}
    for (const table of TABLES)
      of[table] = await served.query(`select id from kith.${table} where child = $1 order by id`, [child])
    return of
  }
  type Line = { readonly id: string; readonly line: string }
  const last = async (table: string): Promise<Line> => {
    const [found] = await served.query<Line>(
      `select id, line from kith.${table}_current where child = $1 order by recorded desc, id limit 1`,
      [child],
    )
    assert.ok(found, table)
    return found
  }
  type Upon = (
    asking: Asking,
    of: Readonly<Record<'review' | 'action' | 'decision' | 'view', Line>>,
  ) => Promise<unknown>
  const done = { outcome: 'done', happened: TODAY, said: 'She has a place', today: TODAY }
  const theirs: Readonly<Record<string, Upon>> = {
    'closed an action': async (asking, { action }) => await endAction(asking, { child, action: action.line }, done),
    'carried an action on': async (asking, { action }) =>
      await carryOn(
        asking,
        { child, action: action.line },
        { due: '2027-05-02', noDueWhy: '', why: 'Full', today: TODAY },
      ),
    'took an action over': async (asking, { action }) =>
      await changeOwner(
        asking,
        { child, action: action.line },
        { worker: null, service: 'The other club', why: 'Nearer' },
      ),
    'corrected an action': async (asking, { action }) =>
      await correct(asking, 'kith.action', { id: action.id, columns: { due: '2027-05-02' } }),
    'kept an action from whoever wrote it': async (asking, { action }) =>
      await correct(asking, 'kith.action', {
        id: action.id,
        columns: { audience: ['allocated-worker'], audience_why: 'safety of the child' },
      }),
    'took an action back': async (asking, { action }) => await retractAction(asking, action.id, 'Not hers'),
    'told somebody of a decision': async (asking, { decision }) =>
      await tellDecision(
        asking,
        { child, decision: decision.line },
        { whom: 'child', told: TODAY, how: 'in person', words: '' },
      ),
    'corrected a decision': async (asking, { decision }) =>
      await correct(asking, 'kith.decision', { id: decision.id, columns: { decided: '2027-03-29' } }),
    'answered what the child said': async (asking, { view }) =>
      await answerView(
        asking,
        { child, view: view.line },
        {
          ...{ outcome: 'changed', decided: TODAY, decidedBy: asking.who.person, told: null, hangsOn: null },
          ...{ what: 'A place', decidedByName: '' },
        },
      ),
    'marked the review as a key event': async (asking, { review }) =>
      await markKeyEvent(
        asking,
        { child, on: { table: 'review', line: review.line } },
        {
          typed: {
            ...{ what: 'Your review', why: 'You spoke', keptFor: 'story', happened: '2027-03-30', whoMayKnow: null },
          },
          today: TODAY,
        },
      ),
  }
  const sent = async () => {
    const answer = await send(officer, at('record'), { ...MEETING, ...DECISIONS, theirWords: 'I want to swim' })
    assert.equal(answer.status, 303)
    const of = { review: await last('review'), action: await last('action') }
    return { hidden: answer.hidden, of: { ...of, decision: await last('decision'), view: await last('view') } }
  }
  const undo = async ({ hidden }: Awaited<ReturnType<typeof sent>>) =>
    await post(officer, `/drafts/${hidden['_draft']}/undo`, { 'form-token': hidden['form-token'] ?? '' })

  for (const [what, upon] of Object.entries(theirs))
    test(`and ${what}: nothing is taken back`, async () => {
      const review = await sent()
      const before = await all()
      await served.door.as(colleague, async (asking) => await upon(asking, review.of))
      const after = await all()
      assert.notDeepEqual(after, before)
      const answer = await undo(review)
      assert.deepEqual(await all(), after)
      assert.equal(answer.status, 409)
      assert.match(await answer.text(), /Somebody has gone on from this/)
    })
  test('what colleagues do elsewhere does not keep it from being taken back whole', async () => {
    const [first, second] = [await sent(), await sent()]
    await served.door.as(
      colleague,
      async (asking) => await retract(asking, 'kith.action', { id: first.of.action.id, reason: 'No' }),
    )
    const rows = async (line: string) =>
      await served.query<{ of: string }>(
        `select 'review' as of from kith.review_current where line = $1
         union all select 'action' from kith.action_current where on_line = $1
         union all select 'decision' from kith.decision_current where on_line = $1`,
        [line],
      )
    assert.equal((await rows(second.of.review.line)).length, 5)
    // Only for whoever sent it.
    const main = { table: 'kith.review', id: second.of.review.id } as const
    assert.equal(await served.door.as(colleague, async (asking) => await takeBackSent(asking, main)), false)
    assert.equal((await undo(second)).status, 303)
    assert.deepEqual(await rows(second.of.review.line), [])
    assert.equal((await rows(first.of.review.line)).length, 4)
    assert.deepEqual(served.logged, [])
  })
})

describe('who may not', () => {
  test('worker, manager and director read and do not write', async () => {
    const manager = served.appFor(await served.worker('manager-line', child), routes())
    const [review] = await reviews()
    for (const browser of [worker, manager, served.appFor(served.who, routes())])
      for (const what of ['record', `${review?.id}/correct`, `${review?.id}/retract`])
        assert.equal((await get(browser, at(what))).status, 403, what)
    const { hidden } = await get(officer, at('record?fresh=1'))
    const own = (await get(worker, '/unfinished')).hidden
    assert.equal((await post(worker, at('record'), { ...hidden, ...own, ...MEETING, _do: 'send' })).status, 403)
    assert.deepEqual(served.logged, [])
  })
})
