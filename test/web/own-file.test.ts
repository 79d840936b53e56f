// One’s own file in the browser: read line by line, decided by two, struck, let out together, made; who may not; and what reaches nobody.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { changeFrom, recordFirst, retract, type Who } from '#database'
import { fileRequestForms, fileRequestRoutes } from '#file-requests'
import { ownFileForms, ownFileRoutes } from '#own-file'
import { type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, post, routesOf } from './filling.ts'
import { type Keepers, keepersIn, mainOf, notTaken, taken } from './keepers.ts'

let served: Served
let child = ''
let base = ''
let people: Keepers['people']
let as: Keepers['as']
let spoken = ''
let guarded = ''
let fresh = ''
let joined = ''
let heard = ''
const UNCLE = 'Uncle Rolf shouted. Nora was afraid of uncle Rolf, and Rolf left.'

before(async () => {
  served = await servedCouncil('own file')
  const routes = () => [...fileRequestRoutes(), ...ownFileRoutes(), ...routesOf([...fileRequestForms, ...ownFileForms])]
  ;({ child, base, people, as } = await keepersIn(served, routes))
  await ask()
  spoken = await wrote(people.worker, UNCLE, null)
  guarded = await wrote(people.worker, 'Kept apart.', ['allocated-worker'])
})
after(async () => await served.close())

const ask = async (): Promise<void> =>
  await taken(as.officer, `${base}/file-requests/record`, {
    ...{ asked: '1 Mar', asker: 'themselves', identity: 'known to us', answers: people.officer.person },
    what: 'Why did I have to move?',
  })
async function wrote(who: Who, words: string, audience: string[] | null): Promise<string> {
  return await wroteOf(child, who, { words, audience })
}
type Action = { readonly words: string; readonly audience: string[] | null }
async function wroteOf(whose: string, who: Who, { words, audience }: Action): Promise<string> {
  return await served.door.as(who, async (asking) => {
    const why = audience === null ? {} : { audience, audience_why: 'not released' }
    const columns = { owned_by: 'worker', owner: who.person, due: '2027-04-10', origin: 'other', ...why }
    return (await recordFirst(asking, 'kith.action', { child: whose, columns, words })).id
  })
}
const FILE = () => `${base}/own-file`
const decision = (row: string) => `${FILE()}/${row}/decide`
const seen = async (show: string): Promise<string> => await mainOf(as.officer, `${FILE()}?show=${show}`)
const left = async (): Promise<number> => {
  const html = await seen('undecided')
  return html.includes('Every line that you may read')
    ? 0
    : Number(/Not decided yet <span>\(([\d,]+)\)/.exec(html)?.[1]?.replace(',', ''))
}
const rowsOn = (html: string): readonly string[] =>
  [...html.matchAll(/<input type="hidden" name="row" value="([^"]+)"/g)].map(([, id = '']) => id)
async function letOut(rows: readonly string[]): Promise<void> {
  const { hidden } = await get(as.officer, `${FILE()}?show=undecided`)
  const { status } = await post(as.officer, `${FILE()}/let-out`, { ...hidden, row: rows })
  assert.equal(status, 303)
}
const askOut = async (row: string, whose = child): Promise<void> =>
  await served.door.as(people.officer, async ({ record }) => {
    await sql`select kith.ask_out_of_sight(${whose}, ${row}, 'wrong record')`.execute(record)
  })
/** Asked by one, agreed by another. */
async function outOfSight(row: string): Promise<void> {
  await askOut(row)
  await agree(row)
}
async function agree(row: string): Promise<void> {
  const [asked] = await served.query<{ id: string }>('select id from kith.out_of_sight where record = $1', [row])
  await served.door.as(people.manager, async ({ record }) => {
    await sql`select kith.agree_out_of_sight(${asked?.id})`.execute(record)
  })
}
/** While a legal hold stands on the record of the child whose file it is. */
async function held(work: () => Promise<unknown>): Promise<void> {
  const { council } = served.council
  const [hold] = await served.query<{ id: string }>(
    `with fresh as (select kith.new_id() as id) insert into kith.retention_event (council, id, line, child, kind, about, starts, recorded_by)
     select $1, id, id, $2, 'hold', 'record', '2027-03-01', $3 from fresh returning id`,
    [council, child, people.manager.person],
  )
  await work()
  await served.query(
    `insert into kith.retention_event (council, id, line, supersedes, change, child, kind, about, starts, recorded_by)
     select $1, kith.new_id(), $2, $2, 'change', $3, 'hold lifted', 'record', '2027-03-02', $4`,
    [council, hold?.id, child, people.manager.person],
  )
}
const HELD = { constraint: 'no_legal_hold' }
/** How often each record's log says it. */
const logged = async (what: string): Promise<readonly unknown[]> =>
  await served.query(
    'select child, subject from kith.access_entry where what = $1 and child = any ($2::uuid[]) order by id',
    [what, [child, joined]],
  )
