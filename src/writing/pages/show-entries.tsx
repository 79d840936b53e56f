// Visits and notes of one child in one list, newest first, with chips by kind; the full words are a page each.
import type { FC } from 'hono/jsx'
import { type Scope, scopesOpen } from '#access'
import { dayWords, type IsoDay, parseInstant, timeInLondon } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import { namesOfWorkers, savedAt } from '#forms'
import { Card, CardList, Chips, capital, EmptyState, Paging, Tag } from '#look'
import { type MeetingAhead, meetingsAhead, type NextMeeting, nextMeetings, plannedWords } from '#meetings'
import { isLeftOutOfCopies, isNoteKind } from '#notes'
import { type Answer, notFound, page, type Visit } from '#web'
import { CHIPS, type Chip, chipOf, chips } from '../kinds.ts'
import { countedByKind, type Entry, entriesOf } from '../list-store.ts'
import { pageNumber, placeOf } from '../paging.ts'
import { KIND_WORDS } from './note-fields.tsx'
import { kindOf, whenMeets } from './plan-meeting.tsx'

const MOST_SHOWN = 320

export const kindWords = ({ kind, mode }: Pick<Entry, 'kind' | 'mode'>): string =>
  kind === 'visit'
    ? mode === 'in person'
      ? 'Visit'
      : 'Visit, not in person'
    : isNoteKind(kind)
      ? KIND_WORDS[kind]
      : kind
export function whenWords({ happened, began }: Pick<Entry, 'happened' | 'began'>): string {
  const at = began === null ? undefined : parseInstant(began)
  return at === undefined ? dayWords(happened) : `${dayWords(happened)} at ${timeInLondon(at)}`
}
/** What somebody made of who was seen; nothing where it is no visit. */
export function seenWords({ kind, seen, alone }: Pick<Entry, 'kind' | 'seen' | 'alone'>, name: string): string {
  if (kind !== 'visit') return ''
  if (alone === true) return `${name} was seen alone`
  return seen === true ? `${name} was seen` : seen === false ? `${name} was not seen` : 'Not known who was seen'
}
const beginning = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', MOST_SHOWN))} …`

type Shown = { readonly entry: Entry; readonly child: string; readonly name: string; readonly by: string | undefined }
const One: FC<Shown> = ({ entry, child, name, by }) => {
  const left = isLeftOutOfCopies(entry.terms)
  const seen = seenWords(entry, name)
  return (
    <li class={left ? 'kith-entry kith-no-print' : 'kith-entry'}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={`/children/${child}/notes/${entry.line}`}>
          {whenWords(entry)}: {kindWords(entry)}
        </a>
      </h3>
      <p>
        {seen !== '' && <Tag classes={entry.alone === true ? 'govuk-tag--green' : 'govuk-tag--grey'}>{seen}</Tag>}
        {left && <Tag classes="govuk-tag--grey">Left out of copies: {entry.terms}</Tag>}
      </p>
      <p class="kith-words">
        {entry.words === undefined ? 'Nothing that you can read was written here.' : beginning(entry.words)}
      </p>
      <p class="kith-quiet">
        {by ?? 'Somebody'} wrote this, {savedAt(entry.wrote.at)}
        {entry.corrected && ' · corrected since'}
        {entry.paragraphs > 1 && ` · ${entry.paragraphs} paragraphs`}
      </p>
    </li>
  )
}

