// A note as it stood at one of its versions, with its paragraphs of that moment, as its form begins from it.
import { formatDay, parseDay, parseInstant, timeInLondon } from '#calendar'
import type { Values } from '#drafts'

export type HeaderVersion = {
  readonly id: string
  readonly recorded: string
  readonly change: string
  readonly kind: string
  readonly happened: string
  readonly began: string | null
  readonly present: readonly string[]
  readonly came_from: string
  readonly terms: string
  readonly words: string | undefined
}
export type ParagraphVersion = {
  readonly id: string
  readonly line: string
  readonly recorded: string
  readonly change: string
  readonly about: string
  readonly person: string | null
  readonly audience: readonly string[] | null
  readonly must_not_know: readonly string[] | null
  readonly audience_why: string | null
  readonly audience_decision: string | null
  readonly words: string | undefined
}

/** The version of each paragraph that stood at a moment; what is written in one transaction has one moment. */
export const standingAt = <P extends { readonly recorded: string; readonly change: string }>(
  lines: readonly (readonly P[])[],
  at: string,
): readonly P[] =>
  lines.flatMap((versions) => {
    const last = versions.filter(({ recorded }) => recorded <= at).at(-1)
    return last === undefined || last.change === 'retraction' ? [] : [last]
  })

export const wordsField = (line: string): string => `p-${line}`
export const aboutField = (line: string): string => `whom-${line}`

/** Every paragraph is a field of its own, so that two people who correct different ones are joined. */
export function noteAsTyped(note: HeaderVersion, paragraphs: readonly ParagraphVersion[]): Values {
  const on = parseDay(note.happened)
  const began = note.began === null ? undefined : parseInstant(note.began)
  const plain = (value: string, usual: string) => (value === usual ? [] : [value])
  return {
    kind: [note.kind],
    happened: [on === undefined ? note.happened : formatDay(on)],
    began: began === undefined ? [] : [timeInLondon(began)],
    present: note.present,
    presentNames: note.words === undefined ? [] : [note.words],
    cameFrom: plain(note.came_from, 'seen or heard by the writer'),
    terms: plain(note.terms, 'own record'),
    ...Object.fromEntries(
      paragraphs.flatMap(({ line, words, about }) => [
        [wordsField(line), [words ?? '']],
        [aboutField(line), plain(about, 'this child')],
      ]),
    ),
  }
}
