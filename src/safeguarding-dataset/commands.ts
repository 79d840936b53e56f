// `kith lists ssd`: the Standard Safeguarding Dataset of a council, as a CSV file for each of its tables.
import { readdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { formatDay, type IsoDay } from '#calendar'
import type { Door } from '#database'
import { asOneFolder } from '#exports'
import { tableNames } from './dataset.ts'
import { type Written, writeDataset } from './dataset-store.ts'

export type DatasetCommandDeps = {
  readonly withDoor: <T>(work: (door: Door) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  /** --as PERSON. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
}

/** Under one person's sight the files would lack what they may not see, and nobody would notice. */
const WHOLE = 'the dataset is made from the whole record: leave --as out'

export function datasetCommand(lists: Command, { withDoor, today, person, print }: DatasetCommandDeps): void {
  lists
    .command('ssd')
    .summary('make the Standard Safeguarding Dataset')
    .description(
      'Writes the 48 tables of the Standard Safeguarding Dataset of a council as CSV, every child who was ever in care among them, and coverage.csv, which says of each field whether it is given, and if not, why.',
    )
    .requiredOption('--council <code>', 'whose dataset it is')
    .requiredOption('--out <folder>', 'the folder for the CSV files; it has to be empty or new')
    .action(async ({ council: code, out }: { council: string; out: string }, command: Command) => {
      if (person() !== undefined) command.error(WHOLE, { exitCode: 2 })
      const files = await readdir(out).catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? [] : undefined,
      )
      if (files === undefined) command.error(`${out} is no folder that can be read`, { exitCode: 2 })
      if (files !== undefined && files.length > 0)
        command.error(`${out} is not empty: give a new folder`, { exitCode: 2 })
      const on = today()
      const which = { on, why: 'the Standard Safeguarding Dataset', answers: true, names: true }
      let counts: Written = new Map()
      // The files get their name when the reading of them stands in the log too.
      await asOneFolder(out, async (draft) => {
        counts = await withDoor(async (door) => {
          const council = await door.councilByCode(code)
          if (council === undefined) throw new Error(`There is no council ${code}.`)
          return await door.asService(
            council.council,
            'command line',
            async (asking) => await writeDataset(asking, draft, which),
          )
        })
      })
      print(`Standard Safeguarding Dataset of ${formatDay(on)}, written to ${out}.`)
      for (const table of tableNames) {
        const count = counts.get(table) ?? 0
        if (count > 0) print(`  ${table}: ${count.toLocaleString('en-GB')} rows`)
      }
      print('What is empty, and why: coverage.csv.')
    })
}