const struckAs = (strike: string): Fields => ({ goes: 'struck', strike, kind: 'other people', why: 'Vera rang.' })
const nameOf = async ({ person }: Who): Promise<string> =>
  (await served.query<{ name: string }>('select name from kith.worker where id = $1', [person]))[0]?.name ?? ''
const struck: Fields = { goes: 'struck', strike: 'uncle rolf\n3: Rolf', kind: 'other people', why: 'He did not agree.' }

/** What they asked for, put right; and a note among colleagues, as a step of the request. */
async function step(): Promise<void> {
  const standing = async () => await served.query<{ id: string }>('select id from kith.file_request_current')
  await taken(as.officer, `${base}/file-requests/${(await standing())[0]?.id}/correct`, {
    ...{ asked: '1 Mar', asker: 'themselves', identity: 'known to us', answers: people.officer.person },
    what: 'Why did I have to move twice?',
  })
  const [request] = await standing()
  await served.door.as(people.officer, async (asking) => {
    await changeFrom(asking, 'kith.file_request', { id: request?.id ?? '', columns: {}, words: 'INTERNAL: ask Vera.' })
  })
}
/** Let out with others, and only some may know it since: for the page and for the database it is undecided. */
async function lapses(): Promise<void> {
  const whose = async (audience: string | null) =>
    await served.query('update kith.action set audience = $2, audience_why = $3 where id = $1', [
      ...[fresh, audience, audience === null ? null : 'not released'],
    ])
  await whose('{records-officer}')
  assert.match(await seen('undecided'), /It went out whole before it came under a condition/)
  await assert.rejects(
    served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.file_made (council, id, line, child, request, made, decided, out_whole, struck, kept_back, drafts, recorded_by)
       select $1, f.id, f.id, d.child, d.request, '2027-03-31', array[d.id], 1, 0, 0, 0, $3 from fresh f, kith.file_decision d where d.on_row = $2`,
      [served.council.council, fresh, people.officer.person],
    ),
    { constraint: 'made_once_all_is_decided' },
  )
  await whose(null)
}
async function takenBack(): Promise<void> {
  const [file] = await served.query<{ id: string }>('select id from kith.file_made_current')
  await served.door.as(people.officer, async (asking) => {
    await retract(asking, 'kith.file_made', { id: file?.id ?? '', reason: 'Taken back at once.' })
  })
  const html = await mainOf(as.officer, `${FILE()}/${file?.id}`)
  assert.match(html, /This file was taken back/)
  assert.doesNotMatch(html, /Ring the school/)
}

test('every line stands there with its day and its words; what is kept from the reader is counted and is not there', async () => {
  const html = await seen('all')
  assert.match(html, /lines are<\/?|left to decide/)
  assert.match(html, /1 line is kept from you, of which 1 not decided/)
  assert.doesNotMatch(html, /Kept apart/)
  assert.equal((await get(as.officer, decision(guarded))).status, 404)
  const html2 = await mainOf(as.officer, decision(spoken))
  assert.match(html2, /An action/)
  assert.match(html2, /Uncle Rolf shouted/)
})

test('what cannot be is said beside its field, and what was typed is kept', async () => {
  const cases: readonly (readonly [Fields, RegExp])[] = [
    [{ goes: '' }, /Choose what goes out/],
    [{ ...struck, strike: '' }, /Write the words to strike/],
    [{ ...struck, strike: 'aunt Vera' }, /Line 1 does not stand in the text above/],
    [{ ...struck, strike: '4: Rolf' }, /3 times\. Write a number up to 3/],
    [{ ...struck, strike: '1: other' }, /a number counts what was written/],
    [{ ...struck, kind: '' }, /Choose of which kind/],
    [{ ...struck, why: '' }, /Write why it is left out/],
    [{ ...struck, goes: 'whole' }, /Say above that words are struck/],
    [{ goes: 'whole', kind: 'other people' }, /this is for what is left out/],
    [{ ...struck, strike: 'aunt Vera' }, /He did not agree\./],
  ]
  for (const [fields, says] of cases) await notTaken(as.officer, decision(spoken), { fields, says })
})

test('struck words are nowhere on the page; of two who decide one row the second sees both texts', async () => {
  const mine = await get(as.officer, `${decision(spoken)}?fresh=1`)
  await taken(as.manager, decision(spoken), { ...struck, why: 'Vera asked him.' })
  const late = await post(as.officer, decision(spoken), { ...mine.hidden, ...struck, _do: 'send' })
  const html = await late.text()
  assert.equal(late.status, 409, html.slice(0, 500))
  assert.match(html, /Vera asked him\.[\s\S]*He did not agree\.|He did not agree\.[\s\S]*Vera asked him\./)
  const shown = await seen('all')
  const pages = [shown]
  for (let number = 2; number <= 40 && !pages.at(-1)?.includes('Vera asked him'); number += 1)
    pages.push(await mainOf(as.officer, `${FILE()}?show=all&page=${number}`))
  const page = pages.at(-1) ?? ''
  assert.match(page, /left out<\/span><\/span> shouted\. Nora was afraid of/)
  assert.doesNotMatch(page, /Rolf/)
})

test('lines without a condition go out together, those with one never; a line that changes is not decided', async () => {
  const html = await seen('undecided')
  const rows = rowsOn(html)
  assert.ok(rows.length > 0)
  const before = await left()
  await letOut([...rows, guarded])
  assert.equal(await left(), before - rows.length)
  const [held] = await served.query<{ n: number }>(
    'select count(*)::int as n from kith.file_decision where on_row = $1',
    [guarded],
  )
  assert.equal(held?.n, 0)
  fresh = await wrote(people.worker, 'Ring the school.', null)
  assert.equal(await left(), before - rows.length + 1)
  await letOut([fresh])
  assert.equal(await left(), before - rows.length)
})

test('unfinished writing of colleagues is counted, and not what they have not finished deciding of the file', async () => {
  const begin = async (form: string) =>
    await served.query(
      'insert into kith.draft (council, id, author, form, child, about) values ($1, kith.new_id(), $2, $3, $4, $5)',
      [served.council.council, people.worker.person, form, child, spoken],
    )
  await begin('own-file-decision')
  assert.doesNotMatch(await seen('undecided'), /of colleagues about this child/)
  await begin('visit')
  assert.match(await seen('undecided'), /1 text of colleagues about this child is not finished/)
})

test('no file while anything is undecided or kept from whoever makes it; then it is made, kept, and in the log', async () => {
  const made = { whom: 'Nora', why: 'Why did I have to move twice?' }
  await wrote(people.worker, 'Ask about school dinners.', null)
  await notTaken(as.officer, `${FILE()}/make`, { fields: made, says: /of its lines (?:is|are) not decided yet/ })
  for (let turn = 0; turn < 40 && (await left()) > 0; turn += 1) {
    const html = await seen('undecided')
    const free = rowsOn(html)
    if (free.length > 0) await letOut(free)
    for (const [, id = ''] of html.matchAll(/own-file\/([0-9a-f-]{36})\/decide/g))
      if (!free.includes(id))
        await taken(as.officer, decision(id), { goes: 'left out', kind: 'serious harm', why: 'Secret.' })
  }
  assert.equal(await left(), 0)
  await notTaken(as.officer, `${FILE()}/make`, { fields: made, says: /kept from you/ })
  await served.query('update kith.action set audience = null, audience_why = null where id = $1', [guarded])
  await taken(as.officer, decision(guarded), { goes: 'left out', kind: 'legal advice', why: 'Counsel wrote it.' })
  await lapses()
  await step()
  const asked = await mainOf(as.officer, `${FILE()}/make?fresh=1`)
  assert.match(asked, /printed in the file[\s\S]*Why did I have to move twice\?/)
  assert.doesNotMatch(asked, /INTERNAL|to move\?/)
  await taken(as.officer, `${FILE()}/make`, made)
  await takenBack()
  await taken(as.officer, `${FILE()}/make`, made)
  const [file] = await served.query<{ id: string; kept_back: number }>(
    'select id, kept_back from kith.file_made_current',
  )
  const html = await mainOf(as.officer, `${FILE()}/${file?.id}`)
  assert.match(
    html,
    /What was written of[\s\S]*Legal advice \(Schedule 2 paragraph 19\): 1 entry[\s\S]*Ring the school/,
  )
  assert.doesNotMatch(html, /Rolf|Kept apart|Counsel|He did not agree|Vera asked/)
  const log = JSON.stringify(await served.query('select what, subject from kith.access_entry'))
  assert.match(log, /made the file that is handed over/)
  assert.doesNotMatch(log, /Rolf|Counsel|Kept apart/)
  assert.doesNotMatch(JSON.stringify(served.logged), /Rolf|Counsel|Kept apart/)
})

test('the answer begins as the file says; once it is answered nothing is decided any more', async () => {
  const [request] = await served.query<{ id: string }>('select id from kith.file_request_current')
  const answer = `${base}/file-requests/${request?.id}/answer`
  assert.match(
    await mainOf(as.officer, answer),
    /value="handed over in part"[^>]* checked[\s\S]*value="legal advice"[^>]* checked/,
  )
  await taken(as.officer, answer, {
    ...{ outcome: 'handed over in part', on: '31 Mar', handed: 'in person', support: 'taken', why: 'Vera read it.' },
    left_out: ['legal advice', 'other people', 'serious harm'],
  })
  assert.equal((await get(as.officer, decision(spoken))).status, 404)
  await assert.rejects(
    served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.file_decision (council, id, line, child, request, on_table, on_row, goes, recorded_by)
       select $1, f.id, f.id, $2, r.line, 'action', $3, 'whole', $4 from fresh f, kith.file_request r limit 1`,
      [served.council.council, child, spoken, people.officer.person],
    ),
    { constraint: 'decided_before_it_is_handed_over' },
  )
  assert.match(await mainOf(as.officer, FILE()), /Nobody waits for this file[\s\S]*Files that were made/)
})

