// `kith transfer`: writes one child's record for another council, and closes the copy here.
import { rmSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { sealLog } from '#access'
import type { IsoDay } from '#calendar'
import { type Asking, withClient } from '#database'
import { type ExportHouse, exportChild, findRecord } from '#exports'
import { workersCalled } from '#workforce'
import { give, mayGive, standsAgainst, takeBack } from './store.ts'
import { againstWords, councilNamed } from './transfer.ts'

export type TransferCommandDeps = {
  readonly withHouse: <T>(work: (house: ExportHouse) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  readonly print: (line: string) => void
}
type Chosen = {
  readonly child: string
  readonly to?: string
  readonly takeBack?: boolean
  readonly reason: string
  readonly by: string
}
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idOf = (what: string) => (written: string) => {
  if (ID.test(written)) return written.toLowerCase()
  throw new InvalidArgumentError(`Give the id of ${what}, as it stands in the address of a page.`)
}
function theReason(written: string): string {
  if (written.trim() !== '') return written.trim()
  throw new InvalidArgumentError('Say why: by which decision, and by what power it is shared.')
}
function theName(written: string): string {
  const name = councilNamed(written)
  if (name !== undefined) return name
  throw new InvalidArgumentError('Give the name of the council, in 3 to 120 characters.')
}

export function transferCommand(program: Command, deps: TransferCommandDeps): void {
  program
    .command('transfer')
    .summary('give one child’s record to another council')
    .description(
      'Writes the whole record of a child to a new folder, in the open forms of kith export, and closes the copy here in the same moment: its pages say who has the record, nothing is written to it any more, and nothing is owed from that day. It is done for a named person who may hand the record over. With --take-back a record that was given by mistake is open again.',
    )
    .argument('[folder]', 'a folder that is not there yet, or is empty')
    .requiredOption('--child <id>', 'whose record', idOf('the child'))
    .option('--to <council>', 'the name of the council that looks after them now', theName)
    .option('--take-back', 'it was given by mistake: open it again')
    .requiredOption('--reason <words>', 'why: by which decision, and by what power it is shared', theReason)
    .requiredOption('--by <person>', 'the id of who decided it here', idOf('a person of the council'))
    .action(async (folder: string | undefined, chosen: Chosen) => {
      const { to, takeBack: back = false } = chosen
      if (back ? to !== undefined || folder !== undefined : to === undefined || folder === undefined)
        throw new InvalidArgumentError('Say where to and into which folder: FOLDER --to "NAME"; or --take-back alone.')
      await deps.withHouse(async (house) => {
        if (folder === undefined || to === undefined) return await open(house, chosen, deps)
        await transfer(house, { ...chosen, folder, to }, deps)
      })
    })
}

const NOBODY = 'There is no record of that id that this person may hand over.'

async function found(house: ExportHouse, child: string) {
  const record = await withClient(house.opened.connection, async (client) => await findRecord(client, child, undefined))
  const council = (await house.door.councils()).find((one) => one.council === record?.council)
  if (record === undefined || council === undefined) throw new Error(NOBODY)
  return { record, council }
}

type Giving = Chosen & { readonly folder: string; readonly to: string }
/** The child is locked, the record read as it stands, and then closed: in the folder is all that was ever written here. */
async function transfer(house: ExportHouse, giving: Giving, { today, print }: TransferCommandDeps): Promise<void> {
  const { child, folder, to, reason: why, by } = giving
  const { record, council } = await found(house, child)
  const who = { council: council.council, person: by }
  let written = false
  try {
    const made = await house.door.as(who, async (asking) => {
      await mustBeFree(asking, child)
      const on = today()
      const name = (await workersCalled(asking, [by])).get(by) ?? by
      for (const each of record.children) await asking.note('exported all about the child', each)
      const export_ = await exportChild({
        ...{ connection: house.opened.connection, home: house.home, children: record.children, folder },
        council: { number: council.council, code: council.code, name: council.name },
        transfer: { to, on, why, by: name },
      })
      written = true
      await give(asking, { child, to, on, sums: export_.sums, why })
      return export_
    })
    await sealLog({ door: house.door, places: house.sealPlaces })
    print(`Written for ${to}: ${made.rows} rows and ${made.documents} documents, in ${folder}.`)
    print(`${made.underConditions} of the rows stand under a condition (conditions.jsonl): tell ${to} of them.`)
    print('The record here takes no more writing, and says who has it. Take it back with --take-back.')
  } catch (error) {
    // What nobody decided on must not lie about; a folder that was there before is not ours.
    if (written) for (const path of [folder, `${folder}.sig`]) rmSync(path, { recursive: true, force: true })
    throw error
  }
}

async function mustBeFree(asking: Asking, child: string): Promise<void> {
  if (!(await mayGive(asking, child))) throw new Error(NOBODY)
  const against = againstWords(await standsAgainst(asking, child))
  if (against.length > 0) throw new Error(['Nothing was given.', ...against].join('\n'))
}

async function open(house: ExportHouse, { child, by, reason }: Chosen, { print }: TransferCommandDeps): Promise<void> {
  const { council } = await found(house, child)
  const done = await house.door.as({ council: council.council, person: by }, async (asking) => {
    if (!(await mayGive(asking, child))) throw new Error(NOBODY)
    return await takeBack(asking, child, reason)
  })
  if (done === undefined) throw new Error('This record was given to nobody.')
  if (!done) throw new Error('Somebody wrote of it meanwhile: look again.')
  print('The record is open again. What was written for the other council is still with whoever has it.')
}
