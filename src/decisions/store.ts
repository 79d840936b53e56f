// The SQL of decisions: their kinds, what was decided about a child, and who was told.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  correct,
  currentOf,
  firstHands,
  historyOf,
  readParts,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
  writeParts,
} from '#database'
import { audienceColumns } from '#people'
import type { Hand } from './approval.ts'
import {
  type Decided,
  type DecisionKind,
  type DecisionRefusal,
  type Line,
  mayRecordDecision,
  type NewDecision,
  type NewTelling,
  type TypedDecision,
} from './decision.ts'

/** The open list, as it is now. */
export async function decisionKinds(asking: Asking): Promise<readonly DecisionKind[]> {
  const { rows } = await sql<DecisionKind>`
    select name, scope, deciders, basis, says from reference.decision_kind order by name`.execute(asking.record)
  return rows
}
async function mayDecide(asking: Asking, child: string, kind: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select kith.may_decide(${child}, ${kind}) as may`.execute(asking.record)
  return rows[0]?.may ?? false
}

const columnsOf = ({ kind, decided, decidedAs, decidedBy, view, on, whoMayKnow }: NewDecision) => ({
  ...{ kind, decided, decided_as: decidedAs, decided_by: decidedBy, view },
  ...{ on_table: on?.table ?? null, on_line: on?.line ?? null },
  ...audienceColumns(whoMayKnow),
})
type Typed = { readonly typed: TypedDecision; readonly today: IsoDay }
async function decide(
  asking: Asking,
  child: string,
  { typed, today }: Typed,
): Promise<Decided<NewDecision, DecisionRefusal>> {
  const kinds = await decisionKinds(asking)
  const may = typed.decidedBy === asking.who.person && (await mayDecide(asking, child, typed.kind))
  return mayRecordDecision(typed, { kinds, today, me: asking.who.person, mayDecide: may })
}

export async function recordDecision(
  asking: Asking,
  child: string,
  given: Typed,
): Promise<Decided<Written, DecisionRefusal>> {
  const may = await decide(asking, child, given)
  if ('refused' in may) return may
  const words = writeParts(may.ok.said)
  return { ok: await recordFirst(asking, 'kith.decision', { child, columns: columnsOf(may.ok), words }) }
}
/** It was written down wrongly. `id`: the version that was read. `because`: what was wrong, where it was asked. */
export async function correctDecision(
  asking: Asking,
  { child, id, because = '' }: { readonly child: string; readonly id: string; readonly because?: string },
  given: Typed,
): Promise<Decided<Superseded<'kith.decision'>, DecisionRefusal>> {
  const may = await decide(asking, child, given)
  if ('refused' in may) return may
  const words = writeParts({ ...may.ok.said, because })
  return { ok: await correct(asking, 'kith.decision', { id, columns: columnsOf(may.ok), words }) }
}
export async function retractDecision(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.decision'>> {
  return await retract(asking, 'kith.decision', { id, reason })
}
export async function decisionHistory(asking: Asking, line: string): Promise<readonly Version<'kith.decision'>[]> {
  return await historyOf(asking, 'kith.decision', line)
}

/** `decision`: the line. */
export async function tellDecision(
  asking: Asking,
  { child, decision }: { readonly child: string; readonly decision: string },
  { words, ...told }: NewTelling,
): Promise<Written> {
  return await recordFirst(asking, 'kith.decision_told', { child, columns: { decision, ...told }, words })
}
export async function retractTelling(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.decision_told'>> {
  return await retract(asking, 'kith.decision_told', { id, reason })
}

export type StandingTelling = Hand & {
  readonly id: string
  readonly whom: string
  readonly told: string
  readonly how: string
  readonly words: string | undefined
}
export type StandingDecision = {
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly decided: string
  readonly decidedAs: string
  readonly decidedBy: string | null
  /** undefined: taken out of sight. */
  readonly said: (NewDecision['said'] & { readonly because: string }) | undefined
  readonly view: string | null
  readonly on: Line | null
  readonly tellings: readonly StandingTelling[]
  readonly wrote: Hand
}
const tellingOf = (version: Version<'kith.decision_told'>): StandingTelling => {
  const { id, whom, told, how, words, recorded_by: by, recorded: at } = version
  return { id, whom, told, how, words, by, at }
}

/** In the order in which they were taken, each with who was told. */
export async function decisionsOf(asking: Asking, child: string): Promise<readonly StandingDecision[]> {
  const decisions = await currentOf(asking, 'kith.decision', child)
  const tellings = await currentOf(asking, 'kith.decision_told', child)
  const hands = await firstHands(asking, 'kith.decision', decisions)
  return decisions
    .map(({ id, line, kind, decided, decided_as: decidedAs, decided_by: decidedBy, view, words, ...version }) => ({
      ...{ id, line, kind, decided, decidedAs, decidedBy, view },
      said: readParts(words, ['question', 'options', 'decision', 'reasons', 'because']),
      on:
        version.on_table === null || version.on_line === null
          ? null
          : { table: version.on_table, line: version.on_line },
      tellings: tellings.filter(({ decision }) => decision === line).map(tellingOf),
      wrote: hands.get(line) ?? { by: version.recorded_by, at: version.recorded },
    }))
    .sort((a, b) => (`${a.decided} ${a.line}` < `${b.decided} ${b.line}` ? -1 : 1))
}
