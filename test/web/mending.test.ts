// From a flag to the field that is put right: every link of every owner opens, shows the field, and mending it there takes the flag away at once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { type Asking, correct, type RecordColumns, type RecordTable, recordFirst } from '#database'
import { checkWhole, MEND_FORMS, mendingPages } from '#return-work'
import type { Route } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { beside, TODAY } from './returns-served.ts'
import { ask, type SignedIn, signIn, wholeApp } from './whole-app.ts'

const MINE = '/returns/ssda903/2027/mine'
let served: Served
let app: Hono
let routes: readonly Route[]
const people = new Map<string, SignedIn>()
const as = async (person: string): Promise<SignedIn> => {
  const known = people.get(person) ?? (await signIn(served, person))
  people.set(person, known)
  return known
}
const see = async (person: string, path: string) => {
  const answer = await ask(app, { method: 'GET', path }, { secret: (await as(person)).secret })
  return { status: answer.status, html: await answer.text() }
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly child: string }
/** Each kind on a child of its own, so that one mended field takes its flag and no other. */
const used = new Set<string>()
async function anyOf(table: string, where = 'true'): Promise<Row> {
  const rows = await served.query<Row>(
    `select v.* from kith.${table}_current v where ${where} and exists (
       select from kith.care_period_current p where p.child = v.child and (p.ended is null or p.ended >= '2026-04-01'))
     and exists (select from kith.allocation_current a where a.child = v.child and a.role = 'allocated-worker' and upper_inf(a.during))
     order by v.child, v.id`,
  )
  const row = rows.find(({ child }) => !used.has(child))
  assert.ok(row !== undefined, `no ${table} where ${where}`)
  used.add(row.child)
  return row
}
const service = async <T>(work: (asking: Asking) => Promise<T>): Promise<T> =>
  await served.door.asService(served.council.council, 'command line', work)
async function wrong<T extends RecordTable>(
  table: T,
  columns: Partial<RecordColumns<T>>,
  where?: string,
): Promise<Spoiled> {
  const { id, child, ...was } = await anyOf(table.replace('kith.', ''), where)
  const done = await service(async (asking) => await correct(asking, table, { id, columns }))
  assert.ok('ok' in done, JSON.stringify(done))
  return { child, was }
}
async function begin<T extends RecordTable>(table: T, child: string, columns: RecordColumns<T>): Promise<Spoiled> {
  await service(async (asking) => await recordFirst(asking, table, { child, columns }))
  return { child, was: {} }
}

/** How one child's record is spoiled, and what is typed where it is put right; `by`: who writes it, where the owner does not. */
type Spoiled = { readonly child: string; readonly was: Readonly<Record<string, unknown>> }
type Kind = {
  /** Every flag that came with it where none is named. */
  readonly rule: string
  readonly spoil: () => Promise<Spoiled>
  readonly right: (was: Spoiled['was']) => Readonly<Record<string, string>>
  readonly by?: string
}
const inCare = async (and = 'true'): Promise<string> => (await anyOf('care_period', `v.ended is null and ${and}`)).child
async function adopted(): Promise<string> {
  const { id, child } = await anyOf('care_period', `v.ended between '2026-05-01' and '2027-03-01'`)
  await service(async (asking) => await correct(asking, 'kith.care_period', { id, columns: { end_reason: 'E11' } }))
  return child
}
const YEAR = '2027-03-31'

