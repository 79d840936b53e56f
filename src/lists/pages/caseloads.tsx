// The reviewing service: how many children each reviewing officer has for each full post, beside what the handbook says.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { Card, DutyTable, EmptyState, NotKnown, PageHead } from '#look'
import { caseload, MOST_PER_POST } from '#reviewing'
import { type Answer, page, type Visit } from '#web'
import { type OfficerLoad, officerLoads } from '../caseload-store.ts'

export async function showCaseloads({ door, who, today }: Visit): Promise<Answer> {
  const loads = await door.as(who, async (asking) => await officerLoads(asking, today))
  return page({ title: 'The reviewing service', here: '/reviews', main: <Caseloads loads={loads} today={today} /> })
}

const Caseloads: FC<{ readonly loads: readonly OfficerLoad[]; readonly today: IsoDay }> = ({ loads, today }) => (
  <>
    <PageHead
      title="The reviewing service"
      lead={
        <>
          {formatLongDay(today)} · {counted(loads.length, 'reviewing officer')}. The handbook asks for 50 to{' '}
          {MOST_PER_POST} children for a full post (<a href="/rules/IRO-04">statutory guidance, unconfirmed</a>).
        </>
      }
    />
    <Card title="Children for each full post" beside="Of the children whom you may see" flush>
      {loads.length === 0 ? (
        <EmptyState>Nobody is a reviewing officer of a child whom you may see.</EmptyState>
      ) : (
        <DutyTable
          caption="Children of each reviewing officer"
          columns={['Reviewing officer', 'Children', 'Of a full post', 'For a full post']}
          numbers={[0, 1, 2]}
          rows={loads.map(({ name, children, posts }) => ({
            head: name,
            cells: [
              children,
              posts === null ? <NotKnown words="Not said" /> : posts,
              <PerPost children={children} posts={posts} today={today} />,
            ],
          }))}
        />
      )}
    </Card>
  </>
)

type Per = { readonly children: number; readonly posts: number | null; readonly today: IsoDay }
const PerPost: FC<Per> = ({ children, posts, today }) => {
  if (posts === null) return <NotKnown words="Not known: how much of a post" />
  const answer = caseload.ask({ on: today, children, posts })
  if (!('perPost' in answer)) return <NotKnown />
  return (
    <>
      {answer.perPost}
      {answer.kind === 'over' && <span class="kith-note">more than {MOST_PER_POST}</span>}
    </>
  )
}
