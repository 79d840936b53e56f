// The SQL of managers' decisions as others show them: in the story and beside the plan, each marked while it is not yet agreed.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Asking, readParts } from '#database'
import { workersCalled } from '#workforce'
import { OVERSIGHT } from './entry-store.ts'

export type ManagersDecision = {
  readonly line: string
  readonly decided: IsoDay
  readonly by: string
  readonly decision: string | undefined
  readonly reasons: string | undefined
  /** 'not yet agreed by Priya Nair'; undefined: it is, or nobody has to. */
  readonly notYet: string | undefined
}

/** Of these decisions, by their lines: 'not yet agreed by …', where somebody still has to sign. */
export async function notYetAgreed(asking: Asking, decisions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (decisions.length === 0) return new Map()
  const { rows } = await sql<{ decision: string; waits: string[] }>`
    select decision, waits from kith.supervision_waits(${[...decisions]}::uuid[])`.execute(asking.record)
  const called = await workersCalled(
    asking,
    rows.flatMap(({ waits }) => waits),
  )
  return new Map(
    rows
      .filter(({ waits }) => waits.length > 0)
      .map(({ decision, waits }) => [
        decision,
        `not yet agreed by ${waits.map((who) => called.get(who) ?? 'somebody').join(' and ')}`,
      ]),
  )
}

type DecisionRow = {
  readonly id: string
  readonly line: string
  readonly decided: string
  readonly by: string
  readonly said: Buffer | null
}
/** What managers decided, in supervision and between; the first first. Words still closed, to be opened with others. */
export async function decisionsClosed(asking: Asking, child: string): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select id, line, decided::text as decided, decided_by as by, said from kith.decision_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and kind = ${OVERSIGHT} order by decided, line`.execute(
    asking.record,
  )
  return rows
}

/** The same with their words, each marked while it is not yet agreed. */
export async function managersDecisions(
  asking: Asking,
  rows: readonly DecisionRow[],
  words: ReadonlyMap<string, string>,
): Promise<readonly ManagersDecision[]> {
  const notYet = await notYetAgreed(
    asking,
    rows.map(({ line }) => line),
  )
  return rows.map(({ id, line, decided, by }) => {
    const said = readParts(words.get(id), ['question', 'decision', 'reasons'])
    return {
      ...{ line, by, decided: day(decided) },
      decision: said?.decision,
      reasons: said?.reasons,
      notYet: notYet.get(line),
    }
  })
}
