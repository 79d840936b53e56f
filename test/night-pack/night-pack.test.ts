// The pack of the night: opened by a second program, it holds what a duty worker may know, and nothing else; old ones go.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { day } from '#calendar'
import { type Asking, type Council, councilKeysIn, type Door, makeCouncil, openDoor } from '#database'
import { checkPack, makePack, type PackSettings } from '#night-pack'
import { withClient } from '#postgres'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { openBrowser, skip } from '../web/in-browser.ts'
import { openedBySecondProgram } from './second-program.ts'

const today = day('2026-11-23')
const PASSPHRASE = 'jzj3r-p4mvg-ftq9z-z26de'
const shelf = mkdtempSync(join(tmpdir(), 'kith-packs-'))
const settings: PackSettings = { folder: join(shelf, 'packs'), passphraseFile: join(shelf, 'passphrase'), keep: 2 }
let at: TestDatabase
let door: Door
let council: Council
const children = { shown: '', hidden: '', left: '' }
let opened: ReadonlyMap<string, string>
let path: string

type Row = Readonly<Record<string, unknown>>
async function addRow(
  asking: Asking,
  table: `kith.${'child_name' | 'must_know' | 'care_period' | 'restriction'}`,
  { words, ...row }: Row & { readonly words?: string },
) {
  const [id = ''] = await asking.newIds(1)
  const child = String(row.child)
  const said =
    words === undefined ? {} : { said: (await asking.keepWords([{ record: id, child, text: words }])).get(id) }
  await asking.insert(table, [
    { council: asking.who.council, id, line: id, recorded_by: asking.who.person, ...row, ...said },
  ])
}

async function fill(asking: Asking): Promise<void> {
  const ids = await asking.newIds(4)
  const [shown = '', hidden = '', left = '', worker = ''] = ids
  Object.assign(children, { shown, hidden, left })
  const made = { council: asking.who.council, recorded_by: asking.who.person }
  await asking.insert(
    'kith.person',
    ids.map((id) => ({ ...made, id })),
  )
  await asking.insert('kith.worker', [{ ...made, id: worker, name: 'A worker' }])
  await asking.insert(
    'kith.child',
    [shown, hidden, left].map((id) => ({ ...made, id })),
  )
  for (const [child, words] of [
    [shown, 'Juniper'],
    [hidden, 'Sorrel'],
    [left, 'Bracken'],
  ] as const)
    await addRow(asking, 'kith.child_name', { child, kind: 'given', words })
  for (const child of [shown, hidden]) await addRow(asking, 'kith.care_period', { child, began: '2024-01-01' })
  await addRow(asking, 'kith.care_period', { child: left, began: '2024-01-01', ended: '2025-01-01', end_reason: 'E4A' })
  const fact = { child: shown, review_by: '2027-01-01' }
  await addRow(asking, 'kith.must_know', {
    ...fact,
    kind: 'health',
    audience: ['allocated-worker', 'duty'],
    words: 'The blue <inhaler> goes everywhere',
  })
  await addRow(asking, 'kith.must_know', {
    ...fact,
    kind: 'safety',
    audience: ['allocated-worker', 'director'],
    words: 'Known to two people only',
  })
  await addRow(asking, 'kith.restriction', { child: hidden, kind: 'hidden', named: [worker], decided: '2026-01-01' })
}

const make = async (on = today) =>
  await makePack({ opened: { connection: at.connection }, door }, { council, today: on, settings })

before(async () => {
  writeFileSync(settings.passphraseFile, `${PASSPHRASE}\nnot this line\n`)
  at = await testDatabase('packs')
  door = openDoor({ connection: at.connection, keys: councilKeysIn(join(shelf, 'home')) })
  const number = await makeCouncil(at.connection, { code: 'PACKS', name: 'Packshire' })
  council = { council: number, code: 'PACKS', name: 'Packshire', demonstration: false }
  await door.asService(number, 'import', fill)
  path = (await make()).path
  opened = openedBySecondProgram(path, PASSPHRASE)
})
after(async () => {
  await door.close()
  await at.drop()
  rmSync(shelf, { recursive: true, force: true })
})

