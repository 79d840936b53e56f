// Homes of those who see one field of a child's life: their children with what is next in it; and of those who see no names.
import type { FC } from 'hono/jsx'
import { formatLongDay, numberOf } from '#calendar'
import { type HomesDue, HomesDueCard, homesDueOf } from '#carers/pages'
import { counted } from '#child-frame'
import type { Duty } from '#ledger'
import { type Field, fieldOf, SOON, toDo } from '#lists'
import { Card, DutyTable, EmptyState, PageHead } from '#look'
import { type ChildRow, childrenOn, noteShown } from '#overview'
import { AuditsCard, type AuditsWaiting, auditsWaiting } from '#practice-audits/pages'
import type { Home } from '../parts.ts'
import { childrenAs, dutiesForGrid } from '../store.ts'
import { type NoAnswer, NoAnswerCard, noAnswerYet } from './no-answer.tsx'
import { ChildHead, fieldCell, fieldWords, type Made, type Making, relationsOf } from './parts.tsx'

/** The columns of each home, most of them one field: what its people may act on. */
const SHOWN: Readonly<Partial<Record<Home, { readonly title: string; readonly fields: readonly Field[] }>>> = {
  duty: { title: 'On duty', fields: ['visits', 'missing'] },
  health: { title: 'Health of our children', fields: ['health'] },
  learning: { title: 'Learning of our children', fields: ['learning'] },
  homes: { title: 'Homes', fields: ['plan', 'visits'] },
  support: { title: 'Reviews and letters', fields: ['reviews'] },
  adoption: { title: 'Adoption', fields: ['reviews', 'visits'] },
  others: { title: 'Records open to you', fields: ['reviews', 'visits'] },
  outside: { title: 'Children you work with', fields: ['missing', 'visits'] },
}
const MOST = 50

export async function fieldHome(making: Making): Promise<Made> {
  const { asking, today, home } = making
  const on = numberOf(today)
  const { title, fields } = SHOWN[home] ?? { title: 'Your children', fields: ['reviews'] as const }
  const ids = await childrenAs(asking, relationsOf(making))
  const duties = await dutiesForGrid(asking, ids, today)
  const own = new Map([...duties].map(([child, all]) => [child, all.filter((duty) => isIn(fields, duty))]))
  const next = toDo(own, on)
  const rank = new Map(next.toReversed().map(({ child, due }) => [child, due]))
  const first = ids.toSorted((a, b) => (rank.get(a) ?? 1e9) - (rank.get(b) ?? 1e9)).slice(0, MOST)
  const found = first.length === 0 ? [] : await childrenOn(asking, today, first)
  const listed = first.flatMap((id) => found.find((child) => child.id === id) ?? [])
  await noteShown(asking, first)
  const late = new Set(next.filter(({ due }) => due < on).map(({ child }) => child)).size
  const soon = new Set(next.filter(({ due }) => due >= on).map(({ child }) => child)).size
  const noAnswer = fields.includes('health') ? await noAnswerYet(asking, ids, today) : undefined
  const audits = await auditsWaiting(asking, today)
  const homes = home === 'homes' ? await homesDueOf(asking, today) : undefined
  const shown = { making, audits, homes, title, fields, listed, duties, late, soon, noAnswer }
  return { title, main: <FieldHome {...shown} of={ids.length} /> }
}

const isIn = (fields: readonly Field[], duty: Duty): boolean => fields.some((field) => field === fieldOf(duty))

type Shown = {
  readonly making: Making
  readonly audits: AuditsWaiting
  /** Of whoever supervises homes. */
  readonly homes: HomesDue | undefined
  readonly title: string
  readonly fields: readonly Field[]
  readonly listed: readonly ChildRow[]
  readonly duties: ReadonlyMap<string, readonly Duty[]>
  readonly late: number
  readonly soon: number
  readonly of: number
  /** undefined: health is not what this home is of. */
  readonly noAnswer: NoAnswer | undefined
}

const FieldHome: FC<Shown> = (shown) => {
  const { making, title, fields, listed, duties, late, soon, of, noAnswer } = shown
  const { today } = making
  const on = numberOf(today)
  return (
    <>
      <PageHead
        title={title}
        lead={
          <>
            {formatLongDay(today)} · {counted(of, 'child', 'children')} ·{' '}
            {late === 0 ? 'nothing known is late' : <strong>late for {late}</strong>}, due in {SOON} days for {soon}
          </>
        }
      />
      <AuditsCard {...shown.audits} />
      {shown.homes !== undefined && <HomesDueCard {...shown.homes} />}
      {noAnswer !== undefined && <NoAnswerCard {...noAnswer} />}
      {listed.length === 0 ? (
        <EmptyState title="No children yet">
          Nobody has been opened to you. Ask the team that works with the child.
        </EmptyState>
      ) : (
        <Card
          title="The most urgent first"
          beside={of > listed.length ? <a href="/children">{`All ${of}`}</a> : undefined}
          flush
        >
          <DutyTable
            caption={`${title}, the most urgent first`}
            columns={['Child', ...fields.map((field) => fieldWords(field, false)), 'Worker']}
            rows={listed.map((child) => ({
              head: <ChildHead child={child} on={on} />,
              cells: [
                ...fields.map((field) => fieldCell(duties.get(child.id) ?? [], field, on)),
                child.worker ?? <span class="kith-quiet">nobody recorded</span>,
              ],
            }))}
          />
        </Card>
      )}
    </>
  )
}
