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
import { isLeftOutOfCopies, keyEventsOf, type Line } from '#notes'
import { type StandingView, viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Table, tableOfLine } from '../list-store.ts'
import { type AloneSeen, noteSeen, type Seen, type Told, visitSeen } from './entry-seen.tsx'
import { kindWords, seenWords, whenWords } from './show-entries.tsx'
import { Decided, WhoCame } from './show-meeting.tsx'

/** A drawing, a photograph or another document that hangs on a line of the record. */
export type Attached = { readonly line: string; readonly title: string; readonly href: string }
export type AttachedTo = (asking: Asking, child: string, on: Line) => Promise<readonly Attached[]>

const TABLES = { visit: 'visit', visits: 'note', story: 'story_note' } as const

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
          <p class="kith-no-print kith-quiet kith-alone">
            <a class="govuk-link" href={`${at}/${id}/who-may-know`}>
              Who may know this<span class="govuk-visually-hidden">: {beginningOf(words)}</span>
            </a>
          </p>
        )}
      </section>
    ))}
  </>
)

const Links: FC<{ table: Table; child: string; id: string; meeting: boolean }> = ({ table, child, id, meeting }) => {
  const to = `/children/${child}/${table === 'visit' ? 'visits' : table === 'visits' ? 'notes' : 'story'}/${id}`
  const corrects = meeting ? `/children/${child}/meetings/${id}` : to
  return (
    <p class="kith-no-print">
      <a class="govuk-link" href={`${corrects}/correct`}>
        Correct it
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href={`${to}/retract`}>
        Take it back
      </a>
    </p>
  )
}

const seenIn = async (asking: Asking, table: Table, line: string): Promise<Seen | undefined> =>
  table === 'visit' ? await visitSeen(asking, line) : await noteSeen(asking, table, line)

type Alone = {
  readonly alone: AloneSeen
  readonly child: string
  readonly line: string
  readonly name: string
  readonly writes: boolean
}
/** The law wants the child spoken with alone on each visit, or one of three reasons. */
const NotAlone: FC<Alone> = ({ alone: { id, why, spoken }, child, line, name, writes }) => {
  const at = `/children/${child}`
  return (
    <p>
      {spoken
        ? `${name} was spoken with alone, and a reason why not still stands`
        : `Not recorded that ${name} was spoken with alone`}
      : {why}.{' '}
      {writes && (
        <span class="kith-no-print">
          {id === undefined ? (
            <a href={`${at}/visits/${line}/not-alone`}>Say why</a>
          ) : (
            <>
              <a href={`${at}/not-alone/${id}/correct`}>Put the reason right</a> ·{' '}
              <a href={`${at}/not-alone/${id}/retract`}>Take it back</a>
            </>
          )}
        </span>
      )}
    </p>
  )
}

type Shown = {
  readonly line: string
  readonly seen: Seen
  readonly came: Came
  readonly table: Table
  readonly child: string
  readonly name: string
  readonly title: string
  readonly writes: boolean
  readonly names: ReadonlyMap<string, string>
}
const Whole: FC<Shown> = ({ line, seen, came, table, child, name, title, writes, names }) => {
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
      {seen.alone !== undefined && <NotAlone {...{ child, line, name, writes }} alone={seen.alone} />}
      {left && (
        <p>
          <Tag classes="govuk-tag--grey">Left out of prints and copies: {entry.terms}</Tag>
        </p>
      )}
      <div class={left ? 'kith-no-print' : undefined}>
        <Texts texts={texts} name={name} at={paragraphsAt} />
        {seen.meeting !== undefined && <WhoCame guests={seen.meeting.guests} name={name} />}
        {seen.meeting !== undefined && <Decided decisions={seen.meeting.decisions} />}
      </div>
      <SummaryList rows={rows} />
      <div class={left ? 'kith-no-print' : undefined}>
        <CameOfIt {...came} name={name} />
      </div>
      {writes && takenBack === undefined && (
        <Links table={table} child={child} id={id} meeting={seen.meeting !== undefined} />
      )}
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
      const main = <Whole {...{ line, seen, came, table, child, name, title, writes, names }} />
      return page({ title: `${title} – ${name}`, here: '/children', main, about: child })
    })
