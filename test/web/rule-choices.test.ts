// How a council reads the law: chosen by whoever may, from a later day, with the reason; then clock, ledger and pages agree. And a child who does not exist.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, numberOf } from '#calendar'
import { choicesKnown, compareLedger, factsKnown, rebuildLedger } from '#clock'
import { makeCouncil } from '#database'
import { dutiesOf } from '#duties'
import { rulebookForms, rulebookRoutes } from '#rulebook'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let director: Browser
const AGE = '/rules/choose/pep-from-age'
const [TODAY, TOMORROW] = [numberOf(day('2027-03-31')), numberOf(day('2027-04-01'))]
const routes = () => [...rulebookRoutes(), ...routesOf(rulebookForms)]

before(async () => {
  served = await servedCouncil('rule_choices')
  director = served.appFor(served.who, routes())
})
after(async () => await served.close())

/** Of every child, how many plans are not owed since the child is too young. */
async function tooYoung(on: number): Promise<number> {
  const { door, council } = served
  const ids = (await served.query<{ id: string }>('select id from kith.child')).map(({ id }) => id)
  const facts = await door.asService(
    council.council,
    'command line',
    async (asking) => await factsKnown(asking, ids, undefined),
  )
  return facts.flatMap((one) => dutiesOf(one, on)).filter(({ closing }) => closing === 'tooYoung').length
}

test('nothing is set: the rulebook says so, and each rule which reading it takes', async () => {
  assert.match((await get(director, '/rules')).html, /Not set: From the third birthday/)
  assert.match((await get(director, '/rules/ED-01')).html, /Choose how this is read/)
  assert.match((await get(director, '/rules/CP-07')).html, /Its days are law: no council can change them/)
})

test('a choice names a later day, who decided and why; what the law fixes is refused in words', async () => {
  const typed = { choice: '0', from: 'tomorrow', because: 'Agreed by the virtual school head.' }
  for (const [more, words] of [
    [{ from: 'today' }, /days that have begun stay as they are/],
    [{ choice: '17' }, /What the law fixes cannot be changed here/],
    [{ because: ' ' }, /Say who decided it, and why/],
  ] as const) {
    const { status, html } = await send(director, AGE, { ...typed, ...more })
    assert.equal(status, 422)
    assert.match(html, words)
  }
  assert.equal((await get(director, '/rules/choose/first-review?fresh=1')).status, 404)
  assert.deepEqual(await served.query('select from kith.rule_choice'), [])
})

test('from its day on clock and ledger agree, and the days before stay as they were', async () => {
  const upkeep = { council: served.council.council, on: TODAY }
  const before = await tooYoung(TODAY)
  assert.ok(before > 0)
  const sent = await send(director, AGE, {
    choice: '0',
    from: 'tomorrow',
    because: 'Agreed by the virtual school head.',
  })
  assert.equal(sent.status, 303)
  assert.equal(await tooYoung(TODAY), before)
  assert.equal(await tooYoung(TOMORROW), 0)
  assert.deepEqual((await compareLedger(served.door, upkeep)).differences, [])
  await rebuildLedger(served.door, { ...upkeep, on: TOMORROW })
  assert.deepEqual((await compareLedger(served.door, { ...upkeep, on: TOMORROW })).differences, [])
  const held = await served.query("select from kith.duty_reason where closing = 'tooYoung'")
  assert.equal(held.length, 0, 'the ledger reads the choice')
})

test('a number below the level of law is chosen among a few, or not counted; then the ledger counts so', async () => {
  const because = 'Agreed by the reviewing service.'
  const path = '/rules/choose/plan-after-review'
  assert.equal((await send(director, path, { choice: '7', from: 'tomorrow', because })).status, 422)
  for (const choice of ['5', 'off'])
    assert.equal((await send(director, path, { choice, from: 'tomorrow', because })).status, 303)
  assert.match((await get(director, '/rules/CP-14')).html, /What a council may choose/)
  const upkeep = { council: served.council.council, on: TOMORROW }
  const counted = async (): Promise<number> => (await served.query("select from kith.duty where rule = 'CP-14'")).length
  assert.ok((await counted()) > 0)
  await rebuildLedger(served.door, upkeep)
  assert.equal(await counted(), 0)
  assert.deepEqual((await compareLedger(served.door, upkeep)).differences, [])
})

test('the rule and the rulebook show what was chosen, by whom and why', async () => {
  const { html } = await get(director, '/rules/ED-01')
  assert.match(
    html,
    /From Thu 1 Apr 2027:[\s\S]*For every child[\s\S]*Agreed by the virtual school head[\s\S]*Dawn Test/,
  )
  assert.match((await get(director, '/rules')).html, /Another choice holds from a later day/)
})

test('administrators and directors choose; workers read; another council has choices of its own', async () => {
  const administrator = served.appFor(await served.worker('administrator'), routes())
  assert.equal(
    (await send(administrator, AGE, { choice: '2', from: '1 May 2027', because: 'Tried for a year.' })).status,
    303,
  )
  const [known] = await served.query<{ id: string }>('select id from kith.child limit 1')
  const stands = await served.worker('allocated-worker', known?.id)
  const worker = served.appFor(stands, routes())
  assert.equal((await get(worker, `${AGE}?fresh=1`)).status, 403)
  const page = await get(worker, '/rules/ED-01')
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.html, /Choose how this is read/)
  const [row] = await served.query<{ id: string }>('select id from kith.rule_choice limit 1')
  const { council, door, who } = served
  const { person } = stands
  await assert.rejects(
    door.as({ council: council.council, person }, async ({ insert, newIds }) => {
      const [id = ''] = await newIds(1)
      const choice = { switch: 'underFive', choice: 'letter', since: '2027-05-01', because: 'x' }
      await insert('kith.rule_choice', [{ council: council.council, id, ...choice, recorded_by: person }])
    }),
  )
  await assert.rejects(
    served.door.as(
      who,
      async ({ record }) =>
        await record
          .deleteFrom('kith.rule_choice')
          .where('id', '=', row?.id ?? '')
          .execute(),
    ),
  )
  const elsewhere = await makeCouncil(served.at.connection, { code: 'E06000902', name: 'Elsewhere' })
  assert.deepEqual(await door.asService(elsewhere, 'command line', async (asking) => await choicesKnown(asking)), [])
})

test('what would fall due: dates that explain themselves, and faults in words with what was typed', async () => {
  const empty = await get(director, '/rules/simulate')
  assert.equal(empty.status, 200)
  assert.doesNotMatch(empty.html, /kith-due/)
  const { html } = await get(director, '/rules/simulate?on=17+Sep+2026&age=9&place=U6&status=V2')
  for (const words of [
    /First review/,
    /Thu 15 Oct 2026/,
    /Days counted/,
    /20 working days/,
    /regulation 33\(1\)/,
    /Regulation; /,
  ])
    assert.match(html, words)
  const wrong = await get(director, '/rules/simulate?on=never&age=40&born=')
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="never"/)
  assert.match(wrong.html, /whole years, 0 to 17/)
  assert.equal((await get(director, '/rules/simulate?on=today&age=9&place=%3Cb%3E')).status, 422)
  const adult = await get(director, '/rules/simulate?on=1+Mar+2027&born=1+Mar+2009')
  assert.match(adult.html, /18 or older/)
  assert.deepEqual(served.logged, [])
})
