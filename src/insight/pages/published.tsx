// In a demonstration alone: what the letter of June 2021 found, the invented council's own figure, and the published one beside it.
import type { Child, FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { addressOf, childrenChosen, filterIn } from '#lists'
import { Card, DutyTable, EmptyState, PageHead, Tag } from '#look'
import { figuresByMonth, type KeptFigure, lastNight } from '#record-figures'
import { type Answer, page, type Visit } from '#web'
import { type Compared, compared, type Own, type Unit } from '../letter.ts'
import { FINDINGS, type Finding, NOT_HERE, OWN_ALONE, SOURCES, THE_LETTER } from '../letter-data.ts'
import { figureWords, type Measure, measureOf } from '../measure.ts'
import { behindPath, HERE, measurePath, opens } from './parts.tsx'

export const PUBLISHED = `${HERE}/published`
const TITLE = 'What the letter found, and what this council’s figures say'

type Line = Compared & {
  readonly finding: Finding
  readonly name: string
  readonly unit: Unit
  readonly decimals: number
  readonly above: number
  /** Who is behind the number, and who is not known. */
  readonly to: string
  readonly unknown: number
  readonly toUnknown: string
}
type Shown = {
  readonly day: IsoDay
  readonly lines: readonly Line[]
  readonly alone: readonly { readonly says: string; readonly measure: Measure; readonly now: KeptFigure }[]
}

const unitOf = ({ unit }: Measure): Unit => (unit === 'count' || unit === 'percent' ? unit : 'number')

function ofFigure(finding: Finding, measure: Measure, now: KeptFigure): Line {
  const unit = unitOf(measure)
  return {
    ...compared(finding, now, unit),
    ...{ finding, unit, name: measure.name, decimals: measure.decimals, above: now.above, unknown: now.unknown },
    ...{ to: behindPath(measure.id), toUnknown: behindPath(measure.id, 'u') },
  }
}

/** Counted by the list of children itself, so that the number is what the list then shows. */
async function ofList(asking: Asking, finding: Finding, today: IsoDay): Promise<readonly Line[]> {
  if (!('list' in finding.counted)) return []
  const { list, name } = finding.counted
  const chosen = (asked: Readonly<Record<string, string>>) => filterIn((field) => asked[field])
  const [filter, all] = [chosen({ status: 'care', ...list }), chosen({ status: 'care' })]
  const above = (await childrenChosen(asking, today, filter)).length
  const own: Own = { above, below: (await childrenChosen(asking, today, all)).length, unknown: 0 }
  return [
    {
      ...compared(finding, own, 'percent'),
      ...{ finding, name, above, unit: 'percent', decimals: 0, to: addressOf(filter), unknown: 0, toUnknown: '' },
    },
  ]
}

/** Every finding of which something is published; undefined: no night has run. */
export async function published(asking: Asking, today: IsoDay): Promise<Shown | undefined> {
  const day = await lastNight(asking)
  if (day === undefined) return undefined
  const ids = [
    ...FINDINGS.map(({ counted: of }) => ('measure' in of ? of.measure : '')),
    ...OWN_ALONE.map((one) => one.measure),
  ]
  const figures = await figuresByMonth(asking, ids)
  const nowOf = (id: string) => {
    const [measure, now] = [measureOf(id), figures.get(id)?.at(-1)]
    return measure && now && { measure, now }
  }
  const lines: Line[] = []
  for (const finding of FINDINGS) {
    const found = 'measure' in finding.counted ? nowOf(finding.counted.measure) : undefined
    lines.push(...(found ? [ofFigure(finding, found.measure, found.now)] : await ofList(asking, finding, today)))
  }
  const alone = OWN_ALONE.flatMap(({ says, measure }) => {
    const found = nowOf(measure)
    return found ? [{ says, ...found }] : []
  })
  return { day, lines, alone }
}

export async function showPublished({ door, who, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking) => await published(asking, today))
  return page({ title: TITLE, here: HERE, main: shown === undefined ? <NoNight /> : <Published {...shown} /> })
}

const NoNight: FC = () => (
  <>
    <PageHead title={TITLE} />
    <EmptyState title="The first night has not run yet.">
      The council’s own figures stand here the next morning.
    </EmptyState>
  </>
)

const Published: FC<Shown> = ({ day, lines, alone }) => {
  const outside = lines.filter(({ within }) => !within).length
  return (
    <>
      <PageHead
        title={TITLE}
        lead={
          <>
            An invented council is made to be like {THE_LETTER.about} in 2021. Its own figures are counted from its
            record, to the end of {formatLongDay(day)}.{' '}
            <strong>
              {outside === 0
                ? `All ${lines.length} say what is published, within their tolerance.`
                : `${counted(outside, 'figure')} of ${lines.length} ${outside === 1 ? 'is' : 'are'} outside the tolerance.`}
            </strong>
          </>
        }
        actions={<a href={HERE}>How our children are doing</a>}
      />
      <Card title="Published of the council in the letter" flush>
        <DutyTable
          caption="Findings of the letter, with this council’s figure and the published one"
          columns={['The letter says', 'Counted', 'Here', 'Published', 'Tolerance', 'Within']}
          rows={lines.map(row)}
        />
      </Card>
      <Alone of={alone} />
      <NotHere />
      <Sources lines={lines} />
    </>
  )
}

