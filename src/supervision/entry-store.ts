// The SQL of writing what was thought of a child: the texts, the plan, the decision, new actions, and answers to earlier ones, all at once.
import {
  actionsFrom,
  actionsOf,
  carryOn,
  endAction,
  type NewAction,
  recordAction,
  retractAction,
  retractOutcome,
  retractStep,
} from '#actions'
import type { IsoDay } from '#calendar'
import { type Asking, correct, recordFirst, retract, type Superseded, writeParts } from '#database'
import { correctDecision, decisionsOf, recordDecision, retractDecision, type StandingDecision } from '#decisions'
import { progressOf } from './entries-store.ts'
import type { Session } from './staff-store.ts'

export const OVERSIGHT = 'management oversight'
export const ENTRY = 'supervision_entry'

export type Answered = { readonly action: string } & (
  | { readonly kind: 'ended'; readonly outcome: string; readonly happened: IsoDay; readonly said: string }
  | { readonly kind: 'carried'; readonly due: string; readonly why: string }
)
export type Decided = { readonly decision: string; readonly reasons: string }
export type Texts = Decided & {
  readonly permanence: string
  readonly words: string | undefined
  readonly progress: readonly {
    readonly plan: string
    readonly part: string
    readonly progress: string
    readonly shows: string
  }[]
}
export type At = { readonly child: string; readonly session: Session; readonly today: IsoDay; readonly me: string }
export type Refused = { readonly refused: string }

/** What the forms have decided is decided once more against what stands now; whatever no longer holds takes all of it back. */
async function answered(
  asking: Asking,
  answers: readonly Answered[],
  { child, today }: At,
): Promise<Refused | undefined> {
  for (const answer of answers) {
    const which = { child, action: answer.action }
    const done =
      answer.kind === 'carried'
        ? await carryOn(asking, which, { due: answer.due, noDueWhy: '', why: answer.why, today })
        : await endAction(asking, which, { ...answer, today })
    if ('refused' in done)
      return { refused: 'Somebody answered one of the earlier actions meanwhile. Open this again; your text is kept.' }
  }
  return undefined
}

const typedDecision = (
  { decision, reasons }: Decided,
  { question, on, at }: { question: string; on: string | null; at: At },
) => ({
  today: at.today,
  typed: {
    ...{ kind: OVERSIGHT, decided: at.session.held, decidedAs: 'worker', decidedBy: at.me, options: '', view: null },
    ...{ question, decision, reasons, on: on === null ? null : { table: ENTRY, line: on }, whoMayKnow: null },
  },
})

type Full = Texts & { readonly answers: readonly Answered[]; readonly actions: readonly NewAction[] }
export async function writeEntry(asking: Asking, given: Full, at: At): Promise<{ readonly id: string } | Refused> {
  const { child, session } = at
  const { line, held, worker, supervisor } = session
  const columns = { session: line, kind: 'full', held, worker, supervisor, permanence: given.permanence }
  const entry = await recordFirst(asking, 'kith.supervision_entry', { child, columns, words: given.words })
  await writeProgress(asking, given.progress, { child, entry: entry.line })
  const may = await recordDecision(asking, child, typedDecision(given, { question: 'Supervision', on: entry.line, at }))
  if ('refused' in may) return { refused: 'This decision is not yours to take. Your text is kept; ask your manager.' }
  for (const action of given.actions)
    await recordAction(asking, child, { ...action, from: { table: ENTRY, line: entry.line } })
  return (await answered(asking, given.answers, at)) ?? { id: entry.id }
}
async function writeProgress(
  asking: Asking,
  progress: Texts['progress'],
  { child, entry }: { readonly child: string; readonly entry: string },
): Promise<void> {
  for (const { shows, ...columns } of progress)
    await recordFirst(asking, 'kith.supervision_progress', {
      child,
      columns: { ...columns, entry },
      words: writeParts({ shows }),
    })
}

type Line = { readonly why: string; readonly answers: readonly Answered[] }
/** It counts as no supervision of this child. */
export async function writeLine(asking: Asking, given: Line, at: At): Promise<{ readonly id: string } | Refused> {
  const { line, held, worker, supervisor } = at.session
  const columns = { session: line, kind: 'line', held, worker, supervisor, permanence: null }
  const words = writeParts({ why: given.why })
  const entry = await recordFirst(asking, 'kith.supervision_entry', { child: at.child, columns, words })
  return (await answered(asking, given.answers, at)) ?? { id: entry.id }
}

export async function decisionAt(asking: Asking, child: string, entry: string): Promise<StandingDecision | undefined> {
  return (await decisionsOf(asking, child)).find(({ on }) => on?.table === ENTRY && on.line === entry)
}

