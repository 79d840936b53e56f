// Which forms another system stands for, which links lead to them, and what a page says of where its facts come from. Pure.
import { formatDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import { type Brings, isBrings, isRoom, ROOM_NAMES, type Room, roomOf } from './rooms-data.ts'

/** A room of which another system is master. */
export type Elsewhere = {
  readonly room: Room
  /** 'Mosaic': as the council calls it. */
  readonly system: string
  readonly brings: Brings
  /** When its file was taken last; null: none came yet. */
  readonly taken: string | null
}

/** As the database says it of the council, with each session. */
export type ElsewhereRow = {
  readonly room: string
  readonly system: string
  readonly brings: string
  readonly taken: string | null
}
export const elsewhereIn = (rows: readonly ElsewhereRow[]): readonly Elsewhere[] =>
  rows.flatMap(({ room, system, brings, taken }) =>
    isRoom(room) && isBrings(brings) ? [{ room, system, brings, taken }] : [],
  )

const roomsWhose = (of: 'forms' | 'pages', path: string): readonly Room[] => {
  const plain = path.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
  return ROOM_NAMES.filter((room) => roomOf(room)[of].includes(plain))
}

/** `path`: as its route has it. The first room that it writes and another system is master of. */
export function elsewhereOf(path: string, all: readonly Elsewhere[]): Elsewhere | undefined {
  if (all.length === 0) return undefined
  const rooms = roomsWhose('forms', path)
  return all.find(({ room }) => rooms.includes(room))
}

/** Those of which a page shows facts. */
export function shownFrom(path: string, all: readonly Elsewhere[]): readonly Elsewhere[] {
  if (all.length === 0) return []
  const rooms = roomsWhose('pages', path)
  return all.filter(({ room }) => rooms.includes(room))
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const addressesOf = (room: Room): RegExp =>
  new RegExp(
    `^(?:${roomOf(room)
      .forms.map((path) => path.replaceAll(/:\w+/g, ID))
      .join('|')})(?:[?#]|$)`,
  )

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A page as it is sent, without the links that lead to a form of another system's room: their words stay, and say where it is
 * recorded. Done to the text of every page, so that no page can forget it. A link to a draft stays: what was typed is read there.
 */
export function withoutLinks(html: string, all: readonly Elsewhere[]): string {
  if (all.length === 0) return html
  const closed = all.map(({ room, system }) => ({ leads: addressesOf(room), system }))
  return html.replaceAll(/<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, to: string, words: string) => {
    const found = to.includes('draft=') ? undefined : closed.find(({ leads }) => leads.test(to))
    return found === undefined ? link : `<span class="kith-quiet">${words} (in ${escaped(found.system)})</span>`
  })
}

/** 'Thu 26 Nov 2026 at 03:12' */
export function takenAt(taken: string | null): string | undefined {
  const at = taken === null ? undefined : parseInstant(taken)
  return at === undefined ? undefined : `${formatDay(londonDay(at))} at ${timeInLondon(at)}`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** One sentence for each system: what comes from it, and as of which hour. */
export function saysFrom(shown: readonly Elsewhere[]): readonly string[] {
  return [...Map.groupBy(shown, ({ system, taken }) => JSON.stringify([system, taken])).values()].map((alike) => {
    const [first] = alike
    const when = takenAt(first?.taken ?? null)
    const what = listed(alike.map(({ room }, at) => lower(roomOf(room).words, at)))
    return `${what}: from ${first?.system ?? ''}, ${when === undefined ? 'of which no file has come yet' : `as of ${when}`}.`
  })
}
const lower = (words: string, at: number): string => (at === 0 ? words : words[0]?.toLowerCase() + words.slice(1))
