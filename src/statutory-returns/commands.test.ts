// What commands on the files of a return ask for, and the one line that says what is wrong with it.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Command } from 'commander'
import { asksForFolders, asksForSet, misuseOfFiles, misuseOfPaths } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-files-asked-'))
const file = join(folder, 'set.json')
writeFileSync(file, '{}')
after(() => rmSync(folder, { recursive: true }))
const nowhere = join(folder, 'nowhere')

const WRONG: readonly (readonly [...Parameters<typeof misuseOfFiles>, says: RegExp | undefined])[] = [
  [undefined, {}, /^give a SET folder, or --this-year with --year$/],
  [folder, { thisYear: folder }, /^give either a SET or --this-year, not both$/],
  [undefined, { thisYear: folder }, /^say which collection it is/],
  [nowhere, {}, /^there is no folder .*nowhere$/],
  [file, {}, /^there is no folder .*set\.json$/],
  [folder, {}, /is no set: it has no postcodes\.json$/],
  [undefined, { thisYear: folder, year: 2027, lastYear: nowhere }, /^there is no folder/],
  [undefined, { thisYear: folder, year: 2027, postcodes: nowhere }, /^there is no file/],
  [undefined, { thisYear: folder, year: 2027, providers: nowhere }, /^there is no file/],
  [undefined, { thisYear: folder, year: 2027, postcodes: 'loaded', providers: file }, undefined],
]
for (const [at, [set, asked, says]] of WRONG.entries())
  test(`files of a return, case ${at + 1}: ${says === undefined ? 'nothing is wrong' : String(says)}`, () => {
    const wrong = misuseOfFiles(set, asked)
    if (says === undefined) assert.equal(wrong, undefined)
    else assert.match(wrong ?? '', says)
  })

test('what is to be written may not be there, what is read has to be', () => {
  assert.match(misuseOfPaths({ there: [], toWrite: [undefined, file] }) ?? '', /set\.json is there already/)
  assert.match(misuseOfPaths({ there: [nowhere], toWrite: [] }) ?? '', /there is no file/)
  assert.equal(misuseOfPaths({ there: [file, undefined], toWrite: [nowhere] }), undefined)
})

test('the year of the collection, and where the files lie', () => {
  const command = asksForFolders(asksForSet(new Command('any'))).action(() => undefined)
  command.parse(['--this-year', 'a', '--year', '2026/27', '--postcodes', 'loaded'], { from: 'user' })
  assert.deepEqual(command.opts(), { thisYear: 'a', year: 2027, postcodes: 'loaded' })
})
