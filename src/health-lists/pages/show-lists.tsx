// The lists that health providers sent, the last first; and of one list what came of each row.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { childrenCalled } from '#children'
import { savedAt } from '#forms'
import { Card, DutyTable, EmptyState, PageHead, Pages, PersonChip, pageOf, Stack } from '#look'
import type { RowFault } from '#sent-lists'
import { type Answer, notFound, page, type Visit } from '#web'
import { FIELD_WORDS, LIST_KINDS } from '../list-row.ts'
import { faultsOf, type List, listsOf, rowsOfList, type ShownRow } from '../store.ts'

export async function showLists({ door, who, query }: Visit): Promise<Answer> {
  const lists = await door.as(who, async (asking) => await listsOf(asking))
  const shown = pageOf(lists, Number(query('page') ?? 1))
  return page({
    title: 'Health providers’ lists',
    here: '/health-lists',
    main: (
      <>
        <PageHead
          title="Health providers’ lists"
          lead="Dates of referrals and health assessments, taken from files row by row. The files themselves are not kept."
        />
        <p class="kith-no-print">
          <a href="/health-lists/record">Send a list</a>
        </p>
        <Card title="Lists" count={lists.length} flush>
          {lists.length === 0 ? (
            <EmptyState>No list has been sent yet.</EmptyState>
          ) : (
            <DutyTable
              caption="Lists that were sent, the last first"
              columns={['From', 'Of', 'What', 'Rows', 'Sent']}
              numbers={[2]}
              rows={shown.rows.map(({ id, provider, ofDay, kind, rowsRead, by, at }) => ({
                head: <a href={`/health-lists/${id}`}>{provider}</a>,
                cells: [dayWords(ofDay), LIST_KINDS[kind], String(rowsRead), `${by}, ${savedAt(at)}`],
              }))}
            />
          )}
        </Card>
        <Pages {...shown} of={lists.length} to={(number) => `/health-lists?page=${number}`} links />
      </>
    ),
  })
}

type Shown = {
  readonly list: List
  readonly rows: readonly ShownRow[]
  readonly faults: readonly RowFault[]
  readonly names: ReadonlyMap<string, string>
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export async function showList({ door, who, part, query }: Visit): Promise<Answer> {
  const id = part('about')
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const [list] = UUID.test(id) ? await listsOf(asking, id) : []
    if (list === undefined) return undefined
    const rows = await rowsOfList(asking, id)
    const children = [...new Set(rows.map(({ child }) => child))]
    const names = await childrenCalled(asking, children)
    for (const child of children) await asking.note('read what a health list says of them', child)
    const taken = new Set(rows.map(({ row }) => row))
    const faults = (await faultsOf(asking, id)).filter(({ row }) => !taken.has(row))
    return { list, rows, faults, names }
  })
  if (shown === undefined) return notFound
  const { list } = shown
  const title = `${list.provider}, ${dayWords(list.ofDay)}`
  return page({ title, here: '/health-lists', main: <OneList {...shown} number={Number(query('page') ?? 1)} /> })
}

const OUTCOMES: Readonly<Record<string, string>> = {
  taken: 'Taken',
  known: 'Known already',
  contradicts: 'Otherwise than the record',
}
function outcomeWords({ outcome, fields, decision }: ShownRow): string {
  const of = fields.map((field) => FIELD_WORDS[field] ?? field).join(', ')
  if (outcome === 'contradicts')
    return `Otherwise than the record: ${of}. ${decision === null ? 'Nobody has decided yet.' : `Decided: ${decision}.`}`
  if (outcome === 'known' && of !== '') return `Otherwise than the record (${of}), and asked before.`
  return `${OUTCOMES[outcome] ?? outcome}${of === '' ? '' : `: ${of}`}.`
}

const OneList: FC<Shown & { readonly number: number }> = ({ list, rows, faults, names, number }) => {
  const shown = pageOf(rows, number)
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length
  const notTaken = new Set(faults.map(({ row }) => row)).size
  const unseen = list.rowsRead - new Set(rows.map(({ row }) => row)).size - notTaken
  return (
    <>
      <PageHead
        title={`${LIST_KINDS[list.kind]} from ${list.provider}`}
        lead={`Of ${dayWords(list.ofDay)}. Sent by ${list.by}, ${savedAt(list.at)}. ${list.rowsRead} rows read.`}
      />
      <Stack>
        <Card title="Rows of children whom you see" count={rows.length} flush>
          <p class="kith-card__note">
            {count('taken')} taken, {count('known')} known already, {count('contradicts')} otherwise than the record.
            {unseen > 0 && ` ${unseen} more rows are of children whom you do not see, or were read by somebody else.`}
          </p>
          {rows.length === 0 ? (
            <EmptyState>No row of this list was taken for a child whom you see.</EmptyState>
          ) : (
            <DutyTable
              caption="What came of each row"
              columns={['Row', 'Child', 'What came of it']}
              rows={shown.rows.map((row) => ({
                head: String(row.row),
                cells: [
                  <PersonChip
                    id={row.child}
                    name={names.get(row.child) ?? 'a child'}
                    to={`/children/${row.child}/health`}
                  />,
                  outcomeWords(row),
                ],
              }))}
            />
          )}
        </Card>
        <Pages {...shown} of={rows.length} to={(to) => `/health-lists/${list.id}?page=${to}`} links />
        <Card title="Rows not taken" count={notTaken} flush>
          {faults.length === 0 ? (
            <EmptyState>
              Every row that you sent was understood. Rows of others who sent this list are theirs to read.
            </EmptyState>
          ) : (
            <DutyTable
              caption="Rows that were not taken, and why"
              columns={['Row', 'Column', 'Why']}
              rows={faults.map(({ row, field, says }) => ({
                head: String(row),
                cells: [field ?? 'The whole row', says],
              }))}
            />
          )}
        </Card>
      </Stack>
    </>
  )
}
