// Decisions and approvals in the record: nobody decides beyond their right, nobody approves their own, nobody answers second.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays } from '#calendar'
import { type Asking, Refused } from '#database'
import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { alsoStands, asElsewhere, asPerson, endRelations, hide, somebodyWho } from '../database/test-relating.ts'
import type { TypedAnswer, TypedRequest } from './approval.ts'
import {
  answerRequest,
  askApproval,
  askedByMe,
  correctAnswer,
  requestHistory,
  requestsOf,
  retractAnswer,
  waitingForMe,
  withdrawRequest,
} from './approval-store.ts'
import { type Line, mayTell, type TypedDecision } from './decision.ts'
import { AT_A_DISTANCE, BACK, STAYS_AT_SCHOOL, TODAY, YES } from './examples.ts'
import {
  correctDecision,
  decisionHistory,
  decisionKinds,
  decisionsOf,
  recordDecision,
  retractDecision,
  retractTelling,
  tellDecision,
} from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('decisions')
})
after(async () => await record.close())

type Around = Readonly<Record<'child' | 'boss' | 'second' | 'director' | 'carer', string>>
/** A child of their own for each test: Priya works with them, Ravi reviews; two managers, a director and a carer of this child. */
async function around(): Promise<Around> {
  const child = await record.newChild()
  for (const [name, relation] of [
    ['priya', 'allocated-worker'],
    ['cora', 'cover'],
    ['ravi', 'reviewing-officer'],
  ] as const)
    await alsoStands(record, record.people[name], { relation, child })
  const [boss, second] = [
    await somebodyWho(record, 'manager-line', child),
    await somebodyWho(record, 'manager-line', child),
  ]
  const [director, carer] = [await somebodyWho(record, 'director', child), await somebodyWho(record, 'carer', child)]
  return { child, boss, second, director, carer }
}
const by = async <T>(person: string, work: (asking: Asking) => Promise<T>) => await asPerson(record, person, work)
const decide = async (person: string, child: string, typed: Partial<TypedDecision> = {}) =>
  await by(
    person,
    async (asking) => await recordDecision(asking, child, { typed: { ...STAYS_AT_SCHOOL, ...typed }, today: TODAY }),
  )
let placements = 0
/** A placement, whose line is what approval is asked for; by whom it was written. */
async function placementBy(child: string, person: string | undefined): Promise<Line> {
  const write = async (asking: Asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: record.council, id, line: id, child, recorded_by: asking.who.person }
    placements += 1
    const during = `[${addDays(TODAY, -2 * placements)},${addDays(TODAY, 1 - 2 * placements)})`
    await asking.insert('kith.placement', [{ ...row, during, kind: 'U1' }])
    return id
  }
  return { table: 'placement', line: await (person === undefined ? record.asImport(write) : by(person, write)) }
}
const ask = async (person: string, child: string, typed: Partial<TypedRequest> & { on: Line }) => {
  const asked = await by(
    person,
    async (asking) => await askApproval(asking, child, { typed: { ...AT_A_DISTANCE, ...typed }, today: TODAY }),
  )
  assert.ok('ok' in asked, 'refused' in asked ? asked.refused.join() : '')
  return { child, request: asked.ok.line }
}
type Which = { readonly child: string; readonly request: string }
const answer = async (person: string, which: Which, typed: TypedAnswer = YES) =>
  await by(person, async (asking) => await answerRequest(asking, which, { typed, today: TODAY }))
/** Past the room's own decision, straight at the database. */
const answerDirectly = async (person: string, { child, request }: Which, given = 'approved') =>
  await by(person, async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const said = (await asking.keepWords([{ record: id, child, text: 'Because.' }])).get(id)
    const row = { council: record.council, id, line: id, child, recorded_by: person, said }
    await asking.insert('kith.approval_answer', [{ ...row, request, answer: given, answered: TODAY }])
  })
