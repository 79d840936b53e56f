// The record line by line, for whoever decides what of it goes out: what it says, why it has to be looked at, and what was decided.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { LEFT_OUT } from '#file-requests'
import { keysOf } from '#forms'
import { Button, Card, CardList, Chips, capital, EmptyState, InsetText, PageHead, Paging, pageOf, Stack } from '#look'
import { type Answer, FormToken, page, type Visit } from '#web'
import {
  type DecidedWords,
  freeToGo,
  GOES,
  isDocument,
  isShows,
  type Line,
  linesShown,
  ON_A_PAGE,
  SHOWS,
  type Shows,
} from '../reading.ts'
import { decidedWords, type FileMade, filesMade, namesIn, type RecordRead, readRecord, wordsIn } from '../store.ts'
import { ByLine, type Entry, EntryText, strikesMiss, titleOf } from './entry.tsx'

export const ownFileAt = (child: string): string => `/children/${child}/own-file`

type OnPage = ReturnType<typeof pageOf<Line>> & {
  readonly shows: Shows
  readonly counts: Readonly<Record<Shows, number>>
  readonly entries: ReadonlyMap<string, Entry>
  readonly decisions: ReadonlyMap<string, DecidedWords>
}
type Shown = {
  readonly child: string
  readonly name: string
  readonly made: readonly FileMade[]
  readonly read: RecordRead | undefined
  readonly onPage: OnPage | undefined
}

async function pageRead(asking: Asking, { lines }: RecordRead, at: { shows: Shows; number: number }): Promise<OnPage> {
  const found = pageOf(linesShown(lines, at.shows), at.number, ON_A_PAGE)
  const held = found.rows.map((line) => line.held)
  const words = await wordsIn(asking, held)
  const names = await namesIn(asking, held)
  const entry = (line: Line): Entry => ({ held: line.held, day: line.day, words: words.get(line.id), names })
  return {
    ...found,
    shows: at.shows,
    counts: {
      undecided: linesShown(lines, 'undecided').length,
      condition: linesShown(lines, 'condition').length,
      all: lines.length,
    },
    entries: new Map(found.rows.map((line) => [line.id, entry(line)])),
    decisions: await decidedWords(
      asking,
      found.rows.flatMap(({ decided }) => (decided === undefined ? [] : [decided.id])),
    ),
  }
}

async function shownOf(asking: Asking, child: string, at: { shows: Shows; number: number }): Promise<Shown> {
  const read = await readRecord(asking, child)
  const onPage = read && (await pageRead(asking, read, at))
  // Of each record of which a row stands on the page, that these rows were read.
  for (const whose of new Set(onPage?.rows.map(({ held }) => String(held.row.child))))
    await asking.note('read rows of their own file before it is handed over', whose, {
      rows: onPage?.rows.filter(({ held }) => held.row.child === whose).map(({ id }) => id) ?? [],
    })
  return {
    ...{ child, read, onPage, made: await filesMade(asking, child) },
    name: (await childrenCalled(asking, [child])).get(child) ?? 'this child',
  }
}

/** GET /children/:child/own-file */
export async function showReading({ door, who, part, query }: Visit): Promise<Answer> {
  const child = part('child')
  const asked = query('show')
  const at = { shows: isShows(asked) ? asked : ('undecided' as const), number: Number(query('page') ?? 1) }
  const shown = await door.as(who, async (asking) => await shownOf(asking, child, at))
  const main = (
    <>
      <PageHead
        title={`What goes out of the file of ${shown.name}`}
        lead="Read every line of the record before it is handed over, and decide of each. Kith leaves nothing out by itself."
        actions={<a href={`/children/${child}/file-requests`}>Back to their request</a>}
      />
      <Stack>
        {shown.read === undefined || shown.onPage === undefined ? (
          <Card title="The file">
            <EmptyState title="Nobody waits for this file">
              Record that they asked for it; then the record is read here, line by line.
            </EmptyState>
          </Card>
        ) : (
          <Waiting {...shown} read={shown.read} onPage={shown.onPage} />
        )}
        <Made {...shown} />
        <Help />
      </Stack>
    </>
  )
  return page({ title: `What goes out of their own file – ${shown.name}`, here: '/children', main, about: child })
}

type Read = Omit<Shown, 'read' | 'onPage'> & { readonly read: RecordRead; readonly onPage: OnPage }
const Waiting: FC<Read> = (shown) => {
  const { child, read, onPage } = shown
  const { counts, shows, page: number, pages, from, rows: lines } = onPage
  const to = (show: Shows) => `${ownFileAt(child)}?show=${show}`
  return (
    <>
      <Left {...shown} />
      <Chips
        label="Which lines"
        chips={keysOf(SHOWS).map((show) => ({
          ...{ to: to(show), words: SHOWS[show], count: counts[show], current: show === shows },
        }))}
      />
      {lines.length === 0 ? (
        <Card title={SHOWS[shows]}>
          <EmptyState>{read.lines.length === 0 ? 'The record holds nothing.' : 'No line is left here.'}</EmptyState>
        </Card>
      ) : (
        lines.map((line) => <OneLine {...shown} line={line} />)
      )}
      <LetOut child={child} lines={freeToGo(lines)} shows={shows} number={number} />
      <Paging
        {...{ page: number, pages, from: from + 1, to: from + lines.length, of: counts[shows] }}
        address={(one) => `${to(shows)}&page=${one}`}
      />
    </>
  )
}

