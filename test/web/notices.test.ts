// Notices of a home: a row for each who is owed one, said once, put right, taken back; counted by the clock; nothing of a kept address.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import { formRoutes } from '#forms'
import type { Route } from '#web'
import { type CareCouncil, careCouncil } from './care-served.ts'
import { type Fields, get, send } from './form-posting.ts'

const routes = (): readonly Route[] => [
  ...childRoutes(),
  ...careEventRoutes(),
  ...formRoutes(careEventForms, async () => new Map()),
]
let council: CareCouncil
before(async () => {
  council = await careCouncil('notices', routes)
})
after(async () => await council?.served.close())

type Told = { recipient: string; told: string | null; how: string | null; not_told: string | null; id: string }
type Row = readonly [who: string, why: string, day: string, how: string, said: string]
const rows = (list: readonly Row[]): Fields => ({
  told_who: list.map(([who]) => who),
  told_why: list.map(([, why]) => why),
  told_day: list.map(([, , day]) => day),
  told_how: list.map(([, , , how]) => how),
  told_said: list.map(([, , , , said]) => said),
})
const written = (who: string, day = '1 Feb 2027'): Row => [who, '', day, 'in writing', 'By letter']
async function begun(more: Fields = {}) {
  const child = await council.childInCare(more)
  const [home] = await council.standing<{ line: string }>('placement', child, 'line')
  const path = `/children/${child}/homes/${home?.line}/told`
  return {
    child,
    path,
    told: async () => await council.standing<Told>('told', child, 'recipient, told::text, how, not_told, id'),
  }
}
const duty = async (child: string) =>
  await council.served.query<{ basis: string; standing: string }>(
    `select basis, standing from kith.duty where child = $1 and rule = 'PL-04'`,
    [child],
  )