const waits = async (person: string) => (await by(person, waitingForMe)).map(({ line }) => line)
const notAllowed = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
const person = (name: Named) => record.people[name]

test('a decision is read with its reasons, who wrote it and who was told; not by the carer until released', async () => {
  const { child, boss, carer } = await around()
  const made = await decide(person('priya'), child)
  assert.ok('ok' in made)
  const telling = mayTell(
    { whom: 'child', told: '2026-11-22', how: 'in person', words: 'He cheered.' },
    { decided: '2026-11-20', today: TODAY },
  )
  assert.ok('ok' in telling)
  const which = { child, decision: made.ok.line }
  const told = await record.as('cora', async (asking) => await tellDecision(asking, which, telling.ok))
  const [decision] = await by(boss, async (asking) => await decisionsOf(asking, child))
  assert.deepEqual(
    [decision?.said?.decision, decision?.said?.reasons],
    [STAYS_AT_SCHOOL.decision, STAYS_AT_SCHOOL.reasons],
  )
  assert.deepEqual(
    [decision?.wrote.by, decision?.decidedAs, decision?.tellings.map(({ whom, words }) => [whom, words])],
    [person('priya'), 'family', [['child', 'He cheered.']]],
  )
  for (const somebody of [carer, person('tom'), person('ada')])
    assert.deepEqual(
      await by(somebody, async (asking) => [
        ...(await decisionsOf(asking, child)),
        ...(await asking.record.selectFrom('kith.decision_told').select('id').where('child', '=', child).execute()),
      ]),
      [],
    )
  const whoMayKnow = { relations: ['allocated-worker', 'carer', 'child'], mustNotKnow: [], why: 'wish of the child' }
  await decide(person('priya'), child, { whoMayKnow })
  assert.equal((await by(carer, async (asking) => await decisionsOf(asking, child))).length, 1)
  await record.as('cora', async (asking) => await retractTelling(asking, told.id, 'Somebody else was told.'))
  assert.deepEqual((await by(boss, async (asking) => await decisionsOf(asking, child)))[0]?.tellings, [])
})

test('of two who correct it one is told; retracted with a reason; nothing is lost', async () => {
  const { child } = await around()
  const made = await decide(person('priya'), child)
  assert.ok('ok' in made)
  const correction = async (name: Named, decision: string) =>
    await record.as(
      name,
      async (asking) =>
        await correctDecision(
          asking,
          { child, id: made.ok.id },
          { typed: { ...STAYS_AT_SCHOOL, decision }, today: TODAY },
        ),
    )
  const outcomes = await record.atOnce(child, [
    async () => await correction('priya', 'Stays until summer.'),
    async () => await correction('cora', 'Stays until Easter.'),
  ])
  const superseded = outcomes.flatMap((outcome) => ('ok' in outcome ? [outcome.ok] : []))
  assert.deepEqual(superseded.map((one) => ('ok' in one ? 'ok' : one.refused)).toSorted(), ['corrected already', 'ok'])
  const [standing] = await record.as('ravi', async (asking) => await decisionsOf(asking, child))
  await record.as('priya', async (asking) => await retractDecision(asking, standing?.id ?? '', 'Not decided yet.'))
  const history = await record.as('ravi', async (asking) => await decisionHistory(asking, made.ok.line))
  assert.deepEqual(
    history.map(({ change }) => change),
    ['first', 'correction', 'retraction'],
  )
  assert.equal(history[2]?.words, 'Not decided yet.')
})

