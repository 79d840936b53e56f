// Every kind of plan that a child can have, all at once: its place below the child, what is said where there is none, its parts.
import { CARE_PLAN_PARTS } from './care-plan-parts-data.ts'
import { HEALTH_PLAN_PARTS } from './health-plan-parts-data.ts'
import type { PlanPart } from './part.ts'
import { PATHWAY_PLAN_PARTS } from './pathway-plan-parts-data.ts'
import { PLACEMENT_PLAN_PARTS } from './placement-plan-parts-data.ts'
import { SAFETY_PLAN_PARTS } from './safety-plan-parts-data.ts'

export const PLAN_KINDS = [
  'care plan',
  'placement plan',
  'pathway plan',
  'education plan',
  'health plan',
  'safety plan',
] as const
export type PlanKind = (typeof PLAN_KINDS)[number]
export const isPlanKind = (text: string): text is PlanKind => PLAN_KINDS.some((kind) => kind === text)

export type KindOfPlan = {
  /** Below `/children/:child/`. */
  readonly at: string
  /** Said where the child has none. */
  readonly none: (called: string) => string
  /** None: such a plan is not written here. */
  readonly parts: readonly PlanPart[]
  /** Each part has a form of its own, or one form holds them all. */
  readonly written: 'part by part' | 'in one form'
}

export const KINDS: Readonly<Record<PlanKind, KindOfPlan>> = {
  'care plan': {
    at: 'plan',
    none: (called) =>
      `The law asks for ${called}’s plan before the first home begins. Where that was not possible, it asks for it within ten working days.`,
    parts: CARE_PLAN_PARTS,
    written: 'part by part',
  },
  'placement plan': {
    at: 'placement-plan',
    none: (called) =>
      `It says how this home meets what ${called} needs, and who decides what. The law asks for it before ${called} moves in.`,
    parts: PLACEMENT_PLAN_PARTS,
    written: 'in one form',
  },
  'pathway plan': {
    at: 'pathway-plan',
    none: (called) =>
      `It says what we do for ${called} until 18 and after. The law asks for it as soon as what they need was assessed.`,
    parts: PATHWAY_PLAN_PARTS,
    written: 'in one form',
  },
  // The plan of each term is a record of its own, with its meetings: the room of education holds it.
  'education plan': { at: 'learning', none: () => 'It stands under learning.', parts: [], written: 'in one form' },
  'health plan': {
    at: 'health-plan',
    none: (called) => `It says how ${called} is, the care they get, and who does what. It is part of the care plan.`,
    parts: HEALTH_PLAN_PARTS,
    written: 'in one form',
  },
  'safety plan': {
    at: 'safety-plan',
    none: (called) => `It says what we worry about, and what ${called} and each adult does to keep ${called} safe.`,
    parts: SAFETY_PLAN_PARTS,
    written: 'in one form',
  },
}

/** '/children/…/safety-plan' */
export const planAt = (child: string, kind: PlanKind): string => `/children/${child}/${KINDS[kind].at}`
