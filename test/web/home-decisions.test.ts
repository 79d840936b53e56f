// Decisions about homes, courts and panels, the record of a review and the steps of a time missing: recorded, shown, put right, refused, closed to others.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { panelForms } from '#adoption/pages'
import { childRoutes } from '#child-pages'
import { recordFirst } from '#database'
import { homeDecisionForms } from '#home-decisions/pages'
import { missingStepForms } from '#missing/pages'
import { courtForms } from '#orders/pages'
import { reviewingForms } from '#reviewing/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf, send } from './filling.ts'

const FORMS = [...homeDecisionForms, ...courtForms, ...panelForms, ...missingStepForms, ...reviewingForms]
const routes = () => [...childRoutes(), ...routesOf(FORMS)]
let served: Served
let child = ''
let base = ''
let worker: Browser
/** Lines that a form hangs on. */
const lines: { placement: string; power: string; episode: string; review: string } = {
  ...{ placement: '', power: '', episode: '', review: '' },
}

before(async () => {
  served = await servedCouncil('home_decisions')
  const [found] = await served.query<{ child: string; line: string }>(
    `select p.child, p.line from kith.placement_current p join kith.review_current r on r.child = p.child
     where upper(p.during) is null and not r.adjourned order by p.child limit 1`,
  )
  child = found?.child ?? ''
  lines.placement = found?.line ?? ''
  base = `/children/${child}`
  const who = await served.worker('allocated-worker', child)
  worker = served.appFor(who, routes())
  await served.door.as(who, async (asking) => {
    const order = { kind: 'secure accommodation order', made: '2027-02-01', until: '2027-05-01' }
    lines.power = (await recordFirst(asking, 'kith.legal_basis', { child, columns: order })).id
    const gone = { kind: 'missing', since: '2027-03-20', since_at: '2027-03-20T22:00:00Z' }
    lines.episode = (await recordFirst(asking, 'kith.missing_episode', { child, columns: gone })).id
  })
  lines.review =
    (
      await served.query<{ line: string }>(
        'select line from kith.review_current where child = $1 order by held desc limit 1',
        [child],
      )
    )[0]?.line ?? ''
})
after(async () => await served.close())

test('nothing recorded is said so', async () => {
  const homes = await get(worker, `${base}/home-decisions`)
  assert.equal(homes.status, 200)
  for (const empty of [
    'Nobody has recorded how a home was chosen',
    'No decision is recorded',
    'No assessment of a parent',
  ])
    assert.ok(homes.html.includes(empty), empty)
  const courts = await get(worker, `${base}/courts-and-panels`)
  for (const empty of ['No proceedings are recorded', 'Nobody has given notice', 'No panel is recorded'])
    assert.ok(courts.html.includes(empty), empty)
})

