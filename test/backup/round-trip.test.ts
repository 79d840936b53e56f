// Back up, wreck, restore: every row, every word, a log that verifies, and a ledger equal to the record.
import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { PoolConfig } from 'pg'
import { sealLog, sealsFolder, verifyLog } from '#access'
import { backUp, copyKeys, restore } from '#backup'
import { numberOf } from '#calendar'
import { compareLedger } from '#clock'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { exportCouncil, restoreExport } from '#exports'
import { testDatabase } from '../../src/database/test-database.ts'
import { type House, openAlone, openHouse } from '../../src/main.ts'
import { differing } from './folders.ts'

let folder: string
const home = () => join(folder, 'home')
const where = () => ({ home: home(), url: undefined, seals: undefined, operator: 'test' })
const quiet = (): void => {}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-round-trip-'))
  await chmod(folder, 0o755) // the server's account must be able to go in
})
after(async () => await rm(folder, { recursive: true, force: true }))

async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(where(), () => DEMONSTRATION_DAY, quiet)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

type From = { readonly connection: PoolConfig; readonly at: string; readonly asPutIn: boolean }
async function exportTo(name: string, { connection, at, asPutIn }: From): Promise<void> {
  const council = { number: 1, code: 'E06000053', name: 'Wexmoor Council' }
  await exportCouncil({
    ...{ connection, home: at, seals: sealsFolder(at), council, folder: join(folder, name), asPutIn },
  })
}

async function contents({ door }: House, council: number) {
  return await door.asService(council, 'command line', async ({ record, readWords, note }) => {
    await note('read the contents')
    const names = await record.selectFrom('kith.child_name').select(['id', 'said']).orderBy('id').execute()
    const duties = await record
      .selectFrom('kith.duty')
      .selectAll()
      .orderBy('child')
      .orderBy('basis')
      .orderBy('occurrence')
      .execute()
    return { words: [...(await readWords(names))].sort(([a], [b]) => (a < b ? -1 : 1)), duties }
  })
}

test('what was backed up comes back whole, and the log goes on from where it stood', async () => {
  const before = await inHouse(async (house) => {
    const shown = await demonstration(house, quiet, THE_RETURN)
    const council = shown?.council.council ?? 0
    await sealLog({ door: house.door, places: house.sealPlaces })
    await backUp({
      connection: house.opened.connection,
      home: home(),
      folder: join(folder, 'backup'),
      postcodes: false,
      log: quiet,
    })
    copyKeys(join(home(), 'keys'), join(folder, 'keys'))
    await exportTo('export', { connection: house.opened.connection, at: home(), asPutIn: false })
    return { council, ...(await contents(house, council)) }
  })
  // Two names of three hundred children, and the one that one of them wants to be called by.
  assert.equal(before.words.length, 601)
  assert.ok(before.duties.length > 4_000)

  await rm(home(), { recursive: true })
  const opened = await openAlone(where(), quiet)
  try {
    await restore({
      connection: opened.connection,
      home: home(),
      folder: join(folder, 'backup'),
      log: quiet,
    })
    copyKeys(join(folder, 'keys'), join(home(), 'keys'))
  } finally {
    await opened.stop()
  }

  await inHouse(async (house) => {
    const { council } = before
    assert.deepEqual({ council, ...(await contents(house, council)) }, before)
    const sealing = { door: house.door, places: house.sealPlaces }
    await sealLog(sealing)
    const [verdict] = await verifyLog(sealing)
    assert.deepEqual(verdict?.faults, [])
    assert.ok((verdict?.blocks ?? 0) >= 2, 'the log did not go on')
    const compared = await compareLedger(house.door, { council, on: numberOf(DEMONSTRATION_DAY) })
    assert.deepEqual(
      { children: compared.children, differences: compared.differences },
      { children: 300, differences: [] },
    )
  })
})

test('the council that is shown: exported, put into an empty Kith, exported again, the same to the byte', async () => {
  const { connection, drop } = await testDatabase('shown')
  const at = join(folder, 'other-home')
  try {
    const seals = sealsFolder(at)
    await restoreExport({ connection, home: at, seals, folder: join(folder, 'export'), operator: 'test' })
    await exportTo('again', { connection, at, asPutIn: true })
    assert.deepEqual(differing(join(folder, 'export'), join(folder, 'again')), [])
  } finally {
    await drop()
  }
})
