// Campaigns of recruiting carers: the list, and one with what was counted and the homes that came of it; both print.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { isId } from '#forms'
import { Button, Card, DutyTable, EmptyState, Facts, NOT_KNOWN, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { LOOKS_FOR, lastCount, outcomeOf, stateOf } from '../campaign.ts'
import { type Campaign, campaigns } from '../campaigns-store.ts'
import { CAMPAIGNS } from './campaign-forms.tsx'

const WRITERS: readonly string[] = ['placement-team', 'supervising-worker']
const STATE = { begins: 'Not begun', runs: 'Runs', over: 'Over' } as const
const pounds = (whole: number): string => `£${whole.toLocaleString('en-GB')}`
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`
const whenWords = ({ began, ends }: Campaign): string =>
  ends === null ? `from ${dayWords(began)}` : `${dayWords(began)} to ${dayWords(ends)}`

/** GET /sufficiency/campaigns */
export async function showCampaigns({ door, who, me, today, query }: Visit): Promise<Answer> {
  const every = await door.as(who, async (asking) => await campaigns(asking, today))
  const { rows, ...pages } = pageOf(every, Number(query('page') ?? 1))
  const writes = me.parts.some((part) => WRITERS.includes(part))
  const main = (
    <>
      <PageHead
        title="Recruiting carers"
        lead="Each campaign, with carers’ part in it and what came of it."
        actions={writes && <Button href={`${CAMPAIGNS}/record`}>Plan a campaign</Button>}
      />
      <Stack>
        <p class="kith-no-print">
          <a href="/sufficiency">Homes enough?</a> says which carers would bring most children nearer.
        </p>
        <Card title="Campaigns" count={every.length} flush>
          {every.length === 0 ? (
            <EmptyState title="No campaign is recorded.">
              {writes ? 'Plan the first one.' : 'The placement team plans them.'}
            </EmptyState>
          ) : (
            <DutyTable
              caption="Campaigns of recruiting, the latest first"
              columns={['Campaign', 'When', 'For whom', 'Where', 'Asked', 'Applied', 'Homes', 'Children there']}
              rows={rows.map((one) => rowOf(one, today))}
            />
          )}
        </Card>
        <Pages {...pages} of={every.length} to={(to) => `${CAMPAIGNS}?page=${to}`} links />
      </Stack>
    </>
  )
  return page({ title: 'Recruiting carers', here: '/sufficiency', main })
}
function rowOf(one: Campaign, today: IsoDay) {
  const last = lastCount(one)
  const came = outcomeOf(one)
  return {
    head: <a href={`${CAMPAIGNS}/${one.line}`}>{one.words.title}</a>,
    cells: [
      `${STATE[stateOf(one, today)]}: ${whenWords(one)}`,
      LOOKS_FOR[one.looksFor],
      one.area ?? 'The whole council',
      last === undefined ? 'Not counted' : last.enquiries,
      last === undefined ? 'Not counted' : last.applications,
      `${came.approved} of ${one.homes}`,
      came.children,
    ],
  }
}

/** GET /sufficiency/campaigns/:about */
export async function showCampaign({ door, who, me, today, part }: Visit): Promise<Answer> {
  const line = part('about')
  const [one] = isId(line) ? await door.as(who, async (asking) => await campaigns(asking, today, line)) : []
  if (one === undefined) return notFound
  const writes = me.parts.some((part) => WRITERS.includes(part))
  const main = <One one={one} writes={writes} today={today} />
  return page({ title: one.words.title, here: '/sufficiency', main })
}
type Shown = { readonly one: Campaign; readonly writes: boolean; readonly today: IsoDay }
const written = (text: string) => (text === '' ? NOT_KNOWN : { words: <span class="kith-written">{text}</span> })

const One: FC<Shown> = (shown) => {
  const { one, writes, today } = shown
  const at = `${CAMPAIGNS}/${one.line}`
  return (
    <>
      <PageHead
        title={one.words.title}
        lead={`${STATE[stateOf(one, today)]}: ${whenWords(one)}. ${LOOKS_FOR[one.looksFor]}, ${one.area ?? 'the whole council'}.`}
        actions={writes && <Button href={`${at}/change`}>Change it</Button>}
      />
      <Stack>
        <p class="kith-no-print">
          <a href={CAMPAIGNS}>All campaigns</a>
        </p>
        <Card title="What it is">
          <Facts
            kind="wide"
            facts={[
              { name: 'Why', fact: written(one.words.why) },
              { name: 'What carers do in it', fact: written(one.words.carers) },
              { name: 'What was learned', fact: written(one.words.learned) },
              { name: 'Cost', fact: one.cost === null ? NOT_KNOWN : { words: pounds(one.cost) } },
            ]}
          />
        </Card>
        <Came {...shown} />
        <Counts {...shown} />
      </Stack>
    </>
  )
}

function outcomeWords(one: Campaign): string {
  const { approved, places, placesNotKnown, children, costOfOne } = outcomeOf(one)
  if (approved === 0) return `No home of the ${one.homes} that it is to bring is approved yet.`
  const notKnown = placesNotKnown === 0 ? '' : ` Of ${placesNotKnown} the places are not known.`
  const cost = costOfOne === undefined ? '' : ` ${pounds(costOfOne)} for each.`
  return `${approved} of ${many(one.homes, 'home is', 'homes are')} approved, with ${many(places, 'place', 'places')}; ${many(children, 'child lives', 'children live')} there today.${notKnown}${cost}`
}
const Came: FC<Shown> = ({ one, writes }) => (
  <Card title="Homes that came of it" count={one.came.length}>
    <p>{outcomeWords(one)}</p>
    {one.came.length > 0 && (
      <DutyTable
        caption="Homes that came of it"
        columns={['Home', 'Approved since', 'Places', 'Children there', ...(writes ? ['Put right'] : [])]}
        rows={one.came.map(({ row, home, called, approved, places, children }) => ({
          head: <a href={`/homes/${home}`}>{called}</a>,
          cells: [
            approved === undefined
              ? 'Not yet'
              : approved < one.began
                ? `${dayWords(approved)}, before it began: not counted`
                : dayWords(approved),
            places ?? 'Not known',
            children,
            ...(writes ? [<TakeBack line={row.line} what={called} />] : []),
          ],
        }))}
      />
    )}
    {writes && (
      <p class="kith-no-print">
        <a href={`${CAMPAIGNS}/${one.line}/home`}>Say which home came of it</a>
      </p>
    )}
  </Card>
)
const TakeBack: FC<{ readonly line: string; readonly what: string }> = ({ line, what }) => (
  <a class="kith-no-print" href={`${CAMPAIGNS}/rows/${line}/retract`}>
    Take back<span class="govuk-visually-hidden">: {what}</span>
  </a>
)
const Counts: FC<Shown> = ({ one, writes }) => (
  <Card title="Who asked" count={one.counts.length}>
    {one.counts.length === 0 ? (
      <EmptyState>Nobody has counted yet.</EmptyState>
    ) : (
      <DutyTable
        caption="Since it began, as counted on each day"
        columns={[
          ...['Counted on', 'Asked', 'Visited', 'Applied', 'Stopped', 'What people said'],
          ...(writes ? ['Put right'] : []),
        ]}
        numbers={[1, 2, 3, 4]}
        rows={one.counts.map((count) => ({
          head: dayWords(count.counted),
          cells: [
            ...[count.enquiries, count.visits, count.applications, count.withdrawn, count.words.said],
            ...(writes ? [<TakeBack line={count.line} what={`the count of ${dayWords(count.counted)}`} />] : []),
          ],
        }))}
      />
    )}
    {writes && (
      <p class="kith-no-print">
        <a href={`${CAMPAIGNS}/${one.line}/count`}>Count</a>
      </p>
    )}
  </Card>
)
