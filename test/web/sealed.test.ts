// After an adoption order the record is sealed: asked for, decided, found by nobody, opened by who is named with a reason, and again by two.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { breakGlass, openRecord } from '#access'
import { day } from '#calendar'
import { recordFirst, type Who } from '#database'
import { familyOf, linkPerson } from '#family'
import { formRoutes } from '#forms'
import { recordIdentifier, recordName } from '#people'
import { returnKnown } from '#return-making'
import { sealingForms, sealingRoutes } from '#sealing'
import { makeFinder } from '#search'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, send } from './form-posting.ts'

const TODAY = day('2027-03-31')
let served: Served
let [adopted, brother] = ['', '']
let people: Record<'ada' | 'bo' | 'worker' | 'director' | 'nurse', Who>
const as = (who: Who): Browser =>
  served.appFor(who, [...formRoutes(sealingForms, async () => new Map()), ...sealingRoutes()])

async function made(name: string, number: string): Promise<string> {
  const [one] = await served.query<{ id: string }>(
    'insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id',
    [served.council.council],
  )
  const child = one?.id ?? ''
  await served.query('insert into kith.child (council, id, recorded_by) values ($1, $2, $2)', [
    served.council.council,
    child,
  ])
  await served.door.asService(served.council.council, 'import', async (asking) => {
    await recordName(asking, child, { kind: 'given', name, since: null })
    await recordIdentifier(asking, child, { issuer: 'ssda903', value: number })
    await recordFirst(asking, 'kith.birth_claim', {
      child,
      columns: { born: '2024-05-01', basis: 'told', standing: 'in force' },
    })
  })
  return child
}

