// The events that move the clock, by their forms: homes, nights, orders, agreements, missing, leaving care; and the ledger that follows.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { allocationForms } from '#allocations'
import { careEventForms, careEventRoutes } from '#care-events'
import { changeFrom, type Who } from '#database'
import { formRoutes } from '#forms'
import { WHY_LATE } from '#plan-kinds'
import { beginPlan, editionById, latestParts, savePlan } from '#plans'
import { visitForms } from '#visits/pages'
import { type CareCouncil, careCouncil } from './care-served.ts'
import type { Served } from './council-served.ts'
import { type Fields, get, post, send } from './form-posting.ts'

let served: Served
let north: string
let manager: Who
let ana: Who
let as: CareCouncil['as']
let childInCare: CareCouncil['childInCare']
let standing: CareCouncil['standing']

const routes = () => [...formRoutes(careEventForms, async () => new Map()), ...careEventRoutes()]
before(async () => {
  ;({ served, north, manager, ana, as, childInCare, standing } = await careCouncil('care events', routes))
})
after(async () => await served?.close())

// biome-ignore lint/complexity/useMaxParams: read as a sentence: of whom, which form, with what, by whom
const by = async (child: string, path: string, fields: Fields, who = ana) =>
  await send(as(who), `/children/${child}/${path}`, fields)
const sent = async (...of: Parameters<typeof by>): Promise<void> => {
  const answer = await by(...of)
  assert.equal(answer.status, 303, answer.html.replaceAll(/<[^>]*>/g, ' ').slice(0, 4000))
}
const duty = async (child: string, rule: string) =>
  (
    await served.query<{ due: string }>('select due::text from kith.duty where child = $1 and rule = $2 order by due', [
      child,
      rule,
    ])
  ).map(({ due }) => due)

/** The steps of an edition as rows: these days lie ahead of the machine's own, by which a plan is sent. */
async function approvedPlan(child: string): Promise<string> {
  const begun = await served.door.as(ana, async (asking) => {
    const made = await beginPlan(asking, child, 'placement plan')
    assert.ok('ok' in made)
    const saves = [{ part: WHY_LATE, read: 0, text: 'Nobody knew of the move.' }]
    assert.ok('ok' in (await savePlan(asking, made.ok.edition, saves)))
    return made.ok
  })
  const step = async (who: Who, state: string) =>
    await served.door.as(who, async (asking) => {
      const { step: id = '' } = (await editionById(asking, begun.edition)) ?? {}
      const versions = (await latestParts(asking, begun.plan)).map((part) => part.id)
      const columns = { state, versions: state === 'approved' ? versions : null }
      assert.ok('ok' in (await changeFrom(asking, 'kith.plan_state', { id, columns })))
    })
  await step(ana, 'sent for approval')
  await step(manager, 'approved')
  return begun.edition
}

const MOVE = {
  ...{
    since: '29 Mar',
    home_kind: 'K2',
    whose: 'Beech House',
    how_it_came: 'emergency',
    how_why: 'It ended that day.',
  },
  ...{ why: 'CREQO', who_may_know: 'all', told_who: ['parent'], told_day: ['29 Mar'], told_why: [''], told_said: [''] },
}

test('no two forms of the house have one name, or one address', () => {
  const routes = formRoutes([...visitForms, ...allocationForms, ...careEventForms], async () => new Map())
  const ways = [...routes, ...careEventRoutes()].map(({ method, path }) => `${method} ${path}`)
  assert.equal(new Set(ways).size, ways.length)
})

