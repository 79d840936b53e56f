// What waits for somebody's signature: which times together, with whom and by when; those that are owed the longest first.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { DueMark } from '#look'
import { workersCalled } from '#workforce'
import { owing } from '../frequency.ts'
import { type Session, sessionsOf } from '../staff-store.ts'

export type ToSign = Pick<Session, 'line' | 'held' | 'signBy'> & { readonly name: string }
export async function toSignOf(asking: Asking): Promise<readonly ToSign[]> {
  const me = asking.who.person
  const found = (await sessionsOf(asking, { own: true, unsigned: true })).filter((one) =>
    owing(one).some((part) => me === (part === 'worker' ? one.worker : one.supervisor)),
  )
  const other = ({ worker, supervisor }: Session): string | null => (worker === me ? supervisor : worker)
  const called = await workersCalled(
    asking,
    found.flatMap((one) => other(one) ?? []),
  )
  return found
    .map((one) => ({
      ...{ line: one.line, held: one.held, signBy: one.signBy },
      name: one.worker === null ? 'a group' : (called.get(other(one) ?? '') ?? 'somebody'),
    }))
    .toSorted((a, b) => (a.held < b.held ? -1 : 1))
}

export const SignLine: FC<{ readonly of: ToSign; readonly today: IsoDay }> = ({
  of: { line, held, name, signBy },
  today,
}) => (
  <>
    <a href={`/supervision/sessions/${line}`}>
      Sign supervision of {dayWords(held)}: {name}
    </a>{' '}
    {signBy !== undefined && (
      <DueMark
        mark={signBy < today ? 'late' : 'soon'}
        words={`${signBy < today ? 'was ' : ''}by ${dayWords(signBy)}`}
      />
    )}
  </>
)