const KindChips: FC<{ child: string; counts: ReadonlyMap<string, number>; chosen: Chip | undefined }> = (props) => {
  const { child, counts, chosen } = props
  const countOf = (kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  const to = `/children/${child}/visits`
  const everything = { to, words: 'Everything', count: countOf([...counts.keys()]), current: chosen === undefined }
  const there = chips.filter((chip) => countOf(CHIPS[chip].kinds) > 0 || chip === chosen)
  const kinds = there.map((chip) => ({
    ...{ to: `${to}?show=${chip}`, words: CHIPS[chip].words, count: countOf(CHIPS[chip].kinds) },
    current: chip === chosen,
  }))
  return <Chips label="What to show" chips={[everything, ...kinds]} />
}

const TO_WRITE: readonly (readonly [Scope, string, string])[] = [
  ['visits', 'visits/record', 'A visit'],
  ['visits', 'notes/record', 'A note'],
  ['visits', 'meetings/record', 'A meeting'],
  ['visits', 'meetings/ahead/record', 'A meeting that lies ahead'],
  ['visits', 'notes/direct-work', 'Direct work'],
  ['story', 'notes/good-news', 'Good news'],
  ['story', 'notes/life-story', 'Life story'],
  ['story', 'notes/goodbye', 'A goodbye'],
  ['story', 'notes/hello', 'A hello'],
  ['story', 'views/record', 'What somebody said'],
]
/** What this person may write here; nothing where that is nothing. */
const ToWrite: FC<{ child: string; open: ReadonlySet<Scope> }> = ({ child, open }) => {
  const links = TO_WRITE.filter(([scope]) => open.has(scope))
  return links.length === 0 ? null : (
    <nav class="kith-no-print kith-to-write" aria-label="Write">
      <span>Write</span>
      <ul class="govuk-list kith-links">
        {links.map(([, path, words]) => (
          <li>
            <a class="govuk-link" href={`/children/${child}/${path}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export async function showEntries(visit: Visit): Promise<Answer> {
  return await visit.door.as(visit.who, async (asking) => {
    const frame = await frameOf(asking, visit.part('child'), visit.today)
    if (frame === undefined) return notFound
    const { id: child } = frame
    const name = nameOf(frame)
    const chosen = chipOf(visit.query('show'))
    const kinds: readonly string[] | undefined = chosen === undefined ? undefined : CHIPS[chosen].kinds
    const counts = await countedByKind(asking, child)
    const count = [...counts].reduce((sum, [kind, n]) => (kinds?.includes(kind) === false ? sum : sum + n), 0)
    const at = placeOf(pageNumber(Number(visit.query('page') ?? 1), count), count)
    const rows = await entriesOf(asking, child, { kinds, offset: at.from - 1, most: at.to - at.from + 1 })
    const hands = rows.flatMap(({ wrote }) => (wrote.by === '' ? [] : [wrote.by]))
    const names = await namesOfWorkers(asking, hands)
    const open = await scopesOpen(asking, child, ['write', ['visits', 'story']])
    const next = await nextMeetings(asking, child, visit.today)
    const ahead = await meetingsAhead(asking, child, visit.today)
    const main = (
      <List {...{ frame, today: visit.today, name, chosen, counts, count, at, rows, names, open, next, ahead }} />
    )
    return page({ title: `Visits and notes – ${name}`, here: '/children', main })
  })
}

type AheadProps = {
  readonly ahead: readonly MeetingAhead[]
  readonly child: string
  readonly name: string
  readonly today: IsoDay
  readonly writes: boolean
}
/** Nothing where none is set: the link to set one stands above. A cancelled one stands crossed out until its day has passed. */
const Ahead: FC<AheadProps> = ({ ahead, child, name, today, writes }) =>
  ahead.length === 0 ? null : (
    <Card title="Meetings ahead" count={ahead.filter(({ meeting }) => meeting.state === 'ahead').length} flush>
      <CardList
        items={ahead.map(({ meeting, invited }) => {
          const { place, chair, about, reason } = plannedWords(meeting.words)
          const at = `/children/${child}/meetings/ahead/${meeting.id}`
          const kind = KIND_WORDS[kindOf(meeting.kind)]
          if (meeting.state === 'cancelled')
            return (
              <>
                <s>
                  {kind}, {whenMeets(meeting)}
                </s>
                <Tag classes="govuk-tag--grey">Cancelled</Tag>
                {reason !== '' && <p class="kith-words">{reason}</p>}
              </>
            )
          return (
            <>
              <strong>
                {kind}, {whenMeets(meeting)}
              </strong>
              {meeting.meets < today && <Tag classes="govuk-tag--orange">Its day is over: record it, or cancel it</Tag>}
              <p class="kith-words">{about}</p>
              <span class="kith-note">
                {[meeting.how, place, chair === '' ? '' : `chaired by ${chair}`].filter(Boolean).join(' · ')}
              </span>
              <ul class="kith-bullets">
                {invited.map(({ who, words, answer }) => (
                  <li>
                    {who === 'the child' ? name : capital(who)}
                    {words !== undefined && words !== '' && `, ${words}`}: {answer}
                  </li>
                ))}
              </ul>
              {writes && (
                <span class="kith-no-print">
                  <a href={`${at}/held`}>
                    Record it<span class="govuk-visually-hidden"> ({kind})</span>
                  </a>
                  {' · '}
                  <a href={`${at}/change`}>
                    Move it, or who answered<span class="govuk-visually-hidden"> ({kind})</span>
                  </a>
                  {' · '}
                  <a href={`${at}/cancel`}>
                    Cancel it<span class="govuk-visually-hidden"> ({kind})</span>
                  </a>
                </span>
              )}
            </>
          )
        })}
      />
    </Card>
  )

type ListProps = {
  readonly frame: Frame
  readonly today: IsoDay
  readonly name: string
  readonly chosen: Chip | undefined
  readonly counts: ReadonlyMap<string, number>
  readonly count: number
  readonly at: ReturnType<typeof placeOf>
  readonly rows: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  readonly open: ReadonlySet<Scope>
  readonly next: readonly NextMeeting[]
  readonly ahead: readonly MeetingAhead[]
}
const List: FC<ListProps> = ({ frame, today, name, chosen, counts, count, at, rows, names, open, next, ahead }) => {
  const { id: child } = frame
  const show = chosen === undefined ? '' : `show=${chosen}&`
  const none = `Nobody has written about a visit to ${name} yet, or you may not read it.`
  return (
    <ChildFrame frame={frame} today={today} here="visits">
      <ToWrite child={child} open={open} />
      {next.map(({ note, kind, on }) => (
        <p>
          The next {kind}: {dayWords(on)}.{' '}
          <a class="govuk-link" href={`/children/${child}/notes/${note}`}>
            The one before it
          </a>
        </p>
      ))}
      <Ahead ahead={ahead} child={child} name={name} today={today} writes={open.has('visits')} />
      <Card
        title="Visits and notes"
        count={count}
        beside={<a href={`/children/${child}/views`}>What {name} said, and what changed</a>}
      >
        {counts.size > 0 && <KindChips child={child} counts={counts} chosen={chosen} />}
        {count === 0 ? (
          <EmptyState>{chosen === undefined ? none : 'There is nothing of this kind.'}</EmptyState>
        ) : (
          <ul class="govuk-list kith-entries">
            {rows.map((entry) => (
              <One entry={entry} child={child} name={name} by={names.get(entry.wrote.by)} />
            ))}
          </ul>
        )}
        <Paging {...at} of={count} address={(number) => `/children/${child}/visits?${show}page=${number}`} />
      </Card>
    </ChildFrame>
  )
}