const Alone: FC<{ readonly of: Shown['alone'] }> = ({ of }) => (
  <Card title="Of these nothing is published for 2021" flush>
    <DutyTable
      caption="Findings of which no figure is published, with this council’s own"
      columns={['The letter says', 'Counted', 'Here']}
      rows={of.map(({ says, measure, now }) => {
        const { large, beside } = figureWords(measure, now)
        return {
          head: <Says words={says} />,
          cells: [
            <a href={measurePath(measure.id)}>{measure.name}</a>,
            <>
              <a href={opens(measure, now)}>{large}</a> <span class="kith-note">{beside}</span>
              <NotKnownOf count={now.unknown} to={behindPath(measure.id, 'u')} />
            </>,
          ],
        }
      })}
    />
  </Card>
)

const NotHere: FC = () => (
  <Card title="Not in this record yet" flush>
    <DutyTable
      caption="Findings that this record cannot show"
      columns={['The letter says', 'Why not']}
      rows={NOT_HERE.map(({ says, because }) => ({ head: <Says words={says} />, cells: [because] }))}
    />
  </Card>
)

const Says: FC<{ readonly words: string }> = ({ words }) => <>“{words}”</>
const NotKnownOf: FC<{ readonly count: number; readonly to: string }> = ({ count, to }) =>
  count === 0 ? null : (
    <span class="kith-note">
      <a href={to}>{count.toLocaleString('en-GB')} not known</a>
    </span>
  )

const written = (value: number, decimals: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const SIGN: Readonly<Record<Unit, string>> = { count: '', percent: ' %', number: '' }
const AROUND: Readonly<Record<Unit, string>> = { count: '', percent: ' points', number: '' }
/** Of shares one place more than is published, so that a hair outside does not look as if it were within. */
const places = ({ unit, decimals }: Line): number => (unit === 'percent' ? 1 : decimals)
const figureOf = (line: Line, value: number): string => `${written(value, places(line))}${SIGN[line.unit]}`

function row(line: Line): { readonly head: Child; readonly cells: readonly Child[] } {
  const { finding, name, unit, within, tolerance } = line
  return {
    head: <Says words={finding.says} />,
    cells: [
      'measure' in finding.counted ? <a href={measurePath(finding.counted.measure)}>{name}</a> : name,
      <HereCell {...line} />,
      <PublishedCell {...line} />,
      tolerance === 0 ? 'none' : `± ${written(tolerance, Number.isInteger(tolerance) ? 0 : 1)}${AROUND[unit]}`,
      <Tag classes={within ? 'govuk-tag--green' : 'govuk-tag--red'}>{within ? 'Within' : 'Outside'}</Tag>,
    ],
  }
}

const HereCell: FC<Line> = (line) => {
  const { here, below, above, unit, to, unknown, toUnknown } = line
  return (
    <>
      <a href={to}>{here === undefined ? 'nobody to count' : figureOf(line, here)}</a>
      {unit !== 'count' && below !== null && (
        <span class="kith-note">
          {written(above, 0)} of {below.toLocaleString('en-GB', { maximumFractionDigits: 1 })}
        </span>
      )}
      <NotKnownOf count={unknown} to={toUnknown} />
    </>
  )
}

const PublishedCell: FC<Line> = (line) => {
  const { finding, published: value, unit, decimals } = line
  const { published: of, note } = finding
  return (
    <>
      {figureOf(line, value)}
      {of.counts && (
        <span class="kith-note">
          {of.counts[0].toLocaleString('en-GB')} of {of.counts[1].toLocaleString('en-GB')}
          {unit === 'percent' && `, published as ${written(of.value, decimals)} %`}
        </span>
      )}
      <span class="kith-note">
        {of.of}, {of.when}
        {of.england !== undefined && `; England ${written(of.england, decimals)}${SIGN[unit]}`}
      </span>
      {note !== undefined && <span class="kith-note">{note}</span>}
    </>
  )
}

const Sources: FC<{ readonly lines: readonly Line[] }> = ({ lines }) => {
  const used = new Set(lines.map(({ finding }) => finding.published.source))
  return (
    <Card title="Where the figures are from" tone="quiet">
      <ul class="kith-bullets">
        <li>{THE_LETTER.source}.</li>
        {[...used].map((source) => (
          <li>{SOURCES[source]}. Open Government Licence v3.0.</li>
        ))}
        <li>
          Read as they are published: of distance, area, health and times missing whoever is not known counts below the
          line, and is no yes.
        </li>
        <li>
          Tolerance: what an invented council is held to; where that names none, 4 points or as far as chance moves a
          share of so many, whichever is more. Of the workforce it is our own.
        </li>
      </ul>
    </Card>
  )
}