describe('who was told of a home', () => {
  test('the form has a row for each; the page says what was said to each, and the clock is met by the last of them', async () => {
    const { child, path, told } = await begun()
    const browser = council.as(council.ana)
    const form = await get(browser, `${path}?fresh=1`)
    assert.equal(form.status, 200)
    for (const who of [
      'child',
      'parent',
      'somebody with contact',
      'health team',
      'GP',
      'independent reviewing service',
    ])
      assert.match(form.html, new RegExp(`<option value="${who}" selected`), who)
    assert.deepEqual(await duty(child), [{ basis: 'PL-04/before', standing: 'open' }])
    const first = await send(browser, path, rows([written('child'), written('GP'), ['parent', '', '', '', '']]))
    assert.deepEqual([first.status, first.to.split('?')[0]], [303, `/children/${child}/where`])
    assert.deepEqual(
      (await told()).map(({ recipient }) => recipient),
      ['child', 'GP'],
      'a row left as it is says nothing',
    )
    const again = await get(browser, `${path}?fresh=1`)
    assert.match(again.html, /Answered already: The child, The GP/)
    assert.doesNotMatch(again.html, /<option value="GP" selected/)
    const page = (await get(browser, `/children/${child}/where`)).html
    assert.match(page, /3 still to be told in writing/)
    const rest = [written('health team'), written('independent reviewing service')]
    const parent: Row = ['parent', 'not safe', '31 Jan 2027', '', 'He has threatened the carers.']
    const by = { told_by: council.manager.person }
    assert.equal((await send(browser, path, { ...rows([...rest, parent]), ...by })).status, 303)
    const decided = await council.standing<{ by: string }>('told', child, 'decided_by as by')
    assert.equal(decided.at(-1)?.by, council.manager.person, 'who decided is named')
    assert.deepEqual(await duty(child), [{ basis: 'PL-04/before', standing: 'doneOnTime' }])
    assert.match((await get(browser, `/children/${child}/where`)).html, /Not told: not safe/)
  })

  test('put right, and taken back: the clock follows', async () => {
    const { child, path, told } = await begun()
    const browser = council.as(council.ana)
    const all = ['child', 'parent', 'GP', 'health team', 'independent reviewing service']
    assert.equal((await send(browser, path, rows(all.map((who) => written(who))))).status, 303)
    const [one] = await told()
    const correct = `/children/${child}/told/${one?.id}/correct`
    const right = await send(browser, correct, { about: 'home', ...rows([written('child', '3 Feb 2027')]) })
    assert.equal(right.status, 303, right.html)
    assert.deepEqual(await duty(child), [{ basis: 'PL-04/before', standing: 'doneLate' }])
    const stands = (await told()).find(({ recipient }) => recipient === 'child')
    assert.deepEqual([stands?.told, stands?.how], ['2027-02-03', 'in writing'])
    const retract = await send(browser, `/children/${child}/told/${stands?.id}/retract`, {
      reason: 'Of another child.',
    })
    assert.equal(retract.status, 303, retract.html)
    assert.deepEqual(await duty(child), [{ basis: 'PL-04/before', standing: 'open' }])
  })

  const REFUSED: readonly (readonly [string, Row, RegExp])[] = [
    ['nobody at all', ['child', '', '', '', ''], /Say of at least one/],
    ['told by nothing but a way', ['child', '', '', 'in writing', ''], /Write the day on which they were told/],
    ['a GP kept out for safety', ['GP', 'not safe', '', '', 'They talk.'], /Only parents, those with contact/],
    ['ahead', ['child', '', '1 May 2027', 'in writing', ''], /That day has not come yet/],
    ['planned for a day that has passed', ['child', 'not yet', '1 Mar 2027', '', ''], /That day has passed/],
    ['who decided is nobody', ['parent', 'not needed', '1 Mar 2027', '', 'x'], /Choose who decided/],
  ]
  test('what cannot be taken is said beside it, with everything typed kept', async () => {
    const { path, told } = await begun()
    for (const [name, row, says] of REFUSED) {
      const more = name === 'who decided is nobody' ? { told_by: '00000000-0000-7000-8000-000000000000' } : {}
      const sent = await send(council.as(council.ana), path, { ...rows([row]), ...more })
      assert.equal(sent.status, 422, name)
      assert.match(sent.html, says, name)
      if (row[4] !== '') assert.ok(sent.html.includes(row[4]), name)
    }
    assert.deepEqual(await told(), [])
  })

  test('no way round: elsewhere recorded, or put right, the same is asked', async () => {
    const kept = { place_postcode: 'LS1 4AP', who_may_know: 'kept', kept_power: 'court order', kept_why: 'He looks.' }
    const { child, path, told } = await begun(kept)
    const ana = council.as(council.ana)
    assert.equal((await send(ana, path, rows([written('GP')]))).status, 303)
    const [gp] = await told()
    const free = `/children/${child}/told/record`
    const right = `/children/${child}/told/${gp?.id}/correct`
    const refused: readonly (readonly [Row, RegExp])[] = [
      [['GP', 'not needed', '1 Mar 2027', '', 'They know.'], /Only parents, those with contact/],
      [['parent', 'not needed', '1 Mar 2027', '', ''], /Say why they were not told/],
      [['GP', '', '1 Mar 2027', 'in writing', 'At LS14AP'], /Take the postcode out/],
    ]
    for (const at of [free, right])
      for (const [row, says] of refused) {
        const sent = await send(ana, at, { about: 'home', ...rows([row]) })
        assert.deepEqual([sent.status, says.test(sent.html)], [422, true], `${at} ${says}`)
      }
    const night = council.as(await council.served.worker('out-of-hours'))
    const unsafe = await send(night, path, rows([['parent', 'not safe', '', '', 'He has threatened the carers.']]))
    assert.deepEqual([unsafe.status, /A manager decides that/.test(unsafe.html)], [422, true], 'who sees no plan')
    assert.deepEqual(
      (await told()).map(({ id }) => id),
      [gp?.id],
    )
  })

  test('whoever asks, whom the clock counts: a school, the carers before across a gap, one list for the same carers', async () => {
    const { child } = await begun()
    const { query, council: of } = council.served
    await query(
      `with s as (insert into kith.school (council, name, recorded_by) values ($1, 'Elm School', kith.new_id()) returning id),
         f as (select kith.new_id() as id)
       insert into kith.school_place (council, id, line, child, school, during, recorded_by)
         select $1, f.id, f.id, $2, s.id, '[2020-01-01,)', kith.new_id() from f, s`,
      [of.council, child],
    )
    const night = council.as(await council.served.worker('out-of-hours'))
    const home = await council.standing<{ id: string; line: string }>('placement', child, 'id, line')
    const form = async (line: string) => (await get(night, `/children/${child}/homes/${line}/told?fresh=1`)).html
    assert.match(await form(home[0]?.line ?? ''), /<option value="school" selected/)
    const ended = { until: '10 Feb 2027', night: 'at home' }
    assert.equal(
      (await send(council.as(council.ana), `/children/${child}/homes/${home[0]?.id}/end`, ended)).status,
      303,
    )
    const next = { since: '12 Feb 2027', home_kind: 'U6', how_it_came: 'planned', who_may_know: 'all' }
    const moves = `/children/${child}/homes/record`
    assert.equal((await send(council.as(council.ana), moves, next)).status, 303)
    const same = { ...next, since: '20 Feb 2027', why: 'CARPL', same_carers: 'same' }
    assert.equal((await send(council.as(council.ana), moves, same)).status, 303)
    const [, second, third] = await council.standing<{ line: string }>('placement', child, 'line')
    const asked = await form(third?.line ?? '')
    assert.match(asked, /since Fri 12 Feb 2027/)
    assert.match(asked, /<option value="carer before" selected/)
    const sent = await send(night, `/children/${child}/homes/${third?.line}/told`, rows([written('GP', '11 Feb 2027')]))
    assert.equal(sent.status, 303, sent.html)
    const on = await council.standing<{ on: string }>('told', child, 'on_line as on')
    assert.equal(on.at(-1)?.on, second?.line)
    const page = (await get(council.as(council.ana), `/children/${child}/where`)).html
    assert.match(page, /The GP.*?Told Thu 11 Feb 2027/s)
    assert.match(page, /6 still to be told in writing/)
    const open = await query<{ n: number }>(
      `select count(*)::int as n from kith.duty where child = $1 and rule = 'PL-04' and standing = 'open' and occurrence = $2`,
      [child, second?.line],
    )
    assert.deepEqual(open, [{ n: 1 }], 'the clock has it of the same home')
  })

  test('that a home will end is said while it stands, to its carers too', async () => {
    const { child, path, told } = await begun()
    const ana = council.as(council.ana)
    assert.match((await get(ana, `${path}?fresh=1`)).html, /That it will end/)
    const sent = await send(ana, path, { about: 'home ended', ...rows([written('carer', '10 Feb 2027')]) })
    assert.equal(sent.status, 303, sent.html)
    const about = await council.standing<{ about: string }>('told', child, 'about')
    assert.deepEqual([(await told()).length, about[0]?.about], [1, 'home ended'])
    const again = (await get(ana, `${path}?fresh=1`)).html
    assert.match(again, /Answered already, of its end: The carers of this home/)
  })

  test('of a home that is kept: the form says so, asks for no council of the area, and takes no postcode', async () => {
    const kept = {
      place_postcode: 'LS1 4AP',
      who_may_know: 'kept',
      kept_power: 'court order',
      kept_why: 'He looks for them.',
    }
    const { path, told } = await begun(kept)
    const browser = council.as(council.ana)
    const form = (await get(browser, `${path}?fresh=1`)).html
    assert.match(form, /Fewer people may know where this home is/)
    assert.doesNotMatch(form, /<option value="area authority" selected/)
    const sent = await send(browser, path, rows([['GP', '', '1 Feb 2027', 'in writing', 'At ls14ap']]))
    assert.deepEqual([sent.status, /Take the postcode out/.test(sent.html)], [422, true])
    assert.deepEqual(await told(), [])
  })
  test('an address kept only from somebody in the family is kept here too', async () => {
    const { child, path } = await begun({ place_postcode: 'LS1 4AP', who_may_know: 'all' })
    await council.served.query(
      `with d as (insert into kith.audience_decision (council, id, line, child, power, decided, recorded_by)
         select $1, i, i, $2, 'safety of the child', '2027-02-01', $3 from kith.new_id() i returning line)
       update kith.address set audience_decision = d.line from d where address.child = $2 and kind = 'placement'`,
      [council.served.council.council, child, council.ana.person],
    )
    const form = (await get(council.as(council.ana), `${path}?fresh=1`)).html
    assert.match(form, /Fewer people may know where this home is/)
    const of = council.served.council.council
    await council.served.query(
      `insert into kith.placement_distance (council, placement, child, inside, recorded_by)
       select council, line, child, false, recorded_by from kith.placement_current where child = $1
       on conflict (council, placement) do update set inside = false`,
      [child],
    )
    const known = await council.served.query<{ lies: unknown }>(
      `select facts->'placements'->0->10 as lies from kith.facts_known($1::smallint, array[$2::uuid], 'infinity')`,
      [of, child],
    )
    assert.deepEqual(known, [{ lies: [false, null, true] }], 'and the clock owes no notice that would tell where it is')
  })

  test('somebody who works with another child: not opened, and nothing written', async () => {
    const { path, told } = await begun()
    const other = council.as(await council.served.worker(undefined))
    assert.equal((await get(other, path)).status, 403)
    assert.notEqual((await send(other, path, rows([written('child')]))).status, 303)
    assert.deepEqual(await told(), [])
  })
})
