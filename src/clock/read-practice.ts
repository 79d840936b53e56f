// The facts that the clock reads of plans, reviewing officers, decisions, homes, who was told, years and adoption.
import type { HomeOfPlacement } from '#approvals'
import type { ChildFacts } from '#duties'
import type { PowerHeld } from '#orders'
import { DECISIONS, type KnownFacts } from './known-facts.ts'

type Row<Part extends keyof KnownFacts> = NonNullable<KnownFacts[Part]>[number]

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)

/** An order whose day of making is not known stands from the day by which it is known to. */
export function powerOf([line, recorded, kind, made, madeBy, until, ended, , hearing]: Row<'bases'>): PowerHeld[] {
  const from = made ?? madeBy
  if (from === null) return []
  const [ends, over, heard] = [until, ended, hearing].map((day) => orUndefined(day ?? null))
  return [{ line, recorded, kind, made: from, madeKnown: made !== null, ends, hearing: heard, ended: over }]
}

/** Where an address is kept from some, its area is told to nobody by a duty. */
function homeOf(row: Row<'placements'>): HomeOfPlacement {
  const [placement, , , , , , , , , registered, lies] = row
  const [inside, adjoining, kept] = lies ?? [null, null, false]
  if (inside === null || kept) return { placement, registered, where: undefined }
  return { placement, registered, where: inside ? 'inside' : adjoining === true ? 'adjoining' : 'atADistance' }
}

type Practice = Pick<
  ChildFacts,
  | 'carePlans'
  | 'planParts'
  | 'reviewers'
  | 'decisions'
  | 'carerApprovals'
  | 'homes'
  | 'told'
  | 'yearAnswers'
  | 'adoptionDecided'
  | 'matches'
>

export function practiceOf(known: KnownFacts): Practice {
  return {
    carePlans: (known.carePlans ?? []).map(([line, recorded, day]) => ({ line, recorded, day })),
    planParts: (known.planParts ?? []).map(([line, recorded, part, day]) => ({ line, recorded, part, day })),
    reviewers: (known.reviewers ?? []).map(([line, recorded, from, until]) => {
      return { line, recorded, from: from ?? Number.NEGATIVE_INFINITY, until: orUndefined(until) }
    }),
    decisions: [...(known.taken ?? []), ...(known.answered ?? [])].map(([line, recorded, kind, day, , about]) => {
      return { line, recorded, kind, day, about: orUndefined(about) }
    }),
    carerApprovals: (known.decisions ?? []).flatMap(([line, recorded, placement, kind, from, until]) =>
      kind === DECISIONS.temporaryApproval ? [{ line, recorded, placement, from, until: orUndefined(until) }] : [],
    ),
    homes: (known.placements ?? []).map(homeOf),
    told: (known.told ?? []).map(([line, recorded, recipient, about, day]) => ({
      line,
      recorded,
      recipient,
      about,
      day,
    })),
    yearAnswers: (known.yearAnswers ?? []).map(([line, recorded, yearEnd, question, answer]) => {
      return { line, recorded, yearEnd, question, answer }
    }),
    adoptionDecided: (known.adoptionDecided ?? []).map(([line, recorded, day, ceased]) => {
      return { line, recorded, day, ceased: orUndefined(ceased) }
    }),
    matches: (known.matches ?? []).map(([line, recorded, day]) => ({ line, recorded, day })),
  }
}
