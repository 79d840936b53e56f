// Health referrals that were taken further and not answered by the day that was asked for: on the home of whoever can ask again.
import type { FC } from 'hono/jsx'
import { day, daysBetween, dayWords, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { wordOf } from '#drafts'
import { ASKED_FOR, ESCALATED_TO } from '#health-care'
import { Card, DueMark } from '#look'
import { type LateAnswer, lateAnswers } from '../referral-store.ts'
import { namesFor } from './parts.tsx'
import { TenAndRest } from './ten-and-rest.tsx'

export type NoAnswer = {
  readonly late: readonly LateAnswer[]
  readonly today: IsoDay
  readonly nameOf: (child: string) => string
}
export async function noAnswerYet(asking: Asking, children: readonly string[], today: IsoDay): Promise<NoAnswer> {
  const late = await lateAnswers(asking, children, today)
  const ids = [...new Set(late.map(({ child }) => child))]
  return { late, today, nameOf: await namesFor(asking, ids) }
}

/** Not there where every answer came. No law gives a day: it is the one that we asked for. */
export const NoAnswerCard: FC<NoAnswer> = ({ late, today, nameOf }) =>
  late.length === 0 ? null : (
    <Card title="Health: no answer by the day we asked for" count={late.length} flush>
      <TenAndRest
        items={late.map(({ child, asked_for, to_whom, taken, answer_by }) => (
          <>
            <DueMark
              mark="late"
              words={`${counted(daysBetween(day(answer_by), today), 'day')} past`}
              note={dayWords(answer_by)}
            />{' '}
            <a class="kith-target" href={`/children/${child}/health`}>
              {nameOf(child)}: {(wordOf(ASKED_FOR, asked_for) ?? asked_for).toLowerCase()}
            </a>
            <span class="kith-note">
              Taken to {(wordOf(ESCALATED_TO, to_whom) ?? to_whom).toLowerCase()} on {dayWords(taken)}
            </span>
          </>
        ))}
      />
    </Card>
  )
