// What a file of terms would change, row by row, against what stands now: new, changed, known, or what is wrong and what to do.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { NewTerm } from '#education'
import { isId, savedAt } from '#forms'
import { Button, Card, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import type { Compared, Met } from '../comparing.ts'
import { comparedNow, type TermList, termList } from '../store.ts'
import { COLUMNS, type TermFault } from '../term-row.ts'

const HERE = '/settings/schools'

export async function showTerms({ door, who, part, query, today }: Visit): Promise<Answer> {
  const id = part('about')
  const shown = await door.as(who, async (asking) => {
    const list = isId(id) ? await termList(asking, id) : undefined
    return list && { list, compared: await comparedNow(asking, list, today) }
  })
  if (shown === undefined) return notFound
  return page({
    title: 'A file of school terms',
    here: HERE,
    main: <OneFile {...shown} number={Number(query('page') ?? 1)} />,
  })
}

const span = (first: IsoDay, last: IsoDay): string => `${formatDay(first)} to ${formatDay(last)}`
const trainingWords = (days: readonly IsoDay[]): string =>
  days.length === 0 ? 'no training days' : `training days ${days.map((on) => formatDay(on)).join(', ')}`
/** 'Wed 2 Sep 2026 to Fri 18 Dec 2026, half-term …, no training days' */
const daysWords = ({ first, last, half, training }: NewTerm): string =>
  [span(first, last), half === null ? 'no half-term' : `half-term ${span(...half)}`, trainingWords(training)].join(', ')

const KINDS: Readonly<Record<Met['kind'], string>> = {
  new: 'New',
  changed: 'Changed',
  known: 'Stands already. Nothing is done.',
}
const WhatIsDone: FC<{ readonly of: Met }> = ({ of }) => (
  <>
    {KINDS[of.kind]}
    {of.kind === 'changed' && <span class="kith-note">It stands as {daysWords(of.stands)}</span>}
  </>
)

type Line = { readonly row: number; readonly met?: Met; readonly faults: readonly TermFault[] }
function linesOf({ met, faults }: Compared): readonly Line[] {
  const wrong = Map.groupBy(faults, ({ row }) => row)
  const good = met.map((one): Line => ({ row: one.row.row, met: one, faults: [] }))
  return [...good, ...[...wrong].map(([row, all]): Line => ({ row, faults: all }))].toSorted((a, b) => a.row - b.row)
}

/** How many rows are new, changed, known, and not understood. */
export function countsOf(compared: Compared) {
  const of = (kind: Met['kind']): number => compared.met.filter((one) => one.kind === kind).length
  const wrong = new Set(compared.faults.map(({ row }) => row)).size
  return { new: of('new'), changed: of('changed'), known: of('known'), wrong }
}
const Wrong: FC<{ readonly faults: readonly TermFault[] }> = ({ faults }) => (
  <>
    {faults.map(({ field, says }) => (
      <span class="kith-note">
        {field === null ? 'The whole row' : COLUMNS[field]}: {says}
      </span>
    ))}
  </>
)

type Shown = { readonly list: TermList; readonly compared: Compared; readonly number: number }
const OneFile: FC<Shown> = ({ list, compared, number }) => {
  const lines = linesOf(compared)
  const shown = pageOf(lines, number)
  const counts = countsOf(compared)
  const open = counts.new + counts.changed
  return (
    <>
      <PageHead
        title="A file of school terms"
        lead={`Sent by ${list.by}, ${savedAt(list.at)}. ${list.rowsRead === 1 ? 'One row' : `${list.rowsRead} rows`} read.`}
        actions={open > 0 && <Button href={`${HERE}/file/${list.id}/take`}>Take what is new or changed</Button>}
      />
      <Stack>
        <Card title="Each row of the file" count={lines.length} flush>
          <p class="kith-card__note">
            {counts.new} new, {counts.changed} changed, {counts.known} stand already, {counts.wrong} not taken. Put rows
            right in the file and send it again: what stands is not added twice.
          </p>
          {lines.length === 0 ? (
            <EmptyState>The file has a heading and no rows.</EmptyState>
          ) : (
            <DutyTable
              caption="Rows of the file, in its order"
              columns={['In the file', 'School and term', 'Days', 'What is done']}
              rows={shown.rows.map(({ row, met, faults }) => ({
                head: `Row ${row}`,
                cells: [
                  met === undefined ? 'Not taken' : `${met.school.name}, ${met.term.name}`,
                  met === undefined ? 'Not read' : daysWords(met.term),
                  met === undefined ? <Wrong faults={faults} /> : <WhatIsDone of={met} />,
                ],
              }))}
            />
          )}
        </Card>
        <Pages {...shown} of={lines.length} to={(to) => `${HERE}/file/${list.id}?page=${to}`} links />
      </Stack>
    </>
  )
}