describe('homes', () => {
  test('a move ends one home and begins the next; a visit within a week and a plan are owed', async () => {
    const child = await childInCare()
    await sent(child, 'homes/record', MOVE)
    assert.deepEqual(await standing('placement', child, 'kind, during::text, planned, start_reason'), [
      { kind: 'U6', during: '[2027-02-01,2027-03-29)', planned: true, start_reason: null },
      { kind: 'K2', during: '[2027-03-29,)', planned: false, start_reason: 'CREQO' },
    ])
    assert.deepEqual(await standing('told', child, 'recipient, about'), [{ recipient: 'parent', about: 'home' }])
    assert.ok((await duty(child, 'CP-16')).includes('2027-04-05'), JSON.stringify(await duty(child, 'CP-16')))
    assert.ok((await duty(child, 'CP-04')).includes('2027-04-05'), JSON.stringify(await duty(child, 'CP-04')))
    const home = (await standing<{ line: string }>('placement', child, 'line'))[1]?.line ?? ''
    const none = await get(as(ana), `/children/${child}/homes/${home}/plan`)
    assert.match(none.html, /No placement plan is approved yet/)
    const edition = await approvedPlan(child)
    const standingOf = async () => {
      const rows = await served.query<{ standing: string; done: string | null }>(
        "select standing, done::text from kith.duty where child = $1 and rule = 'CP-04' and occurrence = $2",
        [child, home],
      )
      return rows[0]
    }
    // Approved and not signed: prepared, not agreed.
    await sent(child, `homes/${home}/plan`, { edition, report_hours: '1' })
    assert.deepEqual(await standingOf(), { standing: 'open', done: null })
    const late = await by(child, `homes/${home}/plan`, { edition, signed: '31 Mar', late_why: '' })
    assert.equal(late.status, 303, 'the plan itself says why it came after the move')
    assert.deepEqual(await standing('placement_plan', child, 'prepared, edition, signed::text, signed_by'), [
      { prepared: null, edition, signed: '2027-03-31', signed_by: 'registered person' },
    ])
    assert.deepEqual(await standingOf(), { standing: 'doneOnTime', done: '2027-03-31' })
    const other = (await standing<{ line: string }>('placement', child, 'line'))[0]?.line ?? ''
    const twice = await by(child, `homes/${other}/plan`, { edition, signed: '31 Mar' })
    assert.match(twice.html, /This edition is of another home/)
    const id = (await standing<{ id: string }>('placement_plan', child, 'id'))[0]?.id ?? ''
    await sent(child, `home-plans/${id}/correct`, { edition, signed: '30 Mar' })
    assert.deepEqual(await standingOf(), { standing: 'doneOnTime', done: '2027-03-30' })
    const corrected = (await standing<{ id: string }>('placement_plan', child, 'id'))[0]?.id ?? ''
    await sent(child, `home-plans/${corrected}/retract`, { reason: 'Another home.' })
    assert.deepEqual(await standingOf(), { standing: 'open', done: null })
  })
  test('what is wrong is said; nothing of the address stands where the home is refused', async () => {
    const child = await childInCare()
    const cases: readonly [Fields, RegExp][] = [
      [{ since: '1 Feb 2027' }, /on that day or later/],
      [{ since: 'soon' }, /for example 27 Nov 2026/],
      [{ why: '' }, /why the home before ended/],
      [{ how_why: '' }, /no plan for this home/],
      [{ who_may_know: 'kept', place_postcode: 'ZZ1 1ZZ' }, /by what power/],
    ]
    for (const [more, says] of cases) {
      const answer = await by(child, 'homes/record', { ...MOVE, place_postcode: 'ZZ1 1ZZ', ...more })
      assert.equal(answer.status, 422)
      assert.match(answer.html, says)
    }
    assert.deepEqual(await standing('address', child, 'postcode'), [])
  })
  test('an address kept back is kept from those who need not know', async () => {
    const child = await childInCare()
    const nurse = await served.worker('health-team', child)
    const kept = { who_may_know: 'kept', kept_power: 'safety of the child', kept_why: 'Her uncle must not find her.' }
    await sent(child, 'homes/record', { ...MOVE, ...kept, place_postcode: 'zz2 2zz' })
    const seen = async (who: Who) =>
      await served.door.as(who, async ({ record }) => {
        return (await record.selectFrom('kith.address_current').select('postcode').where('child', '=', child).execute())
          .length
      })
    assert.deepEqual([await seen(ana), await seen(manager), await seen(nurse)], [1, 1, 0])
  })
  test('two who put one home right at once are joined, or asked', async () => {
    const child = await childInCare()
    const id = (await standing<{ id: string }>('placement', child, 'id'))[0]?.id ?? ''
    const path = `/children/${child}/homes/${id}/correct`
    const read = {
      since: 'Mon 1 Feb 2027',
      home_kind: 'U6',
      how_it_came: 'planned',
      how_why: '',
      whose: '',
      why: '',
      until: '',
    }
    const two = [await get(as(ana), `${path}?fresh=1`), await get(as(ana), `${path}?fresh=1`)]
    const correct = async (at: number, more: Fields) =>
      await post(as(ana), path, { ...two[at]?.hidden, ...read, ...more, _do: 'send' })
    assert.equal((await correct(0, { since: '2 Feb 2027' })).status, 303)
    const clash = await correct(1, { since: '3 Feb 2027' })
    assert.match(clash.html, /Saved now, by Dawn Test/)
    assert.deepEqual(await standing('placement', child, 'during::text'), [{ during: '[2027-02-02,)' }])
    const third = await get(as(ana), `/children/${child}/homes/${id}/correct?fresh=1`)
    assert.equal(third.status, 200)
  })
  test('a home ends, and where they sleep is known; a home that never was is taken back', async () => {
    const child = await childInCare()
    const id = (await standing<{ id: string }>('placement', child, 'id'))[0]?.id ?? ''
    await sent(child, `homes/${id}/end`, { until: '30 Mar', until_time: '18:00', night: 'with family' })
    const [home] = await standing<{ id: string; during: string }>('placement', child, 'id, during::text')
    assert.equal(home?.during, '[2027-02-01,2027-03-30)')
    assert.deepEqual((await standing('night_place', child, 'kind')).at(-1), { kind: 'with family' })
    await sent(child, `homes/${home?.id}/retract`, { reason: 'It was her sister.' })
    assert.deepEqual(await standing('placement', child, 'id'), [])
  })
  test('a night away ends no home, and is undone within ten minutes', async () => {
    const child = await childInCare()
    const answer = await by(child, 'nights/record', {
      night: 'hospital',
      since: '30 Mar',
      since_time: '9pm',
      where: 'Ward 4',
    })
    assert.equal(answer.status, 303)
    assert.deepEqual((await standing('night_place', child, 'kind')).at(-1), { kind: 'hospital' })
    const draft = /sent=([0-9a-f-]{36})/.exec(answer.to)?.[1] ?? ''
    const { hidden } = await get(as(ana), `/children/${child}/nights/record?fresh=1`)
    const undone = await post(as(ana), `/drafts/${draft}/undo`, { 'form-token': hidden['form-token'] ?? '' })
    assert.equal(undone.status, 303)
    assert.deepEqual((await standing('night_place', child, 'kind')).at(-1), { kind: 'at home' })
  })
})

