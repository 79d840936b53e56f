// The SQL of views: what was said, who hears it, and the words that stand last of each child.
import { sql } from 'kysely'
import {
  type Asking,
  among,
  changeFrom,
  correct,
  currentOf,
  firstHands,
  type Hand,
  historyOf,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import {
  type Decided,
  type Heard,
  type Hearers,
  type HearersRefusal,
  mayChangeHearers,
  type NewView,
  type TypedHearers,
} from './record-view.ts'

const saidColumns = ({ whose, person, happened, how, toldTo, about }: NewView) => ({
  ...{ whose, person, happened, how, about, told_to: toldTo },
})
const heardColumns = ({ relations, mustNotKnow, letKnow, letKnowPeople }: Hearers) => ({
  audience: [...relations],
  must_not_know: mustNotKnow.length === 0 ? null : [...mustNotKnow],
  let_know: [...letKnow],
  let_know_people: [...letKnowPeople],
})

export async function recordView(
  asking: Asking,
  child: string,
  view: NewView & { readonly hearers: Hearers },
): Promise<Written> {
  const columns = { ...saidColumns(view), ...heardColumns(view.hearers) }
  return await recordFirst(asking, 'kith.view', { child, columns, words: view.words })
}

/** It was written down wrongly. Who hears it stays as it is. */
export async function correctView(asking: Asking, id: string, view: NewView): Promise<Superseded<'kith.view'>> {
  return await correct(asking, 'kith.view', { id, columns: saidColumns(view), words: view.words })
}

export async function retractView(asking: Asking, id: string, reason: string): Promise<Superseded<'kith.view'>> {
  return await retract(asking, 'kith.view', { id, reason })
}

export const heardOf = ({ audience, must_not_know, let_know, let_know_people }: Version<'kith.view'>): Heard => ({
  ...{ audience, mustNotKnow: must_not_know ?? [], letKnow: let_know, letKnowPeople: let_know_people },
})

/** Fewer people hear it from now on, or those whom they let know themselves. `id`: the version that was read. */
export async function changeHearers(
  asking: Asking,
  { child, id }: { readonly child: string; readonly id: string },
  typed: TypedHearers,
): Promise<Decided<Superseded<'kith.view'>, HearersRefusal>> {
  await lockChildren(asking, [child])
  const standing = (await currentOf(asking, 'kith.view', child)).find((view) => view.id === id)
  const none = { audience: [], mustNotKnow: [], letKnow: [], letKnowPeople: [] }
  const may = standing === undefined ? { ok: undefined } : mayChangeHearers({ ...none, ...heardOf(standing) }, typed)
  if ('refused' in may) return may
  const columns = may.ok === undefined ? {} : heardColumns(may.ok)
  return { ok: await changeFrom(asking, 'kith.view', { id, columns }) }
}

export type StandingView = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly whose: string
  readonly person: string | null
  readonly happened: string
  readonly how: string
  readonly toldTo: string | null
  readonly about: string
  /** undefined: taken out of sight. */
  readonly words: string | undefined
  readonly heard: Heard
  /** The line of the decision to let others know. */
  readonly openedBy: string | null
  readonly wrote: Hand
}
const standingView = (version: Version<'kith.view'>, hand: Hand | undefined): StandingView => {
  const { id, line, child, whose, person, happened, how, about, words } = version
  const wrote = hand ?? { by: version.recorded_by, at: version.recorded }
  const said = { id, line, child, whose, person, happened, how, about, words, toldTo: version.told_to }
  return { ...said, heard: heardOf(version), openedBy: version.opened_by, wrote }
}

/** What the asker may hear of what was said, the latest first. */
export async function viewsOf(asking: Asking, child: string): Promise<readonly StandingView[]> {
  const views = await currentOf(asking, 'kith.view', child)
  const hands = await firstHands(asking, 'kith.view', views)
  return views
    .map((view) => standingView(view, hands.get(view.line)))
    .sort((a, b) => (`${a.happened} ${a.line}` < `${b.happened} ${b.line}` ? 1 : -1))
}

/** Every version, first to last; a retraction holds its reason. */
export async function viewHistory(asking: Asking, line: string): Promise<readonly Version<'kith.view'>[]> {
  return await historyOf(asking, 'kith.view', line)
}

export type LatestWords = Pick<StandingView, 'line' | 'child' | 'happened' | 'how' | 'about' | 'words'>
/** The last that each child said themselves, of what the asker may hear: for beside a decision. */
export async function latestWordsOf(
  asking: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, LatestWords>> {
  const { rows } = await sql<Omit<LatestWords, 'words'> & { id: string; said: Buffer | null }>`
    select distinct on (child) id, line, child, happened, how, about, said from kith.view_current
    where council = ${asking.who.council} and child ${among(children)} and whose = 'child'
    order by child, happened desc, line desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return new Map(
    rows.map(({ id, line, child, happened, how, about }) => [
      child,
      { line, child, happened, how, about, words: words.get(id) },
    ]),
  )
}
