// Drafts: what may be merged, where a save goes, and that nobody's words are lost or seen by another.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { agreeOutOfSight, askOutOfSight } from '#access'
import { type Asking, Refused, withClient } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { merge } from './merging.ts'
import { placeOf } from './saving.ts'
import {
  countUnfinished,
  draftById,
  endDraft,
  forgetDrafts,
  holdDraft,
  reopenDraft,
  saveDraft,
  thrownAway,
  unfinished,
} from './store.ts'
import { sameValues, textOf, typed, type Values, valuesOf } from './values.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('drafts')
})
after(async () => await record.close())

test('where a save goes', () => {
  const held = { revision: 3, ended: false, same: false }
  assert.equal(placeOf(undefined, 0), 'new')
  assert.equal(placeOf(held, 3), 'next')
  assert.equal(placeOf(held, 2), 'beside')
  assert.equal(placeOf({ ...held, same: true }, 2), 'there')
  assert.equal(placeOf({ ...held, ended: true }, 3), 'beside')
  assert.equal(placeOf({ ...held, ended: true, same: true }, 3), 'beside')
})

test('what joins by itself and what a person decides', () => {
  const texts = fc.constantFrom('', 'a', 'b', 'c')
  fc.assert(
    fc.property(texts, texts, texts, (base, theirs, yours) => {
      const merged = merge({ base, theirs, yours })
      if (merged.kind === 'clash') return theirs !== base && yours !== base && theirs !== yours
      // What is joined holds every change that was made.
      return merged.text === (yours === base ? theirs : yours) && (theirs === base || merged.text === theirs)
    }),
  )
})

describe('values', () => {
  test('any values come back as they were typed', () => {
    const values = fc.dictionary(fc.string(), fc.array(fc.string(), { minLength: 1, maxLength: 3 }))
    fc.assert(
      fc.property(values, (given) => {
        const back = valuesOf(textOf(given))
        return Object.entries(given).every(
          ([name, list]) =>
            list.every((value) => value === '') || JSON.stringify(typed(back).all(name)) === JSON.stringify(list),
        )
      }),
    )
  })
  test('the order of fields and empty fields make no other values', () => {
    assert.ok(sameValues({ a: ['1'], b: ['2'], c: [''] }, { b: ['2'], a: ['1'] }))
    assert.ok(!sameValues({ a: ['1', '2'] }, { a: ['2', '1'] }))
  })
  test('a field is read by its name alone', () => {
    const read = typed({ said: [' one\r\ntwo '], seen: ['yes'] })
    assert.equal(read.words('said'), 'one\ntwo')
    assert.equal(read.one('constructor'), '')
    assert.ok(read.ticked('seen') && !read.ticked('alone'))
  })
})

const said = (text: string): Values => ({ said: [text] })
const about = (child: string | null) => ({ form: 'visit', child, about: null })
const asPriya = async <T>(work: (asking: Asking) => Promise<T>) => await record.as('priya', work)

test('half-typed values are kept, and the next save is the next revision', async () => {
  const id = randomUUID()
  const values = { happened: ['31 Febr'], said: ['Jordan was'], people: ['a', 'b'] }
  const save = async (read: number, saved: Values) =>
    await asPriya(async (asking) => await saveDraft(asking, { ...about(record.jordan), id, read, values: saved }))
  assert.deepEqual(await save(0, values), { id, revision: 1, place: 'new' })
  assert.deepEqual(await save(1, { ...values, said: ['Jordan was well'] }), { id, revision: 2, place: 'next' })
  const draft = await asPriya(async (asking) => await draftById(asking, id))
  assert.deepEqual(draft?.values, { ...values, said: ['Jordan was well'] })
})

test('a save whose answer was lost is not a second text', async () => {
  const id = randomUUID()
  const save = async (read: number) =>
    await asPriya(
      async (asking) => await saveDraft(asking, { ...about(record.jordan), id, read, values: said('once') }),
    )
  await save(0)
  assert.deepEqual(await save(0), { id, revision: 1, place: 'there' })
})

