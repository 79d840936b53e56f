// A plan's states, and who may take its next step: decided from what stands.
import { isPlanKind, missingParts, type PlanKind, type PlanPart, partNamed, partsOf, WHY_LATE } from '#plan-kinds'

export const PLAN_STATES = ['drafted', 'sent for approval', 'taken back', 'sent back', 'approved', 'replaced'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** Texts may be written until an edition is approved; also while somebody is asked to approve it. */
export const mayBeWritten = (state: PlanState): boolean => state !== 'approved' && state !== 'replaced'

export type PlanRefusal =
  | 'kind unknown'
  | 'parts not known yet'
  | 'there is one already'
  | 'still being written'
  | 'part unknown'
  | 'text too long'
  | 'parts missing'
  | 'sent already'
  | 'not sent for approval'
  | 'approved already'
  | 'may not approve'
  | 'your own work'
  | 'changed since you read it'
  | 'say why'
  | 'not yours to write down'
  | 'agreed before the edition before'
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly PlanRefusal[] }

export const LONGEST_TEXT = 20_000

/** `standing`: kinds of which the child has a plan. */
export function mayBeginPlan(kind: string, standing: readonly string[]): Decided<PlanKind> {
  if (!isPlanKind(kind)) return { refused: ['kind unknown'] }
  if (partsOf(kind).length === 0) return { refused: ['parts not known yet'] }
  return standing.includes(kind) ? { refused: ['there is one already'] } : { ok: kind }
}

/** A new edition is begun from an approved one. */
export const mayBeginEdition = (latest: PlanState): Decided<true> =>
  latest === 'approved' ? { ok: true } : { refused: ['still being written'] }

export function mayWrite(kind: PlanKind, save: { readonly part: string; readonly text: string }): Decided<true> {
  const refused: PlanRefusal[] = []
  if (partNamed(kind, save.part) === undefined) refused.push('part unknown')
  if (save.text.length > LONGEST_TEXT) refused.push('text too long')
  return refused.length > 0 ? { refused } : { ok: true }
}

/** `lacking`: the parts that this edition has to hold and does not. Only these hold it back. */
export function maySend(state: PlanState, lacking: readonly PlanPart[]): Decided<true> {
  if (state === 'sent for approval') return { refused: ['sent already'] }
  if (!mayBeWritten(state)) return { refused: ['approved already'] }
  return lacking.length > 0 ? { refused: ['parts missing'] } : { ok: true }
}

/** One text of a part, as far as it says whether the part is written. */
export type WrittenText = {
  readonly part: string
  readonly edition: string
  readonly text: string | undefined
  readonly outOfSight: boolean
  readonly at: string
}
/** Words that were taken out of sight had been written. */
export const writtenIn = (texts: readonly Pick<WrittenText, 'part' | 'text' | 'outOfSight'>[]): ReadonlySet<string> =>
  new Set(texts.flatMap(({ part, text, outOfSight }) => (text !== undefined || outOfSight ? [part] : [])))

/**
 * Parts that an edition has to hold and does not: without words, or said by an earlier edition only where each says it
 * anew. `lateSince`: a home that began before its placement plan was made; then the reason is asked for, written since.
 */
export function lackingIn(
  { kind, edition }: { readonly kind: PlanKind; readonly edition: string },
  texts: readonly WrittenText[],
  lateSince: string | undefined,
): readonly PlanPart[] {
  const named = (key: string) => partNamed(kind, key)?.part
  const written = writtenIn(texts.filter((text) => named(text.part)?.afresh === undefined || text.edition === edition))
  const missing = missingParts(kind, written)
  const late = lateSince === undefined ? undefined : partNamed(kind, WHY_LATE)?.part
  if (late === undefined) return missing
  const said = texts.some(
    ({ part, text, outOfSight, at }) =>
      part === WHY_LATE && (text !== undefined || outOfSight) && at >= (lateSince ?? ''),
  )
  return said ? missing : [late, ...missing]
}

export function mayTakeBack(state: PlanState): Decided<true> {
  if (!mayBeWritten(state)) return { refused: ['approved already'] }
  return state === 'sent for approval' ? { ok: true } : { refused: ['not sent for approval'] }
}

export type Approving = {
  readonly state: PlanState
  /** Whether the asker may approve plans of this child. */
  readonly may: boolean
  /** Everybody who wrote a version that stands or was written in this edition, and who sent it. */
  readonly hands: ReadonlySet<string>
  readonly me: string
  /** Versions that the asker read, and those that stand. */
  readonly read: readonly string[]
  readonly standing: readonly string[]
}

export function mayApprove({ state, may, hands, me, read, standing }: Approving): Decided<true> {
  const open = mayAnswer(state, may)
  if ('refused' in open) return open
  if (hands.has(me)) return { refused: ['your own work'] }
  return sameVersions(read, standing) ? { ok: true } : { refused: ['changed since you read it'] }
}

export type WritingPaper = Pick<Approving, 'state' | 'read' | 'standing'> & {
  /** Whether the asker may write it down: of this child, and whose hand is not in it. */
  readonly may: boolean
  /** The day on the paper; and those on which other editions were agreed. */
  readonly agreed: string
  readonly before: readonly string[]
}
/** Agreed to on paper, and written down by a second person. Editions are agreed in the order of their numbers. */
export function mayWriteAgreed({ state, may, read, standing, agreed, before }: WritingPaper): Decided<true> {
  if (!may) return { refused: ['not yours to write down'] }
  const open = mayTakeBack(state)
  if ('refused' in open) return open
  if (!sameVersions(read, standing)) return { refused: ['changed since you read it'] }
  return before.some((day) => day > agreed) ? { refused: ['agreed before the edition before'] } : { ok: true }
}
const sameVersions = (read: readonly string[], standing: readonly string[]): boolean =>
  read.length === standing.length && standing.every((version) => read.includes(version))

export function maySendBack(state: PlanState, may: boolean, reason: string): Decided<true> {
  const open = mayAnswer(state, may)
  if ('refused' in open) return open
  return reason.trim() === '' ? { refused: ['say why'] } : open
}

function mayAnswer(state: PlanState, may: boolean): Decided<true> {
  if (!may) return { refused: ['may not approve'] }
  return mayTakeBack(state)
}