/** How much is left to decide, and what stands in the way of the file. */
const Left: FC<Read> = ({ child, read: { request, kept, drafts }, onPage: { counts } }) => (
  <InsetText>
    <p>
      <strong>
        {counts.undecided === 0
          ? 'Every line that you may read is decided.'
          : `${counted(counts.undecided, 'line is', 'lines are')} left to decide`}
      </strong>
      {counts.undecided > 0 && `, of ${counts.all.toLocaleString('en-GB')}.`} Asked on {dayWords(request.asked)}.
    </p>
    {kept.length > 0 && (
      <p>
        {counted(kept.length, 'line is', 'lines are')} kept from you, of which{' '}
        {kept.filter(({ decided }) => !decided).length.toLocaleString('en-GB')} not decided. Whoever may know all of the
        record makes the file; or those who decided who may know these lines let you in.
      </p>
    )}
    {drafts > 0 && (
      <p>
        {counted(drafts, 'text', 'texts')} of colleagues about this child {drafts === 1 ? 'is' : 'are'} not finished.
        Theirs alone to read: ask them to finish or to throw away what they began.
      </p>
    )}
    {counts.undecided === 0 && kept.length === 0 && (
      <p class="kith-no-print">
        <Button href={`${ownFileAt(child)}/make`}>Make the file</Button>
      </p>
    )}
  </InsetText>
)

type Letting = {
  readonly child: string
  readonly lines: readonly Line[]
  readonly shows: Shows
  readonly number: number
}
const LetOut: FC<Letting> = ({ child, lines, shows, number }) =>
  lines.length === 0 ? null : (
    <form class="kith-no-print" method="post" action={`${ownFileAt(child)}/let-out`}>
      <FormToken />
      <input type="hidden" name="show" value={shows} />
      <input type="hidden" name="page" value={number} />
      {lines.map(({ id }) => (
        <input type="hidden" name="row" value={id} />
      ))}
      <p>
        {counted(lines.length, 'line on this page has', 'lines on this page have')} no condition.{' '}
        {lines.length === 1 ? 'It' : 'They'} may still speak of somebody else: read {lines.length === 1 ? 'it' : 'them'}{' '}
        first.
      </p>
      <Button kind="secondary">
        {lines.length === 1 ? 'I have read it: let it go out' : `I have read these ${lines.length}: let them go out`}
      </Button>
    </form>
  )

const OneLine: FC<Read & { readonly line: Line }> = ({ child, line, onPage: { entries, decisions } }) => {
  const entry = entries.get(line.id)
  if (entry === undefined) return null
  const { decided } = line
  const said = decided && decisions.get(decided.id)
  return (
    <Card
      title={`${formatDay(line.day)}: ${titleOf(entry)}`}
      level={3}
      beside={
        <a class="kith-no-print" href={`${ownFileAt(child)}/${line.id}/decide`}>
          {decided === undefined ? 'Decide' : 'Change'}
          <span class="govuk-visually-hidden">
            {' '}
            on {titleOf(entry)} of {formatDay(line.day)}
          </span>
        </a>
      }
    >
      <ByLine of={entry} strikes={said?.strikes ?? []} />
      {line.superseded && <p class="kith-quiet">A later version of it stands further down.</p>}
      {isDocument(line.held) && <p class="kith-quiet">A document goes out as it came, or not at all.</p>}
      {line.because.length > 0 && (
        <div class="kith-file__because">
          <p>Why it has to be looked at:</p>
          <ul class="govuk-list govuk-list--bullet">
            {line.because.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {decided?.goes !== 'left out' && <EntryText of={entry} strikes={said?.strikes ?? []} />}
      <p>
        {decided === undefined ? (
          <>
            <span class="kith-not-known">Not decided yet</span>
            {line.lapsed !== undefined && (
              <span class="kith-note">
                It went out whole before it came under a condition: say why it may, or what is left out.
              </span>
            )}
          </>
        ) : (
          <>
            <strong>{GOES[decided.goes]}</strong>
            {decided.kind !== null && `: ${LEFT_OUT[decided.kind]}`}
            {decided.goes === 'struck' && strikesMiss(entry, said?.strikes) && (
              <span class="kith-note">
                Not all words to strike are found in it any more: a file would withhold it whole. Decide anew.
              </span>
            )}
            {said !== undefined && said.why !== '' && <span class="kith-note">“{said.why}”</span>}
          </>
        )}
      </p>
    </Card>
  )
}

const Made: FC<Shown> = ({ child, made }) =>
  made.length === 0 ? null : (
    <Card title="Files that were made" count={made.length} flush>
      <CardList
        items={made.map((file) => (
          <>
            <a href={`${ownFileAt(child)}/${file.id}`}>{capital(`made on ${dayWords(file.made)}`)}</a>
            <span class="kith-note">
              {file.out_whole.toLocaleString('en-GB')} whole, {file.struck.toLocaleString('en-GB')} with words struck,{' '}
              {file.kept_back.toLocaleString('en-GB')} left out
            </span>
          </>
        ))}
      />
    </Card>
  )

const Help: FC = () => (
  <InsetText>
    <p>
      Here is every record of this child, each version of it, and of records that were joined with it; {ON_A_PAGE} on a
      page, the oldest day first. A line that is changed later is a new line, and not decided.
    </p>
    <p>
      Not here: what other children’s records say of this one, what leads to them, a brother or sister who was adopted,
      what was taken out of sight, who looked at the record (the access log), and what Kith worked out itself.
    </p>
    <p>
      Until the request is answered you can change every decision. The words that you strike are kept with your
      decision, for whoever may read that line and hand the record over.
    </p>
  </InsetText>
)
