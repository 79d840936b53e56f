// Measures the import of a whole postcode directory; needs the real one, which is not part of the project.
import { createReadStream, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { replaceDirectory } from '#geography'
import { withClient } from '#postgres'
import { testDatabase } from '../../src/database/test-database.ts'
import { bestOf, type Figure, postmasterOf } from './measure.ts'

const directory = fileURLToPath(new URL('../../../shared/geo/onspd-england-2025-11.csv.gz', import.meta.url))

export async function postcodes(): Promise<readonly Figure[]> {
  if (!existsSync(directory)) {
    console.log('postcodes: not measured, since the directory is not there')
    return []
  }
  const at = await testDatabase('bench-postcodes')
  try {
    const best = await bestOf(
      async () =>
        await withClient(at.connection, async (client) => {
          const bytes = createReadStream(directory, { highWaterMark: 1 << 18 })
          await replaceDirectory(client, { bytes, fileName: 'directory', edition: '2025-11' })
        }),
      { postmaster: postmasterOf(at.connection) },
    )
    return [
      { name: 'postcode directory, 2.26 million rows', target: 30, counts: 'wall', best },
      { name: 'postcode directory, memory of this whole process', target: 200, counts: 'megabytes', best },
    ]
  } finally {
    await at.drop()
  }
}
