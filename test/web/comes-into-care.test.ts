// A child comes into care by the form: looked for first, brought in whole, seen afterwards by the ordinary rules, and by nobody else.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { restrict } from '#access'
import { day } from '#calendar'
import { careEventForms, careEventRoutes } from '#care-events'
import { factsOf, frameOf, livesIn } from '#child-frame'
import { receive } from '#children'
import { Refused, type Who } from '#database'
import { formRoutes } from '#forms'
import { childrenChosen, type Filter } from '#lists'
import type { FactWords } from '#look'
import { childrenOn } from '#overview'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, joinTeam, makeTeam, post, send } from './form-posting.ts'

let served: Served
let north: string
let south: string
let people: Record<'manager' | 'duty' | 'plain' | 'other' | 'night' | 'officer', Who>
const browsers = new Map<Who, Browser>()
const routes = () => [...formRoutes(careEventForms, async () => new Map()), ...careEventRoutes()]
const as = (who: Who): Browser => {
  const browser = browsers.get(who) ?? served.appFor(who, routes())
  browsers.set(who, browser)
  return browser
}

before(async () => {
  served = await servedCouncil('comes into care', { filled: false })
  await served.query(`update door.council set stands_on = '2027-03-31'`)
  ;[north, south] = [await makeTeam(served, 'North'), await makeTeam(served, 'South')]
  const worker = async (relation?: string) => await served.worker(relation)
  people = {
    ...{ manager: await worker(), duty: await worker(), plain: await worker(), other: await worker() },
    ...{ night: await worker('out-of-hours'), officer: await worker() },
  }
  await joinTeam(served, { person: people.manager.person, team: north, role: 'manager' })
  await joinTeam(served, { person: people.duty.person, team: north, role: 'duty' })
  await joinTeam(served, { person: people.plain.person, team: north, role: 'worker' })
  await joinTeam(served, { person: people.other.person, team: south, role: 'manager' })
})
after(async () => await served.close())

const filled = (more: Record<string, string | readonly string[]> = {}) => ({
  ...{ given: 'Nia', family: 'Prosser', born: '30 Apr 2014', born_basis: 'told', sex: 'F', ethnicity: 'WBRI' },
  ...{ since: '29 Mar', since_time: '9pm', why_now: 'Mum was taken to hospital.', need: 'N3' },
  ...{ power: 'section 20 agreement', agreed: ['mother'], agreed_names: 'Carys Prosser' },
  ...{ night: 'at home', family_postcode: '', home_kind: 'U6', whose: 'Ann and Joe', how_it_came: 'emergency' },
  ...{ how_why: 'Nobody knew that day.', place_postcode: 'zz1 1zz', who_may_know: 'all' },
  ...{ team: north, worker: people.plain.person, told_who: ['parent', 'school'], told_day: ['29 Mar', ''] },
  ...{ told_why: ['', 'not yet'], told_said: ['Carys, by telephone', ''] },
  ...{ not_known: ['medicines', 'gp'], not_known_more: ['Who collects her from dance'], not_known_by: '2 Apr' },
  ...more,
})
const wordsIn = (fact: FactWords | undefined) => (typeof fact === 'object' ? fact.words : fact)
const NO_FILTER: Filter = {
  ...{ worker: undefined, team: undefined, late: undefined, due: undefined, age: undefined, legal: undefined },
  ...{ place: undefined, distance: undefined, status: undefined, sort: 'due', page: 1 },
}
const PATH = '/comes-into-care/new'
const childOf = (to: string): string => /\/children\/([0-9a-f-]{36})\/record/.exec(to)?.[1] ?? ''

