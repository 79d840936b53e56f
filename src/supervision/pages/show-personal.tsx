// The worker's own part of supervision: everything that they and their supervisor wrote of how they are and what they learn, to take along.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { Card, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, textFile, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type Personal, personalOf, type Session, sessionsOf } from '../staff-store.ts'

type Own = { readonly session: Session; readonly parts: readonly Personal[] }
type Read = { readonly own: readonly Own[]; readonly nameOf: (person: string) => string }
async function ownOf({ door, who }: Visit): Promise<Read> {
  return await door.as(who, async (asking) => {
    const sessions = await sessionsOf(asking, { workers: [who.person] })
    const parts =
      sessions.length === 0
        ? []
        : await personalOf(
            asking,
            sessions.map(({ line }) => line),
          )
    const called = await workersCalled(
      asking,
      parts.map(({ by }) => by),
    )
    const own = sessions
      .map((session) => ({ session, parts: parts.filter((one) => one.session === session.line) }))
      .filter((one) => one.parts.length > 0)
    return { own, nameOf: (person: string) => called.get(person) ?? 'somebody' }
  })
}

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
          actions={own.length > 0 && <a href="/supervision/personal/take">Take it with you (text file)</a>}
        />
        {own.length === 0 ? (
          <EmptyState title="Nothing yet">Neither of you has written a personal part.</EmptyState>
        ) : (
          <Stack>
            {own.map(({ session, parts }) => (
              <Card
                title={dayWords(session.held)}
                beside={<a href={`/supervision/sessions/${session.line}`}>That time</a>}
              >
                {parts.map((part) => (
                  <Words part={part} by={nameOf(part.by)} />
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
      [dayWords(session.held), ...parts.flatMap((part) => [nameOf(part.by), ...textsOf(part)])].join('\n'),
    )
    .join('\n\n')
  return textFile(`${text}\n`, { name: 'supervision-personal.txt', type: 'text/plain' })
}
