// A home for one child in the browser: request, shortlist, ask, refusal, decision, look after 72 hours; who may not; what is left out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { careEventForms } from '#care-events'
import { carersForms, carersRoutes } from '#carers/pages'
import type { Who } from '#database'
import { findingHomesForms, findingHomesRoutes } from '#finding-homes/pages'
import { homeRoutes } from '#home'
import { homeRequestForms } from '#home-requests/pages'
import { inTrayForms } from '#in-tray'
import { AS_IT_SHIPS, writeSettings } from '#matching-settings'
import { matchingSettingsForms, matchingSettingsRoutes } from '#matching-settings/pages'
import { writingForms } from '#writing'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { asItOpens, type Fields, get, type Opened, post, routesOf } from './filling.ts'

let served: Served
let child = ''
let elsewhere = ''
let workerWho: Who
let as: Record<'worker' | 'team' | 'both' | 'manager' | 'other' | 'analyst' | 'director', Browser>
const routes = () => [
  ...carersRoutes(),
  ...homeRoutes([]),
  ...findingHomesRoutes(),
  ...matchingSettingsRoutes(),
  ...routesOf([
    ...carersForms,
    ...homeRequestForms,
    ...findingHomesForms,
    ...careEventForms,
    ...matchingSettingsForms,
    ...writingForms,
    ...inTrayForms,
  ]),
]