test('a manager brings a child in: everything stands, and the first review is owed on its day', async () => {
  const sent = await send(as(people.manager), PATH, filled())
  assert.equal(sent.status, 303, sent.html)
  const child = childOf(sent.to)
  const [row] = await served.query<Record<string, unknown>>(
    `select (select count(*)::int from kith.child_name_current n where n.child = k.id) as names,
       (select began::text from kith.care_period_current p where p.child = k.id) as began,
       (select kind from kith.legal_basis_current b where b.child = k.id) as power,
       (select by from kith.agreement_current b where b.child = k.id) as agreed,
       (select kind || ' ' || during || ' ' || planned from kith.placement_current b where b.child = k.id) as home,
       (select postcode from kith.address_current b where b.child = k.id) as postcode,
       (select kind || ' ' || since at time zone 'utc' from kith.night_place_current b where b.child = k.id) as night,
       (select worker from kith.allocation_current b where b.child = k.id) as worker,
       (select team from kith.team_of_child_current b where b.child = k.id) as team,
       (select string_agg(recipient || coalesce(' ' || told, ' ' || not_told), ', ' order by id) from kith.told_current b where b.child = k.id) as told,
       (select count(*)::int from kith.action_current b where b.child = k.id and due = '2027-04-02' and on_table = 'care_period') as unknown
     from kith.child k where k.id = $1`,
    [child],
  )
  assert.deepEqual(row, {
    ...{ names: 2, began: '2027-03-29', power: 'section 20 agreement', agreed: 'mother' },
    ...{ home: 'U6 [2027-03-29,) false', postcode: 'ZZ1 1ZZ', night: 'at home 2027-03-29 20:00:00' },
    ...{ worker: people.plain.person, team: north, told: 'parent 2027-03-29, school not yet', unknown: 3 },
  })
  const duties = await served.query<{ rule: string; due: string; standing: string }>(
    `select rule, due::text, standing from kith.duty where child = $1 and due is not null order by due`,
    [child],
  )
  // 20 working days, the first of them Tue 30 Mar 2027.
  const review = duties.find(({ rule }) => rule === 'CP-06')
  assert.deepEqual(review, { rule: 'CP-06', due: '2027-04-26', standing: 'open' }, JSON.stringify(duties))
  const logged = await served.query(
    `select from kith.access_entry where child = $1 and what = 'brought a child into care' and person = $2`,
    [child, people.manager.person],
  )
  assert.equal(logged.length, 1)
})

test('who brought a child in sees them by the ordinary rules, without a worker too; other teams do not', async () => {
  const sent = await send(as(people.duty), PATH, filled({ given: 'Ola', worker: '' }))
  const child = childOf(sent.to)
  assert.equal(sent.status, 303, sent.html)
  const sees = async (who: Who) =>
    await served.door.as(who, async ({ record }) => {
      return (await record.selectFrom('kith.child').select('id').where('id', '=', child).execute()).length === 1
    })
  assert.deepEqual(
    await Promise.all([people.duty, people.manager, people.night, people.other, people.plain].map(sees)),
    [true, true, true, false, false],
  )
})

test('a child in care of whom no home is recorded is in care, on every list and at the head of the record', async () => {
  const child = childOf((await send(as(people.manager), PATH, filled({ given: 'Ida' }))).to)
  await served.query('delete from kith.placement_distance where child = $1', [child])
  await served.query('delete from kith.placement_standing where child = $1', [child])
  await served.query('delete from kith.placement where child = $1', [child])
  const on = day('2027-03-31')
  const told = async () =>
    await served.door.as(people.manager, async (asking) => {
      const frame = await frameOf(asking, child, on)
      const [row] = await childrenOn(asking, on, child)
      const chosen = async (status: 'care' | 'left') =>
        (await childrenChosen(asking, on, { ...NO_FILTER, status })).some(({ id }) => id === child)
      const facts = frame && factsOf(frame, on)
      return {
        list: row && livesIn(row),
        head: [wordsIn(facts?.livesWith), wordsIn(facts?.legalStatus)],
        care: await chosen('care'),
        left: await chosen('left'),
      }
    })
  const known = await told()
  assert.deepEqual(
    { ...known, head: known.head[1] },
    { list: 'Home not recorded', head: 'By agreement (section 20)', care: true, left: false },
  )
  assert.notEqual(known.head[0], 'Not in care now')
  await served.query(`update kith.care_period set ended = '2027-03-30', end_reason = 'E4A' where child = $1`, [child])
  await served.query(`update kith.legal_basis set ended = '2027-03-30' where child = $1`, [child])
  assert.deepEqual(await told(), {
    ...{ list: 'Not in care now', head: ['Not in care now', 'None now'], care: false, left: true },
  })
})

