// A dispute in time: its tiers, where it stands on a day, and that it rises by itself once the last day of a tier has passed.
import { type DayNumber, type IsoDay, workingDaysAfter } from '#calendar'

/** Lowest first. Cafcass is no tier: the reviewing officer may refer there from any of them. */
export const TIERS = [
  'informal',
  'team manager',
  'service manager',
  'head of service',
  'director',
  'chief executive',
] as const
export type Tier = (typeof TIERS)[number]
export const isTier = (text: string): text is Tier => TIERS.some((tier) => tier === text)

/** The whole of the formal stages, up to the chief executive (handbook, chapter 6). */
export const WHOLE_WORKING_DAYS = 20
/** Working days of each tier: a council's own protocol. Five formal tiers of four days make up the whole twenty. */
export const DAYS_OF_TIER = [2, 3, 4, 5] as const
export const DAYS_INFORMAL = [5, 10] as const
export type TierDays = { readonly informal: number; readonly formal: number }
export const TIER_DAYS: TierDays = { informal: 10, formal: 4 }
export const daysOf = (tier: Tier, { informal, formal }: TierDays): number => (tier === 'informal' ? informal : formal)

/** It was taken to somebody. */
export interface Stage {
  readonly tier: Tier
  readonly begun: DayNumber
  readonly answerBy: DayNumber
}
export interface TierAnswer {
  readonly tier: Tier
  readonly answered: DayNumber
  /** The day by which something is promised. */
  readonly promised: DayNumber | undefined
}
export interface Disputed<OneStage extends Stage = Stage> {
  readonly stages: readonly OneStage[]
  readonly answers: readonly TierAnswer[]
  /** The child's circumstances have changed, or it was withdrawn. */
  readonly ended: DayNumber | undefined
}

/** How long it stood at one tier. */
export interface Step<OneStage extends Stage = Stage> {
  readonly tier: Tier
  readonly since: DayNumber
  /** The last day of this tier; undefined: bank holidays of that year are not known, so it does not rise. */
  readonly last: DayNumber | undefined
  /** The day on which it went on, or was over; undefined: it stands here. */
  readonly until: DayNumber | undefined
  /** undefined: nobody took it here, it rose by itself. */
  readonly stage: OneStage | undefined
}

const rank = (tier: Tier): number => TIERS.indexOf(tier)

/** A promise holds it where it was made, until the day that was promised; one given after it had gone on holds nothing. */
function heldUntil({ tier, since }: Pick<Step, 'tier' | 'since'>, last: DayNumber, answers: readonly TierAnswer[]) {
  let held = last
  for (const { tier: of, answered, promised } of answers)
    if (of === tier && answered >= since && answered <= held && promised !== undefined && promised > held)
      held = promised
  return held
}

type Rising = { readonly on: DayNumber; readonly until: DayNumber | undefined; readonly days: TierDays }

function from<OneStage extends Stage>(
  stage: OneStage,
  answers: readonly TierAnswer[],
  { on, until, days }: Rising,
): Step<OneStage>[] {
  const steps: Step<OneStage>[] = []
  let [tier, since, counted]: [Tier, DayNumber, DayNumber | undefined] = [stage.tier, stage.begun, stage.answerBy]
  for (;;) {
    const last: DayNumber | undefined = counted === undefined ? undefined : heldUntil({ tier, since }, counted, answers)
    const step = { tier, since, last, stage: steps.length === 0 ? stage : undefined }
    const above = TIERS[rank(tier) + 1]
    if (last === undefined || last >= on || (until !== undefined && last >= until) || above === undefined) {
      steps.push({ ...step, until })
      return steps
    }
    steps.push({ ...step, until: last + 1 })
    ;[tier, since, counted] = [above, last + 1, workingDaysAfter(last, days.formal)]
  }
}

/** Every tier at which it has stood by that day, in order; the last is where it stands, or where it was over. */
export function stepsOf<OneStage extends Stage>(
  { stages, answers, ended }: Disputed<OneStage>,
  on: DayNumber,
  days: TierDays = TIER_DAYS,
): readonly Step<OneStage>[] {
  const over = ended !== undefined && ended <= on ? ended : undefined
  const begun = stages
    .filter((stage) => stage.begun <= (over ?? on))
    .toSorted((a, b) => a.begun - b.begun || rank(a.tier) - rank(b.tier))
  const known = answers.filter(({ answered }) => answered <= on).toSorted((a, b) => a.answered - b.answered)
  return begun.flatMap((stage, at) => from(stage, known, { on, until: begun[at + 1]?.begun ?? over, days }))
}

/** The first day at a manager: the twenty working days count from it. */
export const formalSince = (steps: readonly Step[]): DayNumber | undefined =>
  steps.find(({ tier }) => tier !== 'informal')?.since
export const wholeBy = (since: DayNumber): DayNumber | undefined => workingDaysAfter(since, WHOLE_WORKING_DAYS)

/** One thing that happened to it, in words. */
export type DisputeEvent = {
  readonly line: string
  readonly on: IsoDay
  readonly title: string
  readonly words: string
  /** It changes something for the child: it is found among the key events. */
  readonly key: boolean
  /** Who recorded it; nobody, where it rose by itself. */
  readonly by?: string
  /** Who was asked, answered or told the child, where that is a worker. */
  readonly whom?: { readonly as: string; readonly worker: string }
  /** Below the child's own pages. */
  readonly to: string
}