const PREFERRED: Fields = {
  ...{
    family_or_friends: 'so',
    near_home: 'so',
    same_school: 'so',
    suits_their_needs: 'no question',
    in_our_area: 'so',
  },
}
const FAR: Fields = { on_day: '1 Mar', reason: 'noneAvailable', wish: 'not asked', answer: 'not decided', why: 'Kept.' }
type Case = readonly [path: string, table: string, page: string, fields: () => Fields, shows: RegExp]
const CASES: readonly Case[] = [
  [
    'home-choices',
    'home_choice',
    'home-decisions',
    () => ({
      ...{ ...PREFERRED, placement: lines.placement, decided: '1 Mar', why: 'Ann is kind.' },
      ...{ with_brothers_and_sisters: 'not so', with_brothers_and_sisters_why: 'No home took three.' },
    }),
    /No home took three/,
  ],
  [
    'home-checks',
    'home_check',
    'home-decisions',
    () => ({ placement: lines.placement, suitable: '1 Mar', not_seen: 'not', officer_told: '2 Mar', words: 'A flat.' }),
    /they could not see it first/,
  ],
  [
    'parent-assessments',
    'parent_assessment',
    'home-decisions',
    () => ({
      ...{ placement: lines.placement, completed: '1 Mar', decided: '3 Mar', outcome: 'goes on', words: 'Well.' },
      ...{ set_off_by: 'the law', set_off_on: '20 Feb' },
    }),
    /they stay with their parent[\s\S]*What set it off: The law asks for one now/,
  ],
  [
    'far-homes',
    'home_distance',
    'home-decisions',
    () => ({
      ...{ placement: lines.placement, on_day: '1 Mar', reason: 'keptSafe', wish: 'stay', answer: 'stays' },
      ...{
        officer_agreed: '2 Mar',
        why: 'It is safer there.',
        family: 'Dad comes each week.',
        school: 'They are new.',
      },
      ...{ siblings: 'A call each Sunday.', family_minutes: '55', health: 'harder' },
    }),
    /They are settled and stay[\s\S]*55 minutes to family[\s\S]*A call each Sunday/,
  ],
  [
    'home-decisions',
    'placement_decision',
    'home-decisions',
    () => ({
      ...{ placement: lines.placement, kind: 'long-term foster placement', since: '1 Mar', words: 'The panel.' },
      conditions: ['the carers agree', 'support assessed', 'wishes asked for'],
    }),
    /does not hold yet: the reviewing officer was asked/,
  ],
  [
    'proceedings',
    'proceedings',
    'courts-and-panels',
    () => ({ kind: 'care or supervision', issued: '1 Mar', extensions: '1', words: 'A court.' }),
    /extended once/,
  ],
  [
    'secure-panels',
    'secure_panel',
    'courts-and-panels',
    () => ({ power: lines.power, held: '1 Mar', outcome: 'stays', words: 'They said.' }),
    /They have to stay there for now/,
  ],
  [
    'guardianship-notices',
    'guardianship_notice',
    'courts-and-panels',
    () => ({ received: '1 Mar', words: 'An aunt.' }),
    /the report is not finished/,
  ],
  [
    'missing-steps',
    'missing_step',
    'missing',
    () => ({
      episode: lines.episode,
      step: 'service manager told',
      taken: '21 Mar',
      taken_time: '9pm',
      words: 'Dawn.',
    }),
    /Service manager told[\s\S]*21:00/,
  ],
]

describe('recorded, shown and put right', () => {
  for (const [path, table, page, fields, shows] of CASES)
    test(path, async () => {
      const sent = await send(worker, `${base}/${path}/record`, fields())
      assert.equal(sent.status, 303, sent.html.match(/govuk-error-summary[\s\S]{0,900}/)?.[0])
      assert.match((await get(worker, `${base}/${page}`)).html, shows)
      const [one] = await served.query<{ id: string }>(`select id from kith.${table}_current where child = $1`, [child])
      const why = table === 'home_choice' ? { why: 'Put right.' } : { words: 'Put right.' }
      const again = await send(worker, `${base}/${path}/${one?.id}/correct`, { ...fields(), ...why })
      assert.equal(again.status, 303, again.html.match(/govuk-error-summary[\s\S]{0,900}/)?.[0])
      assert.match((await get(worker, `${base}/${page}`)).html, /Put right\./)
    })

  test('the record of a review: written, given out, put right; a second is not begun beside it', async () => {
    const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
    const path = `${base}/reviews/${lines.review}/written`
    assert.equal((await send(officer, path, { written: '28 Mar' })).status, 303)
    assert.match((await get(officer, `${base}/reviewing`)).html, /not given out yet/)
    const [one] = await served.query<{ id: string }>('select id from kith.review_record_current where child = $1', [
      child,
    ])
    const right = { written: '28 Mar', given: '29 Mar', given_to: ['child', 'parents'] }
    const unsaid = await send(officer, `${base}/review-records/${one?.id}/correct`, right)
    assert.match(unsaid.html, /Say why the others are left out/)
    const said = { ...right, left_out: 'The carers and we have it in our own records.' }
    assert.equal((await send(officer, `${base}/review-records/${one?.id}/correct`, said)).status, 303)
    assert.match((await get(officer, `${base}/reviewing`)).html, /given out Mon 29 Mar 2027/)
    const second = await send(officer, path, { written: '30 Mar' })
    assert.equal(second.status, 422)
    assert.match(second.html, /in the record already/)
  })
})