describe('orders and agreements', () => {
  test('an interim order that ends, with its hearing: both stand among the duties, and move with what is put right and with what the court decides later', async () => {
    const child = await childInCare()
    const order = { power: 'interim care order', since: '10 Mar', court: 'Family Court at Northmere', number: '' }
    const dates = { until: '5 May', hearing: '20 Apr', power_words: '' }
    await sent(child, 'orders/record', { ...order, ...dates })
    const due = async () =>
      (
        await served.query<{ basis: string; due: string }>(
          `select basis, due::text from kith.duty where child = $1 and rule in ('OR-01', 'OR-02') order by basis`,
          [child],
        )
      ).map(({ basis, due: on }) => `${basis} ${on}`)
    assert.deepEqual(await due(), ['OR-01/interim-care 2027-05-05', 'OR-02 2027-04-20'])
    const orders = await standing<{ id: string; kind: string }>('legal_basis', child, 'id, kind')
    const id = orders.find(({ kind }) => kind === 'interim care order')?.id
    await sent(child, `orders/${id}/correct`, { ...order, ...dates, hearing: '27 Apr' })
    assert.deepEqual(await due(), ['OR-01/interim-care 2027-05-05', 'OR-02 2027-04-27'])
    const interim = async () =>
      (await standing<{ id: string; kind: string; change: string }>('legal_basis', child, 'id, kind, change')).find(
        ({ kind }) => kind === 'interim care order',
      )
    const why = 'Made longer until the final hearing.'
    await sent(child, `orders/${(await interim())?.id}/goes-on`, { until: '2 Jun', hearing: '28 May', why })
    assert.deepEqual(await due(), ['OR-01/interim-care 2027-06-02', 'OR-02 2027-05-28'])
    // What stood before was not wrong.
    assert.equal((await interim())?.change, 'change')
    const again = await get(as(ana), `/children/${child}/orders/${(await interim())?.id}/correct`)
    assert.match(again.html, /Made longer until the final hearing/)
  })

  test('an emergency order is made longer once, also a short one', async () => {
    const child = await childInCare()
    const order = { power: 'emergency protection order', since: '25 Mar', until: '28 Mar 2027', court: 'C', number: '' }
    await sent(child, 'orders/record', { ...order, hearing: '', power_words: '' })
    const id = async () =>
      (await standing<{ id: string; kind: string }>('legal_basis', child, 'id, kind')).find(
        ({ kind }) => kind === order.power,
      )?.id
    const longer = { hearing: '', why: 'By the court.' }
    await sent(child, `orders/${await id()}/goes-on`, { ...longer, until: '31 Mar 2027' })
    const again = await send(as(ana), `/children/${child}/orders/${await id()}/goes-on`, {
      ...longer,
      until: '2 Apr 2027',
    })
    assert.equal(again.status, 422)
    assert.match(again.html, /A court may do so once/)
  })

  test('a placement order suspends the care order, which stands again when it ends', async () => {
    const child = await childInCare()
    const court = { court: 'Family Court at Northmere', number: 'NM27C0001' }
    await sent(child, 'orders/record', { power: 'care order', since: '10 Mar', ...court })
    const [, care] = await standing<{ id: string; line: string }>('legal_basis', child, 'id, line')
    await sent(child, 'orders/record', {
      power: 'placement order',
      since: '20 Mar',
      ...court,
      suspends: [care?.id ?? ''],
    })
    type Order = { id: string; line: string; kind: string; suspended_by: string | null; ended: string | null }
    const orders = async () =>
      (await standing<Order>('legal_basis', child, 'id, line, kind, suspended_by, ended::text')).filter(({ kind }) =>
        /order$/.test(kind),
      )
    const [suspended, placement] = await orders()
    assert.equal(suspended?.suspended_by, placement?.line)
    await sent(child, `orders/${placement?.id}/end`, { ended: '30 Mar', reason: 'discharged' })
    const [revived, over] = await orders()
    assert.deepEqual([revived?.suspended_by, over?.ended], [null, '2027-03-30'])
    await sent(child, `orders/${revived?.id}/correct`, {
      power: 'care order',
      since: '11 Mar',
      ...court,
      until: '',
      power_words: '',
    })
    assert.deepEqual(
      (
        await served.query('select made::text, number from kith.legal_basis_current where child = $1 and kind = $2', [
          child,
          'care order',
        ])
      )[0],
      { made: '2027-03-11', number: 'NM27C0001' },
    )
  })
  const COURT = { court: 'Family Court at Northmere', number: 'NM27C0001' }
  const ORDER = { power: 'care order', since: '10 Mar', ...COURT, until: '', power_words: '' }
  type Standing = { id: string; line: string; made: string; number: string }
  const careOrder = async (child: string): Promise<Standing> => {
    const [found] = await served.query<Standing>(
      `select id, line, made::text, number from kith.legal_basis_current where child = $1 and kind = 'care order'`,
      [child],
    )
    assert.ok(found)
    return found
  }
  const withOrder = async (): Promise<{ child: string; order: Standing }> => {
    const child = await childInCare()
    await sent(child, 'orders/record', { power: 'care order', since: '10 Mar', ...COURT })
    return { child, order: await careOrder(child) }
  }
  test('a version of another child or line, posted as the one that was read, is refused with the text kept', async () => {
    const [one, two] = [await withOrder(), await withOrder()]
    await sent(one.child, 'orders/record', { power: 'placement order', since: '20 Mar', ...COURT })
    const [beside] = await served.query<{ id: string }>(
      `select id from kith.legal_basis_current where child = $1 and kind = 'placement order'`,
      [one.child],
    )
    const path = `/children/${one.child}/orders/${one.order.id}/correct`
    for (const _read of [two.order.id, beside?.id ?? '', '0197f0a0-0000-7000-8000-000000000002']) {
      const { hidden } = await get(as(ana), `${path}?fresh=1`)
      const forged = { ...hidden, ...ORDER, number: 'FORGED', _read, _do: 'send' }
      const answer = await post(as(ana), path, forged)
      assert.equal(answer.status, 422, _read)
      assert.match(answer.html, /FORGED/)
    }
    assert.deepEqual([await careOrder(one.child), await careOrder(two.child)], [one.order, two.order])
    const numbers = await standing<{ number: string | null }>('legal_basis', one.child, 'number')
    assert.ok(!numbers.some(({ number }) => number === 'FORGED'))
  })
  test('a correction meets what stands from the version that was read, not from that of its address', async () => {
    const { child, order } = await withOrder()
    const path = `/children/${child}/orders/${order.id}/correct`
    const { hidden } = await get(as(ana), `${path}?fresh=1`)
    await sent(child, `orders/${order.id}/correct`, { ...ORDER, number: 'NM27C0002' })
    const second = await careOrder(child)
    await sent(child, `orders/${second.id}/correct`, { ...ORDER, number: 'NM27C0003' })
    // As after a first clash: the address names the first version, and what was read is the second.
    const upon = { ...hidden, ...ORDER, number: 'NM27C0002', since: '11 Mar', _read: second.id, _do: 'send' }
    const answer = await post(as(ana), path, upon)
    assert.equal(answer.status, 303, answer.html.replaceAll(/<[^>]*>/g, ' ').slice(0, 4000))
    const { made, number } = await careOrder(child)
    assert.deepEqual([made, number], ['2027-03-11', 'NM27C0003'])
  })
  test('what was taken back meanwhile says by whom, and the text of a correction is kept', async () => {
    const { child, order } = await withOrder()
    const path = `/children/${child}/orders/${order.id}/correct`
    const { hidden } = await get(as(ana), `${path}?fresh=1`)
    const taking = await get(as(ana), `/children/${child}/orders/${order.id}/retract`)
    assert.match(taking.html, /Care order[\s\S]*Wed 10 Mar 2027[\s\S]*Family Court at Northmere, NM27C0001/)
    await sent(child, `orders/${order.id}/retract`, { reason: 'It was her sister.' })
    for (const late of [
      await post(as(ana), path, { ...hidden, ...ORDER, number: 'NM27C0009', _do: 'send' }),
      await by(child, `orders/${order.id}/correct`, { ...ORDER, number: 'NM27C0009' }),
      await by(child, `orders/${order.id}/retract`, { reason: 'NM27C0009' }),
    ]) {
      assert.equal(late.status, 422)
      assert.match(late.html, /Dawn Test took this back[\s\S]*NM27C0009/)
    }
    const elsewhere = await childInCare()
    for (const what of ['correct', 'retract'])
      assert.equal((await get(as(ana), `/children/${elsewhere}/orders/${order.id}/${what}`)).status, 404)
  })
  test('a parent withdraws, and says whether section 20 ends; a child of 16 agrees for themselves', async () => {
    const child = await childInCare({ born: '2 Feb 2011' })
    await sent(child, 'agreements/record', { by: 'the child, at 16 or 17', name: 'Nia', given: '3 Feb 2027' })
    const young = await childInCare({ born: '2 Feb 2012' })
    assert.match(
      (await by(young, 'agreements/record', { by: 'the child, at 16 or 17', name: 'Nia', given: '3 Feb 2027' })).html,
      /They are 15/,
    )
    const [mother] = await standing<{ id: string; by: string }>('agreement', child, 'id, by')
    assert.match(
      (await by(child, `agreements/${mother?.id}/withdraw`, { withdrawn: '31 Jan 2027', ends: 'no' })).html,
      /before they gave it/,
    )
    await sent(child, `agreements/${mother?.id}/withdraw`, { withdrawn: '30 Mar', ends: 'no' })
    assert.deepEqual(await standing('agreement', child, 'by, withdrawn::text'), [
      { by: 'mother', withdrawn: '2027-03-30' },
      { by: 'the child, at 16 or 17', withdrawn: null },
    ])
    const open = async () => (await standing<{ ended: string | null }>('legal_basis', child, 'ended'))[0]?.ended
    assert.equal(await open(), null)
    const own = (await standing<{ id: string }>('agreement', child, 'id'))[1]?.id
    await sent(child, `agreements/${own}/withdraw`, { withdrawn: '31 Mar', ends: 'yes' })
    assert.equal(await open(), '2027-03-31')
  })
})

