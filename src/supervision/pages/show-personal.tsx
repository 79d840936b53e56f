// The worker's own part of supervision: everything that they and their supervisor wrote of how they are and what they learn, to take along.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { Button, Card, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, textFile, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type Personal, personalOf, type Session, sessionsOf } from '../staff-store.ts'

type Own = { readonly session: Session | undefined; readonly parts: readonly Personal[] }
type Read = { readonly own: readonly Own[]; readonly nameOf: (person: string) => string }
async function ownOf({ door, who }: Visit): Promise<Read> {
  return await door.as(who, async (asking) => {
    const all = await personalOf(asking, 'own')
    const sessions = all.length === 0 ? [] : await sessionsOf(asking, { workers: [who.person] })
    const called = await workersCalled(
      asking,
      all.map(({ by }) => by),
    )
    const own = [undefined, ...sessions]
      .map((session) => ({ session, parts: all.filter((one) => one.session === (session?.line ?? null)) }))
      .filter((one) => one.parts.length > 0)
    return { own, nameOf: (person: string) => called.get(person) ?? 'somebody' }
  })
}
const AHEAD = 'For the next time together'

/** GET /supervision/personal */
export async function showPersonal(visit: Visit): Promise<Answer> {
  const { own, nameOf } = await ownOf(visit)
  return page({
    title: 'Your own part of supervision',
    here: '/supervision',
    main: (
      <>
        <PageHead
          title="Your own part of supervision"
          lead="How you are, what you learn and how the work goes. You and whoever supervised you that day read it, and nobody else."
          actions={
            <>
              <Button kind="secondary" href="/supervision/personal/record">
                Write before the next time
              </Button>
              {own.length > 0 && <a href="/supervision/personal/take">Take it with you (text file)</a>}
            </>
          }
        />
        {own.length === 0 ? (
          <EmptyState title="Nothing yet">Neither of you has written a personal part.</EmptyState>
        ) : (
          <Stack>
            {own.map(({ session, parts }) => (
              <Card
                title={session === undefined ? AHEAD : dayWords(session.held)}
                beside={
                  session === undefined ? (
                    'Yours alone until then'
                  ) : (
                    <a href={`/supervision/sessions/${session.line}`}>That time</a>
                  )
                }
              >
                {parts.map((part) => (
                  <>
                    <Words part={part} by={nameOf(part.by)} />
                    {session === undefined && (
                      <p class="kith-note kith-no-print">
                        <a href="/supervision/personal/record">Go on writing</a>
                      </p>
                    )}
                  </>
                ))}
              </Card>
            ))}
          </Stack>
        )}
      </>
    ),
  })
}
const textsOf = ({ words }: Personal): readonly string[] =>
  words === undefined ? ['Taken out of sight'] : [words.being, words.learning, words.work].filter(Boolean)
const Words: FC<{ readonly part: Personal; readonly by: string }> = ({ part, by }) => (
  <>
    <p class="kith-note">{by}</p>
    {textsOf(part).map((text) => (
      <p>{text}</p>
    ))}
  </>
)

/** GET /supervision/personal/take */
export async function takePersonal(visit: Visit): Promise<Answer> {
  const { own, nameOf } = await ownOf(visit)
  const text = own
    .map(({ session, parts }) =>
      [
        session === undefined ? AHEAD : dayWords(session.held),
        ...parts.flatMap((part) => [nameOf(part.by), ...textsOf(part)]),
      ].join('\n'),
    )
    .join('\n\n')
  return textFile(`${text}\n`, { name: 'supervision-personal.txt', type: 'text/plain' })
}
