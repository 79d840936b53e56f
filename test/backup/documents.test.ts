// A document and a plan through backup and restore: the bytes are those that came, what was out of sight stays so.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { agreeOutOfSight, askOutOfSight, sealLog, verifyLog } from '#access'
import { backUp, copyKeys, restore } from '#backup'
import { day } from '#calendar'
import { type Asking, makeCouncil } from '#database'
import { addDocument, documentsOf, mayRecordDocument, openDocument, withUpload } from '#documents'
import { beginPlan, latestParts, savePlan } from '#plans'
import { type House, openAlone, openHouse } from '../../src/main.ts'

const today = day('2026-11-23')
const quiet = (): void => {}
let folder: string
const where = () => ({ home: join(folder, 'home'), url: undefined, seals: undefined, operator: 'test' })
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-documents-'))
  await chmod(folder, 0o755) // the server's account must be able to go in
})
after(async () => await rm(folder, { recursive: true, force: true }))

async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(where(), () => today, quiet)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

type People = {
  readonly council: number
  readonly worker: string
  readonly manager: string
  readonly officer: string
  readonly child: string
}

async function people({ door, opened }: House): Promise<People> {
  const council = await makeCouncil(opened.connection, { code: 'KEPT', name: 'Keptshire' })
  return await door.asService(council, 'import', async (asking) => {
    const [worker = '', manager = '', officer = '', child = ''] = await asking.newIds(4)
    const made = { council, recorded_by: asking.who.person }
    await asking.insert(
      'kith.person',
      [worker, manager, officer, child].map((id) => ({ ...made, id })),
    )
    await asking.insert(
      'kith.worker',
      [worker, manager, officer].map((id) => ({ ...made, id, name: 'A worker' })),
    )
    await asking.insert('kith.child', [{ ...made, id: child }])
    for (const [person, relation] of [
      [worker, 'allocated-worker'],
      [manager, 'manager-line'],
      [officer, 'records-officer'],
    ]) {
      const [id = ''] = await asking.newIds(1)
      const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', until: 'infinity' }
      await asking.insert('kith.standing_relation', [{ ...made, ...standing, reason: 'role', retracted: false }])
    }
    return { council, worker, manager, officer, child }
  })
}

async function add({ door, uploads }: House, { council, worker, child }: People, bytes: Buffer) {
  const typed = {
    title: 'Certificate',
    kind: 'certificate',
    made: '',
    fromWhom: 'school',
    from: '',
    terms: 'own',
    caption: '',
  }
  const open = { keptForChild: true, audience: [], mustNotKnow: [], audienceBecause: '' }
  const may = mayRecordDocument({ ...typed, ...open }, { today, me: worker })
  assert.ok('ok' in may)
  const upload = {
    name: 'swimming.pdf',
    bytes: (async function* () {
      yield bytes
    })(),
  }
  const added = await withUpload(
    uploads,
    upload,
    async (arrived) =>
      await door.as(
        { council, person: worker },
        async (asking) => await addDocument(asking, child, { made: may.ok, arrived }),
      ),
  )
  assert.ok('document' in added, JSON.stringify(added))
  return added
}
async function bytesOf({ door }: House, { council, worker }: People, document: string): Promise<Buffer | string> {
  const found = await openDocument({ door, who: { council, person: worker } }, document)
  if (found.kind !== 'open') return found.kind
  const chunks: Uint8Array[] = []
  for await (const chunk of found.stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('backed up, wrecked, restored: the same bytes and words, and what nobody may see stays unseen', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_300_000)])
  const kept = await inHouse(async (house) => {
    const all = await people(house)
    const as = async <T>(person: string, work: (asking: Asking) => Promise<T>) =>
      await house.door.as({ council: all.council, person }, work)
    const { document } = await add(house, all, bytes)
    const hidden = await add(house, all, bytes)
    const request = await as(
      all.manager,
      async (asking) => await askOutOfSight(asking, all.child, { record: hidden.file, reason: 'wrong record' }),
    )
    await as(all.officer, async (asking) => await agreeOutOfSight(asking, request))
    const plan = await as(all.worker, async (asking) => {
      const begun = await beginPlan(asking, all.child, 'care plan')
      assert.ok('ok' in begun)
      await savePlan(asking, begun.ok.edition, [{ part: 'health', read: 0, text: 'Well.' }])
      return begun.ok.plan
    })
    await sealLog({ door: house.door, places: house.sealPlaces })
    await backUp({
      connection: house.opened.connection,
      home: where().home,
      folder: join(folder, 'backup'),
      log: quiet,
    })
    copyKeys(join(where().home, 'keys'), join(folder, 'keys'))
    return { all, document, hidden: hidden.document, plan }
  })
  await rm(where().home, { recursive: true })
  const opened = await openAlone(where(), quiet)
  try {
    await restore({ connection: opened.connection, home: where().home, folder: join(folder, 'backup'), log: quiet })
    copyKeys(join(folder, 'keys'), join(where().home, 'keys'))
  } finally {
    await opened.stop()
  }
  await inHouse(async (house) => {
    const found = await bytesOf(house, kept.all, kept.document)
    assert.ok(found instanceof Buffer && found.equals(bytes))
    assert.equal(await bytesOf(house, kept.all, kept.hidden), 'out of sight')
    const who = { council: kept.all.council, person: kept.all.worker }
    const [words, parts] = await house.door.as(who, async (asking) => [
      (await documentsOf(asking, kept.all.child)).map(({ words: read }) => read?.title),
      (await latestParts(asking, kept.plan)).map(({ text }) => text),
    ])
    assert.deepEqual([words, parts], [['Certificate', 'Certificate'], ['Well.']])
    // Written on after the restore, and the log is whole.
    const again = await add(house, kept.all, bytes)
    assert.ok(Buffer.isBuffer(await bytesOf(house, kept.all, again.document)))
    const sealing = { door: house.door, places: house.sealPlaces }
    await sealLog(sealing)
    assert.deepEqual(
      (await verifyLog(sealing)).flatMap(({ faults }) => faults),
      [],
    )
  })
})