const KINDS: Readonly<Record<string, Kind>> = {
  'record-sex': {
    rule: '101',
    spoil: async () => await wrong('kith.identity_code', { code: 'X' }, `kind = 'sex for the return'`),
    right: ({ code }) => ({ sex: String(code) }),
  },
  'record-ethnicity': {
    rule: '103',
    spoil: async () => await wrong('kith.identity_code', { code: 'ZZZZ' }, `kind = 'ethnicity for the return'`),
    right: ({ code }) => ({ ethnicity: String(code) }),
  },
  'record-identifier': {
    rule: '168',
    spoil: async () => await wrong('kith.child_identifier', { value: 'BAD' }, `issuer = 'upn'`),
    right: ({ value }) => ({ value: String(value) }),
  },
  'record-birth': {
    rule: '',
    spoil: async () => await wrong('kith.birth_claim', { born: '2031-01-01' }),
    right: ({ born }) => ({ born: String(born), basis: 'certificate' }),
  },
  'record-motherhood': {
    rule: '',
    spoil: async () => {
      const girl = `exists (select from kith.identity_code_current i where i.child = v.child and i.code = 'F')
        and exists (select from kith.birth_claim_current b where b.child = v.child and b.born < '2012-01-01')`
      const wrongly = { is_mother: true, first_child_born: '2000-01-01' }
      return await begin('kith.motherhood', await inCare(girl), wrongly)
    },
    right: () => ({ is_mother: 'no', first_child_born: '' }),
  },
  'record-asylum-status': {
    rule: '205B',
    spoil: async () => {
      const child = await inCare(`coalesce(v.began, v.began_by) < '2025-12-01'`)
      await begin('kith.unaccompanied', child, { until: '2026-05-05' })
      const [born] = await served.query<{ adult: string }>(
        `select (born + interval '18 years')::date as adult from kith.birth_claim_current where child = $1`,
        [child],
      )
      return { child, was: { adult: born?.adult } }
    },
    right: ({ adult }) => ({ until: String(adult) }),
  },
  'record-previous-permanence': {
    rule: '631',
    spoil: async () =>
      await begin('kith.previous_permanence', (await anyOf('care_period', `v.began >= '2026-05-01'`)).child, {
        kind: 'P9',
      }),
    right: () => ({ kind: 'Z1' }),
  },
  'record-care-period': {
    rule: '145',
    spoil: async () => await wrong('kith.care_period', { need: 'N9' }, 'v.ended is null'),
    right: ({ need }) => ({ need: String(need) }),
  },
  'record-care-end': {
    rule: '149',
    spoil: async () => await wrong('kith.care_period', { end_reason: 'E99' }, `v.ended >= '2026-05-01'`),
    right: ({ end_reason }) => ({ reason: String(end_reason) }),
  },
  'record-placement': {
    rule: '146',
    spoil: async () => await wrong('kith.placement', { kind: 'Q9' }, `upper_inf(v.during) and v.kind = 'U6'`),
    right: () => ({ home_kind: 'U6', how_it_came: 'planned' }),
  },
  'record-home-details': {
    rule: '178',
    spoil: async () => await wrong('kith.placement', { provider: 'PR9' }, `upper_inf(v.during) and v.kind = 'U6'`),
    right: ({ provider }) => ({ provider: String(provider) }),
  },
  'record-legal-status': {
    rule: '362',
    spoil: async () =>
      await wrong(
        'kith.legal_basis',
        { kind: 'emergency protection order' },
        `v.kind = 'care order' and v.ended is null`,
      ),
    right: ({ kind }) => ({ power: String(kind) }),
  },
  'record-review': {
    rule: '167',
    spoil: async () => await wrong('kith.review', { participation: 'PN9' }, `v.held >= '2026-05-01'`),
    right: ({ participation }) => ({ participation: String(participation), what: 'We met.' }),
    by: 'reviewing-officer',
  },
  'record-year-answers': {
    rule: '181',
    spoil: async () =>
      await wrong('kith.year_answer', { answer: '7' }, `v.question = 'teeth-checked' and v.year_ending = '2027-03-31'`),
    right: ({ answer }) => ({ 'teeth-checked': String(answer) }),
  },
  'record-care-leaver-answers': {
    rule: '131',
    spoil: async () =>
      await begin('kith.care_leaver_answer', await inCare(), {
        year_ending: YEAR,
        in_touch: 'XX',
        activity: 'F2',
        accommodation: 'U1',
      }),
    right: () => ({ in_touch: 'YES' }),
  },
  'record-adoption': {
    rule: '176',
    spoil: async () =>
      await begin('kith.adoption', await adopted(), {
        placed: '2026-04-05',
        matched: '2026-04-20',
        adopters: 2,
        adopters_sex: 'XX',
      }),
    right: () => ({ adopters_sex: 'MF' }),
    by: 'adoption-team',
  },
  'record-adoption-decision': {
    rule: '120',
    spoil: async () =>
      await begin('kith.adoption_decision', await inCare(), {
        decided: '2026-05-05',
        ceased: '2026-06-05',
        cease_reason: 'RD9',
      }),
    right: () => ({ cease_reason: 'RD1' }),
    by: 'adoption-team',
  },
  'record-missing': {
    rule: '',
    spoil: async () => {
      const away = { kind: 'missing', since: '2020-01-01', until: '2026-05-05' }
      return await begin(
        'kith.missing_episode',
        await inCare(`v.began > '2024-01-01' and v.began < '2026-05-01'`),
        away,
      )
    },
    right: () => ({ since: '4 May 2026' }),
  },
  'record-allocation': {
    rule: 'SW13STG1',
    spoil: async () =>
      await wrong('kith.allocation', { end_reason: 'BAD' }, `upper(v.during) between '2026-05-01' and '2027-03-01'`),
    right: () => ({ because: 'OTHERS' }),
  },
  'worker-number': {
    rule: 'SW02STG1',
    spoil: async () => {
      const worker = await served.worker(undefined)
      const spoiled = await wrong(
        'kith.allocation',
        { worker: worker.person },
        `upper(v.during) between '2026-05-01' and '2027-03-01'`,
      )
      return { child: spoiled.child, was: { about: worker.person } }
    },
    right: () => ({ number: 'sw 424242' }),
    by: 'administrator',
  },
}

