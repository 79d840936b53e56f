// The rulebook: every rule that the clock applies, as any worker may read it, and every duty that it does not know yet.
import { HOME_RULES } from '#carers'
import { EVERY_RULE, type ListedRule } from '#duties'
import { citationText, LEVELS, type Level, type Verification } from '#law'
import { OVERSIGHT_RULES } from '#oversight-rules'
import { fileAnswered, ownPartKept } from '#retention'
import { LATER, LISTED, NOT_COMMENCED, WAITING_RULES } from '#rules-in-waiting'
import catalogue from './catalogue-data.json' with { type: 'json' }

/** A line of the catalogue of duties. */
export interface ListedDuty {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly verification: string
}

/** A duty that the clock does not apply, and why. */
export interface NotApplied extends ListedDuty {
  /** ofHomes: counted for homes; waiting: its law is written down; listed: it is not; notInForce: enacted, not commenced; later: an area of its own. */
  readonly kind: 'ofHomes' | 'waiting' | 'listed' | 'notInForce' | 'later'
  /** The table and fact that are missing, or the provision that is not commenced. undefined: nobody has said. */
  readonly because: string | undefined
}

const WAITING: ReadonlyMap<string, ListedRule> = new Map(WAITING_RULES.map((rule) => [rule.id, rule]))
const NOT_YET: ReadonlyMap<string, ListedRule> = new Map(NOT_COMMENCED.map((rule) => [rule.id, rule]))

const OF_HOMES: ReadonlyMap<string, string> = new Map(
  Object.values(HOME_RULES).map(({ id, citation, read }): [string, string] => [
    id,
    read ? citation : `${citation} (unconfirmed)`,
  ]),
)

function whyNot(id: string): Pick<NotApplied, 'kind' | 'because'> {
  const ofHomes = OF_HOMES.get(id)
  if (ofHomes !== undefined) return { kind: 'ofHomes', because: ofHomes }
  const waits = WAITING.get(id)
  if (waits !== undefined) return { kind: 'waiting', because: waits.waitsFor }
  const notYet = NOT_YET.get(id)
  if (notYet !== undefined) return { kind: 'notInForce', because: notYet.inForce.notYet }
  const listed = LISTED[id]
  if (listed !== undefined) return { kind: 'listed', because: listed }
  return { kind: 'later', because: LATER[id.split('-')[0] ?? ''] }
}

/** Owed to workers, of audits, of their own part, or to whoever complains or asks for their file: their own pages count by them. */
export const BESIDE_THE_CLOCK: readonly ListedRule[] = [...OVERSIGHT_RULES, fileAnswered, ownPartKept]
/** Every rule that something counts by. */
export const COUNTED_RULES: readonly ListedRule[] = [...EVERY_RULE, ...BESIDE_THE_CLOCK]

/** Duties of the catalogue that nothing counts by, in its order, each with its reason. */
export function notApplied(rules: readonly Pick<ListedRule, 'id'>[] = COUNTED_RULES): readonly NotApplied[] {
  const built = new Set(rules.map(({ id }) => id))
  return catalogue.filter(({ id }) => !built.has(id)).map((duty) => ({ ...duty, ...whyNot(duty.id) }))
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
  readonly inForce: { readonly from: string; readonly until: string | null; readonly notYet: string | null }
  /** What the record does not hold yet. */
  readonly waitsFor: string | null
  /** Something counts by it. */
  readonly applied: boolean
  /** Counted on pages of their own, in no child’s list. */
  readonly beside: boolean
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
    inForce: { from: inForce.from, until: inForce.until ?? null, notYet: inForce.notYet ?? null },
    waitsFor: rule.waitsFor ?? null,
    applied: !WAITING.has(id) && !NOT_YET.has(id),
    beside: BESIDE_THE_CLOCK.some((one) => one.id === id),
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

const EVERY_WRITTEN: readonly ListedRule[] = [...COUNTED_RULES, ...WAITING_RULES, ...NOT_COMMENCED]

/** Counted by, waiting, or not in force; undefined: no rule of that id is written down. */
export function ruleById(id: string): ListedRule | undefined {
  return EVERY_WRITTEN.find((rule) => rule.id.toLowerCase() === id.toLowerCase())
}

export function notAppliedById(id: string): NotApplied | undefined {
  return notApplied().find((duty) => duty.id.toLowerCase() === id.toLowerCase())
}