test('once words are out of sight nothing quotes them, and what was to be struck is withheld', async () => {
  const [file] = await served.query<{ id: string }>('select id from kith.file_made_current')
  const whole = await mainOf(as.officer, `${FILE()}/${file?.id}`)
  assert.doesNotMatch(whole, /withheld/)
  assert.match(whole, /In 1 entry words are struck through: a black bar stands there/)
  const quoting = async () =>
    await served.query(
      'select 1 from kith.word_key k where k.record in (select id from kith.file_decision where on_row = $1)',
      [spoken],
    )
  assert.equal((await quoting()).length, 1)
  await outOfSight(spoken)
  assert.equal((await quoting()).length, 0)
  const less = await mainOf(as.officer, `${FILE()}/${file?.id}`)
  assert.match(less, /This entry is withheld/)
  assert.match(less, /1 entry is withheld, and each says so in its place/)
  assert.doesNotMatch(less, /a black bar stands there/)
})

test('once what they asked for is out of sight no file prints it; a note among colleagues takes nothing with it', async () => {
  const [file] = await served.query<{ id: string }>('select id from kith.file_made_current')
  const shown = async () => await mainOf(as.officer, `${FILE()}/${file?.id}`)
  const [step, asked] = ['change', 'correction'].map(
    async (change) =>
      (
        await served.query<{ id: string }>(
          'select id from kith.file_request where change = $1 order by recorded limit 1',
          [change],
        )
      )[0]?.id ?? '',
  )
  const draft = async (form: string) =>
    await served.query(
      `with one as (insert into kith.draft (council, id, author, form, child) values ($1, kith.new_id(), $2, $3, $4) returning id)
       insert into kith.word_key (council, record, child, wrapped) select $1, id, $4, $5 from one`,
      [served.council.council, people.worker.person, form, child, Buffer.alloc(40)],
    )
  await draft('own-file')
  await draft('visit')
  const drafts = async () =>
    (
      await served.query<{ form: string }>(
        "select distinct d.form from kith.draft d join kith.word_key k on k.record = d.id where d.form in ('own-file', 'visit') and d.ended is null and d.author = $1 order by 1",
        [people.worker.person],
      )
    ).map(({ form }) => form)
  await outOfSight((await step) ?? '')
  assert.match(await shown(), /For Nora\.[\s\S]*Why did I have to move twice\?/)
  assert.deepEqual(await drafts(), ['own-file', 'visit'])
  await outOfSight((await asked) ?? '')
  assert.match(await shown(), /For somebody\.[\s\S]*Ring the school/)
  assert.doesNotMatch(await shown(), /Nora\.|to move/)
  assert.deepEqual(await drafts(), ['visit'])
})