describe('missing', () => {
  test('reported, found and talked to, with times; the talk is owed within 72 hours', async () => {
    const child = await childInCare()
    const cover = await served.worker('cover', child)
    const gone = {
      kind: 'missing',
      since: '28 Mar',
      since_time: '22:15',
      reported_by: 'Ann, her carer',
      done: 'Rang the police.',
    }
    await sent(
      child,
      'missing/record',
      { ...gone, told_who: ['police'], told_day: ['28 Mar'], told_why: [''], told_said: [''] },
      cover,
    )
    assert.match((await by(child, 'missing/record', gone)).html, /missing on that day already|Record the return first/)
    const [episode] = await standing<{ id: string; line: string }>('missing_episode', child, 'id, line')
    assert.deepEqual((await standing('night_place', child, 'kind')).at(-1), { kind: 'missing' })
    const back = {
      until: '29 Mar',
      until_time: '07:30',
      found_where: 'At the station',
      how_they_are: 'Cold, and hungry',
      back: 'home',
    }
    assert.match(
      (await by(child, `missing/${episode?.id}/found`, { ...back, until: '27 Mar' })).html,
      /before the child went missing/,
    )
    await sent(child, `missing/${episode?.id}/found`, back, cover)
    const owed = await served.query(
      `select r.due_at at time zone 'utc' as at from kith.duty_reason r where child = $1 and due_at is not null`,
      [child],
    )
    assert.equal(JSON.stringify(owed).includes('2027-04-01'), true, JSON.stringify(owed))
    const talk = {
      offered: '30 Mar',
      happened: '30 Mar',
      happened_time: '4pm',
      outcome: 'held',
      by: 'Sam of the charity',
      independent: 'yes',
    }
    const spoke = { ...talk, their_words: 'I wanted to see my brother.' }
    assert.match((await by(child, `missing/${episode?.line}/return-talk`, spoke)).html, /only if they agreed/)
    await sent(child, `missing/${episode?.line}/return-talk`, { ...spoke, may_be_heard: 'yes' })
    assert.deepEqual(await standing('return_interview', child, 'outcome, independent, offered::text'), [
      { outcome: 'held', independent: true, offered: '2027-03-30' },
    ])
    assert.equal((await standing('view', child, 'id')).length, 1)
  })
  test('a talk that was refused says why', async () => {
    const child = await childInCare()
    await sent(child, 'missing/record', { kind: 'missing', since: '28 Mar', reported_by: 'Ann', done: 'Looked.' })
    const [episode] = await standing<{ id: string; line: string }>('missing_episode', child, 'id, line')
    const talk = { happened: '30 Mar', outcome: 'declined', by: 'Sam', independent: 'yes' }
    assert.match(
      (await by(child, `missing/${episode?.line}/return-talk`, { ...talk, why_not: 'Twice' })).html,
      /not back/,
    )
    await sent(child, `missing/${episode?.id}/found`, {
      until: '29 Mar',
      found_where: 'Home',
      how_they_are: 'Well',
      back: 'home',
    })
    assert.match((await by(child, `missing/${episode?.line}/return-talk`, talk)).html, /Say why it was refused/)
  })
})