describe('the pack of the night', () => {
  test('is opened by a second program: the children in care, a page and the facts of each', () => {
    assert.deepEqual(
      [...opened.keys()],
      ['README.txt', `children/${children.shown}.html`, `data/${children.shown}.json`, 'index.html'],
    )
    assert.match(opened.get('index.html') ?? '', /Juniper/)
    const page = opened.get(`children/${children.shown}.html`) ?? ''
    assert.match(page, /The blue &lt;inhaler&gt; goes everywhere/)
    const facts = JSON.parse(opened.get(`data/${children.shown}.json`) ?? '') as {
      name: string
      story: { what: string }[]
    }
    assert.equal(facts.name, 'Juniper')
    assert.deepEqual(
      facts.story.map(({ what }) => what),
      ['Came into care.'],
    )
  })

  test('holds nothing that is kept from a duty worker, and does not say that there was something', () => {
    const all = [...opened.values()].join('\n')
    for (const words of ['Known to two people only', 'Sorrel', children.hidden, 'Bracken', children.left])
      assert.equal(all.includes(words), false, words)
  })

  test('leaves nothing readable on the disk', () => {
    for (const name of readdirSync(settings.folder))
      assert.equal(readFileSync(join(settings.folder, name)).includes('Juniper'), false, name)
    assert.deepEqual(readdirSync(settings.folder).sort(), [
      'PACKS-2026-11-23.kithpack',
      'how-to-open.txt',
      'open-pack.html',
    ])
  })

  test('is logged under each child', async () => {
    const { rows } = await withClient(
      at.connection,
      async (client) =>
        await client.query<{ child: string; name: string }>(
          `select e.child, w.name from kith.access_entry e join kith.worker w on w.council = e.council and w.id = e.person where e.what like '%pack of the night'`,
        ),
    )
    assert.deepEqual(rows, [{ child: children.shown, name: 'Kith: night pack' }])
  })

  test('opens in the page that lies beside it, without any server', { skip }, async () => {
    const { page, said, close } = await openBrowser()
    try {
      await page.goto(pathToFileURL(join(settings.folder, 'open-pack.html')).href)
      await page.getByLabel('The pack').setInputFiles(path)
      await page.getByLabel('Passphrase').fill('not the passphrase')
      await page.getByRole('button', { name: 'Open' }).click()
      await page.getByText('The passphrase is another one').waitFor()
      await page.getByLabel('Passphrase').fill(PASSPHRASE)
      await page.getByRole('button', { name: 'Open' }).click()
      const inside = page.frameLocator('iframe')
      await inside.getByRole('link', { name: 'Juniper' }).click()
      await inside.getByText('The blue <inhaler> goes everywhere').waitFor()
      await inside.getByRole('link', { name: 'All children' }).click()
      await inside.getByRole('heading', { name: 'Children in care' }).waitFor()
      assert.deepEqual(said, [])
    } finally {
      await close()
    }
  })

  test('stays as many nights as were set; a torn one of a killed run goes, and nothing else', async () => {
    for (const torn of ['unfinished', 'unfinished-7-0123abcd']) {
      writeFileSync(join(settings.folder, `PACKS-2026-11-01.kithpack.${torn}`), 'torn')
      utimesSync(join(settings.folder, `PACKS-2026-11-01.kithpack.${torn}`), 1, 1)
    }
    writeFileSync(join(settings.folder, 'PACKS-2026-11-02.kithpack.unfinished-8-0123abcd'), 'of a run that goes on')
    writeFileSync(join(settings.folder, 'PACKS-notes.txt'), 'theirs')
    await make(day('2026-11-24'))
    const { removed } = await make(day('2026-11-25'))
    assert.equal(removed, 1)
    assert.deepEqual(readdirSync(settings.folder).sort(), [
      'PACKS-2026-11-02.kithpack.unfinished-8-0123abcd',
      'PACKS-2026-11-24.kithpack',
      'PACKS-2026-11-25.kithpack',
      'PACKS-notes.txt',
      'how-to-open.txt',
      'open-pack.html',
    ])
  })

  test('one run at a time makes it', async () => {
    const key = "hashtextextended('night pack', $1::int)"
    await withClient(at.connection, async (client) => {
      await client.query(`select pg_advisory_lock(${key})`, [council.council])
      await assert.rejects(make(today), /is being made by another run/)
      await client.query(`select pg_advisory_unlock(${key})`, [council.council])
    })
  })

  test('can be checked whole; what is wrong is said in plain words', async () => {
    const last = join(settings.folder, 'PACKS-2026-11-25.kithpack')
    assert.equal((await checkPack(last, PASSPHRASE)).parts, 4)
    await assert.rejects(checkPack(last, 'not the passphrase'), /the passphrase is another one/)
    await assert.rejects(checkPack(`${last}.not`, PASSPHRASE), /There is no pack/)
    const settled = { opened: { connection: at.connection }, door }
    const failing = async (changed: Partial<PackSettings>) =>
      await makePack(settled, { council, today, settings: { ...settings, ...changed } })
    await assert.rejects(failing({ folder: settings.passphraseFile }), /is not a folder: no pack was made/)
    await assert.rejects(failing({ passphraseFile: join(shelf, 'nowhere') }), /cannot be read from/)
    writeFileSync(join(shelf, 'short'), 'short\n')
    await assert.rejects(failing({ passphraseFile: join(shelf, 'short') }), /is too short: 20 characters at least/)
  })
})