test('nobody reads or decides who may not hand the record over: by the route and at the table', async () => {
  const [file] = await served.query<{ id: string }>('select id from kith.file_made_current')
  for (const path of [FILE(), decision(spoken), `${FILE()}/make`, `${FILE()}/${file?.id}`])
    for (const who of [as.worker, as.stranger]) assert.equal((await get(who, path)).status, 403, path)
  const counts = async (who: Who) =>
    await served.door.as(who, async (asking) => [
      (await asking.record.selectFrom('kith.file_decision').select('id').execute()).length,
      (await asking.record.selectFrom('kith.file_made').select('id').execute()).length,
    ])
  assert.deepEqual(await counts(people.worker), [0, 0])
  assert.equal((await counts(people.manager))[1], 3)
})

test('words that one who hands over may not know are kept from them in the decision too', async () => {
  await served.query(
    "update kith.action set audience = '{records-officer}', audience_why = 'not released' where id = $1",
    [guarded],
  )
  const read = async (who: Who) =>
    await served.door.as(
      who,
      async (asking) =>
        (await asking.record.selectFrom('kith.file_decision').select('id').where('on_row', '=', guarded).execute())
          .length,
    )
  assert.equal(await read(people.officer), 1)
  assert.equal(await read(people.manager), 0)
  assert.match(
    await mainOf(
      as.manager,
      `${FILE()}/${(await served.query<{ id: string }>('select id from kith.file_made_current'))[0]?.id}`,
    ),
    /kept from you, so it is not shown/,
  )
})

