// The worker's own part of supervision: everything that they and their supervisor wrote of how they are and what they learn, to take along.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { Button, Card, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, textFile, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { AGREED_AS, CANCELLED, KINDS } from '../codes-data.ts'
import {
  disagreements,
  type Personal,
  personalOf,
  type Session,
  type StandingTerms,
  sessionsOf,
  termsOf,
} from '../staff-store.ts'

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
              <a href="/supervision/personal/take">Take your supervision with you (text file)</a>
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

/** A time as a person may take it along: who, when, how it stands and what they disagreed with; nothing of a child. */
function lineOf(session: Session, { nameOf, disagreed }: Pick<Taken, 'nameOf' | 'disagreed'>): readonly string[] {
  const { held, supervisor, kind, minutes, cancelled, signatures, line } = session
  const how = cancelled === null ? `${minutes ?? 0} minutes` : `fell out: ${wordFor(CANCELLED, cancelled)}`
  const signed = signatures.map(({ signer, signed: on, answer }) => `${answer} by ${nameOf(signer)} on ${dayWords(on)}`)
  return [
    `${dayWords(held)}: ${wordFor(KINDS, kind)}, led by ${nameOf(supervisor)}, ${how}`,
    ...(signed.length === 0 ? [] : [`Signed: ${signed.join('; ')}`]),
    ...disagreed.flatMap((one) => (one.session === line ? [`You disagreed: ${one.words}`] : [])),
  ]
}
const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code
type Taken = {
  readonly sessions: readonly Session[]
  readonly disagreed: readonly { readonly session: string; readonly words: string }[]
  readonly terms: StandingTerms | undefined
  readonly nameOf: (person: string) => string
}
async function takenOf(asking: Asking): Promise<Taken> {
  const me = asking.who.person
  const sessions = await sessionsOf(asking, { attended: true, most: MOST_TAKEN })
  const called = await workersCalled(asking, [me, ...sessions.map(({ supervisor }) => supervisor)])
  const against = sessions.filter(({ signatures }) =>
    signatures.some(({ answer, signer }) => answer === 'disagreed' && signer === me),
  )
  const disagreed: { session: string; words: string }[] = []
  for (const { line } of against)
    for (const one of await disagreements(asking, line))
      if (one.signer === me) disagreed.push({ session: line, words: one.words })
  const terms = (await termsOf(asking, [me])).get(me)
  return { sessions, disagreed, terms, nameOf: (person) => called.get(person) ?? 'somebody' }
}
const MOST_TAKEN = 5000

/** GET /supervision/personal/take */
export async function takePersonal(visit: Visit): Promise<Answer> {
  const { own, nameOf } = await ownOf(visit)
  const taken = await visit.door.as(visit.who, takenOf)
  const { terms, sessions } = taken
  const words = (session: Session | undefined): readonly string[] =>
    own
      .filter((one) => one.session?.line === session?.line)
      .flatMap(({ parts }) => parts.flatMap((part) => [`${nameOf(part.by)}:`, ...textsOf(part)]))
  const ahead = words(undefined)
  const blocks = [
    [
      `Your own supervision, as kept on ${dayWords(visit.today)}.`,
      'What was thought and decided of a child is on that child’s record, and is not in this file.',
      ...(terms === undefined
        ? []
        : [`${wordFor(AGREED_AS, terms.kind)}; in this post since ${dayWords(terms.began)}.`]),
    ],
    ...(ahead.length === 0 ? [] : [[AHEAD, ...ahead]]),
    ...sessions.map((session) => [...lineOf(session, taken), ...words(session)]),
  ]
  const text = blocks.map((block) => block.join('\n')).join('\n\n')
  return textFile(`${text}\n`, { name: 'supervision-personal.txt', type: 'text/plain' })
}