describe('leaving care, and coming back', () => {
  test('since when is put right, and the first review is owed on another day', async () => {
    const child = await childInCare({ since: '29 Mar' })
    assert.deepEqual(await duty(child, 'CP-06'), ['2027-04-26'])
    const [period] = await standing<{ id: string }>('care_period', child, 'id')
    const path = `care/${period?.id}/correct`
    assert.match((await by(child, path, { since: '1 May 2027' })).html, /has not come yet/)
    await sent(child, path, { since: '30 Mar', need: 'N1', why_now: 'It was after midnight.' })
    assert.deepEqual(await duty(child, 'CP-06'), ['2027-04-27'])
  })
  test('period, home and agreement end together; the child comes back by the same form', async () => {
    const child = await childInCare()
    const leaving = {
      ended: '30 Mar',
      reason: 'E4A',
      to: 'With Mum, at home',
      agreed: 'Mum, Nia and her reviewing officer',
    }
    assert.match((await by(child, 'leaves-care', { ...leaving, reason: '' })).html, /Choose why they leave care/)
    assert.match((await by(child, 'leaves-care', { ...leaving, ended: '1 Jan 2027' })).html, /cannot leave before/)
    await sent(child, 'leaves-care', leaving)
    assert.deepEqual(await standing('care_period', child, 'ended::text, end_reason'), [
      { ended: '2027-03-30', end_reason: 'E4A' },
    ])
    assert.deepEqual(await standing('placement', child, 'during::text'), [{ during: '[2027-02-01,2027-03-30)' }])
    assert.deepEqual(await standing('legal_basis', child, 'ended::text'), [{ ended: '2027-03-30' }])
    const back = {
      ...{ since: '31 Mar', power: 'interim care order', court: 'Family Court', night: 'at home', home_kind: 'U6' },
      ...{ how_it_came: 'planned', team: north, worker: '' },
    }
    const again = await send(as(manager), `/children/${child}/comes-back`, back)
    assert.equal(again.status, 303, again.html.replaceAll(/<[^>]*>/g, ' ').slice(0, 3000))
    assert.equal((await standing('care_period', child, 'id')).length, 2)
  })
})