test('rows of a record that was joined stand there too, for whoever may hand both over; of another child none', async () => {
  await ask()
  const alone = await left()
  const { council } = served.council
  const [earlier] = await served.query<{ id: string }>(
    `with one as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from one returning id`,
    [council, people.manager.person],
  )
  const other = earlier?.id ?? ''
  joined = other
  heard = await wroteOf(other, await served.worker('allocated-worker', other), {
    words: 'Rolf rang again.',
    audience: null,
  })
  await served.query(
    `with fresh as (select kith.new_id() as id, g from generate_series(1, 2) g)
     insert into kith.excuse (council, id, line, child, rule, occurrence, reason, decided, recorded_by)
     select $1, id, id, $2, 'CP-06', 'o' || g, 'unwell', '2001-01-05', $3 from fresh`,
    [council, other, people.manager.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.birth_claim (council, id, line, child, born, basis, recorded_by)
     select $1, id, id, $2, '1940-01-02', 'told', $3 from fresh`,
    [council, other, people.manager.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.record_join (council, id, line, child, goes_on, step, recorded_by)
     select $1, id, id, $2, $3, 'confirmed', $4 from fresh`,
    [council, other, child, people.manager.person],
  )
  assert.match(await seen('undecided'), /lines are kept from you/)
  assert.equal(await left(), alone)
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.standing_relation (council, id, line, person, child, relation, reason, recorded_by)
     select $1, id, id, $2, $3, 'records-officer', 'role', $2 from fresh`,
    [council, people.officer.person, other],
  )
  assert.equal(await left(), alone + 5) // its birth date and its action too, and that it was joined
  assert.doesNotMatch(await seen('undecided'), /kept from you/)
  await letOut(rowsOn(await seen('undecided')))
  const [of] = await served.query<{ n: number }>(
    `select count(*)::int as n from kith.file_decision d join kith.excuse e on e.id = d.on_row where d.child = $1 and e.child = $2`,
    [child, other],
  )
  assert.equal(of?.n, 2)
  await assert.rejects(
    served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.file_decision (council, id, line, child, request, on_table, on_row, goes, recorded_by)
       select $1, f.id, f.id, $2, r.line, 'placement', p.id, 'whole', $4 from fresh f, kith.file_request_current r,
         (select id from kith.placement where child not in ($2, $3) limit 1) p where r.outcome is null`,
      [council, child, other, people.officer.person],
    ),
    { constraint: 'decides_on_a_row_of_the_record' },
  )
})