test('a second window’s text goes beside the first, and both are listed', async () => {
  const id = randomUUID()
  const of = { ...about(record.jordan), form: 'two-windows' }
  const save = async (at: string, read: number, text: string) =>
    await asPriya(async (asking) => await saveDraft(asking, { ...of, id: at, read, values: said(text) }))
  await save(id, 0, 'begun')
  await save(id, 1, 'from the first window')
  const second = await save(id, 1, 'from the second window')
  assert.equal(second.place, 'beside')
  await save(second.id, second.revision, 'from the second window, longer')
  const both = await asPriya(async (asking) => await unfinished(asking, of))
  assert.deepEqual(
    both.map(({ values, siblingOf }) => [typed(values ?? {}).one('said'), siblingOf]),
    [
      ['from the second window, longer', id],
      ['from the first window', null],
    ],
  )
})

test('sixteen windows at once: every text is there', async () => {
  const id = randomUUID()
  const of = { ...about(record.jordan), form: 'many-windows' }
  await asPriya(async (asking) => await saveDraft(asking, { ...of, id, read: 0, values: said('begun') }))
  const texts = Array.from({ length: 16 }, (_, n) => `window ${n}`)
  const works = texts.map(
    (text) => async () =>
      await asPriya(async (asking) => await saveDraft(asking, { ...of, id, read: 1, values: said(text) })),
  )
  await Promise.all(works.map(async (work) => await work()))
  const kept = await asPriya(async (asking) => await unfinished(asking, of))
  assert.deepEqual(kept.map(({ values }) => typed(values ?? {}).one('said')).sort(), texts.sort())
})

test('a draft is its author’s alone', async () => {
  const id = randomUUID()
  await asPriya(
    async (asking) => await saveDraft(asking, { ...about(record.jordan), id, read: 0, values: said('mine') }),
  )
  await record.as('ada', async (asking) => {
    assert.equal(await draftById(asking, id), undefined)
    assert.ok((await unfinished(asking)).every((draft) => draft.id !== id))
  })
  const tries: ((asking: Asking) => Promise<unknown>)[] = [
    async (asking) => await holdDraft(asking, id),
    async (asking) => await saveDraft(asking, { ...about(record.jordan), id, read: 1, values: said('theirs') }),
    async (asking) => await endDraft(asking, id, { how: 'withdrawn' }),
  ]
  for (const attempt of tries) await assert.rejects(record.as('ravi', attempt), Refused)
  assert.equal(await record.as('ravi', async (asking) => await reopenDraft(asking, id)), false)
})

test('a draft stays of its form and of what it is about: nothing else is saved over it or beside it', async () => {
  const [id, over, version] = [randomUUID(), randomUUID(), randomUUID()]
  const of = { form: 'of-one-thing', child: record.jordan, about: version }
  await asPriya(async (asking) => {
    for (const draft of [id, over]) await saveDraft(asking, { ...of, id: draft, read: 0, values: said('mine') })
    await endDraft(asking, over, { how: 'submitted', became: randomUUID() })
  })
  const others = [
    { ...of, form: 'of-another' },
    { ...of, about: randomUUID() },
    { ...of, about: null },
    { ...of, child: null },
  ]
  for (const other of others)
    for (const [draft, read, text] of [
      [id, 1, 'another'],
      [id, 0, 'beside'],
      [id, 1, 'mine'],
      [over, 1, 'after it was sent'],
    ] as const)
      await assert.rejects(
        asPriya(async (asking) => await saveDraft(asking, { ...other, id: draft, read, values: said(text) })),
        Refused,
        `${JSON.stringify(other)} ${text}`,
      )
  const kept = await asPriya(async (asking) => await draftById(asking, id))
  assert.deepEqual([kept?.form, kept?.about, kept?.revision, kept?.values], ['of-one-thing', version, 1, said('mine')])
  const next = await asPriya(async (asking) => await saveDraft(asking, { ...of, id, read: 1, values: said('longer') }))
  assert.equal(next.place, 'next')
})

