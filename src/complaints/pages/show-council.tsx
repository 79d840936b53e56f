// Complaints of the whole council, for who leads quality, the director and managers; and those that somebody has to answer, on their start page.
import type { FC } from 'hono/jsx'
import { addYears, dayWords, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import {
  Card,
  CardList,
  capital,
  DueMark,
  DutyTable,
  EmptyState,
  PageHead,
  Pages,
  PersonChip,
  pageOf,
  Stack,
} from '#look'
import { TAGS } from '#practice-audits'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { ASKERS, OUTCOMES, wordIn } from '../complaint.ts'
import { complaintsStanding, complaintsToAnswer, type OpenComplaint, type Standing } from '../store.ts'
import { complaintsAt } from './complaint-given.tsx'
import { aboutWords, Due, Law, Standing as StandsAt, stageShort } from './complaint-parts.tsx'

export const COMPLAINTS = '/complaints'
const LOG = 'read where complaints stand'
type Listed<Row> = { readonly page: number; readonly pages: number; readonly of: number; readonly rows: readonly Row[] }
type Shown = {
  readonly open: Listed<OpenComplaint>
  readonly over: Listed<Standing>
  readonly late: number
  /** By what they are about, of those received within a year. */
  readonly about: readonly (readonly [tag: string, n: number])[]
  readonly names: ReadonlyMap<string, string>
  readonly workers: ReadonlyMap<string, string>
  readonly today: IsoDay
}

function aboutOf(all: readonly Standing[], since: IsoDay): Shown['about'] {
  const lately = all.filter(({ received }) => received >= since)
  return Object.entries(TAGS)
    .map(([tag, words]): [string, number] => [words, lately.filter(({ about }) => about.includes(tag)).length])
    .filter(([, n]) => n > 0)
    .toSorted(([, a], [, b]) => b - a)
}
async function read(asking: Asking, { today, query }: Pick<Visit, 'today' | 'query'>): Promise<Shown> {
  const { open, over } = await complaintsStanding(asking)
  const [first, second] = [pageOf(open, Number(query('page') ?? 1)), pageOf(over, Number(query('over') ?? 1))]
  const rows = [...first.rows, ...second.rows]
  for (const { child, line } of rows) await asking.note(LOG, child, { line })
  return {
    open: { ...first, of: open.length },
    over: { ...second, of: over.length },
    late: open.filter(({ owed: { by } }) => by !== undefined && by < today).length,
    about: aboutOf([...open, ...over], addYears(today, -1)),
    names: await childrenCalled(asking, [...new Set(rows.map(({ child }) => child))]),
    workers: await workersCalled(asking, [...new Set(rows.map(({ answers }) => answers))]),
    today,
  }
}
/** GET /complaints */
export async function showCouncil({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking) => await read(asking, { today, query }))
  return page({ title: 'Complaints', here: COMPLAINTS, main: <Council {...shown} /> })
}

const Council: FC<Shown> = (shown) => {
  const { open, over, late } = shown
  return (
    <>
      <PageHead
        title="Complaints"
        lead={
          <>
            <strong>{counted(open.of, 'complaint')} open</strong>
            {open.of > 0 && (late === 0 ? ', none late' : `, ${late} late`)}. What children, and others for them, told
            us is not right.
          </>
        }
      />
      <Stack>
        <Open {...shown} />
        <Pages {...open} to={(number) => `${COMPLAINTS}?page=${number}&over=${over.page}`} links />
        <About {...shown} />
        <Over {...shown} />
        <Pages {...over} to={(number) => `${COMPLAINTS}?page=${open.page}&over=${number}`} links />
        <Law />
      </Stack>
    </>
  )
}
/** Who leads quality reads it without a name. */
function childCell({ child, line }: Standing, names: Shown['names']) {
  const [name, to] = [names.get(child), `${complaintsAt(child)}/${line}`]
  return name === undefined ? <a href={to}>A child</a> : <PersonChip id={child} name={capital(name)} to={to} />
}
const Open: FC<Shown> = ({ open: { rows, of }, names, workers, today }) => (
  <Card title="Open, the first day first" count={of} flush>
    {of === 0 ? (
      <EmptyState>No complaint is open.</EmptyState>
    ) : (
      <DutyTable
        caption="Open complaints"
        columns={['Child', 'Who complains', 'About', 'Stage', 'Who answers', 'Due']}
        rows={rows.map((one) => ({
          head: childCell(one, names),
          cells: [
            wordIn(ASKERS, one.asker),
            aboutWords(one.about),
            stageShort(one.stage),
            workers.get(one.answers) ?? 'somebody',
            <Due of={one.owed} today={today} />,
          ],
        }))}
      />
    )}
  </Card>
)
const About: FC<Shown> = ({ about }) => (
  <Card title="What they are about, received in the last twelve months" flush>
    {about.length === 0 ? (
      <EmptyState>None was received that you may see.</EmptyState>
    ) : (
      <DutyTable
        caption="Complaints by what they are about"
        columns={['About', 'Complaints']}
        numbers={[0]}
        rows={about.map(([words, n]) => ({ head: words, cells: [String(n)] }))}
      />
    )}
    <div class="kith-card__body kith-note">
      A complaint about two things is counted at both. Of those that you may see. Beside audits and disputes they stand
      in <a href="/audits/themes">themes and learning</a>.
    </div>
  </Card>
)
const Over: FC<Shown> = ({ over: { rows, of }, names }) => (
  <Card title="Over" count={of} tone="good" flush>
    {of === 0 ? (
      <EmptyState>No complaint is over yet.</EmptyState>
    ) : (
      <DutyTable
        caption="Complaints that are over"
        columns={['Child', 'Who complains', 'About', 'What came of it', 'The child was told']}
        rows={rows.map((one) => ({
          head: childCell(one, names),
          cells: [
            wordIn(ASKERS, one.asker),
            aboutWords(one.about),
            `${wordIn(OUTCOMES, one.outcome)}, ${stageShort(one.stage).toLowerCase()}, ${dayWords(one.answered)}`,
            one.told !== null ? (
              dayWords(one.told)
            ) : one.outcome === 'withdrawn' ? (
              ''
            ) : (
              <DueMark mark="soon" words="Not yet" />
            ),
          ],
        }))}
      />
    )}
  </Card>
)

/** On the start page of whoever answers; nothing where no complaint waits for them. */
export async function ComplaintsToAnswer(asking: Asking, today: IsoDay) {
  const rows = await complaintsToAnswer(asking)
  if (rows.length === 0) return null
  for (const { child, line } of rows) await asking.note(LOG, child, { line })
  const names = await childrenCalled(
    asking,
    rows.map(({ child }) => child),
  )
  return (
    <Card title="Complaints that you answer" count={rows.length} flush>
      <CardList
        items={rows.map((one) => (
          <>
            <a class="kith-target" href={`${complaintsAt(one.child)}/${one.line}`}>
              {capital(names.get(one.child) ?? 'a child without a name')}
            </a>
            <span class="kith-note">
              {stageShort(one.stage)} · {aboutWords(one.about)}
            </span>
            <StandsAt of={one} today={today} />
          </>
        ))}
      />
    </Card>
  )
}
