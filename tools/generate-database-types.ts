// Writes src/database/generated.ts from a freshly migrated database: `node bin/run.mjs tools/generate-database-types.ts`.
import { writeFileSync } from 'node:fs'
import { testDatabase } from '../src/database/test-database.ts'
import { generateTypes } from './database-types.ts'

const at = await testDatabase('types')
writeFileSync(new URL('../src/database/generated.ts', import.meta.url), await generateTypes(at.connection))
await at.drop()
