// Where we stand with the three points of the letter: each number counted from the record at this hour, each leading to who is behind it.
import type { Child, FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
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
import { HERE, measuresOf, ofDistance } from './measures-read.tsx'

type Shown = {
  readonly today: IsoDay
  readonly supervision: readonly Measure[]
  readonly audit: readonly Measure[]
  readonly distance: readonly Measure[]
  readonly sentence: string
}
/** GET /improvement */
export async function showStanding({ door, who, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const { measures, sentence } = await ofDistance(asking, today)
    return {
      ...{ today, sentence, distance: measures },
      supervision: await measuresOf(asking, 'supervision', today),
      audit: await measuresOf(asking, 'audit', today),
    }
  })
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

const Standing: FC<Shown> = ({ today, supervision, audit, distance, sentence }) => (
  <>
    <PageHead
      title={TITLE}
      lead={
        <>
          As the record stands at this hour, <strong>{formatLongDay(today)}</strong> · of the children whom you may see
          · every number opens those behind it
        </>
      }
    />
    <Stack>
      <Card
        title="Supervision that shows each child’s progress and experiences"
        beside={<a href="/supervision/quality">How good the records are</a>}
        flush
      >
        <Measures caption="Supervision" measures={supervision} />
      </Card>
      <Card
        title="Audit that changes outcomes for children"
        beside={<a href="/audits/themes">Themes and learning</a>}
        flush
      >
        <Measures caption="Audit" measures={audit} />
      </Card>
      <Card title="Fewer children living far from home" beside={<a href="/distance">Who lives far from home</a>} flush>
        <Measures caption="Who lives far from home" measures={distance.filter(({ before }) => before === undefined)} />
        <Reasons measures={distance} />
      </Card>
      <Card
        title="New homes and planned moves, with what they cost"
        beside={<a href="/distance/year">Each of these homes</a>}
        flush
      >
        <YearTable measures={distance.filter(({ before }) => before !== undefined)} />
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
const Count: FC<{ readonly of: Measure }> = ({ of: measure }) => {
  const { id, items, says } = measure
  if (countsOf(items).of === 0) return <>None to count</>
  return (
    <a href={behind(id, { show: 'yes' })}>
      {figureWords(measure, items)}
      <span class="govuk-visually-hidden">: {says}</span>
    </a>
  )
}
type Others = { readonly of: Measure; readonly items: readonly Item[]; readonly show: Stands; readonly words: string }
const Others: FC<Others> = ({ of: { id }, items, show, words }) => {
  const count = ofStands(items, show).length
  if (count === 0) return null
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
const Measures: FC<{ readonly caption: string; readonly measures: readonly Measure[] }> = ({ caption, measures }) => (
  <DutyTable
    caption={caption}
    columns={['What', 'So', 'Not so', 'Not known']}
    rows={measures.map((one) => ({
      head: headOf(one),
      cells: [
        <Count of={one} />,
        ofStands(one.items, 'no').length === 0 ? (
          'none'
        ) : (
          <Others of={one} items={one.items} show="no" words={lower(one.no)} />
        ),
        ofStands(one.items, 'unknown').length === 0 ? (
          'none'
        ) : (
          <Others of={one} items={one.items} show="unknown" words="not known" />
        ),
      ],
    }))}
  />
)
/** Why children are far, and how they stand: each with its children. */
const Reasons: FC<{ readonly measures: readonly Measure[] }> = ({ measures }) => (
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
              <a href={behind(id, { group })}>
                {count} {lower(group)}
              </a>
            </>
          ))}
        </p>
      )
    })}
  </div>
)
const YearTable: FC<{ readonly measures: readonly Measure[] }> = ({ measures }) => (
  <DutyTable
    caption="New homes and planned moves of two years"
    columns={['What', 'Twelve months to today', 'Not known', 'The twelve months before']}
    rows={measures.map((one) => {
      const before = one.before ?? []
      return {
        head: headOf(one),
        cells: [
          <Count of={one} />,
          ofStands(one.items, 'unknown').length === 0 ? (
            'none'
          ) : (
            <Others of={one} items={one.items} show="unknown" words="not known" />
          ),
          countsOf(before).of === 0 ? (
            'None to count'
          ) : (
            <a href={behind(one.id, { show: 'yes', year: 'before' })}>{countWords(before)}</a>
          ),
        ],
      }
    })}
  />
)