before(async () => {
  served = await servedCouncil('finding a home')
  const [one, two] = await served.query<{ child: string }>(`select child from kith.placement_current
    where during @> date '2027-03-31' and kind ~ '^U[46]$' and home is not null order by child limit 2`)
  assert.ok(one !== undefined && two !== undefined)
  ;({ child } = one)
  elsewhere = two.child
  const appOf = async (relation: string, of?: string) => served.appFor(await served.worker(relation, of), routes())
  workerWho = await served.worker('allocated-worker', child)
  as = {
    ...{ worker: served.appFor(workerWho, routes()), team: await appOf('placement-team', child) },
    ...{ manager: await appOf('manager-line', child), other: await appOf('placement-team', two.child) },
    both: await inTwoParts(),
    ...{ analyst: await appOf('analyst'), director: await appOf('director') },
  }
})
/** The child's own worker, who places children too. */
async function inTwoParts(): Promise<Browser> {
  const who = await served.worker('placement-team', child)
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.standing_relation (council, id, line, person, relation, child, since, until, retracted, reason, recorded_by)
     select $1, id, id, $2, 'allocated-worker', $3, '2015-01-01', 'infinity', false, 'role', $2 from fresh`,
    [who.council, who.person, child],
  )
  return served.appFor(who, routes())
}
after(async () => await served.close())

const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (who: Browser, path: string): Promise<string> => {
  const { status, html } = await get(who, path)
  assert.equal(status, 200, `${path}: ${text(html).slice(0, 600)}`)
  return text(html)
}
const at = (rest: string): string => `/children/${child}/${rest}`
async function changed(who: Browser, path: string, fields: Fields): Promise<Pick<Opened, 'status' | 'html'>> {
  const { html, hidden } = await get(who, `${path}?fresh=1`)
  const answer = await post(who, path, { ...hidden, ...asItOpens(html), ...fields, _do: 'send' })
  return { status: answer.status, html: await answer.text() }
}
const taken = async (who: Browser, path: string, fields: Fields): Promise<void> => {
  const { status, html } = await changed(who, path, fields)
  assert.equal(status, 303, `${path}: ${text(html).slice(0, 1200)}`)
}
const FOR_ALL: Fields = {
  ...{ decided: '1 Feb 2026', decided_by: 'agency decision-maker', kinds: ['long term'], places: '2', age_from: '0' },
  ...{ age_to: '17', sexes: 'any', since: '1 Feb 2026', decision: 'Panel.' },
}
async function home(name: string, more: Readonly<Record<string, Fields>>, postcode = 'VD4 1QZ'): Promise<string> {
  await taken(as.team, '/homes/record', {
    kind: 'our foster home',
    name,
    pets: ['dog'],
    step_free: 'no',
    enjoy: 'Football on Sundays.',
  })
  const [row] = await served.query<{ line: string }>('select line from kith.household order by id desc limit 1')
  const line = row?.line ?? ''
  for (const [part, fields] of Object.entries({
    address: { postcode, since: '1 Feb 2026', who_may_know: 'all' },
    ...more,
  }))
    await taken(as.team, `/homes/${line}/${part}/record`, fields)
  return line
}
let colby = ''
let bright = ''
let full = ''

test('a request is refused with everything kept, then recorded from the record; what is missing is listed', async () => {
  assert.match(await shown(as.worker, at('home-request')), /No home is looked for/)
  const wrong = await changed(as.worker, at('home-requests/record'), {
    needed_by: '',
    own: 'Somewhere with a dog.',
    kinds: [],
  })
  assert.equal(wrong.status, 422)
  assert.match(text(wrong.html), /Write the day from which a home is needed.*at least one/)
  assert.match(wrong.html, /Somewhere with a dog\./)
  await taken(as.worker, at('home-requests/record'), {
    ...{ needed_by: '20 Apr 2027', own: 'Somewhere with a dog.', like: 'football\ndrawing', hope: ['a dog'] },
    ...{ family_considered: '', living_with: 'anybody', kinds: ['foster'] },
  })
  const page = await shown(as.worker, at('home-request'))
  assert.match(page, /Somewhere with a dog\./)
  assert.match(page, /Not known yet.*Whether a parent or somebody they are connected with/)
  assert.match(page, /The family home/)
})

test('no list opens before family was considered; then homes stand in three kinds, with law and questions', async () => {
  colby = await home('Hazel and Ian Colby', { approvals: FOR_ALL })
  bright = await home('Ada Bright', { approvals: { ...FOR_ALL, age_from: '0', age_to: '1' } })
  full = await home('Full House', {
    approvals: { ...FOR_ALL, places: '1' },
    holds: { kind: 'away', since: '1 Mar 2027', why: 'Away.' },
  })
  await home('Nobody Knows', {})
  assert.match(await shown(as.team, at('finding-home')), /section 22C/)
  const [row] = await served.query<{ id: string }>(`select id from kith.home_request_current where child = $1`, [child])
  await taken(as.worker, at(`home-requests/${row?.id}/correct`), { family_considered: 'yes' })
  const page = await shown(as.team, at('finding-home'))
  assert.match(page, /1\. Hazel and Ian Colby/)
  assert.match(page, /Here too they like football/)
  assert.match(page, /Not known: drawing|not known: drawing/)
  assert.match(page, /Need a decision or an answer first.*Ada Bright.*terms of approval/)
  assert.match(page, /Nobody Knows.*How many places are free is not known/)
  assert.match(page, /Looked at, and cannot be.*Full House/)
  assert.doesNotMatch(page, /\d{1,3}%|score/i)
})

test('the placement team of another child, an analyst, and a worker who does not work with homes, find nothing', async () => {
  for (const [who, expected] of [
    [as.other, 404],
    [as.analyst, 404],
    [as.worker, 200],
  ] as const) {
    const { status, html } = await get(who, at('finding-home'))
    assert.ok(status === expected || status === 403, `${status}`)
    assert.doesNotMatch(html, /Colby/)
  }
})

test('a protected home shows a band, and is on no map', async () => {
  const kept: Fields = {
    who_may_know: 'kept',
    audience: ['placement-team'],
    power: "carer's safety",
    decided: '1 Feb',
    why: 'Court.',
  }
  const [row] = await served.query<{ id: string }>(
    `select id from kith.household_address_current where household = $1`,
    [colby],
  )
  await taken(as.team, `/homes/address/${row?.id}/correct`, kept)
  const { html } = await get(as.team, at('finding-home'))
  const line = text(html)
  assert.doesNotMatch(line, /Hazel and Ian Colby [\d.]+ miles/)
  assert.doesNotMatch(html, /<title>Hazel and Ian Colby<\/title>/)
  assert.doesNotMatch(html, /VD4 1QZ/)
})

test('asked with the profile; what must be known goes with it, and only a manager leaves it out', async () => {
  await served.query(
    `insert into kith.must_know (council, line, id, child, recorded_by, kind, audience, review_by)
     select council, id, id, $1, (select recorded_by from kith.home_request limit 1), 'safety', array['allocated-worker','placement-team','manager-line','records-officer'], date '2027-12-01'
     from (select council, kith.new_id() as id from kith.child where id = $1) x`,
    [child],
  )
  const [fact] = await served.query<{ line: string }>(`select line from kith.must_know_current where child = $1`, [
    child,
  ])
  const leave = at(`must-knows/${fact?.line}/leave-out`)
  const team = await changed(as.team, leave, { why: 'Not needed.' })
  assert.notEqual(team.status, 303)
  await taken(as.team, at(`homes-found/${colby}/ask`), { said: 'Rang them.', left_out: ['like'] })
  const shared = await shown(as.team, at('home-request'))
  assert.match(shared, /Hazel and Ian Colby : Asked/)
  const { status } = await changed(as.manager, leave, { why: 'A court ordered it.' })
  assert.equal(status, 303)
  assert.match(await shown(as.team, at('home-request')), /Left out by a manager.*A court ordered it\./)
})

test('what they asked, our answer and their no are kept, and the home leaves the list; put back, they say yes', async () => {
  const path = at(`homes-found/${colby}/answer`)
  await taken(as.team, path, { kind: 'question', said: 'Does he sleep well?' })
  await taken(as.team, path, { kind: 'not known', said: 'We do not know.' })
  assert.equal((await changed(as.team, path, { kind: 'no', said: 'Too soon.' })).status, 422)
  await taken(as.team, path, { kind: 'no', said: 'Too soon after Kai.', reason: 'pause' })
  assert.match(await shown(as.team, at('finding-home')), /Taken off the list, or said no.*Too soon after Kai/)
  await taken(as.team, at(`homes-found/${colby}/step`), { kind: 'child says no', said: 'Not there.' })
  await taken(as.team, at(`homes-found/${colby}/step`), { kind: 'put back' })
  assert.match(
    await shown(as.team, at('finding-home')),
    /Need a decision.*Hazel and Ian Colby.*named person who has talked with the child/,
  )
  await taken(as.team, path, { kind: 'yes', said: 'We would love to.' })
})

test('settings of matching: versions of the director’s with a reason, read by lists and steps; nobody else writes them', async () => {
  assert.match(await shown(as.team, '/homes/settings'), /As they ship with Kith: standard-1.*changed nothing/)
  const change = '/homes/settings/change'
  assert.equal((await changed(as.team, change, { why: 'Mine.' })).status, 403)
  const wrong = {
    weigh_home: '41',
    steps: '20, 10',
    own_over: '12',
    meet_within: 'ten',
    enough: '5',
    most: '4',
    why: '',
  }
  const { status, html } = await changed(as.director, change, wrong)
  assert.equal(status, 422)
  for (const said of [/0 to 40\./, /each further than/, /Say who decides/, /1 to 20 working days\./, /than are shown/])
    assert.match(text(html), said)
  assert.match(text(html), /Say why it is changed/)
  assert.equal(asItOpens(html)['steps']?.[0], '20, 10')
  assert.match(text((await changed(as.director, change, { why: 'So.' })).html), /Nothing is changed yet/)
  const before = await get(as.director, `${change}?fresh=1`)
  await taken(as.director, change, { weigh_home: '25', steps: '5, 15', meet_within: '7', why: 'Nearer counts more.' })
  const page = await shown(as.team, '/homes/settings')
  assert.match(page, /In force: council-1, by .*Near the family home 25 20 0 to 40.*Nearer counts more\..*20, now 25/)
  await taken(as.director, change, { weigh_home: '26', why: 'More.' })
  const late = await post(as.director, change, {
    ...{ ...before.hidden, ...asItOpens(before.html), weigh_home: '30', why: 'Late.', _do: 'send' },
  })
  assert.notEqual(late.status, 303)
  assert.match(await shown(as.team, at('finding-home')), /Settings of this list: council-2/)
  assert.match(await shown(as.team, at('finding-home')), /Within 15 miles first/)
  await taken(as.team, at(`homes-found/${full}/step`), { kind: 'shortlisted' })
  const steps = await served.query<{ settings: string }>(
    'select distinct settings from kith.home_step order by settings',
  )
  assert.deepEqual(
    steps.map(({ settings }) => settings),
    ['council-2', 'standard-1'],
  )
  for (const relation of ['placement-team', 'manager-line', 'administrator'])
    await assert.rejects(
      served.door.as(await served.worker(relation, child), async (asking) => {
        const written = { values: AS_IT_SHIPS, why: 'Mine.', of: undefined }
        await writeSettings(asking, written)
      }),
      /not allowed/,
      relation,
    )
})

test('a child’s no stops a decision until somebody answered it; then it is recorded with its list, and looked at again', async () => {
  const path = at(`homes-found/${colby}/choose`)
  const fields: Fields = {
    starts: '1 Apr 2027',
    why: 'Near school.',
    child_says: 'All right.',
    not_there: 'Nothing near.',
    not_first: 'It is nearer.',
  }
  const refused = await changed(as.team, path, fields)
  assert.equal(refused.status, 422)
  assert.match(text(refused.html), /They say no\. Record first who talked/)
  await taken(as.team, at(`homes-found/${colby}/step`), {
    kind: 'child is heard',
    said: 'Priya talked with him: he will visit first.',
  })
  // Whoever hears views is offered them: the child's own worker who is on duty for homes, or the worker afterwards. The team hears none.
  await taken(as.worker, at('views/record'), {
    ...{ whose: 'child', happened: '20 Mar', about: 'home', words: 'I want the house with the dog.' },
  })
  const [said] = await served.query<{ line: string }>('select line from kith.view_current where child = $1', [child])
  const view = said?.line ?? ''
  assert.doesNotMatch((await get(as.team, `${path}?fresh=1`)).html, /house with the dog|name="view"/)
  assert.equal((await changed(as.team, path, { ...fields, child_says: '', view })).status, 422)
  assert.match((await get(as.both, `${path}?fresh=1`)).html, /I want the house with the dog\./)
  const silent = await changed(as.both, path, { ...fields, child_says: '' })
  assert.match(text(silent.html), /or choose what they have said already/)
  await taken(as.both, path, { ...fields, view, reserve: 'yes' })
  const [place] = await served.query<{ household: string; since: string; look_again: string }>(
    'select household, since::text, look_again::text from kith.place_held_current where child = $1',
    [child],
  )
  assert.deepEqual(place, { household: colby, since: '2027-03-31', look_again: '2027-04-08' })
  const second = await changed(as.team, path, fields)
  assert.notEqual(second.status, 303)
  const page = await shown(as.worker, at('home-request'))
  assert.match(page, /Decided: Hazel and Ian Colby.*All right\..*They move in planned for.*regulation 9/)
  const [row] = await served.query<{ list_hash: string; settings: string }>(
    'select list_hash, settings from kith.match_decision',
  )
  assert.match(row?.list_hash ?? '', /^[0-9a-f]{64}$/)
  assert.equal(row?.settings, 'council-2')
  assert.match(page, /Listed by settings council-2/)
  assert.match(page, /What the child has said “I want the house with the dog\.” Sat 20 Mar 2027, said/)
  const team = await shown(as.team, at('home-request'))
  assert.match(team, /What the child has said Their own words are in the record, for those of whom they were told/)
  assert.doesNotMatch(team, /house with the dog/)
  assert.doesNotMatch(team, /Choose what they have said already/)
  const [decision] = await served.query<{ id: string }>('select id from kith.match_decision_current')
  const tie = at(`match-decisions/${decision?.id}/view`)
  assert.equal((await changed(as.worker, tie, { view: '' })).status, 422)
  await taken(as.worker, tie, { view })
  const [match] = await served.query<{ line: string }>('select line from kith.match_decision')
  await taken(as.worker, at('match-reviews/record'), {
    ...{
      decision: match?.line ?? '',
      stage: '72 hours',
      own: 'The dog sleeps on my bed.',
      promised: 'My bike.',
      goes: 'more is needed',
    },
  })
  const [look] = await served.query<{ id: string; line: string }>('select id, line from kith.match_review_current')
  const todo = { what: 'Fetch his bike.', intended: 'He rides to school.', due: '10 Apr' }
  const late = await changed(as.worker, at(`match-reviews/${look?.id}/action`), { ...todo, due: '1 Mar 2027' })
  assert.equal(late.status, 422)
  await taken(as.worker, at(`match-reviews/${look?.id}/action`), todo)
  const [action] = await served.query('select on_table, on_line from kith.action_current where child = $1', [child])
  assert.deepEqual(action, { on_table: 'match_review', on_line: look?.line })
  assert.match(await shown(as.worker, at('home-request')), /Fetch his bike\.: by Sat 10 Apr/)
  assert.equal((await changed(as.team, at(`match-reviews/${look?.id}/action`), todo)).status, 403)
  // The next look is owed by the child's own worker, on whose start page it stands once it is near.
  assert.match(await shown(as.team, '/homes/wanted'), /New homes to look at again 1 .*After 28 days .*SW\d+/)
  await served.query("update kith.allocation set worker = $1 where child = $2 and role = 'allocated-worker'", [
    workerWho.person,
    child,
  ])
  assert.match(await shown(as.director, '/homes/wanted'), /After 28 days .*Dawn Test/)
  await served.query("update kith.match_decision set starts = '2027-02-20', decided = '2027-02-20' where child = $1", [
    child,
  ])
  assert.match(await shown(as.worker, '/'), /How is the new home\? 1 .*after 28 days was due Sat 20 Mar 2027/)
  assert.doesNotMatch(await shown(as.manager, '/'), /How is the new home/)
  await served.query("update kith.match_decision set starts = '2027-04-01', decided = '2027-03-31' where child = $1", [
    child,
  ])
  assert.match(await shown(as.worker, at('home-request')), /The dog sleeps on my bed.*Promised and not come: My bike\./)
})

test('a place is reserved once, and is free again with the decision taken back', async () => {
  const choose = at(`homes-found/${colby}/choose`)
  const reserving = /Reserve the place|name="reserve"/
  const [decision] = await served.query<{ id: string }>('select id from kith.match_decision_current')
  assert.match(await shown(as.both, at('home-request')), /The place is reserved\./)
  for (const path of [at('home-request'), `${choose}?fresh=1`])
    assert.doesNotMatch((await get(as.both, path)).html, reserving)
  const retract = at(`match-decisions/${decision?.id}/retract`)
  await taken(as.both, retract, { reason: 'The carer is ill.' })
  const held = await served.query('select until::text, outcome from kith.place_held_current where child = $1', [child])
  assert.deepEqual(held, [{ until: '2027-04-01', outcome: 'no longer needed' }])
  assert.match((await get(as.both, `${choose}?fresh=1`)).html, reserving)
  // As it was: they move in by this decision below.
  await served.query("delete from kith.match_decision where change = 'retraction'")
  await served.query('delete from kith.place_held where supersedes is not null')
})

test('where what they said was taken back, that is said, and whoever hears views chooses again', async () => {
  const [view] = await served.query<{ id: string }>('select id from kith.view_current where child = $1', [child])
  await taken(as.worker, at(`views/${view?.id}/retract`), { reason: 'Said of another house.' })
  const page = await shown(as.worker, at('home-request'))
  assert.match(page, /What the child has said What this decision stood on was taken back.*Choose what they have said/)
  assert.doesNotMatch(page, /house with the dog|Their own words are in the record/)
  assert.doesNotMatch(await shown(as.team, at('home-request')), /Choose what they have said already|house with the dog/)
})

test('homes side by side: two to four', async () => {
  assert.match(await shown(as.team, at(`finding-home/compare?a=${colby}`)), /at least two/)
  assert.match(
    await shown(as.team, at(`finding-home/compare?a=${colby}&b=${bright}&c=${full}`)),
    /Side by side.*Cannot be/,
  )
  assert.match(await shown(as.team, '/homes/wanted'), /1 child waits/)
})

const cannot = (page: string): string => /Looked at, and cannot be(.*?)Where they are/.exec(page)?.[1] ?? ''
test('with whom they must not live rules homes out, in both directions, and names nobody to whoever may not know them', async () => {
  const path = at('kept-apart/record')
  const empty = await changed(as.worker, path, { why: 'He was hit there.' })
  assert.equal(empty.status, 422)
  assert.match(text(empty.html), /Choose with whom; or write an age.*Say how firmly.*Say who decided it/)
  assert.match(empty.html, /He was hit there\./)
  const said: Fields = { firmness: 'never', why: 'He was hit there.', who: 'Mo, his manager' }
  assert.equal((await changed(as.worker, path, { ...said, other: elsewhere })).status, 422)
  await taken(as.worker, path, { ...said, other: `home ${colby}` })
  assert.match(
    await shown(as.worker, at('home-request')),
    /Must not live with 1.*Hazel and Ian Colby : never, whatever is planned/,
  )
  assert.match(cannot(await shown(as.team, at('finding-home'))), /Hazel and Ian Colby.*kept apart from them/)
  const [row] = await served.query<{ id: string }>('select id from kith.kept_apart')
  await taken(as.worker, at(`kept-apart/${row?.id}/retract`), { reason: 'It was another home.' })
  assert.doesNotMatch(cannot(await shown(as.team, at('finding-home'))), /Hazel and Ian Colby/)
  await served.query(
    `insert into kith.placement_household (council, line, id, child, recorded_by, placement, household)
     select p.council, n.id, n.id, p.child, p.recorded_by, p.line, $2 from kith.placement_current p cross join lateral (select kith.new_id() as id offset 0) n
     where p.child = $1 and p.during @> date '2027-03-31'`,
    [elsewhere, bright],
  )
  await served.query(
    `insert into kith.kept_apart (council, line, id, child, recorded_by, kind, other, firmness, decided)
     select council, n, n, $1, (select recorded_by from kith.home_request limit 1), 'child', $2, 'never', date '2027-03-01'
     from (select council, kith.new_id() as n from kith.child where id = $1) x`,
    [elsewhere, child],
  )
  const list = await shown(as.team, at('finding-home'))
  assert.match(cannot(list), /Ada Bright/)
  assert.match(await shown(as.worker, at('home-request')), /Must not live with 0/)
  for (const who of [as.other, as.analyst]) assert.notEqual((await changed(who, path, said)).status, 303)
})

test('they move in as it was decided: which home it is, the place and the request follow', async () => {
  const open = await get(as.worker, at('homes/record'))
  assert.match(text(open.html), /Is it the home that was decided on\?/)
  const [match] = await served.query<{ line: string }>('select line from kith.match_decision')
  assert.match(open.html, new RegExp(`<option value="${match?.line}" selected`))
  await taken(as.worker, at('homes/record'), {
    ...{ since: '31 Mar 2027', home_kind: 'U6', how_it_came: 'planned', why: 'CARPL', who_may_know: 'all' },
    decided_home: match?.line ?? '',
  })
  const [tied] = await served.query<{ household: string }>(
    'select household from kith.placement_household_current where child = $1',
    [child],
  )
  assert.equal(tied?.household, colby)
  assert.match(
    await shown(as.worker, at('home-request')),
    /Closed on Wed 31 Mar 2027: A home was found.*They move in Wed 31 Mar 2027.*Which plan it is, and who signed/,
  )
  // Ended before the look after 28 days fell due: nobody owes it.
  const lived = async (until: string) => {
    await served.query(
      "update kith.placement set during = daterange('2027-02-20', $2) where line = (select placement from kith.placement_household_current where child = $1)",
      [child, until],
    )
    return await shown(as.worker, '/')
  }
  await served.query("update kith.match_decision set starts = '2027-02-20', decided = '2027-02-20' where child = $1", [
    child,
  ])
  assert.match(await lived('2027-03-21'), /How is the new home\? 1 .*after 28 days was due Sat 20 Mar 2027/)
  assert.doesNotMatch(await lived('2027-03-20'), /How is the new home/)
  assert.doesNotMatch(await shown(as.worker, at('home-request')), /After 28 days/)
})
