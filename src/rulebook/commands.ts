// `kith rulebook`: every rule with its law and its examples, and every duty of the catalogue that is not built yet.
import type { Command } from 'commander'
import { EVERY_RULE } from '#duties'
import { dutyById, notBuilt, type RulePage, ruleById, rulePage } from './rulebook.ts'
import { dutyWords, rulePageWords } from './rulebook-words.ts'

export interface RulebookCommandDeps {
  readonly print: (line: string) => void
}

/** Adds `kith rulebook [RULE]`; it needs no database. */
export function rulebookCommand(program: Command, { print }: RulebookCommandDeps): void {
  program
    .command('rulebook')
    .summary('the rules that the clock applies, and their law')
    .description(
      'Prints every rule: what it says, its citation, level and force, what satisfies it, and its examples, run as they are printed. Then the duties of the catalogue that are not built yet. A lawyer has not checked them.',
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
  if (id === undefined) return EVERY_RULE.map(rulePage)
  const found = ruleById(id)
  return found === undefined ? [] : [rulePage(found)]
}

function printAll(print: RulebookCommandDeps['print'], json: boolean): void {
  const pages = pagesOf(undefined)
  const missing = notBuilt()
  if (json) {
    print(JSON.stringify({ rules: pages, notBuilt: missing }))
    return
  }
  for (const page of pages) for (const line of [...rulePageWords(page), '']) print(line)
  print('Not built yet:')
  for (const duty of missing) print(`  ${dutyWords(duty)}`)
  print('')
  print(
    `${pages.length} rules; ${missing.length} duties of the catalogue not built yet. A lawyer has not checked them.`,
  )
}

function printOne(id: string, print: RulebookCommandDeps['print'], json: boolean): void {
  const [page] = pagesOf(id)
  const duty = dutyById(id)
  if (page === undefined && duty === undefined) throw new Error(`There is no rule ${id}.`)
  if (json) print(JSON.stringify(page ?? { ...duty, built: false }))
  else if (page !== undefined) for (const line of rulePageWords(page)) print(line)
  else if (duty !== undefined) print(`${dutyWords(duty)}: not built yet.`)
}
