// Worries about children that nobody has answered: whose answer is asked, with their number, and until when; for who may have to act.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { telephoneAddress } from '#council-face'
import type { Asking } from '#database'
import { wordOf } from '#drafts'
import { CardList, Notice } from '#look'
import { telephonesOf, workersCalled } from '#workforce'
import { answerState, WORRIES } from '../loop.ts'
import { openConcerns } from '../store.ts'

export type WorryShown = {
  readonly line: string
  readonly child: string
  readonly name: string
  readonly kind: string
  readonly raised: string
  readonly hours: number
  readonly manager: string
  readonly telephone: string | undefined
  readonly state: ReturnType<typeof answerState>
}
/** Of all whom the asker sees, or of one child. */
export async function worriesNow(asking: Asking, today: IsoDay, of?: string): Promise<readonly WorryShown[]> {
  const open = (await openConcerns(asking)).filter(({ child }) => of === undefined || child === of)
  if (open.length === 0) return []
  const names = await childrenCalled(asking, [...new Set(open.map(({ child }) => child))])
  const managers = open.map(({ named }) => named)
  const [called, telephones] = [await workersCalled(asking, managers), await telephonesOf(asking, managers)]
  return open.map(({ line, child, kind, raised, hours, named }) => ({
    ...{ line, child, kind, raised, hours, name: names.get(child) ?? 'A child' },
    ...{ manager: called.get(named) ?? 'a manager', telephone: telephones.get(named) },
    state: answerState(kind, { raised: day(raised), hours, today }),
  }))
}

const WORDS_OF_STATE = {
  waits: 'Waits for an answer',
  'tell out-of-hours': 'No answer that day: out-of-hours acts',
  late: 'Late: 24 hours are over',
} as const
export const Telephone: FC<{ readonly number: string | undefined }> = ({ number }) =>
  number === undefined ? <>no number is recorded</> : <a href={telephoneAddress(number)}>{number}</a>

const sinceWords = (hours: number): string =>
  hours === 0 ? 'less than an hour ago' : hours === 1 ? 'an hour ago' : hours < 48 ? `${hours} hours ago` : ''
export const Worries: FC<{ readonly worries: readonly WorryShown[] }> = ({ worries }) =>
  worries.length === 0 ? null : (
    <Notice
      tone="warn"
      title={worries.length === 1 ? 'A worry without an answer' : `${worries.length} worries without an answer`}
    >
      <CardList
        items={worries.map(({ line, child, name, kind, raised, hours, manager, telephone, state }) => (
          <>
            <a href={`/children/${child}/concerns/${line}/answer`}>{name}</a>: {wordOf(WORRIES, kind)}
            <span class="kith-note">
              raised {dayWords(raised)}
              {sinceWords(hours) !== '' && `, ${sinceWords(hours)}`}; {manager} answers (
              <Telephone number={telephone} />) · {WORDS_OF_STATE[state]}
            </span>
          </>
        ))}
      />
    </Notice>
  )
