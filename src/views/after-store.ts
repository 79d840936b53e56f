// The SQL of what follows a view: what changed because of it, and letting others know by a safeguarding decision.
import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  firstHands,
  type Hand,
  lockChildren,
  readParts,
  recordFirst,
  retract,
  type Superseded,
  type Written,
  writeParts,
} from '#database'
import { mayOpen, type NewAnswer, type OpeningRefusal, type TypedOpening } from './after-a-view.ts'
import type { Decided } from './record-view.ts'
import { heardOf } from './store.ts'

/** Of one child: `id` of a view is the version that was read. */
export type Which = { readonly child: string; readonly id: string }

/** The decision and the wider audience are one. Only who approves in the oversight of the child may; it is their decision. */
export async function openView(
  asking: Asking,
  { child, id }: Which,
  { typed, today }: { readonly typed: TypedOpening; readonly today: IsoDay },
): Promise<Decided<Written, OpeningRefusal>> {
  await lockChildren(asking, [child])
  const standing = (await currentOf(asking, 'kith.view', child)).find((view) => view.id === id)
  if (standing === undefined) return { refused: ['view changed meanwhile'] }
  const heard = heardOf(standing)
  const may = mayOpen(typed, heard, today)
  if ('refused' in may) return may
  const { relations, noLongerBarred, power, decided, why, told, notToldWhy } = may.ok
  const decision = { power, decided, decided_by: asking.who.person, told, not_told_why: notToldWhy }
  const opened = { view: standing.line, relations: [...relations], no_longer_barred: [...noLongerBarred] }
  const opening = await recordFirst(asking, 'kith.view_opening', {
    child,
    columns: { ...opened, ...decision },
    words: why,
  })
  const barred = heard.mustNotKnow.filter((person) => !noLongerBarred.includes(person))
  await changeFrom(asking, 'kith.view', {
    id,
    columns: {
      audience: [...heard.audience, ...relations],
      must_not_know: barred.length === 0 ? null : barred,
      opened_by: opening.line,
    },
  })
  return { ok: opening }
}

export async function toldOfOpening(
  asking: Asking,
  id: string,
  told: IsoDay,
): Promise<Superseded<'kith.view_opening'>> {
  return await changeFrom(asking, 'kith.view_opening', { id, columns: { told, not_told_why: null } })
}

/** The decision is taken back: with its reason, and the audience is as it was before it. */
export async function closeView(
  asking: Asking,
  { child, id }: Which,
  reason: string,
): Promise<Superseded<'kith.view_opening'>> {
  await lockChildren(asking, [child])
  const opening = (await currentOf(asking, 'kith.view_opening', child)).find((one) => one.id === id)
  const views = await currentOf(asking, 'kith.view', child)
  const view = views.find(({ line }) => line === opening?.view)
  if (view !== undefined && opening !== undefined) {
    const audience = view.audience.filter((one) => !opening.relations.includes(one) || view.let_know.includes(one))
    const barred = [...new Set([...(view.must_not_know ?? []), ...opening.no_longer_barred])]
    const columns = { audience, must_not_know: barred.length === 0 ? null : barred, opened_by: null }
    await changeFrom(asking, 'kith.view', { id: view.id, columns })
  }
  return await retract(asking, 'kith.view_opening', { id, reason })
}

export type StandingOpening = {
  readonly id: string
  readonly line: string
  readonly view: string
  readonly relations: readonly string[]
  readonly power: string
  readonly decided: string
  readonly decidedBy: string
  readonly why: string | undefined
  readonly told: string | null
  readonly notToldWhy: string | null
}
export async function openingsOf(asking: Asking, child: string): Promise<readonly StandingOpening[]> {
  const openings = await currentOf(asking, 'kith.view_opening', child)
  return openings.map(({ id, line, view, relations, power, decided, decided_by, words, told, not_told_why }) => ({
    ...{ id, line, view, relations, power, decided, told },
    ...{ decidedBy: decided_by, why: words, notToldWhy: not_told_why },
  }))
}

const answerColumns = ({ outcome, decided, decidedBy, told, hangsOn }: NewAnswer) => ({
  ...{ outcome, decided, decided_by: decidedBy, told },
  ...{ on_table: hangsOn?.table ?? null, on_line: hangsOn?.line ?? null },
})
const answerWords = ({ what, decidedByName }: NewAnswer) => writeParts({ what, decidedByName })

/** What changed because of it. `view`: the line. */
export async function answerView(
  asking: Asking,
  { child, view }: { readonly child: string; readonly view: string },
  answer: NewAnswer,
): Promise<Written> {
  const columns = { view, ...answerColumns(answer) }
  return await recordFirst(asking, 'kith.view_answer', { child, columns, words: answerWords(answer) })
}
export async function correctAnswer(
  asking: Asking,
  id: string,
  answer: NewAnswer,
): Promise<Superseded<'kith.view_answer'>> {
  return await correct(asking, 'kith.view_answer', { id, columns: answerColumns(answer), words: answerWords(answer) })
}
export async function toldOfAnswer(asking: Asking, id: string, told: IsoDay): Promise<Superseded<'kith.view_answer'>> {
  return await changeFrom(asking, 'kith.view_answer', { id, columns: { told } })
}
export async function retractAnswer(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.view_answer'>> {
  return await retract(asking, 'kith.view_answer', { id, reason })
}

export type StandingAnswer = {
  readonly id: string
  readonly line: string
  readonly view: string
  readonly outcome: string
  readonly decided: string
  readonly decidedBy: string | null
  readonly said: { readonly what: string; readonly decidedByName: string } | undefined
  readonly told: string | null
  readonly wrote: Hand
}
/** In the order in which it was decided. */
export async function answersOf(asking: Asking, child: string): Promise<readonly StandingAnswer[]> {
  const answers = await currentOf(asking, 'kith.view_answer', child)
  const hands = await firstHands(asking, 'kith.view_answer', answers)
  return answers
    .map(({ id, line, view, outcome, decided, decided_by: decidedBy, told, words, recorded_by, recorded }) => ({
      ...{ id, line, view, outcome, decided, decidedBy, told, said: readParts(words, ['what', 'decidedByName']) },
      wrote: hands.get(line) ?? { by: recorded_by, at: recorded },
    }))
    .sort((a, b) => (a.decided < b.decided ? -1 : 1))
}
