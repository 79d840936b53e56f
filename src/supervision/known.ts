// What the record knows of a child since they were last spoken of: facts, each with its day, when it was recorded, and where it stands. Pure.
import { addMonths, type IsoDay } from '#calendar'
import type { Happened } from './one-line.ts'

/** One fact, with the way to what shows it. */
export type KnownFact = {
  readonly what: Topic
  /** The day on which it happened; null: it has none. */
  readonly on: IsoDay | null
  /** When it was written into the record. */
  readonly recorded: string | null
  readonly line: string
  /** A code, or a number, as the record has it. */
  readonly code: string | null
}
export type Topic =
  | 'visit'
  | 'late'
  | 'done late'
  | 'move'
  | 'missing'
  | 'order'
  | 'health'
  | 'attendance'
  | 'exclusion'
  | 'plan meeting'
  | 'time kept'
  | 'time fell out'
  | 'view'
export type PlanLine = { readonly plan: string; readonly part: string; readonly text: string | undefined }
export type Known = {
  readonly child: string
  /** Since when: the last time that they were spoken of. */
  readonly since: IsoDay
  readonly facts: readonly KnownFact[]
  /** The last words of the child that the asker may know. */
  readonly words: { readonly said: string; readonly on: IsoDay; readonly line: string } | undefined
  readonly plan: readonly PlanLine[]
}

export const ofTopic = ({ facts }: Pick<Known, 'facts'>, ...topics: readonly Topic[]): readonly KnownFact[] =>
  facts.filter(({ what }) => topics.includes(what))
export const lastSeen = (known: Pick<Known, 'facts'>): KnownFact | undefined =>
  ofTopic(known, 'visit').toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]

const HAPPENED: Partial<Readonly<Record<Topic, Happened['what']>>> = {
  move: 'move',
  missing: 'missing',
  order: 'order',
  'done late': 'late visit',
}
/** What has happened since, after which one line may not stand. A visit that is late today is one too. */
export function happenedSince({ facts }: Pick<Known, 'facts'>, held: IsoDay): readonly Happened[] {
  return facts.flatMap(({ what, on, code }): readonly Happened[] => {
    if (what === 'late' && code === 'visits') return [{ what: 'late visit', on: held }]
    const kind = HAPPENED[what]
    return kind === undefined || on === null ? [] : [{ what: kind, on }]
  })
}

const AT: Readonly<Record<Topic, string>> = {
  visit: 'visits',
  late: 'duties',
  'done late': 'duties',
  move: 'where',
  missing: 'missing',
  order: 'courts-and-panels',
  health: 'health',
  attendance: 'learning',
  exclusion: 'learning',
  'plan meeting': 'learning',
  'time kept': 'family',
  'time fell out': 'family',
  view: 'story',
}
/** The page of the child on which it stands, with what shows it. */
export const evidenceOf = (child: string, { what }: Pick<KnownFact, 'what'>): string => `/children/${child}/${AT[what]}`

const MONTHS_BACK = 3
/** The last time that they were spoken of; where there was none, since the worker began, and not further back than three months. */
export function sinceWhen(
  { spoken, since }: { readonly spoken: IsoDay | null; readonly since: IsoDay },
  held: IsoDay,
): IsoDay {
  const back = addMonths(held, -MONTHS_BACK)
  return spoken ?? (since > back ? since : back)
}