type Flag = { readonly key: string; readonly child: string; readonly rule: string; readonly owner: string | null }
const standing = async () =>
  await served.query<Flag>('select key, child, rule, owner from kith.return_flag where year = 2027 and gone is null')
/** Everything that the owner's list links to, page by page. */
async function linksOf(owner: string): Promise<readonly string[]> {
  const found: string[] = []
  for (let page = 1; page < 20; page += 1) {
    const { html, status } = await see(owner, `${MINE}?page=${page}`)
    assert.equal(status, 200)
    found.push(...[...html.matchAll(/href="(\/children\/[^"]+)"/g)].map(([, to = '']) => to))
    if (!html.includes(`page=${page + 1}`)) break
  }
  return [...new Set(found)]
}

const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
/** What a browser would send of a form as it opened: each field with what stands in it. */
function filledIn(html: string): Map<string, string> {
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields = new Map<string, string>()
  const of = (tag: string, attribute: string) => plain(new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '')
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const ticked = ['radio', 'checkbox'].includes(of(tag, 'type'))
    if (!ticked || /\schecked/.test(tag)) fields.set(of(tag, 'name'), of(tag, 'value'))
  }
  for (const [, tag = '', body = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g))
    fields.set(of(tag, 'name'), of(/<option[^>]*\sselected[^>]*>/.exec(body)?.[0] ?? '', 'value'))
  for (const [, tag = '', body = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    fields.set(of(tag, 'name'), plain(body))
  return fields
}

async function putRight(person: string, path: string, right: Readonly<Record<string, string>>): Promise<void> {
  const address = path.split('#')[0] ?? ''
  const { html, status } = await see(person, `${address}?fresh=1`)
  assert.equal(status, 200, address)
  const fields = [...filledIn(html), ...Object.entries(right), ['_do', 'send'] as const]
  const once = [...new Map(fields)]
  const { secret } = await as(person)
  const answer = await ask(app, { method: 'POST', path: address }, { secret, fields: once })
  const said = answer.status === 303 ? '' : (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.equal(answer.status, 303, `${address}: ${said.slice(0, 1500)}`)
}

before(async () => {
  served = await servedCouncil('mending')
  const all = wholeApp(served)
  ;({ app, routes } = all)
  await served.query(`update door.council set stands_on = '2027-03-31' where council = $1`, [served.council.council])
  await served.query('select kith.refresh_sight(council, id) from kith.child where council = $1', [
    served.council.council,
  ])
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)
})
after(async () => await served.close())

const check = async () =>
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)

test('every form that the table of mending names is there, with its lock', () => {
  assert.deepEqual(Object.keys(MEND_FORMS).toSorted(), [...mendingPages])
  assert.deepEqual(Object.keys(KINDS).toSorted(), [...mendingPages])
  const there = new Set(routes.map(({ path }) => path))
  assert.ok(there.has('/settings/worker-numbers/:about'))
  for (const { begin: path, correct: version, asks } of Object.values(MEND_FORMS))
    for (const one of asks === undefined ? [path, version].filter((known) => known !== undefined) : []) {
      const known = `/children/:child/${one.replace(':year', 'this-year')}`
      assert.ok(there.has(known), one)
    }
})

describe('with something wrong of every kind', () => {
  type Found = {
    readonly page: string
    readonly child: string
    readonly was: Spoiled['was']
    readonly flags: readonly Flag[]
  }
  const found: Found[] = []
  before(async () => {
    const stood = new Set((await standing()).map(({ key }) => key))
    const spoiled: (Spoiled & { page: string })[] = []
    for (const [page, { spoil }] of Object.entries(KINDS)) spoiled.push({ page, ...(await spoil()) })
    await check()
    const fresh = (await standing()).filter(({ key }) => !stood.has(key))
    for (const { page, child, was } of spoiled) {
      const { rule } = KINDS[page] ?? { rule: '' }
      const flags = fresh.filter((flag) => flag.child === child && (rule === '' || flag.rule === rule))
      found.push({ page, child, was, flags })
    }
  })

  test('each kind of wrong is flagged, for somebody who works with the child', () => {
    for (const { page, flags } of found) {
      assert.ok(flags.length > 0, page)
      assert.ok(
        flags.every(({ owner }) => owner !== null),
        page,
      )
    }
  })

  test('every link of every owner opens, and shows the field that it names', async () => {
    const owners = [...new Set((await standing()).flatMap(({ owner }) => (owner === null ? [] : [owner])))]
    assert.ok(owners.length > 10)
    let fields = 0
    for (const owner of owners)
      for (const to of await linksOf(owner)) {
        const [path = '', field] = to.split('#')
        const { status, html } = await see(owner, path)
        assert.equal(status, 200, to)
        if (field === undefined) continue
        assert.match(html, new RegExp(`<(?:input|select|textarea)[^>]* id="${field}"`), to)
        fields += 1
      }
    assert.ok(fields > 30, `${fields} fields`)
  })

  for (const page of mendingPages)
    test(`${page}: put right there, the flag is gone at the next look`, async () => {
      const { child, was, flags } = found.find((one) => one.page === page) ?? assert.fail(page)
      const { right, by } = KINDS[page] ?? assert.fail(page)
      const { correct: version = '', begin: first } = MEND_FORMS[page] ?? assert.fail(page)
      const owner = flags[0]?.owner ?? ''
      const links = (await linksOf(owner)).filter(
        (to) => to.startsWith(`/children/${child}/`) || to === `/children/${child}`,
      )
      const form = new RegExp(
        `^/children/${child}/${(version || first).replace(':about', '([0-9a-f-]{36})').replace(':year', 'this-year')}#`,
      )
      const direct = links.find((to) => form.test(to))
      if (by === undefined) {
        assert.ok(direct !== undefined, `${page}: ${links.join(' ')}`)
        await putRight(owner, direct, right(was))
      } else {
        assert.equal(direct, undefined, `${page}: the owner may not write it`)
        assert.match((await see(owner, MINE)).html, /You may not write this part of the record/)
        const wide = by === 'administrator'
        const { person } = await served.worker(by, wide ? undefined : child)
        const path = wide
          ? `/settings/worker-numbers/${String(was.about)}`
          : `/children/${child}/${version.replace(':about', await newestOf(page, child))}`
        await putRight(person, path, right(was))
      }
      assert.equal((await see(owner, MINE)).status, 200)
      const now = new Set((await standing()).map(({ key }) => key))
      assert.deepEqual(
        flags.filter(({ key }) => now.has(key)),
        [],
      )
    })
})

/** The version that was written last of what a form is about. */
async function newestOf(page: string, child: string): Promise<string> {
  const tables: Readonly<Record<string, string>> = {
    ...{ 'record-review': 'review', 'record-adoption': 'adoption', 'record-adoption-decision': 'adoption_decision' },
  }
  const text = `select id from kith.${tables[page]}_current where child = $1 order by recorded desc, id desc limit 1`
  return (await served.query<{ id: string }>(text, [child]))[0]?.id ?? ''
}

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))
