// One visit or note with its full words, what came of it, and its history: who wrote what when, and what stood before.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { actionsFrom } from '#actions'
import { beginningOf } from '#audiences'
import { dayWords } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { namesOfWorkers, savedAt } from '#forms'
import { BackLink, capital, PageHead, SummaryList, Tag, Voice } from '#look'
import { isLeftOutOfCopies, keyEventsOf, type Line, noteHistory } from '#notes'
import { type StandingView, viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Entry, type Table, tableOfLine, visitHistory } from '../list-store.ts'
import { kindWords, seenWords, whenWords } from './show-entries.tsx'

/** A drawing, a photograph or another document that hangs on a line of the record. */
export type Attached = { readonly line: string; readonly title: string; readonly href: string }
export type AttachedTo = (asking: Asking, child: string, on: Line) => Promise<readonly Attached[]>

/** One version of the whole or of a part; a retraction holds its reason. */
type Told = {
  readonly what: string
  readonly change: string
  readonly by: string
  readonly at: string
  readonly words: string | undefined
}
type Seen = {
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
}
const TABLES = { visit: 'visit', visits: 'note', story: 'story_note' } as const

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

async function visitSeen(asking: Asking, line: string): Promise<Seen | undefined> {
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
  }
}

async function noteSeen(asking: Asking, part: 'visits' | 'story', line: string): Promise<Seen | undefined> {
  const { note, paragraphs } = await noteHistory(asking, { part, line })
  const [last, stood] = [note.at(-1), note.filter(({ change }) => change !== 'retraction').at(-1)]
  if (last === undefined || stood === undefined) return undefined
  const takenBack = last.change === 'retraction' ? toldOf('', last) : undefined
  const standing = paragraphs.flatMap((versions) => {
    const words = versions.filter(({ change }) => change !== 'retraction').at(-1)
    return words === undefined || (takenBack === undefined && versions.at(-1)?.change === 'retraction') ? [] : [words]
  })
  const { id, kind, happened, began, terms, came_from: cameFrom, present, words: names } = stood
  const there = [...present, ...(names === undefined ? [] : [names])].join(', ')
  return {
    entry: { kind, happened, began, mode: null, seen: null, alone: null, terms },
    id,
    takenBack,
    facts: [
      ['Who was there', there === '' ? 'Not said' : there],
      ['Where it comes from', cameFrom],
      ['Terms', terms],
    ],
    texts: standing.map(({ about, words, id: paragraph }) => ({ about, words, id: paragraph })),
    history: [
      ...note.map((version) => toldOf(`The note of ${dayWords(version.happened)}`, { ...version, words: undefined })),
      ...paragraphs.flatMap((versions, at) => versions.map((version) => toldOf(`Paragraph ${at + 1}`, version))),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }
}

const History: FC<{ readonly told: readonly Told[]; readonly names: ReadonlyMap<string, string> }> = (props) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">History ({props.told.length})</span>
    </summary>
    <ol class="govuk-details__text">
      {props.told.map(({ what, change, by, at, words }) => (
        <li>
          <p class="kith-quiet">
            {what}: {change.toLowerCase()} by {props.names.get(by) ?? 'somebody'}, {savedAt(at)}
          </p>
          {words !== undefined && (
            <p class="kith-words">
              {change === 'Taken back' && 'Reason: '}
              {words}
            </p>
          )}
        </li>
      ))}
    </ol>
  </details>
)

