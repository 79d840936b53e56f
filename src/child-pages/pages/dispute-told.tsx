// What the child was told of a dispute, by whom and how, and what they said to it; and that they still have to be told.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay, numberOf } from '#calendar'
import { counted, type Frame, firstName, nameOf } from '#child-frame'
import { readParts } from '#database'
import { Button, Card, CardList, DueMark, EmptyState, InsetText, RowLinks } from '#look'
import {
  NOT_TOLD_YET,
  type OwedTelling,
  owedTelling,
  type StandingDispute,
  TELLING_ABOUT,
  TELLING_HOW,
  wordsOf,
} from '#reviewing'
import { putRight } from './row-links.tsx'

type Props = {
  readonly frame: Frame
  readonly dispute: StandingDispute
  readonly workerOf: (worker: string) => string
  readonly today: IsoDay
  readonly views: ReadonlyMap<string, string | undefined>
}

const daysSince = (since: string, today: IsoDay): string => {
  const days = numberOf(today) - numberOf(day(since))
  return days <= 0 ? 'since today' : `for ${counted(days, 'day')}`
}
const Owed: FC<{ owed: OwedTelling; name: string; today: IsoDay }> = ({ owed: { since, notYet }, name, today }) => (
  <InsetText>
    <strong>{name} has still to be told what came of it</strong>, {daysSince(since, today)}. It is good practice; no law
    gives a day.
    {notYet !== undefined &&
      ` ${wordsOf(NOT_TOLD_YET, notYet.why)}: ${
        notYet.again > today ? 'it is asked again on' : 'it was to be asked again on'
      } ${dayWords(notYet.again)}.`}
  </InsetText>
)

const One: FC<Props & { one: StandingDispute['tellings'][number] }> = ({ one, frame, workerOf, views }) => {
  const said = readParts(one.words, ['what', 'who', 'why'])
  const who = one.told_by === null ? said?.who : workerOf(one.told_by)
  const theirs = one.view === null ? undefined : views.get(one.view)
  return (
    <>
      <DueMark
        mark={one.told ? 'done' : 'plain'}
        words={`${one.told ? 'Told' : 'Not told yet'}: ${wordsOf(TELLING_ABOUT, one.about).toLowerCase()}`}
      />{' '}
      {dayWords(one.happened)}
      <span class="kith-note">
        {one.told
          ? `by ${who ?? 'somebody whose name is taken out of sight'} · ${wordsOf(TELLING_HOW, one.how ?? '')}`
          : `${wordsOf(NOT_TOLD_YET, one.not_told_why ?? '')} · asked again on ${dayWords(one.ask_again)}`}
        {` · written down by ${workerOf(one.recorded_by)}`}
      </span>
      <p>{said === undefined ? 'Taken out of sight' : one.told ? said.what : said.why}</p>
      {one.view !== null && views.has(one.view) && (
        <blockquote class="kith-quote">{theirs ?? 'Taken out of sight'}</blockquote>
      )}
      {one.view !== null && !views.has(one.view) && (
        <p class="kith-quiet">What {firstName(frame.called)} said to it is not open to you.</p>
      )}
      {one.told && one.view === null && <p class="kith-quiet">Nothing is written down in their own words.</p>}
      {frame.writes.has('reviews') && (
        <RowLinks
          of={`what was told on ${dayWords(one.happened)}`}
          links={putRight(`/children/${frame.id}/dispute-tellings`, one.id)}
        />
      )}
    </>
  )
}

export const TellingCard: FC<Props> = (props) => {
  const { frame, dispute, today } = props
  const ended = dispute.end && day(dispute.end.happened)
  const owed = owedTelling(ended, dispute.tellings)
  const name = nameOf(frame)
  return (
    <Card title={`What ${name} is told of it`} count={dispute.tellings.length} flush>
      {owed !== undefined && (
        <div class="kith-card__body">
          <Owed owed={owed} name={name} today={today} />
        </div>
      )}
      {dispute.tellings.length === 0 ? (
        <EmptyState>
          {ended === undefined
            ? `Nobody has written down that ${name} was told of an answer.`
            : `Nobody has written down that ${name} was told.`}
        </EmptyState>
      ) : (
        <CardList items={dispute.tellings.map((one) => <One {...props} one={one} />)} />
      )}
      {frame.writes.has('reviews') && (
        <p class="kith-card__body kith-no-print">
          <Button
            kind="secondary"
            classes="kith-button--small"
            href={`/children/${frame.id}/disputes/${dispute.line}/told`}
          >
            Write down what {name} was told
          </Button>
        </p>
      )}
    </Card>
  )
}