describe('who was told, and the menu', () => {
  test('told on a day, or why not; put right and taken back', async () => {
    const child = await childInCare()
    assert.match((await by(child, 'told/record', { about: 'home' })).html, /Say who was told|why not|about: a parent/)
    const row = { about: 'home', told_who: 'GP', told_day: '', told_why: 'not yet', told_said: '' }
    await sent(child, 'told/record', row)
    const [told] = await standing<{ id: string }>('told', child, 'id')
    await sent(child, `told/${told?.id}/correct`, { ...row, told_day: '31 Mar', told_why: '' })
    assert.deepEqual(await standing('told', child, 'told::text, not_told'), [{ told: '2027-03-31', not_told: null }])
    const [now] = await standing<{ id: string }>('told', child, 'id')
    await sent(child, `told/${now?.id}/retract`, { reason: 'It was another child.' })
    assert.deepEqual(await standing('told', child, 'id'), [])
  })
  test('each sees what they may record, and no more', async () => {
    const child = await childInCare()
    const menu = async (who: Who) => (await get(as(who), `/children/${child}/record`)).html
    const linked = (html: string, to: string) => html.includes(`href="/children/${child}/${to}"`)
    const worker = await menu(ana)
    for (const to of ['homes/record', 'orders/record', 'missing/record', 'worker', 'leaves-care'])
      assert.ok(linked(worker, to), to)
    const cover = await menu(await served.worker('cover', child))
    assert.deepEqual(
      [linked(cover, 'missing/record'), linked(cover, 'homes/record'), linked(cover, 'orders/record')],
      [true, false, false],
    )
    const inspector = await menu(await served.worker('inspector', child))
    assert.match(inspector, /write nothing in it/)
    const boss = await menu(manager)
    assert.deepEqual([linked(boss, 'worker'), linked(boss, 'orders/record')], [true, false])
  })
  test('whoever may not write a part cannot open or send its forms', async () => {
    const child = await childInCare()
    const [plain, cover] = [await served.worker(undefined), await served.worker('cover', child)]
    const paths = ['homes/record', 'nights/record', 'orders/record', 'agreements/record', 'leaves-care', 'told/record']
    for (const path of paths)
      for (const who of [plain, cover, manager]) {
        assert.equal((await get(as(who), `/children/${child}/${path}`)).status, 403, path)
        const { hidden } = await get(as(ana), `/children/${child}/${path}?fresh=1`)
        const forged = await post(as(who), `/children/${child}/${path}`, { ...hidden, ...MOVE, _do: 'send' })
        assert.ok([403, 404].includes(forged.status), `${path} ${forged.status}`)
      }
  })
})
