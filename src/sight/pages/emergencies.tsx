// How often records were opened in an emergency, month by month: numbers alone, for whoever answers for who may look.
import type { FC } from 'hono/jsx'
import { addMonths, monthWords } from '#calendar'
import { Card, DutyTable, EmptyState, PageHead } from '#look'
import { type Answer, page, type Visit } from '#web'
import { type EmergencyMonth, emergenciesByMonth } from '../store.ts'

export const EMERGENCIES = '/emergencies'
const MONTHS = 12

const total = (months: readonly EmergencyMonth[]): number => months.reduce((sum, { times }) => sum + times, 0)

const Emergencies: FC<{ readonly months: readonly EmergencyMonth[] }> = ({ months }) => (
  <>
    <PageHead
      title="Opened in an emergency"
      lead={
        total(months) === 0
          ? 'No record was opened in an emergency in the last twelve months.'
          : `Records were opened in an emergency ${total(months) === 1 ? 'once' : `${total(months)} times`} in the last twelve months.`
      }
    />
    <Card title="Month by month" flush>
      {months.length === 0 ? (
        <EmptyState>Nothing to count.</EmptyState>
      ) : (
        <DutyTable
          caption="How often, by how many people, and whose records; the latest month first"
          columns={['Month', 'Times', 'By how many people', 'Whose records', 'In care then']}
          rows={months.map((one) => ({
            head: monthWords(one.month),
            cells: [one.times, one.people, one.children, one.inCare].map(String),
          }))}
        />
      )}
    </Card>
    <p>
      Somebody who has no part in a child’s life may open the record for a few hours. Each time, the child’s manager and
      reviewing officer were told at once and read the reason. Who, when and why stand in the access log of that record,
      for whoever has oversight of it.
    </p>
  </>
)

/** GET /emergencies */
export async function showEmergencies({ door, who, today }: Visit): Promise<Answer> {
  const since = addMonths(today, 1 - MONTHS)
  const months = await door.as(who, async (asking) => await emergenciesByMonth(asking, { since, until: today }))
  return page({ title: 'Opened in an emergency', here: EMERGENCIES, main: <Emergencies months={months} /> })
}
