// What a form about one child at a time together knows beforehand.
import { type Action, actionsOf, isOpen } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { typed, type Values } from '#drafts'
import { type At, type Fault, type Item, isId } from '#forms'
import { workersCalled } from '#workforce'
import { wantAnswers } from '../earlier-actions.ts'
import {
  type Caseload,
  caseloads,
  type Entry,
  type EntryRow,
  entryRows,
  type OwnView,
  usualWeeks,
  viewsOf,
  withWords,
} from '../entries-store.ts'
import { childDue, type Due, isClosed } from '../frequency.ts'
import { type Known, sinceWhen } from '../known.ts'
import { knownOf } from '../known-store.ts'
import { isAlike } from '../similarity.ts'
import { type Session, sessionBy } from '../staff-store.ts'

export type EntryGiven = {
  readonly child: string
  readonly name: string
  readonly session: Session
  readonly known: Known
  readonly load: Pick<Caseload, 'spoken' | 'lastWasLine'>
  readonly full: Due
  /** The last one in full, with its words. */
  readonly before: Entry | undefined
  /** At this time already. */
  readonly standing: Entry | undefined
  readonly earlier: readonly Action[]
  readonly onTheWay: readonly Action[]
  readonly owners: readonly Item[]
  readonly nameOf: (person: string) => string
  readonly me: string
  /** What the worker wrote of this child before. */
  readonly views: readonly OwnView[]
}

/** `line`: the time together. undefined: there is none, it fell out, or somebody else led it. */
export async function entryGiven(asking: Asking, at: At, line: string): Promise<EntryGiven | undefined> {
  const { child, me } = at
  const known = child === null ? undefined : await childById(asking, child)
  const session = await sessionBy(asking, line)
  if (child === null || known === undefined || session === undefined) return undefined
  if (session.cancelled !== null || session.supervisor !== me) return undefined
  const rows = await entryRows(asking, { children: [child] })
  const [standing] = await withWords(asking, rows.filter((row) => row.session === line).slice(0, 1))
  const before = await fullBefore(asking, rows, session)
  const load = await loadOf(asking, { child, session })
  const actions = (await actionsOf(asking, child)).filter((one) => isOpen(one) && one.origin === 'supervision')
  const earlier = wantAnswers(actions, { held: session.held, own: new Set(standing ? [standing.line] : []) })
  const workers = [...new Set([session.worker ?? me, me, ...session.people])]
  const called = await workersCalled(asking, [...workers, session.supervisor])
  const nameOf = (person: string): string => called.get(person) ?? 'somebody'
  const since = sinceWhen(load, session.held)
  const [facts] = await knownOf(asking, [{ child, since }], { on: session.held })
  if (facts === undefined) return undefined
  return {
    ...{ child, name: known.name ?? 'this child', session, known: facts, load, before, standing, earlier, nameOf, me },
    full: childDue(load.weeks, load.full, load.from),
    views: (await viewsOf(asking, { children: [child], worker: session.worker })).filter((one) => one.session === line),
    onTheWay: actions.filter((one) => !earlier.includes(one) && one.from?.line !== standing?.line),
    owners: workers.map((value) => ({ value, text: nameOf(value) })),
  }
}

/** The last one in full before a time together, with its words. */
async function fullBefore(
  asking: Asking,
  rows: readonly EntryRow[],
  { line, held }: Pick<Session, 'line' | 'held'>,
): Promise<Entry | undefined> {
  const earlier = rows.filter((row) => row.session !== line && row.held <= held && row.kind === 'full')
  return (await withWords(asking, earlier.slice(0, 1)))[0]
}

/** Said to the author, kindly; a text is not refused for it while it is written. */
export const alikeWords = (name: string, before: Pick<Entry, 'held'> | undefined): string =>
  `These are nearly the words of ${dayWords(before?.held ?? '')}. That is easily done with twelve children. What is new in ${name}’s life, however small? If it really is the same, say so below.`
/** While they write: against the entry before, which whoever leads that time reads on the same page. */
export async function alikeWhileWriting(asking: Asking, at: At, values: Values): Promise<readonly Fault[]> {
  const { child, about, me } = at
  const session = about === null || !isId(about) ? undefined : await sessionBy(asking, about)
  if (child === null || session === undefined || session.cancelled !== null || session.supervisor !== me) return []
  const before = await fullBefore(asking, await entryRows(asking, { children: [child] }), session)
  if (!isAlike(typed(values).words('life'), before?.words?.life)) return []
  const name = (await childById(asking, child))?.name ?? 'this child'
  return [{ field: 'life', says: alikeWords(name, before) }]
}

type Of = { readonly child: string; readonly session: Session }
/** Of a child who is not (or no more) that worker’s: as far as entries say. */
async function loadOf(asking: Asking, { child, session }: Of): Promise<Omit<Caseload, 'worker' | 'child'>> {
  const workers = session.worker === null ? session.people : [session.worker]
  const found = (await caseloads(asking, workers, { on: session.held, before: session.line })).find(
    (one) => one.child === child,
  )
  if (found !== undefined) return found
  const rows = (await entryRows(asking, { children: [child] })).filter((row) => row.session !== session.line)
  const full = rows.find(({ kind }) => kind === 'full')?.held ?? null
  const spoken: IsoDay | null = rows[0]?.held ?? null
  const weeks = await usualWeeks(asking, session.held)
  return { since: spoken ?? session.held, from: null, weeks, full, spoken, lastWasLine: rows[0]?.kind === 'line' }
}

export const closedWords = ({ session }: Pick<EntryGiven, 'session'>): string | undefined =>
  isClosed(session)
    ? 'This time is signed by both, and nothing of it changes any more. Write what is new at the next one, or as a decision between.'
    : undefined
