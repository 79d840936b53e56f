// The file as it goes out: for paper, or saved as PDF by the browser; it holds what was decided and nothing of what was struck or left out.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { type Asking, readParts } from '#database'
import { LEFT_OUT, type LeftOut, requestsOf } from '#file-requests'
import { isId } from '#forms'
import { Notice } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type DecidedWords, isDocument } from '../reading.ts'
import { contentsOf, decidedWords, type FileMade, fileMade, filesMade, namesIn, type OutOf, wordsIn } from '../store.ts'
import { ByLine, type Entry, EntryText, strikesMiss, titleOf } from './entry.tsx'
import { ownFileAt } from './read.tsx'

type Numbered = OutOf & {
  readonly number: number
  readonly entry: Entry
  readonly said: DecidedWords | undefined
  /** Words were to be struck in it, and not all of them are found any more. */
  readonly withheld: boolean
}
type Shown = {
  readonly child: string
  readonly name: string
  readonly file: FileMade
  readonly made: Readonly<Record<'whom' | 'why', string>> | undefined
  readonly makes: string
  readonly answers: string
  /** undefined: not all of it is this reader's to read. */
  readonly out: readonly Numbered[] | undefined
  readonly kinds: ReadonlyMap<LeftOut, number>
}

async function outOf(asking: Asking, contents: readonly OutOf[]): Promise<readonly Numbered[]> {
  const out = contents.filter(({ decided }) => decided.goes !== 'left out')
  const held = out.map((one) => one.held)
  const words = await wordsIn(asking, held)
  const names = await namesIn(asking, held)
  const struck = out.flatMap(({ decided }) => (decided.goes === 'struck' ? [decided.id] : []))
  const said = await decidedWords(asking, struck)
  return out.map((one, at) => {
    const entry = { held: one.held, day: one.day, words: words.get(String(one.held.row.id)), names }
    const { goes, id } = one.decided
    const withheld = goes === 'struck' && strikesMiss(entry, said.get(id)?.strikes)
    return { ...one, entry, number: at + 1, said: said.get(id), withheld }
  })
}

function kindsOf(contents: readonly OutOf[]): ReadonlyMap<LeftOut, number> {
  const kinds = new Map<LeftOut, number>()
  for (const {
    decided: { kind },
  } of contents)
    if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return kinds
}

async function shownOf(asking: Asking, child: string, id: string): Promise<Shown | 'taken back' | undefined> {
  const file = isId(id) ? await fileMade(asking, id) : undefined
  if (file === undefined || file.child !== child || file.change === 'retraction') return undefined
  if (!(await filesMade(asking, child)).some((one) => one.id === id)) return 'taken back'
  const contents = await contentsOf(asking, file)
  const request = (await requestsOf(asking, child)).find(({ line }) => line === file.request)
  const people = [file.recorded_by, ...(request === undefined ? [] : [request.answers])]
  const called = await workersCalled(asking, people)
  for (const whose of new Set(contents?.map(({ held }) => String(held.row.child))))
    if (whose !== child) await asking.note('read their own file as it goes out', whose, { file: file.id })
  return {
    ...{ child, file, made: readParts(file.words, ['whom', 'why']) },
    name: (await childrenCalled(asking, [child])).get(child) ?? 'this child',
    makes: called.get(file.recorded_by) ?? 'somebody',
    answers: called.get(request?.answers ?? '') ?? 'somebody',
    out: contents && (await outOf(asking, contents)),
    kinds: kindsOf(contents ?? []),
  }
}

/** GET /children/:child/own-file/:about */
export async function showFile({ door, who, part }: Visit): Promise<Answer> {
  const child = part('child')
  const shown = await door.as(who, async (asking) => await shownOf(asking, child, part('about')))
  if (shown === undefined) return notFound
  if (shown === 'taken back')
    return page({ title: 'A file that was taken back', here: '/children', main: <TakenBack child={child} /> })
  // Without the line of the child above it: what stands there was not decided on.
  return page({ title: `Their own file – ${shown.name}`, here: '/children', main: <Paper {...shown} /> })
}