describe('who decides what', () => {
  const mine = (decidedBy: string, kind: string) => ({ kind, decidedAs: 'worker', decidedBy })

  test('a director decides on distance and writes it down; on the visit interval a manager does', async () => {
    const { child, boss, director } = await around()
    assert.ok('ok' in (await decide(director, child, mine(director, 'placement at a distance'))))
    assert.deepEqual(await decide(director, child, mine(director, 'visit interval')), {
      refused: ['not yours to decide'],
    })
    assert.ok('ok' in (await decide(boss, child, mine(boss, 'visit interval'))))
    assert.deepEqual(await decide(boss, child, mine(boss, 'placement at a distance')), {
      refused: ['not yours to decide'],
    })
  })
  test('a worker writes down what the director decided, and decides no such thing themselves, in the database either', async () => {
    const { child, director } = await around()
    assert.ok('ok' in (await decide(person('priya'), child, mine(director, 'placement at a distance'))))
    const direct = record.as('priya', async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const row = { council: record.council, id, line: id, child, recorded_by: person('priya') }
      const decided = { kind: 'placement at a distance', decided: TODAY, decided_as: 'worker' }
      await asking.insert('kith.decision', [{ ...row, ...decided, decided_by: person('priya') }])
    })
    await assert.rejects(direct, notAllowed)
    await assert.rejects(decide(director, child, mine(person('priya'), 'other')), notAllowed)
  })
  test('every kind can be decided by somebody: its relations approve in its scope', async () => {
    const kinds = await record.as('priya', decisionKinds)
    const { rows } = await record.as('priya', async ({ record: queries }) => ({
      rows: await queries.selectFrom('reference.relation').select(['name', 'approves']).execute(),
    }))
    assert.ok(kinds.length >= 15)
    for (const { name, scope, deciders } of kinds) {
      const approve = rows.filter(({ approves }) => approves.includes(scope)).map((relation) => relation.name)
      assert.ok(approve.length > 0, name)
      assert.deepEqual(
        deciders.filter((decider) => !approve.includes(decider)),
        [],
        name,
      )
    }
  })
})

