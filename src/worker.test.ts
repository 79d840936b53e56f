// The night's forgetting: the words of drafts that are over go in every council; what is still being written stays.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeCouncil, withClient } from '#database'
import { draftById, endDraft, saveDraft } from '#drafts'
import { type TestRecord, testRecord } from './database/test-record.ts'
import { asPerson } from './database/test-relating.ts'
import { nightlyForgetting } from './worker.ts'

let record: TestRecord
let elsewhere: { readonly council: number; readonly person: string }
before(async () => {
  record = await testRecord('night')
  const council = await makeCouncil(record.at.connection, { code: 'E06000902', name: 'Elsewhere' })
  const person = await record.door.asService(council, 'import', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    await asking.insert('kith.person', [{ council, id, recorded_by: asking.who.person }])
    await asking.insert('kith.worker', [{ council, id, name: 'Somebody else', recorded_by: asking.who.person }])
    return id
  })
  elsewhere = { council, person }
})
after(async () => await record.close())

type Writer = { readonly council: number; readonly person: string }
const here = (): Writer => ({ council: record.council, person: record.people.priya })
const as = async <T>({ council, person }: Writer, work: Parameters<typeof asPerson<T>>[2]): Promise<T> =>
  await asPerson({ door: record.door, council }, person, work)

async function draftOf(writer: Writer, end: 'submitted' | 'withdrawn' | undefined): Promise<string> {
  return await as(writer, async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const of = { form: 'visit', child: null, about: null }
    await saveDraft(asking, { ...of, id, read: 0, values: { what: ['Half a sentence'] } })
    if (end !== undefined) await endDraft(asking, id, { how: end })
    return id
  })
}
const wordsOf = async (writer: Writer, id: string) =>
  (await as(writer, async (asking) => await draftById(asking, id)))?.values
const ago = async (ids: readonly string[], how: string): Promise<void> => {
  await withClient(record.at.connection, async (client) => {
    await client.query(
      `update kith.draft set saved = saved - $2::interval, ended_at = ended_at - $2::interval where id = any ($1)`,
      [ids, how],
    )
  })
}

test('in every council: sent a day ago, thrown away a month ago; and nothing else', async () => {
  const night = nightlyForgetting(record.door)
  assert.match(night.daily ?? '', /^\d\d:\d\d$/)
  const gone: [Writer, string][] = []
  const kept: [Writer, string][] = []
  for (const writer of [here(), elsewhere]) {
    const [open, sent, thrown] = [
      await draftOf(writer, undefined),
      await draftOf(writer, 'submitted'),
      await draftOf(writer, 'withdrawn'),
    ]
    const [sentNow, thrownLately] = [await draftOf(writer, 'submitted'), await draftOf(writer, 'withdrawn')]
    await ago([open, thrown], '31 days')
    await ago([sent], '25 hours')
    await ago([thrownLately], '29 days')
    gone.push([writer, sent], [writer, thrown])
    kept.push([writer, open], [writer, sentNow], [writer, thrownLately])
  }
  for (const [writer, id] of [...gone, ...kept]) assert.ok(await wordsOf(writer, id))
  await night.work({ council: elsewhere.council, child: undefined })
  for (const [writer, id] of gone)
    assert.equal((await wordsOf(writer, id)) === undefined, writer.council === elsewhere.council)
  await night.work({ council: undefined, child: undefined })
  for (const [writer, id] of gone) assert.equal(await wordsOf(writer, id), undefined)
  for (const [writer, id] of kept) assert.deepEqual(await wordsOf(writer, id), { what: ['Half a sentence'] })
})
