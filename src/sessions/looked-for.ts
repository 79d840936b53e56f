// What a session looked for lately: names, which no address may hold, kept in memory for a while so that Back and loading again find them.

export type LookedFor<What> = {
  /** The number by which this session finds it again. */
  readonly keep: (session: string, what: What) => number
  readonly find: (session: string, number: number) => What | undefined
}

const KEPT_MINUTES = 60
/** Of one session, for as many windows; and sessions, before the oldest is forgotten. */
const MOST = { searches: 20, sessions: 2_000 }
const minutesNow = (): number => performance.now() / 60_000

type Kept<What> = { readonly number: number; readonly what: What; readonly until: number }

export function lookedFor<What>(now = minutesNow): LookedFor<What> {
  const kept = new Map<string, readonly Kept<What>[]>()
  const standing = (session: string) => (kept.get(session) ?? []).filter(({ until }) => until > now())
  return {
    keep: (session, what) => {
      const before = standing(session)
      const number = (before.at(-1)?.number ?? 0) + 1
      kept.delete(session)
      kept.set(session, [...before.slice(1 - MOST.searches), { number, what, until: now() + KEPT_MINUTES }])
      const [oldest] = kept.keys()
      if (kept.size > MOST.sessions && oldest !== undefined) kept.delete(oldest)
      return number
    },
    find: (session, number) => standing(session).find((one) => one.number === number)?.what,
  }
}
