// Statements that come again and again are prepared, one for each role: planning one under the walls costs more than running it.
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'

/** More are planned with the number in sight: for a whole council another plan may be the better one. */
const FEW = 500
/**
 * `= any` of these ids. A few are said so that the server cannot count them while it plans: it would plan for two and for
 * twenty anew each time, and the plan of both is the same.
 */
export const among = (ids: readonly string[]): RawBuilder<unknown> =>
  ids.length > FEW ? sql`= any (${ids}::uuid[])` : sql`= any ((select ${ids}::uuid[])::uuid[])`

/** How often a text is asked in this process before it is prepared: what is asked once is not worth remembering. */
const ASKED_BEFORE = 2
/** For each connection: a plan under the walls takes some 50 kB of the server's memory. */
const MOST = 600
const MOST_TEXTS = 5000
const LONGEST = 8000
const TAKES_ROLE = /^set local role (\w+)\b/
const READS = /^\s*select\b/
const ENDS = new Set(['begin', 'commit', 'rollback'])

const asked = new Map<string, number>()
const numbers = new Map<string, number>()

/** undefined: not prepared. */
function numberOf(text: string): number | undefined {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (numbers.size >= MOST || text.length > LONGEST) return undefined
  const times = asked.get(text) ?? 0
  if (times < ASKED_BEFORE) {
    if (asked.size >= MOST_TEXTS) asked.clear()
    asked.set(text, times + 1)
    return undefined
  }
  asked.delete(text)
  numbers.set(text, numbers.size)
  return numbers.get(text)
}

type Query = (...given: readonly unknown[]) => unknown
const none: readonly unknown[] = []

/** The server plans anew whenever the role is another than the last time, so each role has statements of its own. */
class Preparing extends pg.Client {
  #role = ''
  #gathering = false
  declare readonly connection: pg.Connection
  readonly #query: Query = super.query.bind(this)

  // @ts-expect-error: its many forms are those of what it replaces, and none of them is changed
  override query(...given: readonly unknown[]): unknown {
    const [text, values = none] = given
    if (typeof text !== 'string' || !Array.isArray(values)) return this.#query(...given)
    this.#watchRole(text)
    this.#gather()
    const number = values.length > 0 || READS.test(text) ? numberOf(text) : undefined
    return this.#query(number === undefined ? { text, values } : { name: `${this.#role}${number}`, text, values })
  }

  /** What is asked in one turn goes out as one message: the server then wakes up once. */
  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => {
      this.#gathering = false
      stream.uncork()
    })
  }

  /** A role is taken for a transaction, and let go with it. */
  #watchRole(text: string): void {
    const role = TAKES_ROLE.exec(text)?.[1]
    if (role !== undefined) this.#role = role
    else if (ENDS.has(text)) this.#role = ''
  }
}
export const PreparingClient: typeof pg.Client = Preparing as unknown as typeof pg.Client
