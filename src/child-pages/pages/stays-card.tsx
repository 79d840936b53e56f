// Places that are kept or reserved, and stays that are planned ahead, with how many days that makes; on the page of where a child lives.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay, numberOf } from '#calendar'
import { counted, type Frame } from '#child-frame'
import { wordOf } from '#drafts'
import { Beside, Card, CardList, DueMark, EmptyState, RowLinks, Tag } from '#look'
import { MOST_DAYS_AT_A_TIME, MOST_DAYS_IN_A_YEAR } from '#placements'
import { HELD, HELD_OUTCOMES, PATTERNS, patternWords, type Stays, staysBetween, stayWords, yearAhead } from '#stays'
import { putRight } from './row-links.tsx'

type Props = { readonly stays: Stays; readonly frame: Frame; readonly today: IsoDay }
const NEXT_DAYS = 120
const SHOWN = 4

const Held: FC<Omit<Props, 'stays'> & { readonly one: Stays['held'][number] }> = ({ one, frame, today }) => {
  const { id, kind, since, look_again: again, until, outcome, words } = one
  const at = `/children/${frame.id}/places-held`
  return (
    <>
      <strong>{wordOf(HELD, kind)}</strong>, from {dayWords(since)}
      {until !== null && ` until ${dayWords(until)}: ${wordOf(HELD_OUTCOMES, outcome ?? '')?.toLowerCase() ?? ''}`}
      {until === null && again !== null && again <= today && (
        <Tag classes="govuk-tag--orange">To be asked again since {dayWords(again)}</Tag>
      )}
      <span class="kith-note">
        {words ?? ''}
        {until === null && again !== null && again > today && ` Asked again on ${dayWords(again)}.`}
      </span>
      {frame.writes.has('where') && (
        <RowLinks
          of={`${wordOf(HELD, kind)} from ${dayWords(since)}`}
          links={[
            ...(until === null ? [{ to: `${at}/${id}/since`, does: 'What became of it' }] : []),
            ...putRight(at, id),
          ]}
        />
      )}
    </>
  )
}

const Pattern: FC<Omit<Props, 'stays'> & { readonly one: Stays['patterns'][number] }> = ({ one, frame, today }) => {
  const { id, kind, first, until, words } = one
  const on = numberOf(today)
  const next = staysBetween(one, on, on + NEXT_DAYS)
    .slice(0, SHOWN)
    .map(stayWords)
  const { days, longest, beyond } = yearAhead(one, on)
  const at = `/children/${frame.id}/stays-planned`
  return (
    <>
      <strong>{wordOf(PATTERNS, kind)}</strong>: {patternWords(one)}, from {dayWords(first)}
      {until !== null && ` until ${dayWords(until)}`}
      <span class="kith-note">{words}</span>
      {next.length > 0 && (
        <span class="kith-note">
          Next: {next.map(([begins, ends]) => `${formatDay(begins)} to ${formatDay(ends)}`).join('; ')}
        </span>
      )}
      {kind === 'short breaks' && (
        <>
          <span class="kith-note">
            As planned, {counted(days, 'day')} in the next 12 months of at most {MOST_DAYS_IN_A_YEAR}, and {longest} of
            at most {MOST_DAYS_AT_A_TIME} at a time (<a href="/rules/CP-28">CP-28</a>).
          </span>
          {beyond !== undefined && <DueMark mark="soon" words="As planned, this is more than short breaks may be" />}
        </>
      )}
      {frame.writes.has('where') && (
        <RowLinks
          of={`${wordOf(PATTERNS, kind)} from ${dayWords(first)}`}
          links={[{ to: `${at}/${id}/change`, does: 'From now on' }, ...putRight(at, id)]}
        />
      )}
    </>
  )
}

export const StaysCard: FC<Props> = ({ stays: { held, patterns }, frame, today }) => {
  const at = `/children/${frame.id}`
  const links = [
    { to: `${at}/places-held/record`, does: 'A place is kept or reserved' },
    { to: `${at}/stays-planned/record`, does: 'Plan stays' },
  ]
  const rows = [
    ...patterns.map((one) => <Pattern one={one} frame={frame} today={today} />),
    ...held.map((one) => <Held one={one} frame={frame} today={today} />),
  ]
  return (
    <Card title="Kept, reserved and planned" beside={frame.writes.has('where') && <Beside links={links} />} flush>
      {rows.length === 0 ? (
        <EmptyState>No place is kept or reserved, and no shared care or short breaks are planned.</EmptyState>
      ) : (
        <CardList items={rows} />
      )}
    </Card>
  )
}
