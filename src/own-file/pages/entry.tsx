// One row of the record on a page: what it is, its day, by whom, its fields and its words, with bars where words are struck.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { capital } from '#look'
import { recordedThing } from '#sight'
import { type Field, fieldsOf, type Held, wordsOf, writtenOn } from '../row.ts'
import { missesIn, type Piece, type Strike, struckIn, type Texts } from '../striking.ts'

export type Entry = {
  readonly held: Held
  readonly day: IsoDay
  readonly words: string | undefined
  readonly names: ReadonlyMap<string, string>
}
const CHANGES: Readonly<Record<string, string>> = {
  correction: 'put right: what stood before was wrong',
  change: 'changed from that day on',
  retraction: 'taken back, with the reason',
}

export const titleOf = ({ held: { table, row } }: Pick<Entry, 'held'>): string => {
  const how = CHANGES[String(row.change)]
  return `${capital(recordedThing(table))}${how === undefined ? '' : ` (${how})`}`
}
const writerOf = ({ held, names }: Pick<Entry, 'held' | 'names'>): string =>
  names.get(String(held.row.recorded_by)) ?? 'somebody'
export const byWords = (of: Pick<Entry, 'held' | 'names'>): string =>
  `Written by ${writerOf(of)} on ${formatDay(writtenOn(of.held))}`

type Read = Pick<Entry, 'held' | 'names' | 'words'>
const fieldsRead = ({ held, names, words }: Read): readonly Field[] => [...fieldsOf(held, names), ...wordsOf(words)]
/** What may be struck: by whom, its fields, its words. Occurrences are counted over what was written, and not before it: there stand names as they are today. */
export const textsOf = (of: Read): Texts => ({
  texts: [byWords(of), ...fieldsRead(of).map(({ text }) => text)],
  written: 1 + fieldsOf(of.held, of.names).length,
})
/** Words were to be struck, and cannot be any more: the text, a name in it, or the decision's words are not what they were. */
export const strikesMiss = (of: Read, strikes: readonly Strike[] | undefined): boolean =>
  strikes === undefined || strikes.length === 0 || missesIn(textsOf(of), strikes)
/** There were words, and their key was destroyed. */
const outOfSight = ({ held, words }: Pick<Entry, 'held' | 'words'>): boolean =>
  held.row.worded === true && words === undefined

const Bar: FC = () => (
  <span class="kith-struck">
    <span class="govuk-visually-hidden">left out</span>
  </span>
)
const Pieces: FC<{ readonly pieces: readonly Piece[] }> = ({ pieces }) => (
  <>{pieces.map((piece) => (piece.kind === 'struck' ? <Bar /> : piece.text))}</>
)

/** By whom, struck as its words are; where something of the writer's name is struck, nothing is said of them. */
export const ByLine: FC<{ readonly of: Entry; readonly strikes: readonly Strike[] }> = ({ of, strikes }) => {
  const [line = []] = struckIn(textsOf(of), strikes)
  const writer = writerOf(of)
  if (!line.some((piece) => piece.kind === 'text' && piece.text.includes(writer))) return null
  return (
    <p class="kith-quiet">
      <Pieces pieces={line} />
    </p>
  )
}

export const EntryText: FC<{ readonly of: Entry; readonly strikes?: readonly Strike[] }> = ({ of, strikes = [] }) => {
  const fields = fieldsRead(of)
  const [, ...texts] = struckIn(textsOf(of), strikes)
  return (
    <>
      {fields.length > 0 && (
        <dl class="kith-file__fields">
          {fields.map(({ name }, at) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <Pieces pieces={texts[at] ?? []} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {outOfSight(of) && <p class="kith-quiet">Its words were taken out of sight: nobody can read them.</p>}
      {fields.length === 0 && !outOfSight(of) && <p class="kith-quiet">It says nothing more.</p>}
    </>
  )
}