const TakenBack: FC<{ readonly child: string }> = ({ child }) => (
  <>
    <h1>This file was taken back</h1>
    <p>Whoever made it took it back at once: it is not to be handed over, so it is not shown.</p>
    <p>
      <a href={ownFileAt(child)}>Back to what goes out</a>
    </p>
  </>
)

const Paper: FC<Shown> = (shown) => {
  const { child, name, file, made, makes, answers, out } = shown
  return (
    <div class="kith-file">
      <p class="kith-no-print">
        Print this page with your browser, or save it as PDF there. <a href={ownFileAt(child)}>Back to what goes out</a>
      </p>
      <h1>What was written of {name}</h1>
      <p>
        For {made?.whom ?? 'somebody'}. Made by {makes} on {dayWords(file.made)}; {answers} answers the request.
      </p>
      {made !== undefined && <p>Why it goes out: {made.why}</p>}
      {out === undefined ? (
        <Notice>
          <p>Some lines of this file are kept from you, so it is not shown: a part of it is not the file.</p>
        </Notice>
      ) : (
        <>
          <LeftOutOfIt {...shown} withheld={out.filter((one) => one.withheld).length} />
          <Index out={out} />
          {out.map((one) => (
            <Out of={one} />
          ))}
        </>
      )}
    </div>
  )
}

/** By kind, and never what. */
const LeftOutOfIt: FC<Shown & { readonly withheld: number }> = ({ file, kinds, withheld }) => (
  <section>
    <h2>What is not in it</h2>
    {kinds.size === 0 ? (
      <p>Nothing was left out of what was decided on.</p>
    ) : (
      <>
        <p>
          {file.kept_back > 0 && `${counted(file.kept_back, 'entry is', 'entries are')} left out. `}
          {file.struck > withheld &&
            `In ${counted(file.struck - withheld, 'entry', 'entries')} words are struck through: a black bar stands there. `}
          {withheld > 0 && `${counted(withheld, 'entry is', 'entries are')} withheld, and each says so in its place.`}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {[...kinds].map(([kind, count]) => (
            <li>
              {LEFT_OUT[kind]}: {counted(count, 'entry', 'entries')}
            </li>
          ))}
        </ul>
        <p>You may ask us to look at this again, and you may complain to the Information Commissioner’s Office.</p>
      </>
    )}
    <p>
      Also not in it: what other children’s records say, what was taken out of the record for good, who looked at it and
      when, and what the computer worked out from it.{' '}
      {file.drafts > 0 &&
        `${counted(file.drafts, 'text', 'texts')} that colleagues had begun and not finished ${file.drafts === 1 ? 'was' : 'were'} not read.`}
    </p>
  </section>
)

/** By year, and the documents. */
const Index: FC<{ readonly out: readonly Numbered[] }> = ({ out }) => {
  const years = Map.groupBy(out, ({ entry }) => entry.day.slice(0, 4))
  const documents = out.filter(({ held }) => isDocument(held))
  return (
    <section>
      <h2>Index</h2>
      <ul class="govuk-list">
        {[...years].map(([year, entries]) => (
          <li>
            {year}: entries <a href={`#entry-${entries[0]?.number}`}>{entries[0]?.number}</a> to{' '}
            {entries.at(-1)?.number}
          </li>
        ))}
      </ul>
      {documents.length > 0 && (
        <p>
          Documents, which come beside this file as they are: entries{' '}
          {documents.map(({ number }, at) => (
            <>
              {at > 0 && ', '}
              <a href={`#entry-${number}`}>{number}</a>
            </>
          ))}
        </p>
      )}
    </section>
  )
}

const Out: FC<{ readonly of: Numbered }> = ({ of: { number, entry, said, withheld } }) => (
  <section class="kith-file__entry" id={`entry-${number}`}>
    <h3>
      {number}. {formatDay(entry.day)}: {titleOf(entry)}
    </h3>
    {withheld ? (
      <p>
        This entry is withheld. Words were to be struck in it, and not all of them are found any more. Ask us about it.
      </p>
    ) : (
      <>
        <EntryText of={entry} strikes={said?.strikes ?? []} />
        <ByLine of={entry} strikes={said?.strikes ?? []} />
      </>
    )}
  </section>
)