describe('asking for approval', () => {
  test('it waits for whoever may decide, oldest first; answered, it waits for nobody', async () => {
    const { child, boss, director } = await around()
    const first = await ask(person('priya'), child, { on: await placementBy(child, undefined) })
    const later = await ask(person('cora'), child, { on: await placementBy(child, undefined) })
    assert.deepEqual(await waits(director), [first.request, later.request])
    for (const somebody of [boss, person('priya'), person('ravi'), person('tom')])
      assert.deepEqual(await waits(somebody), [])
    assert.ok('ok' in (await answer(director, first)))
    assert.deepEqual(await waits(director), [later.request])
    const [mine] = await by(person('priya'), askedByMe)
    assert.deepEqual(
      [mine?.line, mine?.why, mine?.answered?.answer, mine?.answered?.by, mine?.answered?.said?.reasons],
      [first.request, AT_A_DISTANCE.why, 'approved', director, YES.reasons],
    )
  })
  test('not by who asked: a manager who asks leaves it to another', async () => {
    const { child, boss, second } = await around()
    const asked = await ask(boss, child, { kind: 'plan approved', on: await placementBy(child, undefined) })
    assert.deepEqual(await answer(boss, asked), { refused: ['your own'] })
    await assert.rejects(answerDirectly(boss, asked), notAllowed)
    assert.ok('ok' in (await answer(second, asked)))
  })
  test('not by who wrote what it is about, nor by who took the decision', async () => {
    const { child, boss, second } = await around()
    await alsoStands(record, boss, { relation: 'allocated-worker', child })
    const wrote = await ask(person('priya'), child, { kind: 'plan approved', on: await placementBy(child, boss) })
    assert.deepEqual(await waits(boss), [])
    assert.deepEqual(await answer(boss, wrote), { refused: ['not yours to answer'] })
    await assert.rejects(answerDirectly(boss, wrote), notAllowed)
    const made = await decide(person('priya'), child, { decidedAs: 'worker', decidedBy: boss })
    assert.ok('ok' in made)
    const took = await ask(person('priya'), child, {
      kind: 'plan approved',
      on: { table: 'decision', line: made.ok.line },
    })
    await assert.rejects(answerDirectly(boss, took), notAllowed)
    assert.deepEqual(await waits(second), [wrote.request, took.request])
  })
  test('not without the right in that scope for that child: reviewing officer, worker, manager of another child, carer, service', async () => {
    const [{ child, boss, director, carer }, other] = [await around(), await around()]
    const asked = await ask(person('priya'), child, { on: await placementBy(child, undefined) })
    for (const somebody of [boss, person('ravi'), person('cora')]) {
      assert.deepEqual(await answer(somebody, asked), { refused: ['not yours to answer'] })
      await assert.rejects(answerDirectly(somebody, asked), notAllowed)
    }
    for (const somebody of [other.director, other.boss, carer, person('tom')]) {
      assert.deepEqual(await answer(somebody, asked), { refused: ['no such request'] })
      await assert.rejects(answerDirectly(somebody, asked), notAllowed)
    }
    const service = record.asImport(async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const row = { council: record.council, id, line: id, child, recorded_by: asking.who.person, said: '\\x00' }
      await asking.insert('kith.approval_answer', [
        { ...row, request: asked.request, answer: 'approved', answered: TODAY },
      ])
    })
    await assert.rejects(service, notAllowed)
    assert.ok('ok' in (await answer(director, asked)))
  })
  test('of one relation or one person only', async () => {
    const { child, boss, second, director } = await around()
    const kind = 'plan approved'
    const one = await ask(person('priya'), child, { kind, on: await placementBy(child, undefined), ofPerson: second })
    const higher = await ask(person('priya'), child, {
      kind,
      ofRelation: 'director',
      on: await placementBy(child, undefined),
    })
    assert.deepEqual(
      [await waits(boss), await waits(second), await waits(director)],
      [[], [one.request], [higher.request]],
    )
    await assert.rejects(answerDirectly(boss, one), notAllowed)
    await assert.rejects(answerDirectly(second, higher), notAllowed)
  })
  test('of two at once one answer stands, and the second is told which, by whom and when', async () => {
    const { child, boss, second } = await around()
    const asked = await ask(person('priya'), child, { kind: 'plan approved', on: await placementBy(child, undefined) })
    const no = { ...YES, answer: 'refused' }
    const outcomes = await record.atOnce(child, [
      async () => await answer(boss, asked),
      async () => await answer(second, asked, no),
    ])
    const [told] = outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : []))
    const [request] = await record.as('priya', async (asking) => await requestsOf(asking, child))
    assert.ok(typeof told === 'object')
    const { answered } = request ?? {}
    assert.deepEqual([told.answered, told.by, told.at], [answered?.answer, answered?.by, answered?.at])
    const late = answered?.by === boss ? second : boss
    await assert.rejects(
      answerDirectly(late, asked, 'refused'),
      (error) => error instanceof Refused && error.constraint === 'one_standing_approval_answer',
    )
  })
  test('sent back, it is asked anew; withdrawn by who asked only, with the reason', async () => {
    const { child, director } = await around()
    const on = await placementBy(child, undefined)
    const first = await ask(person('priya'), child, { on })
    assert.ok('ok' in (await answer(director, first, BACK)))
    const again = await ask(person('priya'), child, { on, askedBefore: first.request })
    const withdraw = async (somebody: string) =>
      await by(
        somebody,
        async (asking) => await withdrawRequest(asking, again, { reasons: 'A home nearby was found.', today: TODAY }),
      )
    assert.deepEqual(await withdraw(person('cora')), { refused: ['not yours to answer'] })
    await assert.rejects(answerDirectly(person('cora'), again, 'withdrawn'), notAllowed)
    await assert.rejects(answerDirectly(director, again, 'withdrawn'), notAllowed)
    assert.ok('ok' in (await withdraw(person('priya'))))
    assert.deepEqual(await waits(director), [])
    const late = await answer(director, again)
    assert.ok('refused' in late && typeof late.refused[0] === 'object' && late.refused[0].answered === 'withdrawn')
    const requests = await record.as('ravi', async (asking) => await requestsOf(asking, child))
    assert.deepEqual(
      requests.map(({ askedBefore, answered }) => [askedBefore, answered?.answer, answered?.said?.reasons]),
      [
        [null, 'sent back', BACK.reasons],
        [first.request, 'withdrawn', 'A home nearby was found.'],
      ],
    )
  })
  test('who answered corrects, and nobody else; taken back, it waits again; the history keeps all of it', async () => {
    const { child, boss, second } = await around()
    const asked = await ask(person('priya'), child, { kind: 'plan approved', on: await placementBy(child, undefined) })
    const given = await answer(boss, asked)
    assert.ok('ok' in given)
    const condition = { answer: 'approved with conditions', reasons: 'As before.', conditions: 'Until May.' } as const
    const correction = async (somebody: string) =>
      await by(somebody, async (asking) => await correctAnswer(asking, given.ok.id, condition))
    await assert.rejects(correction(second), notAllowed)
    await assert.rejects(correction(person('priya')), notAllowed)
    const corrected = await correction(boss)
    assert.ok('ok' in corrected)
    await by(boss, async (asking) => await retractAnswer(asking, corrected.ok.id, 'The wrong child.'))
    assert.deepEqual(await waits(second), [asked.request])
    assert.ok('ok' in (await answer(second, asked)))
    const history = await record.as('ravi', async (asking) => await requestHistory(asking, asked.request))
    assert.deepEqual(
      history.answers.map((versions) => versions.map(({ change, answer: said }) => [change, said])),
      [
        [
          ['first', 'approved'],
          ['correction', 'approved with conditions'],
          ['retraction', 'approved with conditions'],
        ],
        [['first', 'approved']],
      ],
    )
  })
})