test('of a child whom one may not see nothing can be saved, and what was saved is kept unseen', async () => {
  const [id, other] = [randomUUID(), randomUUID()]
  const save = async (asking: Asking) =>
    await saveDraft(asking, { ...about(record.robin), id, read: 0, values: said('x') })
  await assert.rejects(record.as('priya', save), Refused)
  await asPriya(
    async (asking) => await saveDraft(asking, { ...about(record.jordan), id: other, read: 0, values: said('x') }),
  )
  await withClient(record.at.connection, async (client) => {
    await client.query('update kith.visible_child set until = now() where person = $1', [record.people.priya])
  })
  assert.equal(await asPriya(async (asking) => await draftById(asking, other)), undefined)
  await withClient(record.at.connection, async (client) => {
    assert.equal((await client.query('select from kith.draft where id = $1', [other])).rowCount, 1)
    await client.query(`update kith.visible_child set until = 'infinity' where person = $1`, [record.people.priya])
  })
  assert.notEqual(await asPriya(async (asking) => await draftById(asking, other)), undefined)
})

test('what was sent is over; what was thrown away can be taken back; both are forgotten in time', async () => {
  const [sent, thrown] = [randomUUID(), randomUUID()]
  const of = { ...about(record.jordan), form: 'ending' }
  await asPriya(async (asking) => {
    for (const id of [sent, thrown]) await saveDraft(asking, { ...of, id, read: 0, values: said(id) })
    await endDraft(asking, sent, { how: 'submitted', became: randomUUID() })
    await endDraft(asking, thrown, { how: 'withdrawn' })
    assert.equal((await unfinished(asking, of)).length, 0)
    assert.ok((await thrownAway(asking)).some(({ id }) => id === thrown))
    const late = await saveDraft(asking, { ...of, id: sent, read: 1, values: said('typed after sending') })
    assert.equal(late.place, 'beside')
  })
  await assert.rejects(
    asPriya(async (asking) => await endDraft(asking, sent, { how: 'submitted' })),
    Refused,
  )
  assert.ok(await asPriya(async (asking) => await reopenDraft(asking, thrown)))
  const longAgo = async (id: string, ago: string) =>
    await withClient(record.at.connection, async (client) => {
      await client.query(`update kith.draft set ended_at = now() - $2::interval where id = $1`, [id, ago])
    })
  await longAgo(sent, '11 minutes')
  assert.equal(await asPriya(async (asking) => await reopenDraft(asking, sent)), false)
  await longAgo(sent, '25 hours')
  const forget = async () => await record.door.asService(record.council, 'nightly refresh', forgetDrafts)
  assert.equal(await forget(), 1)
  assert.equal((await asPriya(async (asking) => await draftById(asking, sent)))?.values, undefined)
  assert.equal(await asPriya(countUnfinished), (await asPriya(unfinished)).length)
})

test('words taken out of sight are gone from the draft that became them', async () => {
  const id = randomUUID()
  const became = await asPriya(async (asking) => {
    await saveDraft(asking, { ...about(record.jordan), id, read: 0, values: said('on the wrong record') })
    const [row = ''] = await asking.newIds(1)
    await asking.keepWords([{ record: row, child: record.jordan, text: 'on the wrong record' }])
    await endDraft(asking, id, { how: 'submitted', became: row })
    return row
  })
  const officers = await twoRecordsOfficers()
  const request = await record.door.as(
    officers[0],
    async (asking) => await askOutOfSight(asking, record.jordan, { record: became, reason: 'wrong record' }),
  )
  assert.notEqual((await asPriya(async (asking) => await draftById(asking, id)))?.values, undefined)
  await record.door.as(officers[1], async (asking) => await agreeOutOfSight(asking, request))
  assert.equal((await asPriya(async (asking) => await draftById(asking, id)))?.values, undefined)
})

async function twoRecordsOfficers() {
  const { council } = record
  const made: string[] = []
  await record.asImport(async (asking) => {
    for (const name of ['Olu', 'Pat']) {
      const [id = '', relation = ''] = await asking.newIds(2)
      const recorded_by = asking.who.person
      await asking.insert('kith.person', [{ council, id, recorded_by }])
      await asking.insert('kith.worker', [{ council, id, name, recorded_by }])
      await asking.insert('kith.standing_relation', [
        {
          council,
          id: relation,
          line: relation,
          person: id,
          child: record.jordan,
          relation: 'records-officer',
          reason: 'subject access',
          recorded_by,
        },
      ])
      made.push(id)
    }
  })
  return [
    { council, person: made[0] ?? '' },
    { council, person: made[1] ?? '' },
  ] as const
}
