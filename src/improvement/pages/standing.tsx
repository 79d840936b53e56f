// Where we stand with the three points of the letter: each number counted from the record at this hour, each leading to who is behind it.
import type { Child, FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, DutyTable, InsetText, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import {
  countsOf,
  countWords,
  figureWords,
  groupsOf,
  type Item,
  type Measure,
  ofStands,
  type Stands,
} from '../measure.ts'
import { HERE, measuresOf, ofDistance, opensToLead, readsAll } from './measures-read.tsx'

type Shown = {
  readonly today: IsoDay
  readonly supervision: readonly Measure[]
  readonly audit: readonly Measure[]
  readonly distance: readonly Measure[]
  readonly sentence: string
  /** Of supervision and homes the numbers alone, of every child, without who is behind them. */
  readonly numbersAlone: boolean
}
/** GET /improvement */
export async function showStanding({ door, who, me, today }: Visit): Promise<Answer> {
  const numbersAlone = !readsAll(me)
  const others = async (asking: Asking) => {
    const { measures, sentence } = await ofDistance(asking, today)
    const supervision = await measuresOf(asking, 'supervision', today)
    return { sentence, distance: measures, supervision, audit: await measuresOf(asking, 'audit', today) }
  }
  const read = numbersAlone ? await door.asService(who.council, 'nightly refresh', others) : await door.as(who, others)
  const own = numbersAlone ? await door.as(who, async (asking) => await measuresOf(asking, 'audit', today)) : []
  const audit = read.audit.map((one) => (opensToLead(one.id) && own.find(({ id }) => id === one.id)) || one)
  const shown: Shown = { ...read, today, audit, numbersAlone }
  return page({ title: TITLE, here: HERE, main: <Standing {...shown} /> })
}
const TITLE = 'Where we stand with what is to improve'

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

type Asked = {
  readonly show?: Stands | undefined
  readonly group?: string
  readonly year?: 'before'
  readonly page?: number
  readonly all?: true
}
export function behind(id: string, { show, group, year, page: number, all }: Asked): string {
  const asked = new URLSearchParams({
    ...(show === undefined ? {} : { show }),
    ...(group === undefined ? {} : { group }),
    ...(year === undefined ? {} : { year }),
    ...(number === undefined ? {} : { page: String(number) }),
    ...(all === undefined ? {} : { all: '1' }),
  }).toString()
  return `${HERE}/${id}${asked === '' ? '' : `?${asked}`}`
}

const Standing: FC<Shown> = ({ today, supervision, audit, distance, sentence, numbersAlone }) => (
  <>
    <PageHead
      title={TITLE}
      lead={
        <>
          As the record stands at this hour, <strong>{formatLongDay(today)}</strong> ·{' '}
          {numbersAlone
            ? 'of audits every number opens those behind it; of supervision and homes you read numbers alone'
            : 'of the children whom you may see · every number opens those behind it'}
        </>
      }
    />
    <Stack>
      <Card
        title="Supervision that shows each child’s progress and experiences"
        beside={!numbersAlone && <a href="/supervision/quality">How good the records are</a>}
        flush
      >
        <Measures caption="Supervision" measures={supervision} closed={numbersAlone} />
      </Card>
      <Card
        title="Audit that changes outcomes for children"
        beside={<a href="/audits/themes">Themes and learning</a>}
        flush
      >
        <Measures
          caption="Audit"
          measures={audit.filter(({ id }) => !numbersAlone || opensToLead(id))}
          closed={false}
        />
        {numbersAlone && (
          <Measures caption="Audit: numbers alone" measures={audit.filter(({ id }) => !opensToLead(id))} closed />
        )}
      </Card>
      <Card
        title="Fewer children living far from home"
        beside={!numbersAlone && <a href="/distance">Who lives far from home</a>}
        flush
      >
        <Measures
          caption="Who lives far from home"
          measures={distance.filter(({ before }) => before === undefined)}
          closed={numbersAlone}
        />
        <Reasons measures={distance} closed={numbersAlone} />
      </Card>
      <Card
        title="New homes and planned moves, with what they cost"
        beside={!numbersAlone && <a href="/distance/year">Each of these homes</a>}
        flush
      >
        <YearTable measures={distance.filter(({ before }) => before !== undefined)} closed={numbersAlone} />
        <div class="kith-card__body">
          <InsetText>{sentence}</InsetText>
        </div>
      </Card>
      <p class="kith-note">
        The three points are those of the inspectors’ letter of 2 August 2021. What is not known is in no share and
        stands beside it; nothing here grades a child or a worker, and nobody is on a list to be moved. What a record
        does not hold, this page does not know: a number can be low because nobody wrote it down.
      </p>
    </Stack>
  </>
)

/** The count as a link to those who are so; of a sample with its interval. */
const Count: FC<{ readonly of: Measure; readonly closed: boolean }> = ({ of: measure, closed }) => {
  const { id, items, says } = measure
  if (countsOf(items).of === 0) return <>None to count</>
  if (closed) return <>{figureWords(measure, items)}</>
  return (
    <a href={behind(id, { show: 'yes' })}>
      {figureWords(measure, items)}
      <span class="govuk-visually-hidden">: {says}</span>
    </a>
  )
}
type Others = {
  readonly of: Measure
  readonly items: readonly Item[]
  readonly show: Stands
  readonly words: string
  readonly closed: boolean
}
const Others: FC<Others> = ({ of: { id }, items, show, words, closed }) => {
  const count = ofStands(items, show).length
  if (count === 0) return null
  if (closed)
    return (
      <>
        {count} {words}
      </>
    )
  return (
    <a href={behind(id, { show })}>
      {count} {words}
    </a>
  )
}
const headOf = ({ says, of, note }: Measure): Child => (
  <>
    {says}
    <span class="kith-note">
      Of {of}
      {note !== undefined && `. ${note}`}
    </span>
  </>
)
type Listed = { readonly measures: readonly Measure[]; readonly closed: boolean }
const Measures: FC<Listed & { readonly caption: string }> = ({ caption, measures, closed }) => (
  <DutyTable
    caption={caption}
    columns={['What', 'So', 'Not so', 'Not known']}
    rows={measures.map((one) => ({
      head: headOf(one),
      cells: [
        <Count of={one} closed={closed} />,
        ofStands(one.items, 'no').length === 0 ? (
          'none'
        ) : (
          <Others of={one} items={one.items} show="no" words={lower(one.no)} closed={closed} />
        ),
        ofStands(one.items, 'unknown').length === 0 ? (
          'none'
        ) : (
          <Others of={one} items={one.items} show="unknown" words="not known" closed={closed} />
        ),
      ],
    }))}
  />
)
/** Why children are far, and how they stand: each with its children. */
const Reasons: FC<Listed> = ({ measures, closed }) => (
  <div class="kith-card__body">
    {(['far-why', 'far-decided'] as const).map((id) => {
      const groups = groupsOf(measures.find((one) => one.id === id)?.items ?? [])
      if (groups.length === 0) return null
      return (
        <p>
          {id === 'far-why' ? 'Why: ' : 'What is decided: '}
          {groups.map(([group, count], number) => (
            <>
              {number > 0 && ' · '}
              {closed ? (
                `${count} ${lower(group)}`
              ) : (
                <a href={behind(id, { group })}>
                  {count} {lower(group)}
                </a>
              )}
            </>
          ))}
        </p>
      )
    })}
  </div>
)
const YearTable: FC<Listed> = ({ measures, closed }) => (
  <DutyTable
    caption="New homes and planned moves of two years"
    columns={['What', 'Twelve months to today', 'Not known', 'The twelve months before']}
    rows={measures.map((one) => {
      const before = one.before ?? []
      return {
        head: headOf(one),
        cells: [
          <Count of={one} closed={closed} />,
          ofStands(one.items, 'unknown').length === 0 ? (
            'none'
          ) : (
            <Others of={one} items={one.items} show="unknown" words="not known" closed={closed} />
          ),
          countsOf(before).of === 0 ? (
            'None to count'
          ) : closed ? (
            countWords(before)
          ) : (
            <a href={behind(one.id, { show: 'yes', year: 'before' })}>{countWords(before)}</a>
          ),
        ],
      }
    })}
  />
)