test('of a brother or sister whose record is sealed nothing stands in it, and nothing waits for a decision', async () => {
  const { council } = served.council
  const [third] = await served.query<{ id: string }>('select id from kith.child order by id offset 2 limit 1')
  const sister = await served.door.as(people.worker, async (asking) => {
    const columns = { relation: 'sister' }
    return (await recordFirst(asking, 'kith.family_person', { child, columns, words: 'Imogen Hart' })).id
  })
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.family_link (council, id, line, child, person, other_child, recorded_by)
     select $1, id, id, $2, $3, $4, $5 from fresh`,
    [council, child, sister, third?.id, people.worker.person],
  )
  const before = await left()
  assert.match(await mainOf(as.officer, decision(sister)), /Imogen Hart/)
  await taken(as.officer, decision(sister), {
    goes: 'struck',
    strike: 'Imogen',
    kind: 'other people',
    why: 'Not asked.',
  })
  assert.equal(await left(), before - 1)
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.adoption_seal (council, id, line, child, step, order_made, decided, named, recorded_by)
     select $1, id, id, $2, 'sealed', '2027-02-01', '2027-02-03', $3, $4 from fresh`,
    [council, third?.id, [people.manager.person, people.worker.person], people.manager.person],
  )
  assert.equal((await get(as.officer, decision(sister))).status, 404)
  assert.equal(await left(), before - 1)
  const decided = await served.door.as(
    people.officer,
    async (asking) =>
      (await asking.record.selectFrom('kith.file_decision').select('id').where('on_row', '=', sister).execute()).length,
  )
  assert.equal(decided, 0)
})

const onBoth = async (): Promise<void> => {
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.standing_relation (council, id, line, person, child, relation, reason, recorded_by)
     select $1, id, id, $2, $3, 'records-officer', 'role', $2 from fresh`,
    [served.council.council, people.manager.person, joined],
  )
}
const quoting = async (row: string): Promise<number> =>
  (
    await served.query(
      'select 1 from kith.word_key k where k.record in (select id from kith.file_decision where on_row = $1)',
      [row],
    )
  ).length

test('what quotes a row of a joined record goes with it, unless the record that goes on is held; its own log says so', async () => {
  await onBoth()
  await taken(as.officer, decision(heard), struckAs('Rolf'))
  assert.equal(await quoting(heard), 1)
  await held(async () => await assert.rejects(askOut(heard, joined), HELD))
  await askOut(heard, joined)
  await held(async () => await assert.rejects(agree(heard), HELD))
  assert.equal(await quoting(heard), 1)
  const before = await logged('took words out of sight')
  await agree(heard)
  assert.equal(await quoting(heard), 0)
  // The decision, and the draft that became it.
  assert.deepEqual((await logged('took words out of sight')).slice(before.length), [
    { child, subject: { record: heard, reason: 'wrong record', texts: 2 } },
    { child: joined, subject: { record: heard, reason: 'wrong record' } },
  ])
  const [copy] = await served.query<{ child: string }>(
    'select child from kith.out_of_sight where record in (select id from kith.file_decision where on_row = $1)',
    [heard],
  )
  assert.equal(copy?.child, child)
  await notTaken(as.officer, `${FILE()}/make`, {
    fields: { whom: 'Nora', why: 'She asked.' },
    says: /Words to strike are not found any more in: An action of [^<]* \d{4}\. Decide anew what goes out of it/,
  })
})

test('when a record that was joined is destroyed, nothing quotes it in the record that goes on', async () => {
  const [row] = await served.query<{ id: string }>('select id from kith.excuse where child = $1 limit 1', [joined])
  const { id = '' } = row ?? {}
  // The name of who wrote it stands nowhere else.
  await taken(as.officer, decision(id), struckAs(await nameOf(people.manager)))
  assert.equal(await quoting(id), 1)
  const ask = async () =>
    await served.door.as(people.officer, async ({ record }) => {
      await sql`select kith.ask_disposal(${joined}, 'RE-01', '2020-01-01')`.execute(record)
    })
  const destroy = async () => {
    const [asked] = await served.query<{ id: string }>('select id from kith.disposal where child = $1', [joined])
    await served.door.as(people.manager, async ({ record }) => {
      await sql`select kith.decide_disposal(${asked?.id}, 'destroyed', null)`.execute(record)
    })
  }
  await held(async () => await assert.rejects(ask(), HELD))
  await ask()
  await held(async () => await assert.rejects(destroy(), HELD))
  assert.equal(await quoting(id), 1)
  await destroy()
  assert.equal(await quoting(id), 0)
  const [disposal] = await served.query<{ id: string; texts: number }>(
    'select id, texts from kith.disposal where child = $1',
    [joined],
  )
  const quoted = await logged('had words destroyed that quote a record that was joined')
  assert.deepEqual(quoted, [{ child, subject: { disposal: disposal?.id, texts: 2 } }])
})
