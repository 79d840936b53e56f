// One visit or note as its page shows it: what it says, whether it was taken back, what stands beside it, and every version.
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { isMeeting, noteHistory } from '#notes'
import { type Entry, visitHistory } from '../list-store.ts'
import { OF_WHAT, reasonsOf, reasonWords } from '../reason-store.ts'
import { type MeetingSeen, meetingSeen } from './show-meeting.tsx'

/** `id`: the version of the reason that stands; undefined: none does. `spoken`: the visit was put right since, and asks for none. */
export type AloneSeen = { readonly id: string | undefined; readonly why: string; readonly spoken: boolean }

/** One version of the whole or of a part; a retraction holds its reason. */
export type Told = {
  readonly what: string
  readonly change: string
  readonly by: string
  readonly at: string
  readonly words: string | undefined
}
export type Seen = {
  readonly entry: Pick<Entry, 'kind' | 'happened' | 'began' | 'mode' | 'seen' | 'alone' | 'terms'>
  readonly id: string
  /** The reason, where it was taken back. */
  readonly takenBack: Told | undefined
  readonly facts: readonly (readonly [string, string])[]
  readonly texts: readonly {
    readonly about: string
    readonly words: string | undefined
    /** The paragraph that stands; undefined: a visit has none. */
    readonly id: string | undefined
  }[]
  readonly history: readonly Told[]
  /** Why the child was not spoken with alone, or where to say it; of a visit on which they were not. */
  readonly alone?: AloneSeen | undefined
  /** Of a meeting. */
  readonly meeting?: MeetingSeen
}
const CHANGES: Readonly<Record<string, string>> = {
  correction: 'Corrected',
  change: 'Changed',
  retraction: 'Taken back',
}
const toldOf = (
  what: string,
  version: {
    readonly change: string | null
    readonly recorded_by: string
    readonly recorded: string
    readonly words: string | undefined
  },
): Told => {
  const { change, recorded_by: by, recorded: at, words } = version
  return { what, change: CHANGES[change ?? ''] ?? 'Written', by, at, words }
}

export async function visitSeen(asking: Asking, line: string): Promise<Seen | undefined> {
  const versions = await visitHistory(asking, line)
  const [last, stood] = [versions.at(-1), versions.filter(({ change }) => change !== 'retraction').at(-1)]
  if (last === undefined || stood === undefined) return undefined
  const { id, happened, began, mode, seen, alone, words } = stood
  const role = stood.visitor_role === 'representative' ? 'Social worker or personal adviser' : stood.visitor_role
  return {
    entry: { kind: 'visit', happened, began, mode, seen, alone, terms: 'own record' },
    id,
    takenBack: last.change === 'retraction' ? toldOf('', last) : undefined,
    facts: [
      ['Who visited', role],
      ['How', mode.charAt(0).toUpperCase() + mode.slice(1)],
    ],
    texts: [{ about: 'this child', words, id: undefined }],
    history: versions.map((version) => toldOf(`Visit of ${dayWords(version.happened)}`, version)),
    alone: await aloneSeen(asking, { child: stood.child, line, spoken: alone === true }),
  }
}

export async function noteSeen(asking: Asking, part: 'visits' | 'story', line: string): Promise<Seen | undefined> {
  const { note, paragraphs } = await noteHistory(asking, { part, line })
  const [last, stood] = [note.at(-1), note.filter(({ change }) => change !== 'retraction').at(-1)]
  if (last === undefined || stood === undefined) return undefined
  const takenBack = last.change === 'retraction' ? toldOf('', last) : undefined
  const standing = paragraphs.flatMap((versions) => {
    const words = versions.filter(({ change }) => change !== 'retraction').at(-1)
    return words === undefined || (takenBack === undefined && versions.at(-1)?.change === 'retraction') ? [] : [words]
  })
  const { id, kind, happened, began, terms, came_from: cameFrom, present, words: names } = stood
  const of = { child: stood.child, note: line, at: stood.recorded }
  const meeting = isMeeting(kind) ? await meetingSeen(asking, of) : undefined
  const there = [...present, ...(names === undefined ? [] : [names])].join(', ')
  return {
    entry: { kind, happened, began, mode: null, seen: null, alone: null, terms },
    id,
    takenBack,
    facts: [
      ...(meeting?.facts ?? []),
      ...(meeting !== undefined && there === '' ? [] : [['Who was there', there === '' ? 'Not said' : there] as const]),
      ['Where it comes from', cameFrom],
      ['Terms', terms],
    ],
    texts: standing.map(({ about, words, id: paragraph }) => ({ about, words, id: paragraph })),
    history: [
      ...note.map((version) => toldOf(`The note of ${dayWords(version.happened)}`, { ...version, words: undefined })),
      ...paragraphs.flatMap((versions, at) => versions.map((version) => toldOf(`Paragraph ${at + 1}`, version))),
      ...(meeting?.versions ?? []).map(({ what, version }) => toldOf(what, version)),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    ...(meeting === undefined ? {} : { meeting }),
  }
}

/** undefined: they were, and no reason why not was ever written, or it was taken back. */
async function aloneSeen(
  asking: Asking,
  { child, line, spoken }: { readonly child: string; readonly line: string; readonly spoken: boolean },
): Promise<AloneSeen | undefined> {
  const found = (await reasonsOf(asking, child)).find((one) => one.rule === OF_WHAT.visit && one.occurrence === line)
  if (found === undefined)
    return spoken ? undefined : { id: undefined, why: 'no reason is recorded, or you may not see it', spoken }
  return { id: found.id, why: reasonWords(found), spoken }
}
