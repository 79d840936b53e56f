// `kith lists annex-a`: the eleven child-level lists of an inspection, of the whole council, as one workbook.
import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { Command } from 'commander'
import { formatDay, type IsoDay } from '#calendar'
import type { Door } from '#database'
import { ANNEX_A } from './lists-data.ts'
import { EMPTY_LISTS } from './not-carried-data.ts'
import { annexA, type Lists, type Postcodes, writeLists } from './workbook-store.ts'

export type ListsCommandDeps = {
  readonly withDoor: <T>(work: (door: Door, postcodes: Postcodes) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  /** --as PERSON. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
}

/** Under one person's sight a list would lack what they may not see, and nobody would notice. */
const WHOLE = 'the lists are made from the whole record: leave --as out'

export function annexACommand(lists: Command, { withDoor, today, person, print }: ListsCommandDeps): void {
  lists
    .command('annex-a')
    .summary('make the child-level lists of an inspection')
    .description(
      'Writes the eleven child-level lists (Annex A, template of January 2024) of a council as one workbook, as of today. What the record does not carry is empty; the last sheet says what and why.',
    )
    .requiredOption('--council <code>', 'whose lists they are')
    .requiredOption('--out <file>', 'the workbook to write; a file that is there is not written over')
    .action(async ({ council: code, out }: { council: string; out: string }, command: Command) => {
      if (person() !== undefined) command.error(WHOLE, { exitCode: 2 })
      if (existsSync(out)) command.error(`${out} is there already: it is not written over`, { exitCode: 2 })
      // Batches leave much short-lived garbage. A young space that does not grow saves memory.
      setFlagsFromString('--semi-space-growth-factor=1')
      const on = today()
      const made = await withDoor(async (door, postcodes) => {
        const council = await door.councilByCode(code)
        if (council === undefined) throw new Error(`There is no council ${code}.`)
        return await door.asService(
          council.council,
          'command line',
          async (asking) => await annexA(asking, on, postcodes),
        )
      })
      await writeLists(out, made)
      for (const line of told(made, out)) print(line)
    })
}

function told({ on, rows }: Lists, out: string): readonly string[] {
  const counts = ANNEX_A.map(({ sheet, name }, at) => {
    const count = (rows.get(at + 1) ?? []).length
    const empty = EMPTY_LISTS[at + 1]
    return `  ${sheet}, ${name}: ${count.toLocaleString('en-GB')} rows${empty === undefined ? '' : `. ${empty}`}`
  })
  return [`The lists of ${formatDay(on)}, written to ${out}.`, ...counts]
}
