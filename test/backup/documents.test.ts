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
import type { Asking } from '#database'
import { documentsOf } from '#documents'
import { beginPlan, latestParts, savePlan } from '#plans'
import { type House, openAlone, openHouse } from '../../src/main.ts'
import { add, bytesOf, people } from './keptshire.ts'

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

const of = ({ door, opened, uploads }: House) => ({ door, connection: opened.connection, uploads })

test('backed up, wrecked, restored: the same bytes and words, and what nobody may see stays unseen', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_300_000)])
  const kept = await inHouse(async (house) => {
    const all = await people(of(house))
    const as = async <T>(person: string, work: (asking: Asking) => Promise<T>) =>
      await house.door.as({ council: all.council, person }, work)
    const { document } = await add(of(house), all, bytes)
    const hidden = await add(of(house), all, bytes)
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
    const again = await add(of(house), kept.all, bytes)
    assert.ok(Buffer.isBuffer(await bytesOf(house, kept.all, again.document)))
    const sealing = { door: house.door, places: house.sealPlaces }
    await sealLog(sealing)
    assert.deepEqual(
      (await verifyLog(sealing)).flatMap(({ faults }) => faults),
      [],
    )
  })
})
