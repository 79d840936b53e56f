// The commands of the clock: `kith duties`, `kith simulate`, `kith ledger rebuild` and `kith ledger check`.
import { type Command, InvalidArgumentError } from 'commander'
import { formatDay, type Instant, type IsoDay, numberOf, parseDay, parseInstant } from '#calendar'
import type { Door } from '#database'
import { simulate } from '#duties'
import { type Duty, type DutyLine, dutyLine, STATES } from '#ledger'
import { isLegalStatusCode, isPlaceCode, type LegalStatusCode, type PlaceCode } from '#placements'
import { addTo, dutyLines, emptyTally, tallyWords } from './asked-duties.ts'
import { eachChildAsked } from './asked-store.ts'
import { compareLedger, rebuildLedger, type Upkeep } from './upkeep-store.ts'

export interface ClockCommandDeps {
  readonly withDoor: <T>(work: (door: Door) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  /** --as PERSON; undefined: the command line itself. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
  /** Shown on a terminal, silent in a pipe. */
  readonly progress: (line: string) => void
}

const theDay = (written: string): IsoDay => {
  const found = parseDay(written)
  if (found === undefined) throw new InvalidArgumentError('Give a day, as in 2026-11-23.')
  return found
}
const theMoment = (written: string): Instant => {
  const found = parseInstant(written)
  if (found === undefined) throw new InvalidArgumentError('Give a moment with its zone, as in 2026-11-23T14:30:00Z.')
  return found
}

interface DutiesChosen {
  readonly council: string
  readonly child?: string
  readonly on?: IsoDay
  readonly knownAt?: Instant
  readonly json?: boolean
}

/** Adds all commands of the clock. */
export function clockCommands(program: Command, deps: ClockCommandDeps): void {
  program
    .command('duties')
    .summary('print what is owed to children, and why')
    .description(
      'Prints the duties towards every child of a council, or one child: state, due day, how it was counted, and the law. --on and --known-at are two questions: the day asked about, and what the record held at a moment.',
    )
    .requiredOption('--council <code>', 'the code of the council')
    .option('--child <id>', "one child: the record's id, or the id in the return")
    .option('--on <day>', 'states as of this day (today)', theDay)
    .option('--known-at <moment>', 'only what the record held at this moment', theMoment)
    .option('--json', 'print a JSON array')
    .action(async (chosen: DutiesChosen) => await duties(chosen, deps))
  simulateCommand(program, deps)
  ledgerCommands(program, deps)
}

const theAge = (written: string): number => {
  if (/^(\d|1[0-7])$/.test(written)) return Number(written)
  throw new InvalidArgumentError('Give whole years from 0 to 17.')
}
const thePlace = (written: string): PlaceCode => {
  if (isPlaceCode(written)) return written
  throw new InvalidArgumentError('Give a placement code of the return, as in U6 or K2.')
}
const theStatus = (written: string): LegalStatusCode => {
  if (isLegalStatusCode(written)) return written
  throw new InvalidArgumentError('Give a legal status of the return, as in V2 or C1.')
}

interface SimulateChosen {
  readonly comesIntoCare: IsoDay
  readonly age?: number
  readonly placement?: PlaceCode
  readonly status?: LegalStatusCode
  readonly planned?: boolean
  readonly temporaryApproval?: boolean
  readonly immediate?: boolean
  readonly json?: boolean
}

/** It needs no database, and the day may lie ahead: nothing is recorded. */
function simulateCommand(program: Command, deps: ClockCommandDeps): void {
  program
    .command('simulate')
    .summary('what would be owed if a child came into care')
    .description('Prints what would be owed to an invented child of whom nothing else is known. Nothing is recorded.')
    .requiredOption('--comes-into-care <day>', 'the day on which the child comes into care', theDay)
    .option('--age <years>', 'age on that day; without it, what turns on age is unknown', theAge)
    .option('--placement <code>', 'placement code of the return (U6, a foster home)', thePlace)
    .option('--status <code>', 'legal status of the return (V2, section 20)', theStatus)
    .option('--planned', 'the placement was planned')
    .option('--temporary-approval', 'with a connected person under temporary approval')
    .option('--immediate', 'with a parent before the assessment is complete')
    .option('--json', 'print JSON')
    .action(({ json, placement, age, status, ...chosen }: SimulateChosen) => {
      const { first, next } = simulate({
        comesIntoCare: numberOf(chosen.comesIntoCare),
        ...(age === undefined ? {} : { age }),
        ...(placement === undefined ? {} : { place: placement }),
        ...(status === undefined ? {} : { status }),
        planned: chosen.planned === true,
        temporaryApproval: chosen.temporaryApproval === true,
        immediate: chosen.immediate === true,
      })
      const linesOf = (duties: readonly Duty[]) =>
        duties.map((duty) => dutyLine('simulated', duty, { on: numberOf(chosen.comesIntoCare) }))
      if (json === true) return deps.print(JSON.stringify({ first: linesOf(first), next: linesOf(next) }))
      const show = inWords(deps.print)
      show.lines(`A child who comes into care on ${formatDay(chosen.comesIntoCare)}:`, linesOf(first))
      show.lines('Next, had each of these been done on its last day:', linesOf(next))
    })
}

function ledgerCommands(program: Command, deps: ClockCommandDeps): void {
  const ledger = program
    .command('ledger')
    .description('the ledger of duties: rebuild it, or check it against the record')
  ledger
    .command('rebuild')
    .description('work out every duty of a council from its record, from scratch')
    .requiredOption('--council <code>', 'the code of the council')
    .action(async ({ council }: { council: string }) => {
      const children = await inCouncil(deps, council, async (door, number) => {
        return await rebuildLedger(door, upkeepOf(number, deps))
      })
      deps.print(`The ledger of ${children} children was rebuilt.`)
    })
  ledger
    .command('check')
    .description('compare the ledger of a council with its record; ends with 1 where they differ')
    .requiredOption('--council <code>', 'the code of the council')
    .option('--json', 'print the differences as JSON')
    .action(async (chosen: { council: string; json?: boolean }) => await check(chosen, deps))
}

async function inCouncil<T>(
  deps: ClockCommandDeps,
  code: string,
  work: (door: Door, council: number) => Promise<T>,
): Promise<T> {
  return await deps.withDoor(async (door) => {
    const found = await door.councilByCode(code)
    if (found === undefined) throw new Error(`There is no council ${code}.`)
    return await work(door, found.council)
  })
}

async function duties(chosen: DutiesChosen, deps: ClockCommandDeps): Promise<void> {
  const today = deps.today()
  const on = chosen.on ?? today
  if (on > today) throw new InvalidArgumentError(`--on ${on} is after today, ${today}: say --today ${on} as well.`)
  const tally = emptyTally()
  const show = chosen.json === true ? jsonArray(deps.print) : inWords(deps.print)
  const children = await inCouncil(deps, chosen.council, async (door, council) => {
    const asked = { council, person: deps.person(), child: chosen.child, on: numberOf(on), knownAt: chosen.knownAt }
    return await eachChildAsked(door, asked, (seen, facts) => {
      const lines = dutyLines(facts, asked.on, seen)
      for (const line of lines) addTo(tally, line)
      show.lines(`Child ${seen.shown}`, lines)
    })
  })
  if (chosen.child !== undefined && children === 0) throw new Error('There is no such child in this council.')
  show.end(`${children === 1 ? '1 child' : `${children} children`} on ${formatDay(on)}: ${tallyWords(tally)}.`)
}

interface Show {
  readonly lines: (title: string, lines: readonly DutyLine[]) => void
  readonly end: (words: string) => void
}

/** One element a line: a whole council's duties are never held at once. */
function jsonArray(print: (line: string) => void): Show {
  let before = '['
  return {
    lines: (_, lines) => {
      for (const line of lines) {
        print(before)
        before = `${JSON.stringify(line)},`
      }
    },
    end: () => print(before === '[' ? '[]' : `${before.slice(0, -1)}]`),
  }
}

function inWords(print: (line: string) => void): Show {
  return {
    lines: (title, lines) => {
      print(title)
      if (lines.length === 0) print('  Nothing is owed that the record knows of.')
      for (const { state, because } of lines) print(`  ${STATES[state].padEnd(14)}  ${because}`)
      print('')
    },
    end: print,
  }
}

function upkeepOf(council: number, deps: ClockCommandDeps): Upkeep {
  const progress = (done: number, of: number): void => deps.progress(`${done} of ${of} children`)
  return { council, on: numberOf(deps.today()), progress }
}

async function check({ council, json }: { council: string; json?: boolean }, deps: ClockCommandDeps): Promise<void> {
  const found = await inCouncil(deps, council, async (door, number) => {
    return await compareLedger(door, upkeepOf(number, deps))
  })
  const { children, rows, differences } = found
  if (json === true) deps.print(JSON.stringify(found))
  else {
    for (const { child, basis, occurrence, stored, computed } of differences) {
      const what = stored === null ? 'not in the ledger' : computed === null ? 'not in the record' : 'differs'
      deps.print(`${child}  ${basis}  ${occurrence}: ${what}`)
    }
    deps.print(
      `${children} children, ${rows} duties, ${differences.length} difference${differences.length === 1 ? '' : 's'}`,
    )
  }
  if (differences.length > 0) process.exitCode = 1
}
