// The rulebook: every rule that the clock applies, as any worker may read it, and every duty that it does not know yet.
import { EVERY_RULE, type ListedRule } from '#duties'
import { citationText, LEVELS, type Level, type Verification } from '#law'
import catalogue from './catalogue-data.json' with { type: 'json' }

/** A line of the catalogue of duties. */
export interface ListedDuty {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly verification: string
}

/** Duties of the catalogue that no rule is built for, in its order. */
export function notBuilt(rules: readonly Pick<ListedRule, 'id'>[] = EVERY_RULE): readonly ListedDuty[] {
  const built = new Set(rules.map(({ id }) => id))
  return catalogue.filter(({ id }) => !built.has(id))
}

/** A duty that nobody has confirmed in the provision itself or in a published text. */
export const isUnconfirmed = (verification: string): boolean => verification === 'knowledge'

export interface RulePage {
  readonly id: string
  readonly name: string
  readonly says: string
  readonly level: Level
  readonly isLaw: boolean
  readonly verification: Verification
  readonly unconfirmed: boolean
  readonly citations: readonly string[]
  readonly inForce: { readonly from: string; readonly until: string | null }
  readonly trigger: string
  readonly satisfiedBy: string
  readonly responsible: string
  readonly interpretations: readonly { readonly name: string; readonly asks: string; readonly taken: string }[]
  readonly excuses: Readonly<Record<string, string>>
  readonly examples: readonly {
    readonly name: string
    readonly given: unknown
    readonly expected: unknown
    readonly holds: boolean
  }[]
}

/** The rule as a page, its examples run. */
export function rulePage(rule: ListedRule): RulePage {
  const { id, name, says, level, verification, cites, inForce, trigger, satisfiedBy, responsible } = rule
  const examples = rule.runExamples().map(({ name: called, given, expected, answered }) => {
    return { name: called, given, expected, holds: JSON.stringify(answered) === JSON.stringify(expected) }
  })
  return {
    id,
    name,
    says,
    level,
    isLaw: LEVELS[level].isLaw,
    verification,
    unconfirmed: isUnconfirmed(verification),
    citations: cites.map(citationText),
    inForce: { from: inForce.from, until: inForce.until ?? null },
    trigger,
    satisfiedBy: satisfiedBy.words,
    responsible,
    interpretations: (rule.interpretations ?? []).map(({ name: called, asks, taken, readings }) => ({
      name: called,
      asks,
      taken: readings[taken] ?? taken,
    })),
    excuses: rule.excuses ?? {},
    examples,
  }
}

/** undefined: no rule of that id is built. */
export function ruleById(id: string): ListedRule | undefined {
  return EVERY_RULE.find((rule) => rule.id.toLowerCase() === id.toLowerCase())
}

export function dutyById(id: string): ListedDuty | undefined {
  return catalogue.find((duty) => duty.id.toLowerCase() === id.toLowerCase())
}