/** The texts, how far the plan has come, and the decision where it changed. */
export async function correctEntry(
  asking: Asking,
  given: Texts,
  upon: At & { readonly id: string },
): Promise<Superseded<'kith.supervision_entry'>> {
  const { child } = upon
  const done = await correct(asking, 'kith.supervision_entry', {
    ...{ id: upon.id, columns: { permanence: given.permanence }, words: given.words ?? null },
  })
  if (!('ok' in done)) return done
  const standing = await progressOf(asking, child, done.ok.line)
  const fresh = given.progress.filter(({ part }) => !standing.some((one) => one.part === part))
  await writeProgress(asking, fresh, { child, entry: done.ok.line })
  for (const { part, progress, shows } of given.progress) {
    const before = standing.find((one) => one.part === part)
    if (before !== undefined && (before.progress !== progress || before.shows !== shows))
      await correct(asking, 'kith.supervision_progress', {
        ...{ id: before.id, columns: { progress }, words: writeParts({ shows }) ?? null },
      })
  }
  const decided = await decisionAt(asking, child, done.ok.line)
  const same = decided?.said?.decision === given.decision && decided.said.reasons === given.reasons
  if (decided !== undefined && !same) {
    const typed = typedDecision(given, {
      question: decided.said?.question ?? 'Supervision',
      on: done.ok.line,
      at: upon,
    })
    await correctDecision(asking, { child, id: decided.id }, typed)
  }
  return done
}

/**
 * The entry with its decision and whatever was answered in the same moment. Actions of it go too, unless somebody has gone on from
 * them: those stay on the list.
 */
export async function takeBackEntry(
  asking: Asking,
  { id, reason }: { readonly id: string; readonly reason: string },
  child: string,
): Promise<Superseded<'kith.supervision_entry'>> {
  const done = await retract(asking, 'kith.supervision_entry', { id, reason })
  if (!('ok' in done)) return done
  const { line } = done.ok
  const decided = await decisionAt(asking, child, line)
  if (decided !== undefined) await retractDecision(asking, decided.id, reason)
  for (const action of await actionsFrom(asking, child, { table: ENTRY, line }))
    if (action.steps.length === 0 && action.ended === undefined) await retractAction(asking, action.id, reason)
  await takeBackAnswers(asking, { child, entry: line, reason })
  return done
}
type Whose = { readonly child: string; readonly entry: string; readonly reason: string }
async function takeBackAnswers(asking: Asking, { child, entry, reason }: Whose): Promise<void> {
  const first = await asking.record
    .selectFrom('kith.supervision_entry')
    .select('recorded')
    .where('council', '=', asking.who.council)
    .where('id', '=', entry)
    .executeTakeFirst()
  for (const { ended, steps } of await actionsOf(asking, child)) {
    if (ended?.at === first?.recorded && ended !== undefined) await retractOutcome(asking, ended.id, reason)
    for (const step of steps) if (step.at === first?.recorded) await retractStep(asking, step.id, reason)
  }
}

type Corrected = Decided & { readonly askedBy: string; readonly because: string }
/** What was decided between two times, put right by whoever decided it; its day stays. */
export async function correctBetween(
  asking: Asking,
  { decision, reasons, askedBy: question, because }: Corrected,
  { child, today, id, decided }: Pick<At, 'child' | 'today'> & { readonly id: string; readonly decided: IsoDay },
): Promise<Superseded<'kith.decision'> | { readonly refused: 'not in the record'; readonly standing: undefined }> {
  const typed = {
    ...{ kind: OVERSIGHT, decided, decidedAs: 'worker', decidedBy: asking.who.person, options: '', view: null },
    ...{ question, decision, reasons, on: null, whoMayKnow: null },
  }
  const done = await correctDecision(asking, { child, id, because }, { typed, today })
  return 'refused' in done ? { refused: 'not in the record', standing: undefined } : done.ok
}

/** Between two times, in one step: the decision with its reasons, and what follows from it. */
export async function decideBetween(
  asking: Asking,
  given: Decided & { readonly askedBy: string; readonly actions: readonly NewAction[] },
  { child, today, me }: Pick<At, 'child' | 'today' | 'me'>,
): Promise<{ readonly id: string } | Refused> {
  const { decision, reasons, askedBy: question } = given
  const typed = {
    ...{ kind: OVERSIGHT, decided: today, decidedAs: 'worker', decidedBy: me, options: '', view: null },
    ...{ question, decision, reasons, on: null, whoMayKnow: null },
  }
  const may = await recordDecision(asking, child, { typed, today })
  if ('refused' in may) return { refused: 'This decision is not yours to take. Your text is kept; ask your manager.' }
  for (const action of given.actions)
    await recordAction(asking, child, { ...action, from: { table: 'decision', line: may.ok.line } })
  return { id: may.ok.id }
}
