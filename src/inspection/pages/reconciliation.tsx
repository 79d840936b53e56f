// Is each child counted the same everywhere? The numbers side by side, and behind each difference the children and why.
import { formatDay } from '#calendar'
import { type Outcome, sendings } from '#daily-payload'
import { savedAt } from '#forms'
import { Card, type DutyRow, DutyTable, EmptyState, PageHead, Pages, pageOf } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { openAmong, reconciled } from '../counts-store.ts'
import { type Difference, FILES, isFile, type Line, type Reconciled, whyWords } from '../reconciliation.ts'
import { HERE } from './parts.tsx'

const HERE_TOO = `${HERE}/reconciliation`
const TITLE = 'Is each child counted the same?'

const counted = async ({ door, who, today }: Visit): Promise<Reconciled> =>
  await door.asService(who.council, 'nightly refresh', async (asking) => await reconciled(asking, today))

export async function showReconciliation(visit: Visit): Promise<Answer> {
  const found = await counted(visit)
  const sent = await visit.door.as(visit.who, async (asking) => await sendings(asking))
  const same = found.lines.every(({ onTheDayDiffers }) => onTheDayDiffers.length === 0)
  const main = (
    <>
      <PageHead
        title={TITLE}
        lead={`On ${formatDay(visit.today)}. ${same ? 'Every child in care is counted the same everywhere.' : 'Not every child in care is counted the same: see the differences.'}`}
        actions={<a href={HERE}>The lists of an inspection</a>}
      />
      <Card title="Side by side" flush>
        <DutyTable
          caption="Children by each way of counting"
          columns={['Counted by', 'In care on the day', 'Otherwise that day', 'In it at all', 'Otherwise at all']}
          numbers={[0, 1, 2, 3]}
          rows={[own(found), ...found.lines.map(lineRow)]}
        />
      </Card>
      <Sendings sent={sent} />
    </>
  )
  return page({ title: TITLE, here: HERE, main })
}

const own = ({ onTheDay, atAll }: Reconciled): DutyRow => ({
  head: (
    <>
      Kith’s record
      <span class="kith-note">Children with a period of care that runs; all with one in the year of the return.</span>
    </>
  ),
  cells: [String(onTheDay), '', String(atAll), ''],
})

const lineRow = ({ file, onTheDay, atAll, onTheDayDiffers, atAllDiffers }: Line): DutyRow => ({
  head: (
    <>
      {FILES[file].name}
      <span class="kith-note">{FILES[file].counts}</span>
    </>
  ),
  cells: [String(onTheDay), linked(file, 'day', onTheDayDiffers), String(atAll), linked(file, 'all', atAllDiffers)],
})

const linked = (file: string, of: 'day' | 'all', differs: readonly Difference[]) =>
  differs.length === 0 ? (
    '0'
  ) : (
    <a href={`${HERE_TOO}/${file}?of=${of}`}>
      {differs.length}
      <span class="govuk-visually-hidden"> {differs.length === 1 ? 'child' : 'children'} counted otherwise</span>
    </a>
  )

/** 'Thu 26 Nov 2026 at 14:32' in London; the database writes moments in UTC. */
function momentWords(text: string): string {
  const [, on, time] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.\d+)?\+00$/.exec(text) ?? []
  return savedAt(`${on}T${time}.000Z`)
}

const outcomeWords: Readonly<Record<Outcome['outcome'], string>> = {
  'all received': 'All received',
  'some refused': 'Some refused',
  stopped: 'Stopped',
}

const Sendings = ({ sent }: { sent: Awaited<ReturnType<typeof sendings>> }) =>
  sent.length === 0 ? (
    <EmptyState title="Nothing was sent to the Department yet.">
      Whoever runs Kith sets the address. There is none by default.
    </EmptyState>
  ) : (
    <Card title="Sent to the Department" flush>
      <DutyTable
        caption="Sent to the Department"
        columns={['When', 'Answer', 'Received', 'Refused', 'Removed there', 'The same', 'Without an id']}
        numbers={[1, 2, 3, 4, 5]}
        rows={sent.map((one) => ({
          head: `${momentWords(one.recorded)}, to ${one.host}`,
          cells: [
            `${outcomeWords[one.outcome]}${one.stopped_by === null ? '' : ` (${one.stopped_by})`}`,
            ...[one.received, one.refused, one.removed, one.same, one.unnamed].map(String),
          ],
        }))}
      />
    </Card>
  )

export async function showDifferences(visit: Visit): Promise<Answer> {
  const file = visit.part('file')
  const of = visit.query('of') === 'all' ? 'all' : 'day'
  if (!isFile(file)) return notFound
  const line = (await counted(visit)).lines.find((one) => one.file === file)
  const differs = (of === 'all' ? line?.atAllDiffers : line?.onTheDayDiffers) ?? []
  const shown = pageOf(differs, Number(visit.query('page') ?? 1))
  const open = await visit.door.as(
    visit.who,
    async (asking) =>
      await openAmong(
        asking,
        shown.rows.map(({ child }) => child),
      ),
  )
  const seen = shown.rows.filter(({ child }) => open.has(child))
  const closed = shown.rows.length - seen.length
  const title = `Counted otherwise: ${FILES[file].name}`
  const main = (
    <>
      <PageHead
        title={title}
        lead={
          of === 'all'
            ? 'In it at all, against Kith’s record of the year.'
            : 'In care on the day, against Kith’s record.'
        }
        actions={<a href={HERE_TOO}>All numbers</a>}
      />
      {differs.length === 0 ? (
        <EmptyState title="Nobody is counted otherwise." />
      ) : (
        <Card title={differs.length === 1 ? '1 child' : `${differs.length} children`} flush>
          <DutyTable caption={title} columns={['Child', 'How', 'Why']} rows={seen.map(differenceRow)} />
        </Card>
      )}
      {closed > 0 && (
        <p>{closed === 1 ? 'One of them has' : `${closed} of them have`} a record that is closed to you.</p>
      )}
      <Pages
        page={shown.page}
        pages={shown.pages}
        of={differs.length}
        links
        to={(at) => `${HERE_TOO}/${file}?of=${of}&page=${at}`}
      />
    </>
  )
  return page({ title, here: HERE, main })
}

const differenceRow = ({ child, shown, how, why }: Difference): DutyRow => ({
  head: <a href={`/children/${child}`}>{shown}</a>,
  cells: [how === 'missing' ? 'Not in the file' : 'In the file besides', whyWords(why)],
})
