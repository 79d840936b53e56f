// A page of the rulebook in plain lines for a terminal.
import { formatDay, parseDay } from '#calendar'
import { LEVELS } from '#law'
import type { ListedDuty, RulePage } from './rulebook.ts'
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

/** A value of an example: days in full, a record as its parts. */
function valueWords(value: unknown): string {
  if (typeof value === 'string') return dayWords(value)
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || 'none'
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${name} ${valueWords(part)}`)
    .join('; ')
}

export function rulePageWords(page: RulePage): readonly string[] {
  const { id, name, says, level, verification, citations, inForce, examples } = page
  const until = inForce.until === null ? '' : ` until ${dayWords(inForce.until)}`
  return [
    `${id}  ${name}  (${standing(level, verification)})`,
    `  ${says}`,
    `  Law: ${citations.join('; ')}`,
    `  In force from ${dayWords(inForce.from)}${until}`,
    `  Counts from: ${page.trigger}`,
    `  Satisfied by: ${page.satisfiedBy}`,
    `  Responsible: ${page.responsible}`,
    ...page.interpretations.map(({ asks, taken }) => `  Read in two ways: ${asks} Taken: ${taken}`),
    ...Object.values(page.excuses).map((excuse) => `  Lawful reason not to: ${excuse}`),
    ...examples.map(({ name: called, given, expected, holds }) => {
      return `  Example: ${called}: ${valueWords(given)} gives ${valueWords(expected)}${holds ? '' : ' (DOES NOT HOLD)'}`
    }),
  ]
}

export function dutyWords({ id, name, level, verification }: ListedDuty): string {
  return `${id.padEnd(7)} ${name} (${standing(level, verification)})`
}
