// One part of a plan: what it is called, what it asks, and what the law says of it.
import type { Citation, Level, Verification } from '#law'

export type PlanPart = {
  readonly part: string
  readonly name: string
  readonly asks: string
  /** always: such a plan is not sent for approval without it; by law, where its level is one of law. */
  readonly needed: 'always' | 'where it applies' | 'good practice'
  readonly cites: Citation
  readonly level: Level
  readonly verification: Verification
  /** The part stands as often as it is needed, each time with these fields: `outcome/2/known`. */
  readonly fields?: Readonly<Record<string, string>>
  /** What one of them is called: 'Outcome'. */
  readonly one?: string
  /** Each edition says it anew: what an earlier one said does not carry on. */
  readonly afresh?: true
}
