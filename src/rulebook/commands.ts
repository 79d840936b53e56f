// `kith rulebook`: every rule with its law and its examples, and every duty of the catalogue that the clock does not apply, with what is missing.
import type { Command } from 'commander'
import {
  BESIDE_THE_CLOCK,
  COUNTED_RULES,
  notApplied,
  notAppliedById,
  type RulePage,
  ruleById,
  rulePage,
} from './rulebook.ts'
import { notAppliedWords, rulePageWords } from './rulebook-words.ts'

export interface RulebookCommandDeps {
  readonly print: (line: string) => void
}

/** Adds `kith rulebook [RULE]`; it needs no database. */
export function rulebookCommand(program: Command, { print }: RulebookCommandDeps): void {
  program
    .command('rulebook')
    .summary('the rules that the clock applies, and their law')
    .description(
      'Prints every rule: what it says, its citation, level and force, what satisfies it, and its examples, run as they are printed. Then the duties of the catalogue that the clock does not apply, each with what is missing. A lawyer has not checked them.',
    )
    .argument('[rule]', 'one rule or duty, as in CP-07')
    .option('--json', 'print JSON')
    .action((rule: string | undefined, { json }: { json?: boolean }) => {
      if (rule === undefined) printAll(print, json === true)
      else printOne(rule, print, json === true)
      if (pagesOf(rule).some(({ examples }) => examples.some(({ holds }) => !holds))) process.exitCode = 1
    })
}

function pagesOf(id: string | undefined): readonly RulePage[] {
  if (id === undefined) return COUNTED_RULES.map(rulePage)
  const found = ruleById(id)
  return found === undefined ? [] : [rulePage(found)]
}

function printAll(print: RulebookCommandDeps['print'], json: boolean): void {
  const pages = pagesOf(undefined)
  const missing = notApplied()
  if (json) {
    print(JSON.stringify({ rules: pages, notApplied: missing }))
    return
  }
  for (const page of pages) for (const line of [...rulePageWords(page), '']) print(line)
  for (const [kind, title] of Object.entries(TITLES)) {
    print(title)
    for (const duty of missing.filter((one) => one.kind === kind))
      for (const line of notAppliedWords(duty)) print(`  ${line}`)
    print('')
  }
  const count = (kind: string): number => missing.filter((one) => one.kind === kind).length
  print(
    `${pages.length} rules; ${missing.length - count('ofHomes')} duties of the catalogue are not applied: ${count('waiting')} written down and waiting for the record, ${count('listed')} listed with what is missing, ${count('notInForce')} not in force, ${count('later')} of areas that come later; ${count('ofHomes')} more are counted for homes, and ${BESIDE_THE_CLOCK.length} of the rules beside the clock, of supervision, audits, complaints and requests for one’s own file. A lawyer has not checked them.`,
  )
}

const TITLES = {
  waiting: 'Written down, waiting for the record:',
  listed: 'Not written down, with what is missing:',
  notInForce: 'Not in force:',
  later: 'Of areas that come later:',
} as const

function printOne(id: string, print: RulebookCommandDeps['print'], json: boolean): void {
  const [page] = pagesOf(id)
  const duty = notAppliedById(id)
  if (page === undefined && duty === undefined) throw new Error(`There is no rule ${id}.`)
  if (json) print(JSON.stringify(page ?? { ...duty, applied: false }))
  else if (page !== undefined) for (const line of rulePageWords(page)) print(line)
  else if (duty !== undefined) for (const line of notAppliedWords(duty)) print(line)
}