test('who asks: writers of the plan, and who holds what it is about; of a line of the same child', async () => {
  const [{ child }, other] = [await around(), await around()]
  const on = await placementBy(child, undefined)
  const placing = await somebodyWho(record, 'placement-team', child)
  const { request } = await ask(placing, child, { on })
  assert.equal((await by(person('priya'), async (asking) => await requestsOf(asking, child)))[0]?.line, request)
  for (const somebody of [person('ravi'), person('tom')])
    await assert.rejects(ask(somebody, child, { on: await placementBy(child, undefined) }), notAllowed)
  await assert.rejects(
    ask(person('priya'), other.child, { on }),
    (error) => error instanceof Refused && error.kind === 'not in the record',
  )
})

test('must not know, work that ended, a hidden child, another council: nothing waits there, and nothing can be answered', async () => {
  const { child, director, second } = await around()
  const on = await placementBy(child, undefined)
  const barred = { relations: null, mustNotKnow: [director], why: 'court order' }
  const secret = await ask(person('priya'), child, { on, whoMayKnow: barred })
  assert.deepEqual(await waits(director), [])
  await assert.rejects(answerDirectly(director, secret), notAllowed)
  const open = await ask(person('priya'), child, { kind: 'plan approved', on: await placementBy(child, undefined) })
  assert.deepEqual(await waits(second), [open.request])
  await endRelations(record, second, child)
  assert.deepEqual(await waits(second), [])
  assert.deepEqual(await answer(second, open), { refused: ['no such request'] })
  await assert.rejects(answerDirectly(second, open), notAllowed)
  const elsewhere = await asElsewhere(record, async (asking) => [
    ...(await waitingForMe(asking)),
    ...(await requestsOf(asking, child)),
    ...(await decisionsOf(asking, child)),
  ])
  assert.deepEqual(elsewhere, [])
  assert.deepEqual(await waits(director), [open.request])
  // What was asked first and is kept from them takes no place among the first.
  const first = await by(director, async (asking) => await waitingForMe(asking, 1))
  assert.deepEqual(
    first.map(({ line }) => line),
    [open.request],
  )
  await hide(record, child, [person('priya')])
  assert.deepEqual(await waits(director), [])
  await assert.rejects(answerDirectly(director, open), notAllowed)
})