type Came = {
  readonly next: readonly { readonly what: string | undefined; readonly due: string; readonly done: boolean }[]
  readonly key: string | undefined
  /** What was written down in the same moment of what the child said. */
  readonly said: readonly StandingView[]
  readonly attached: readonly Attached[]
}
const CameOfIt: FC<Came & { readonly name: string }> = ({ next, key, said, attached, name }) => (
  <>
    {said.map(({ words, how }) => (words === undefined ? null : <Voice words={words} who={name} when={how} />))}
    {key !== undefined && (
      <p>
        <strong>A key event:</strong> {key}
      </p>
    )}
    {next.length > 0 && (
      <>
        <h2>What happens next</h2>
        <ul class="govuk-list">
          {next.map(({ what, due, done }) => (
            <li>
              {what ?? 'Taken out of sight.'} <span class="kith-quiet">{done ? 'closed' : due}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {attached.length > 0 && (
      <>
        <h2>Drawings, photographs and documents</h2>
        <ul class="govuk-list">
          {attached.map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

type Where = { readonly child: string; readonly on: Line; readonly first: Told | undefined }
async function cameOf(asking: Asking, { child, on, first }: Where, attachedTo: AttachedTo): Promise<Came> {
  const actions = await actionsFrom(asking, child, on)
  const key = (await keyEventsOf(asking, child)).find((event) => event.on.line === on.line)
  return {
    next: actions.map(({ what, due, ended }) => ({
      what,
      due: 'day' in due ? `by ${dayWords(due.day)}` : due.none,
      done: ended !== undefined,
    })),
    key: key?.said?.what,
    said: (await viewsOf(asking, child)).filter(({ wrote }) => wrote.at === first?.at && wrote.by === first.by),
    attached: await attachedTo(asking, child, on),
  }
}

/** `at`: where it is said who may know a paragraph; undefined: the reader says so of none. */
type TextsProps = { readonly texts: Seen['texts']; readonly name: string; readonly at: string | undefined }
const Texts: FC<TextsProps> = ({ texts, name, at }) => (
  <>
    {texts.map(({ about, words, id }) => (
      <section class="paragraph">
        {(texts.length > 1 || about !== 'this child') && (
          <h2>About {about === 'this child' ? name : `a ${about}`.replace('a somebody', 'somebody')}</h2>
        )}
        <p class="kith-words">{words ?? 'These words were taken out of sight.'}</p>
        {at !== undefined && id !== undefined && (
          <p class="kith-no-print kith-quiet">
            <a class="govuk-link" href={`${at}/${id}/who-may-know`}>
              Who may know this<span class="govuk-visually-hidden">: {beginningOf(words)}</span>
            </a>
          </p>
        )}
      </section>
    ))}
  </>
)

const Links: FC<{ table: Table; child: string; id: string }> = ({ table, child, id }) => {
  const to = `/children/${child}/${table === 'visit' ? 'visits' : table === 'visits' ? 'notes' : 'story'}/${id}`
  return (
    <p class="kith-no-print">
      <a href={`${to}/correct`}>Correct it</a> · <a href={`${to}/retract`}>Take it back</a>
    </p>
  )
}

const seenIn = async (asking: Asking, table: Table, line: string): Promise<Seen | undefined> =>
  table === 'visit' ? await visitSeen(asking, line) : await noteSeen(asking, table, line)

type Shown = {
  readonly seen: Seen
  readonly came: Came
  readonly table: Table
  readonly child: string
  readonly name: string
  readonly title: string
  readonly writes: boolean
  readonly names: ReadonlyMap<string, string>
}
const Whole: FC<Shown> = ({ seen, came, table, child, name, title, writes, names }) => {
  const { entry, takenBack, facts, texts, history, id } = seen
  const left = isLeftOutOfCopies(entry.terms)
  const paragraphs = table === 'visits' ? 'note-paragraphs' : 'story-paragraphs'
  const paragraphsAt = writes && takenBack === undefined ? `/children/${child}/${paragraphs}` : undefined
  const rows = [['When', whenWords(entry)] as const, ...facts].map(([key, value]) => ({ key, value: capital(value) }))
  return (
    <article class="kith-prose">
      <BackLink href={`/children/${child}/visits`}>Visits and notes</BackLink>
      <PageHead title={title} />
      {takenBack !== undefined && (
        <p class="govuk-inset-text">
          <strong>Taken back</strong> by {names.get(takenBack.by) ?? 'somebody'}, {savedAt(takenBack.at)}. It does not
          count. Reason: {takenBack.words ?? 'taken out of sight.'}
        </p>
      )}
      {entry.kind === 'visit' && <p>{seenWords(entry, name)}.</p>}
      {left && (
        <p>
          <Tag classes="govuk-tag--grey">Left out of prints and copies: {entry.terms}</Tag>
        </p>
      )}
      <div class={left ? 'kith-no-print' : undefined}>
        <Texts texts={texts} name={name} at={paragraphsAt} />
      </div>
      <SummaryList rows={rows} />
      <div class={left ? 'kith-no-print' : undefined}>
        <CameOfIt {...came} name={name} />
      </div>
      {writes && takenBack === undefined && <Links table={table} child={child} id={id} />}
      <div class={left ? 'kith-no-print' : undefined}>
        <History told={history} names={names} />
      </div>
    </article>
  )
}

export const showEntry =
  (attachedTo: AttachedTo) =>
  async (visit: Visit): Promise<Answer> =>
    await visit.door.as(visit.who, async (asking) => {
      const [known, line] = [await childById(asking, visit.part('child')), visit.part('line')]
      const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(line)
      const table = known === undefined || !isId ? undefined : await tableOfLine(asking, known.child, line)
      const seen = table === undefined ? undefined : await seenIn(asking, table, line)
      if (known === undefined || table === undefined || seen === undefined) return notFound
      const { child, name = 'this child' } = known
      const came = await cameOf(
        asking,
        { child, on: { table: TABLES[table], line }, first: seen.history[0] },
        attachedTo,
      )
      const writes = await mayDo(asking, child, ['write', table === 'story' ? 'story' : 'visits'])
      const names = await namesOfWorkers(
        asking,
        seen.history.map(({ by }) => by),
      )
      const title = `${kindWords(seen.entry)}, ${dayWords(seen.entry.happened)}`
      const main = <Whole {...{ seen, came, table, child, name, title, writes, names }} />
      return page({ title: `${title} – ${name}`, here: '/', main, about: child })
    })