test('the out-of-hours team brings a child into any team', async () => {
  const sent = await send(as(people.night), PATH, filled({ given: 'Per', team: south, worker: '' }))
  assert.equal(sent.status, 303, sent.html)
  const [held] = await served.query('select team from kith.team_of_child_current where child = $1', [childOf(sent.to)])
  assert.deepEqual(held, { team: south })
})

test('sent twice, one child is made', async () => {
  const { hidden } = await get(as(people.manager), `${PATH}?fresh=1`)
  const sending = { ...hidden, ...filled({ given: 'Quill' }), _do: 'send' }
  const both = await Promise.all([1, 2].map(async () => await post(as(people.manager), PATH, sending)))
  assert.deepEqual(new Set(both.map(({ to }) => to)).size, 1)
})

test('the form shows what falls due first before it is sent', async () => {
  const { hidden, html } = await get(as(people.manager), `${PATH}?fresh=1`)
  assert.match(html, /What falls due first/)
  const again = await post(as(people.manager), PATH, { ...hidden, ...filled(), since: '1 Mar', _do: 'add:due' })
  // Good Friday and Easter Monday are left out.
  assert.match(again.html, /review due by Wed 31 Mar 2027/i)
  assert.match(again.html, /value="Nia"/)
})

describe('what is wrong is said beside its field', () => {
  const cases: readonly [string, Record<string, string | readonly string[]>, RegExp][] = [
    ['a day as nobody writes it', { since: 'the day after' }, /for example 27 Nov 2026/],
    ['a day ahead', { since: '1 Apr 2027' }, /has not come yet/],
    ['no birth date and not said so', { born: '' }, /tick that it is not known/],
    ['nobody agreed', { agreed: [] }, /Say who agreed/],
    ['a child of 12 agrees alone', { agreed: ['the child, at 16 or 17'] }, /They are under 16/],
    ['police protection without an end', { power: 'police protection' }, /This power always has an end/],
    [
      'police protection for a week',
      { power: 'police protection', until: '6 Apr 2027' },
      /not stand longer than 3 days/,
    ],
    ['an order without a court', { power: 'interim care order' }, /which court/],
    ['no kind of home', { home_kind: '' }, /Choose the kind of home/],
    ['an emergency without a reason', { how_why: '' }, /no plan for this home/],
    ['no real postcode', { place_postcode: 'here' }, /AB1 2CD/],
    ['an address kept back without a reason', { who_may_know: 'kept' }, /by what power/],
    ['told, and not told', { told_how: ['in writing', 'in writing'] }, /Leave one of the two empty/],
    ['no team', { team: '' }, /Choose the team/],
    ['another team', { team: '00000000-0000-7000-8000-000000000000' }, /Choose the team/],
  ]
  for (const [name, more, says] of cases)
    test(name, async () => {
      const sent = await send(as(people.manager), PATH, filled(more))
      assert.equal(sent.status, 422)
      assert.match(sent.html, says)
    })
})

