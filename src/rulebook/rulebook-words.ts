// A page of the rulebook in plain lines for a terminal.
import { formatDay, parseDay } from '#calendar'
import { LEVELS } from '#law'
import { answerWords, valueWords } from './example-words.ts'
import type { NotApplied, RulePage } from './rulebook.ts'
import { isUnconfirmed } from './rulebook.ts'

const levelWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LEVELS).map(([level, { isLaw, words }]) => [level, isLaw ? words : `${words}, not law`]),
)
const standing = (level: string, verification: string): string =>
  `${levelWords[level] ?? level}${isUnconfirmed(verification) ? ', unconfirmed' : ''}`

function dayWords(written: string): string {
  const day = parseDay(written)
  return day === undefined ? written : formatDay(day)
}

/** 'Easter inside the window: from Fri 27 Mar 2026. Due: Tue 28 Apr 2026.' */
function exampleWords({ name, given, expected, holds }: RulePage['examples'][number]): string {
  const facts = valueWords(given)
  const answer = answerWords(expected).replace(/\.$/, '')
  return `${name}: ${facts === '' ? '' : `${facts}. `}${answer}.${holds ? '' : ' THIS DOES NOT HOLD.'}`
}

export function rulePageWords(page: RulePage): readonly string[] {
  const { id, name, says, level, verification, citations, inForce, examples } = page
  const until = inForce.until === null ? '' : ` until ${dayWords(inForce.until)}`
  return [
    `${id}  ${name}  (${standing(level, verification)})`,
    `  ${says}`,
    `  Law: ${citations.join('; ')}`,
    inForce.notYet === null ? `  In force from ${dayWords(inForce.from)}${until}` : `  NOT IN FORCE: ${inForce.notYet}`,
    `  Counts from: ${page.trigger}`,
    `  Satisfied by: ${page.satisfiedBy}`,
    `  Responsible: ${page.responsible}`,
    ...(page.beside
      ? [
          '  Counted on pages of its own (supervision, audits, complaints, requests for one’s own file), in no child’s list',
        ]
      : []),
    ...(page.waitsFor === null ? [] : [`  ${page.applied ? 'Not in the record yet' : 'Waits for'}: ${page.waitsFor}`]),
    ...page.interpretations.map(({ asks, taken }) => `  Read in two ways: ${asks} Taken: ${taken}`),
    ...Object.values(page.excuses).map((excuse) => `  Lawful reason not to: ${excuse}`),
    ...examples.map((example) => `  Example: ${exampleWords(example)}`),
  ]
}

/** On a page a table of the record is named as people say it: 'the table placement plan'. */
export const tablesInWords = (text: string): string =>
  text.replace(/kith\.([a-z_]+)/g, (_, name: string) => `the table ${name.replaceAll('_', ' ')}`).replace(/^the/, 'The')

/** What it is, and what is missing. */
export function notAppliedWords({ id, name, level, verification, kind, because }: NotApplied): readonly string[] {
  const title = `${id.padEnd(7)} ${name} (${standing(level, verification)})`
  return [
    title,
    `        ${kind === 'notInForce' ? 'Not in force' : 'Not applied'}: ${because ?? 'nobody has said why'}`,
  ]
}
