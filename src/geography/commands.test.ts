// The edition of a directory, read from the names under which directories are published.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionIn } from './commands.ts'

test('the edition is read from the name of the file', () => {
  const cases = [
    ['ONSPD_NOV_2025_UK.csv', '2025-11'],
    ['ONSPD_MAY_2024_UK_AB.csv', '2024-05'],
    ['ONSPD_AUGUST_2011_UK.csv', '2011-08'],
    ['NSPL21_FEB_2023_UK.csv', '2023-02'],
    ['onspd-england-2025-11.csv.gz', '2025-11'],
    ['ons-postcode-directory-november-2025.csv', '2025-11'],
    ['postcodes.csv', null],
    ['download_2025.csv', null],
    ['x-2025-13.csv', null],
    ['120250112.csv', null],
  ] as const
  for (const [name, edition] of cases) assert.equal(editionIn(name), edition, name)
})
