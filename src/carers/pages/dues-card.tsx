// What is owed to a foster home and by when, each with where it stands in the law; and what has happened so far.
import type { Child, FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay, numberOf } from '#calendar'
import { dueWords } from '#child-frame'
import { wordOf } from '#drafts'
import { Beside, Card, CardList, DueMark, EmptyState, RowLinks } from '#look'
import { EVENTS } from '../home-codes-data.ts'
import type { HomeDue } from '../home-dues.ts'
import { putRight } from './home-links.tsx'
import type { HomeProps } from './show-home.tsx'

export const DueOf: FC<{ readonly due: HomeDue; readonly today: IsoDay }> = ({ due: one, today }) => {
  if (one.due === null) return <DueMark mark="unknown" words="Not known" note={one.missing} />
  const { mark, words } = dueWords(numberOf(one.due), numberOf(today))
  return <DueMark mark={mark} words={words} note={mark === 'late' ? `was ${formatDay(one.due)}` : undefined} />
}
/** 'regulation; SI 2011/581 reg 28(1): unconfirmed' */
export const basisWords = ({ id, level, citation, read }: HomeDue): string =>
  [id, level, read ? citation : `${citation}, unconfirmed`].filter(Boolean).join(' · ')

export const DuesCard: FC<HomeProps> = ({ whole, writes, today }) => {
  const { home, dues, events } = whole
  const owed: readonly Child[] = dues.map((due) => (
    <>
      <strong>{due.what}</strong> <DueOf due={due} today={today} />
      <span class="kith-note">
        {due.since !== null && `counted from ${formatDay(due.since)} · `}
        {basisWords(due)}
      </span>
    </>
  ))
  const happened: readonly Child[] = events.map((one) => (
    <>
      {wordOf(EVENTS, one.kind)}, {dayWords(one.happened)}
      <span class="kith-note">{one.words.found}</span>
      {writes && (
        <RowLinks of={`${wordOf(EVENTS, one.kind)} ${dayWords(one.happened)}`} links={putRight('events', one.id)} />
      )}
    </>
  ))
  const record = [{ to: `/homes/${home.line}/events/record`, does: 'Record a review or visit' }]
  return (
    <>
      <Card title="Reviews and visits that are due" flush>
        {owed.length === 0 ? (
          <EmptyState>
            {home.kind === 'our foster home' ? 'Nothing is owed now.' : 'The provider keeps these days.'}
          </EmptyState>
        ) : (
          <CardList items={owed} />
        )}
      </Card>
      <Card title="Reviews and visits so far" beside={writes && <Beside links={record} />} flush>
        {happened.length === 0 ? <EmptyState>None is recorded.</EmptyState> : <CardList items={happened} />}
      </Card>
    </>
  )
}
