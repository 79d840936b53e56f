// The sufficiency statement: what may be read outside the council, printed; numbers of one to five, and what would give them away, are hidden.
import type { FC } from 'hono/jsx'
import { formatLongDay } from '#calendar'
import { hiddenCounts } from '#indicators'
import { Card, capital, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { NEED_CODES, NEEDS } from '../needs.ts'
import type { Sufficiency } from '../reckoning.ts'
import { lastKept } from '../store.ts'
import { forecastWords, testedWords } from '../words.ts'
import { dayOfText, NoNight } from './sufficiency.tsx'

export const STATEMENT = '/sufficiency/statement'

/** GET /sufficiency/statement */
export async function showStatement({ door, who }: Visit): Promise<Answer> {
  const kept = await door.as(who, lastKept)
  const main = kept === undefined ? <NoNight /> : <Statement of={kept.held} />
  return page({ title: 'Sufficiency statement', here: '/sufficiency', main })
}

const HIDDEN = '5 or fewer'
const ALL = 'all'
/** By need, over all sectors: one hidden number would be known from the sum. */
export function needsTold({ gap }: Pick<Sufficiency, 'gap'>): ReadonlyMap<string, number | typeof HIDDEN> {
  const counts = new Map<string, number>(
    NEED_CODES.map((need) => [
      need,
      gap.cells.filter((cell) => cell.need === need).reduce((sum, cell) => sum + cell.children, 0),
    ]),
  )
  counts.set(
    ALL,
    [...counts.values()].reduce((sum, one) => sum + one, 0),
  )
  const hidden = hiddenCounts(counts, [{ total: ALL, parts: NEED_CODES }])
  return new Map([...counts].map(([need, count]) => [need, hidden.has(need) ? HIDDEN : count]))
}
const least = (count: number): number | typeof HIDDEN => (count >= 1 && count <= 5 ? HIDDEN : count)

const Statement: FC<{ readonly of: Sufficiency }> = ({ of }) => {
  const told = needsTold(of)
  const { places, recruiting, forecast } = of
  return (
    <>
      <PageHead
        title="Sufficiency statement"
        lead={`Children Act 1989, section 22G: homes enough in our area, so far as that is reasonably practicable. As of ${formatLongDay(of.day)}.`}
        actions={<a href="/sufficiency">With every number</a>}
      />
      <Stack>
        <Card title="Children who will need a home">
          <p>
            {forecastWords(of)} {testedWords(of)}
          </p>
          <DutyTable
            caption="Expected by kind of home"
            columns={[
              'Kind of home',
              ...forecast.points.filter((_, at) => at % 4 === 0).map(({ day }) => dayOfText(day)),
            ]}
            rows={Object.keys(forecast.points[0]?.byKind ?? {}).map((kind) => ({
              head: capital(kind),
              cells: forecast.points
                .filter((_, at) => at % 4 === 0)
                .map(({ byKind }) => {
                  const own = byKind[kind]
                  return own === undefined || own.high <= 5 ? HIDDEN : `${own.low} to ${own.high}`
                }),
            }))}
          />
        </Card>
        <Card title="Homes we have">
          <p>
            {places.approved} approved places in {places.homes} homes; {least(places.free)} are free. Of{' '}
            {least(places.notKnown)} homes it is not known.
          </p>
          {places.unused.length === 0 ? (
            <EmptyState>No approved place is held.</EmptyState>
          ) : (
            <DutyTable
              caption="Approved places that cannot be offered"
              columns={['Why', 'Places']}
              rows={places.unused.map(({ why, places: count }) => ({ head: capital(why), cells: [least(count)] }))}
            />
          )}
        </Card>
        <Card title="Homes we need nearer">
          <p>Children who wait, or live far for want of a home and wish to live nearer, where the area may be said.</p>
          <DutyTable
            caption="Children who need a nearer home, by need"
            columns={['Need', 'Children']}
            rows={[
              ...NEED_CODES.map((need) => ({ head: NEEDS[need], cells: [told.get(need) ?? 0] })),
              { head: 'All', cells: [told.get(ALL) ?? 0] },
            ]}
          />
          <p>
            {recruiting.steps.length === 0
              ? 'No plan of recruiting follows from the record.'
              : `Carers we look for next: ${[...new Set(recruiting.steps.map(({ kind }) => kind))].join('; ')}.`}
          </p>
        </Card>
        <Card title="What this statement does not say">
          <p>
            Numbers of one to five are hidden, with what would give them away. It names no child, no home and no place
            smaller than the council. Costs, the market, homes for care-experienced adults, the views of children and
            the plan of action are written by people, and are no part of what is reckoned here.
          </p>
        </Card>
      </Stack>
    </>
  )
}