before(async () => {
  served = await servedCouncil('sealed', { filled: false })
  adopted = await made('Persis', '700200')
  brother = await made('Lorcan', '700201')
  people = {
    ...{ ada: await served.worker('adoption-team', adopted), bo: await served.worker('adoption-team', adopted) },
    ...{ worker: await served.worker('co-worker', adopted), director: await served.worker('director') },
    nurse: await served.worker('health-team', adopted),
  }
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
     select $1, id, id, $2, $3, 'allocated-worker', '[2020-01-01,)', $3 from fresh`,
    [served.council.council, brother, people.worker.person],
  )
  await served.door.as(people.worker, async (asking) => {
    const sister = { child: brother, columns: { relation: 'sister' }, words: 'Persis' } as const
    const { line } = await recordFirst(asking, 'kith.family_person', sister)
    assert.ok('ok' in (await linkPerson(asking, { child: brother, person: line, otherChild: adopted })))
  })
})
after(async () => await served.close())

const form = () => `/children/${adopted}/seal/record`
const decision = (more: Record<string, string> = {}) => ({
  ...{
    order_made: '1 Feb 2027',
    decided: '3 Feb 2027',
    second: people.bo.person,
    third: '',
    why: 'Order 12 of the court.',
  },
  ...more,
})
const finds = async (who: Who) => {
  const looked = await served.door.as(who, async (asking) => await openRecord(asking, adopted, 'opened'))
  const match = await makeFinder().find(served.door, who, { typed: 'Persis', today: TODAY })
  const rows = await served.door.as(who, async ({ record }) => [
    await record.selectFrom('kith.child').select('id').where('id', '=', adopted).execute(),
    await record.selectFrom('kith.care_period').select('id').where('child', '=', adopted).execute(),
    await record.selectFrom('kith.standing_relation').select('id').where('child', '=', adopted).execute(),
    await record.selectFrom('kith.adoption_seal').select('id').where('child', '=', adopted).execute(),
  ])
  return [looked.kind, match.matches.length + match.closed.length, ...rows.map(({ length }) => length)]
}
const NOTHING = ['not found', 0, 0, 0, 0, 0]

describe('before', () => {
  test('without an adoption order there is nothing to seal, for a page and for the database', async () => {
    assert.match((await send(as(people.ada), form(), decision())).html, /has not ended with an adoption order/)
    const columns = { step: 'sealed', order_made: '2027-02-01', decided: '2027-02-03' }
    const named = [people.ada.person, people.bo.person]
    const direct = async (who: Who, of: readonly string[]) =>
      await served.door.as(who, async (asking) => {
        const whole = { ...columns, named: [...of] }
        return await recordFirst(asking, 'kith.adoption_seal', { child: adopted, columns: whole, words: 'So.' })
      })
    await assert.rejects(direct(people.ada, named), { kind: 'not allowed' })
    await served.door.asService(served.council.council, 'import', async (asking) => {
      const care = { began: '2026-05-01', ended: '2027-02-01', end_reason: 'E11' }
      await recordFirst(asking, 'kith.care_period', { child: adopted, columns: care })
    })
    for (const [who, of] of [
      [people.worker, named],
      [people.director, named],
      [people.ada, [people.bo.person, people.worker.person]],
      [people.ada, [people.ada.person, people.ada.person]],
    ] as const)
      await assert.rejects(direct(who, of), { kind: 'not allowed' })
  })
  test('only who approves adoptions decides; two are named; what was typed is kept', async () => {
    for (const who of [people.worker, people.director, people.nurse])
      assert.equal((await get(as(who), form())).status, 403)
    const sent = await send(as(people.ada), form(), decision({ second: '', decided: '1 Jan 2027' }))
    assert.equal(sent.status, 422)
    assert.match(sent.html, /That is before the order was made/)
    assert.match(sent.html, /two people have to be named/)
    assert.match(sent.html, /Order 12 of the court/)
  })
})

describe('sealed', () => {
  test('nobody finds it, whatever their part, who decided it among them; no broken glass', async () => {
    const sent = await send(as(people.ada), form(), decision())
    assert.equal(sent.status, 303, sent.html)
    for (const [who, whose] of Object.entries(people)) {
      assert.deepEqual(await finds(whose), NOTHING, who)
      const glass = await served.door.as(whose, async (asking) => {
        return await breakGlass(asking, adopted, { reason: 'worried about tonight' })
      })
      assert.deepEqual(glass, { kind: 'not found' }, who)
      assert.equal((await get(as(whose), `/children/${adopted}/seal`)).status, 404, who)
    }
  })
  test('in the family of the brother she has no name and leads nowhere', async () => {
    const { people: around, links } = await served.door.as(people.worker, async (asking) => {
      return await familyOf(asking, brother)
    })
    assert.deepEqual(
      around.map(({ words }) => words),
      ['a brother or sister who was adopted'],
    )
    assert.deepEqual(links, [])
  })
  test('the return still counts how care ended, in its year', async () => {
    const { children } = await served.door.asService(served.council.council, 'command line', async (asking) => {
      return await returnKnown(asking, { year: 2027, today: TODAY, knownAt: 'infinity' })
    })
    const own = children.find(({ child }) => child === adopted)
    assert.equal(own?.rows.get('Episodes')?.[0]?.cells.REC?.says, 'E11')
  })
  test('who is named finds number, birth and order; a reason opens it for hours, and it is logged; nobody else', async () => {
    const list = await get(as(people.bo), '/adoption-records')
    assert.match(list.html, /700200[\s\S]*1 May 2024[\s\S]*1 Feb 2027[\s\S]*1 Feb 2127/)
    assert.doesNotMatch(list.html, /Persis/)
    assert.doesNotMatch((await get(as(people.director), '/adoption-records')).html, /700200/)
    const at = `/adoption-records/${adopted}/open`
    assert.equal((await get(as(people.director), at)).status, 404)
    assert.match((await send(as(people.bo), at, { reason: 'So', hours: '1' })).html, /Say in your own words why/)
    assert.deepEqual(await finds(people.bo), NOTHING)
    const sent = await send(as(people.bo), at, { reason: 'She asks for her own file.', hours: '1' })
    assert.equal(sent.status, 303, sent.html)
    assert.equal((await finds(people.bo))[0], 'open')
    for (const who of [people.ada, people.worker, people.director]) assert.deepEqual(await finds(who), NOTHING)
    const seal = await get(as(people.bo), `/children/${adopted}/seal`)
    assert.match(seal.html, /Order 12 of the court[\s\S]*She asks for her own file/)
    const [logged] = await served.query<{ person: string }>(
      "select person from kith.access_entry where child = $1 and what = 'opened a sealed record'",
      [adopted],
    )
    assert.equal(logged?.person, people.bo.person)
  })
  test('known here again, and shown to a brother: proposed by one who is named, agreed by another, kept in the sealed record alone', async () => {
    const again = await made('Perdita', '700202')
    await served.query(
      `with fresh as (select kith.new_id() as id)
       insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
       select $1, id, id, $2, 'adoption-team', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
      [served.council.council, people.bo.person, again],
    )
    const open = { reason: 'She asks who her brother is.', hours: '1' }
    assert.equal((await send(as(people.ada), `/adoption-records/${adopted}/open`, open)).status, 303)
    const at = `/children/${adopted}/seal`
    const tie = async (who: Who, path: string, fields: Record<string, string>) =>
      await send(as(who), `${at}/${path}`, { why: 'She came to us on Monday.', ...fields })
    const latest = async () =>
      (
        await served.query<{ id: string; step: string }>(
          'select id, step from kith.adoption_tie_current order by recorded desc limit 1',
        )
      )[0]
    assert.match((await tie(people.bo, 'known-again', { number: '999' })).html, /You see no one other record/)
    assert.equal((await tie(people.bo, 'known-again', { number: '700202' })).status, 303)
    const own = await latest()
    assert.match(
      (await tie(people.bo, `ties/${own?.id}/decide`, { answer: 'yes' })).html,
      /Somebody else who is named has to agree/,
    )
    assert.equal((await tie(people.ada, `ties/${own?.id}/decide`, { answer: 'yes' })).status, 303)
    assert.match((await get(as(people.bo), at)).html, new RegExp(`Agreed[\\s\\S]*/children/${again}`))
    assert.ok(!(await get(as(people.ada), at)).html.includes(again), 'who does not see the new record is not led there')

    const named = async () =>
      (await served.door.as(people.worker, async (asking) => await familyOf(asking, brother))).people.map(
        ({ words }) => words,
      )
    assert.equal((await tie(people.ada, 'shown-to', { record: brother })).status, 303)
    assert.deepEqual(await named(), ['a brother or sister who was adopted'])
    const shown = await latest()
    assert.equal((await tie(people.bo, `ties/${shown?.id}/decide`, { answer: 'yes' })).status, 303)
    assert.deepEqual(await named(), ['Persis'])
    const standing = await latest()
    assert.equal((await tie(people.ada, `ties/${standing?.id}/decide`, { why: 'He moved.' })).status, 303)
    assert.deepEqual(await named(), ['a brother or sister who was adopted'])

    const rows = async (who: Who) =>
      await served.door.as(
        who,
        async ({ record }) => (await record.selectFrom('kith.adoption_tie').select('id').execute()).length,
      )
    assert.ok((await rows(people.bo)) > 0)
    for (const who of [people.worker, people.director, people.nurse]) assert.equal(await rows(who), 0)
    const service = await served.door.asService(
      served.council.council,
      'command line',
      async ({ record }) => (await record.selectFrom('kith.adoption_tie').select('id').execute()).length,
    )
    assert.equal(service, 0)
    for (const who of [people.worker, people.director])
      for (const path of ['known-again', 'shown-to', `ties/${standing?.id}/decide`])
        assert.equal((await get(as(who), `${at}/${path}`)).status, 404, path)
    const direct = served.door.as(people.bo, async (asking) => {
      const columns = { other: again, kind: 'known again', step: 'agreed' }
      return await recordFirst(asking, 'kith.adoption_tie', { child: adopted, columns, words: 'So.' })
    })
    await assert.rejects(direct, { kind: 'not allowed' })
    const logged = await served.query(
      `select what, subject from kith.access_entry where child = $1 and (what like '%tie%' or what like '%leads%')`,
      [again],
    )
    assert.deepEqual(logged, [])
  })
  test('a look ends by itself', async () => {
    await served.query("update kith.visible_child set until = now() - interval '1 second' where child = $1", [adopted])
    assert.deepEqual(await finds(people.bo), NOTHING)
    await served.query('select kith.refresh_sight($1::smallint, $2)', [served.council.council, adopted])
  })
})

test('opened again by two who are named: then everybody sees what their part shows, and every step stays', async () => {
  const again = `/children/${adopted}/seal/open-again`
  const open = async (who: Who) =>
    await send(as(who), `/adoption-records/${adopted}/open`, { reason: 'The order was set aside.', hours: '1' })
  await open(people.ada)
  assert.equal((await send(as(people.ada), again, { why: 'Set aside by the court.' })).status, 303)
  assert.match((await send(as(people.ada), again, { answer: 'yes', why: 'So.' })).html, /Somebody else who is named/)
  await open(people.bo)
  const sent = await send(as(people.bo), again, { answer: 'yes', why: 'I read the judgment.' })
  assert.equal(sent.status, 303, sent.html)
  for (const who of [people.worker, people.director, people.ada]) assert.equal((await finds(who))[0], 'open')
  const steps = await served.query<{ step: string }>(
    'select step from kith.adoption_seal where child = $1 order by recorded, id',
    [adopted],
  )
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['sealed', 'opening proposed', 'opened'],
  )
})
