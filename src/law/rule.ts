// A rule of law or practice as data: what it says, where that stands, from when to when, examples, and how to apply it.
import type { IsoDay } from '#calendar'
import type { Citation } from './citation.ts'

export const LEVELS = {
  statute: { isLaw: true, words: 'statute' },
  regulation: { isLaw: true, words: 'regulation' },
  'case-law': { isLaw: true, words: 'case law' },
  'statutory-guidance': { isLaw: false, words: 'statutory guidance' },
  'national-standard': { isLaw: false, words: 'national standard' },
  'professional-standard': { isLaw: false, words: 'professional standard' },
  'data-definition': { isLaw: false, words: 'data definition' },
  practice: { isLaw: false, words: 'practice' },
} as const
export type Level = keyof typeof LEVELS

/** primary: the provision itself was read; secondary: another body's published text; knowledge: unconfirmed. */
export type Verification = 'primary' | 'secondary' | 'knowledge'

/** Where the law can be read in two ways, the reading taken and what the other would mean. */
export interface Interpretation {
  readonly name: string
  readonly asks: string
  readonly taken: string
  readonly readings: Readonly<Record<string, string>>
}

/** Which facts, in which table, satisfy the rule. */
export interface Satisfaction {
  readonly fact: string
  readonly table: string
  readonly words: string
}

export interface Example<Given, Answer> {
  readonly name: string
  /** The case of the catalogue that it works out: 'CP-18#3'. */
  readonly vector?: string | undefined
  readonly given: Given
  readonly expect: Answer | Refusal
}

/** A rule never guesses: it says why it cannot answer. */
export type Refusal =
  | { readonly kind: 'notInForce'; readonly from: IsoDay; readonly until: IsoDay | undefined }
  | { readonly kind: 'unknown'; readonly missing: string }

export const unknown = (missing: string): Refusal => ({ kind: 'unknown', missing })

type AtLeastOne<Item> = readonly [Item, ...Item[]]

/** `notYet`: the provision that has still to be commenced; such a rule holds on no day. */
export interface InForce {
  readonly from: IsoDay
  readonly until?: IsoDay
  readonly notYet?: string
}

export interface RuleText {
  readonly id: string
  readonly name: string
  readonly says: string
  readonly level: Level
  readonly verification: Verification
  readonly cites: AtLeastOne<Citation>
  /** The first day of its force, and the first day on which it is no longer in force. */
  readonly inForce: InForce
  readonly interpretations?: readonly Interpretation[]
  readonly satisfiedBy: Satisfaction
  readonly trigger: string
  readonly responsible: string
  /** Recorded reasons that lawfully excuse it: code and words. */
  readonly excuses?: Readonly<Record<string, string>>
  /** What the record does not hold yet, table and fact: all of the rule waits for it, or the part that is named. */
  readonly waitsFor?: string
}

export interface RuleDraft<Given, Answer> extends RuleText {
  /** The day whose law decides: usually the day of the trigger. */
  readonly decidedOn: (given: Given) => IsoDay | undefined
  /** Of a provision that is not commenced: asked as if it were, so that the rule is ready for its day. */
  readonly asIfInForce?: (given: Given) => boolean
  readonly apply: (given: Given) => Answer | Refusal
  readonly examples: AtLeastOne<Example<Given, Answer>>
}

/** One example run, for the rulebook and for the test of all rules. */
export interface ExampleRun {
  readonly name: string
  readonly vector: string | undefined
  readonly given: unknown
  readonly expected: unknown
  readonly answered: unknown
}

export interface Rule<Given = never, Answer = unknown> extends RuleText {
  readonly ask: (given: Given) => Answer | Refusal
  readonly runExamples: () => readonly ExampleRun[]
}

export function isInForce({ inForce }: Pick<RuleText, 'inForce'>, on: IsoDay): boolean {
  return inForce.notYet === undefined && on >= inForce.from && (inForce.until === undefined || on < inForce.until)
}

/** Refuses a day outside its force, and a trigger whose day is not known. */
export function rule<Given, Answer>(draft: RuleDraft<Given, Answer>): Rule<Given, Answer> {
  const { decidedOn, asIfInForce, apply, examples, ...text } = draft
  const ask = (given: Given): Answer | Refusal => {
    const on = decidedOn(given)
    if (on === undefined) return unknown(text.trigger)
    if (!isInForce(text, on) && asIfInForce?.(given) !== true)
      return { kind: 'notInForce', from: text.inForce.from, until: text.inForce.until }
    return apply(given)
  }
  const runExamples = () =>
    examples.map(({ name, vector, given, expect }) => ({ name, vector, given, expected: expect, answered: ask(given) }))
  return { ...text, ask, runExamples }
}
