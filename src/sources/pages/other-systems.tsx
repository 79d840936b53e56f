// Where each part of a record is recorded, for everybody; which nightly files came; and for administrators what is no longer in them.
import type { Child, FC } from 'hono/jsx'
import { savedAt } from '#forms'
import { Card, CardList, DutyTable, EmptyState, Notice, PageHead, Stack } from '#look'
import { ROOM_NAMES, type Room, roomOf } from '#masters'
import { type Answer, page, type Visit } from '#web'
import { COMMANDS, FILES, masterWords } from '../file-words.ts'
import {
  type FileNow,
  filesExpected,
  type GoneRow,
  goneNow,
  mastersRecorded,
  type PageThere,
  pagesThere,
  type RecordedMaster,
  type Take,
  takesOf,
} from '../store.ts'
import { goneWords, MOST_GONE } from './nightly-forms.tsx'

const number = (count: number): string => count.toLocaleString('en-GB')

const Masters: FC<{ readonly said: readonly RecordedMaster[] }> = ({ said }) => (
  <Card title="Where it is recorded" flush>
    <DutyTable
      caption="Where each part of a record is recorded"
      columns={['Part of the record', 'Recorded in', 'Since', 'Who and why']}
      rows={ROOM_NAMES.map((room) => {
        const stands = said.find((one) => one.room === room)
        return {
          head: roomOf(room).words,
          cells: [
            masterWords(stands),
            stands === undefined ? '' : savedAt(stands.at),
            stands === undefined ? '' : `${stands.by}: ${stands.because}`,
          ],
        }
      })}
    />
  </Card>
)

const fileWords = ({ days, byHour }: FileNow): string =>
  days === 'not expected' ? 'not expected' : `expected ${days === 'every day' ? days : `on ${days}`} by ${byHour}:00`

const Takes: FC<{ readonly takes: readonly Take[]; readonly files: readonly FileNow[] }> = ({ takes, files }) => (
  <Card title="Nightly files" flush>
    {files.length > 0 && (
      <CardList
        items={files.map((file) => (
          <>
            <strong>{FILES[file.kind]}</strong>: {fileWords(file)}.{' '}
            <span class="kith-quiet">
              {file.by}, {savedAt(file.said)}
            </span>
          </>
        ))}
      />
    )}
    {takes.length === 0 ? (
      <EmptyState title="No file has come yet">
        Whoever looks after the server takes one with {COMMANDS.ssd} or {COMMANDS['annex-a']}.
      </EmptyState>
    ) : (
      <DutyTable
        caption="The last nightly files"
        columns={['File', 'Rows', 'Added', 'Changed', 'Gone', 'Contradict', 'Not taken']}
        numbers={[0, 1, 2, 3, 4, 5]}
        rows={takes.map((take) => ({
          head: `${FILES[take.kind]}, ${savedAt(take.began)}`,
          cells: [take.rows_read, take.added, take.changed, take.gone, take.contradicts, take.not_taken].map(number),
        }))}
      />
    )}
  </Card>
)

const PagesThere: FC<{ readonly pages: readonly PageThere[] }> = ({ pages }) =>
  pages.length === 0 ? null : (
    <Card title="Pages of a child there" flush>
      <CardList
        items={pages.map(({ kind, address, by, said }) => (
          <>
            <strong>{FILES[kind]}</strong>: {address ?? 'no page that can be opened'}{' '}
            <span class="kith-quiet">
              {by}, {savedAt(said)}
            </span>
          </>
        ))}
      />
    </Card>
  )

const GoneCard: FC<{ readonly gone: readonly GoneRow[] }> = ({ gone }) => {
  const open = gone.filter(({ state }) => state === 'gone')
  return (
    <Card title="No longer in a file" count={open.length} flush>
      {open.length === 0 ? (
        <EmptyState title="Nothing to look at">
          What nightly files held they hold still, or somebody has looked at it.
        </EmptyState>
      ) : (
        <>
          <CardList items={open.slice(0, MOST_GONE).map(goneWords)} />
          <p class="kith-card__note">
            {open.length > MOST_GONE && `The first ${MOST_GONE} of ${number(open.length)}. `}It stands in the record.{' '}
            <a href="/other-systems/gone/record">Mark as seen</a>
          </p>
        </>
      )}
    </Card>
  )
}

const SeenCard: FC<{ readonly gone: readonly GoneRow[] }> = ({ gone }) => {
  const seen = gone.filter(({ state }) => state === 'seen')
  return seen.length === 0 ? null : (
    <Card title="No longer in a file, and seen" count={seen.length} flush>
      <CardList
        items={seen.slice(0, MOST_GONE).map((row) => (
          <>
            {goneWords(row)}: {row.because}{' '}
            <span class="kith-quiet">
              {row.by}, {savedAt(row.at)}
            </span>
          </>
        ))}
      />
      {seen.length > MOST_GONE && (
        <p class="kith-card__note">
          The last {MOST_GONE} of {number(seen.length)}.
        </p>
      )}
    </Card>
  )
}

const History: FC<{ readonly said: readonly RecordedMaster[] }> = ({ said }) => {
  const standing = new Set([...new Map(said.toReversed().map((one): [Room, string] => [one.room, one.id])).values()])
  const before = said.filter(({ id }) => !standing.has(id))
  return before.length === 0 ? null : (
    <Card title="Before" flush>
      <CardList
        items={before.map((one) => (
          <>
            <strong>
              {roomOf(one.room).words}: {masterWords(one)}.
            </strong>{' '}
            {one.because}{' '}
            <span class="kith-quiet">
              {one.by}, {savedAt(one.at)}
            </span>
          </>
        ))}
      />
    </Card>
  )
}

/** What did not come, in one notice; nothing where everything came. */
export const MissingFiles: FC<{ readonly files: readonly FileNow[]; readonly children?: Child }> = ({
  files,
  children,
}) => {
  const missing = files.filter((file) => file.missing !== undefined)
  return missing.length === 0 ? null : (
    <Notice title="A nightly file did not come" tone="warn">
      {missing.map(({ kind, missing: due, last }) => (
        <p>
          {FILES[kind]}: expected by {savedAt(due ?? '')}.{' '}
          {last === null
            ? 'None has come yet.'
            : `The last one came ${savedAt(last)}, and what is shown is as of then.`}
        </p>
      ))}
      {children}
    </Notice>
  )
}

export async function showOtherSystems(visit: Visit): Promise<Answer> {
  const administers = visit.me.parts.includes('administrator')
  const { said, takes, files, pages, gone } = await visit.door.as(visit.who, async (asking) => ({
    said: await mastersRecorded(asking),
    takes: await takesOf(asking, 5),
    files: await filesExpected(asking),
    pages: await pagesThere(asking),
    gone: administers ? await goneNow(asking) : [],
  }))
  const title = 'Other systems'
  const main = (
    <>
      <PageHead
        title={title}
        lead="Where each part of a child’s record is recorded, and which nightly files of other systems came."
      />
      <Stack>
        <MissingFiles files={files} />
        {administers && (
          <p>
            <a href="/other-systems/masters/record">Say where a part is recorded</a> ·{' '}
            <a href="/other-systems/expected/record">Say when a file is expected</a> ·{' '}
            <a href="/other-systems/addresses/record">Say where its pages are</a>
          </p>
        )}
        <Masters said={said} />
        <Takes takes={takes} files={files} />
        <PagesThere pages={pages} />
        {administers && <GoneCard gone={gone} />}
        <SeenCard gone={gone} />
        <History said={said} />
      </Stack>
    </>
  )
  return page({ title, here: '/other-systems', main })
}