describe('looking first', () => {
  const look = async (who: Who, fields: Record<string, string>) => {
    const { hidden } = await get(as(who), '/comes-into-care')
    const { to } = await post(as(who), '/comes-into-care', { 'form-token': hidden['form-token'] ?? '', ...fields })
    assert.match(to, /^\/comes-into-care\?looked=\d+$/, 'and no name in the address')
    return await get(as(who), to)
  }
  test('by the beginning of a name, accents or not, and by birth date', async () => {
    const sent = await send(as(people.manager), PATH, filled({ given: 'Zoë', family: 'Farr', born: '1 May 2015' }))
    const child = childOf(sent.to)
    for (const fields of [{ name: 'zoe' }, { name: 'Far Zo' }, { born: '1 May 2015' }, { number: child }])
      assert.match((await look(people.manager, fields)).html, new RegExp(`/children/${child}/record`))
    assert.doesNotMatch((await look(people.other, { name: 'zoe' })).html, /record/)
  })
  test('a hidden child and nobody at all look alike, but for what was typed', async () => {
    const sent = await send(as(people.manager), PATH, filled({ given: 'Hidde' }))
    const child = childOf(sent.to)
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      const named = [people.plain.person, asking.who.person]
      await restrict(asking, child, { kind: 'hidden', named, why: 'To keep them safe.', decided: '2027-03-30' })
    })
    const bare = async (name: string) =>
      (await look(people.manager, { name })).html
        .replaceAll(name, '')
        .replaceAll(/(?:value|data-idle-left)="[^"]*"/g, '')
    assert.equal(await bare('Hidde'), await bare('Nobodyhere'))
    assert.match(await bare('Hidde'), /whom you may see/)
  })
  test('what was typed goes on into the form', async () => {
    const { html } = await look(people.manager, { name: 'Tamsin Lowe', born: '2 Feb 2016' })
    const fields = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [n, v]),
    )
    const begun = await post(as(people.manager), PATH, { ...fields, _do: 'add:due' })
    assert.equal(begun.status, 200)
    for (const value of ['Tamsin', 'Lowe', '2 Feb 2016']) assert.ok(begun.html.includes(`value="${value}"`), value)
  })
})

describe('who may not', () => {
  test('a plain worker and an officer find no such page, and the database refuses them too', async () => {
    for (const who of [people.plain, people.officer]) {
      assert.equal((await get(as(who), '/comes-into-care')).status, 404)
      assert.equal((await get(as(who), PATH)).status, 404)
      await assert.rejects(bringing(who, north), { kind: 'not allowed' })
    }
  })
  const bringing = async (who: Who, team: string, again?: string) =>
    await served.door.as(who, async (asking) => {
      const nobody = { names: [], birth: undefined }
      const whom = again === undefined ? { new: nobody } : { again }
      await receive(asking, { team, on: day('2027-03-30'), who: whom })
    })
  test('another team’s manager, into a team that is not theirs', async () => {
    await assert.rejects(bringing(people.other, north), { kind: 'not allowed' })
  })
  test('a child whom they do not see, one of their own family, one of no council: all the same', async () => {
    const child = childOf((await send(as(people.manager), PATH, filled({ given: 'Uma' }))).to)
    await served.query('insert into kith.own_family (council, person, child, recorded_by) values ($1, $2, $3, $2)', [
      served.council.council,
      people.duty.person,
      child,
    ])
    for (const [who, team, whom] of [
      [people.other, south, child],
      [people.duty, north, child],
      [people.manager, north, '00000000-0000-7000-8000-000000000000'],
    ] as const)
      await assert.rejects(
        bringing(who, team, whom),
        (error: unknown) => error instanceof Refused && error.kind === 'not allowed',
      )
  })
  test('a child who is in care already: coming back is no way to write what others write', async () => {
    const child = childOf((await send(as(people.manager), PATH, filled({ given: 'Wes' }))).to)
    for (const who of [people.manager, people.night]) {
      await assert.rejects(bringing(who, north, child), { kind: 'not allowed' })
      assert.equal((await get(as(who), `/children/${child}/comes-back`)).status, 404)
    }
  })
  test('what the transaction opened is shut when it is over', async () => {
    const child = childOf((await send(as(people.duty), PATH, filled({ given: 'Vin' }))).to)
    await assert.rejects(
      served.door.as(people.duty, async (asking) => {
        const [id = ''] = await asking.newIds(1)
        const { council, person: recorded_by } = asking.who
        await asking.insert('kith.legal_basis', [
          { council, id, line: id, child, kind: 'care order', made: '2027-03-30', recorded_by },
        ])
      }),
      { kind: 'not allowed' },
    )
  })
})