describe('refused beside the field, with everything kept', () => {
  const home = () => ({ placement: lines.placement })
  const cases: readonly (readonly [path: string, fields: () => Fields, says: RegExp])[] = [
    [
      'home-choices',
      () => ({ ...PREFERRED, ...home(), decided: '1 Mar', why: 'Kept.', with_brothers_and_sisters: 'not so' }),
      /Say why it is not so/,
    ],
    ['home-choices', () => ({ ...PREFERRED, ...home(), decided: '1 Mar', why: 'Kept.' }), /Say whether it is so/],
    ['far-homes', () => ({ ...home(), ...FAR, answer: 'nearer' }), /Say what would bring them nearer/],
    ['far-homes', () => ({ ...home(), ...FAR, answer: 'stays' }), /Ask them first/],
    ['far-homes', () => ({ ...home(), ...FAR, wish: 'nearer', answer: 'stays' }), /They wish to live nearer/],
    ['far-homes', () => ({ ...home(), ...FAR, wish: 'stay', answer: 'stays' }), /the reviewing officer agreed/],
    ['far-homes', () => ({ ...home(), ...FAR, school_minutes: 'an hour' }), /whole minutes from 0 to 600/],
    ['home-checks', () => ({ ...home(), seen: '1 Mar', not_seen: 'not', words: 'Kept.' }), /so it could be seen/],
    ['home-checks', () => ({ ...home(), area_told: '1 Mar', words: 'Kept.' }), /Say that it was one/],
    ['home-checks', () => ({ placement: 'somebody else’s', words: 'Kept.' }), /Choose one from the list/],
    [
      'home-decisions',
      () => ({ ...home(), kind: 'visit interval agreed', since: '1 Mar', words: 'Kept.' }),
      /number of weeks/,
    ],
    [
      'home-decisions',
      () => ({ ...home(), kind: 'temporary approval', since: '1 Mar', conditions: 'support assessed', words: 'Kept.' }),
      /long-term foster placement only/,
    ],
    [
      'parent-assessments',
      () => ({ ...home(), completed: '5 Mar', decided: '4 Mar', outcome: 'ends', words: 'Kept.' }),
      /decided before it was completed/,
    ],
    ['proceedings', () => ({ kind: 'other', issued: '5 Mar', extensions: 'many', words: 'Kept.' }), /from 0 to 20/],
    [
      'guardianship-notices',
      () => ({ received: '5 Mar', reported: '4 Mar', words: 'Kept.' }),
      /comes after the notice/,
    ],
    [
      'missing-steps',
      () => ({ episode: lines.episode, step: 'director told', taken: '21 Mar', taken_time: 'late', words: 'Kept.' }),
      /Write the time of day/,
    ],
  ]
  for (const [path, fields, says] of cases)
    test(`${path}: ${says.source}`, async () => {
      const { status, html } = await send(worker, `${base}/${path}/record`, fields())
      assert.equal(status, 422)
      assert.match(html, says)
      assert.match(html, /Kept\./)
    })
})

test('an adoption panel: of those who see the adoption track only', async () => {
  assert.doesNotMatch((await get(worker, `${base}/courts-and-panels`)).html, /Adoption panels/)
  const fields = {
    about: 'match',
    received: '1 Mar',
    decided: '4 Mar',
    outcome: 'yes',
    told_orally: '5 Mar',
    words: 'A.',
  }
  const adopts = served.appFor(await served.worker('adoption-team', child), routes())
  const sent = await send(adopts, `${base}/adoption-panels/record`, fields)
  assert.equal(sent.status, 303, sent.html.match(/govuk-error-summary[\s\S]{0,900}/)?.[0])
  assert.match((await get(adopts, `${base}/courts-and-panels`)).html, /parents not told in writing yet/)
  const early = await send(adopts, `${base}/adoption-panels/record`, {
    ...fields,
    received: '2 Mar',
    decided: '',
    outcome: '',
  })
  assert.equal(early.status, 422)
  assert.match(early.html, /Parents are told once it is decided/)
})

test('who may not write reads and cannot record; nobody else sees it; nothing was logged as broken', async () => {
  const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
  assert.doesNotMatch((await get(officer, `${base}/home-decisions`)).html, /Record how one was chosen/)
  assert.equal((await get(officer, `${base}/home-checks/record`)).status, 403)
  const stranger = served.appFor(await served.worker(undefined), routes())
  for (const page of ['home-decisions', 'courts-and-panels'])
    assert.equal((await get(stranger, `${base}/${page}`)).status, 403)
  assert.deepEqual(served.logged, [])
})
