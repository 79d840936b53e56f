// Says why each flag that remains in the clean set is right: `node bin/run.mjs tools/ssda903/explain-clean-set.ts`. Ends with 1 where one is not explained.

import { checkSsda903 } from '../../src/statutory-returns/ssda903/check-return.ts'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { explainedRows } from './clean-set-data.ts'
import { explainFlags, explanationsPage } from './explain-flags.ts'

const checked = checkSsda903(storedSet('C-2027-clean').files)
const explanations = explainFlags(checked, explainedRows)
const { unexplained, stale } = explanations
process.stdout.write(explanationsPage('What remains flagged in the clean set, row by row', checked, explanations))
for (const one of unexplained) process.stderr.write(`Not explained: ${one}\n`)
for (const one of stale) process.stderr.write(`Explained, and no longer so: ${one}\n`)
if (unexplained.length + stale.length > 0) process.exitCode = 1
