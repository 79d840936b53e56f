// Checks worked date vectors (an operation, a start, a number and the due date) against our own counting.
import { parseInstant } from '#calendar'
import { type CountingName, countFrom, isCounting } from './counting.ts'

/** One vector that does not hold: where it stands, what it asks, what it expects and what we count. */
export type VectorFailure = {
  readonly where: string
  readonly asks: string
  readonly expected: string
  readonly got: string
}

/** `logic`: vectors in words, which are examples of rules and not checked here. */
export type VectorReport = { readonly passed: number; readonly logic: number; readonly failures: VectorFailure[] }

type Placed = { readonly where: string; readonly vector: unknown }
type Fields = { readonly [name: string]: unknown }

const SIGNS = ['op', 'kind', 'start', 'due'] as const

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
}

/** The vectors of a duty of the catalogue, or the entry itself when it is a vector. */
function placedIn(entry: unknown, index: number): Placed[] {
  if (isFields(entry) && Array.isArray(entry['vectors'])) {
    const duty = typeof entry['id'] === 'string' ? entry['id'] : `entry ${index + 1}`
    return entry['vectors'].map((vector: unknown, at) => ({ where: `${duty}, vector ${at + 1}`, vector }))
  }
  const isDutyWithout = isFields(entry) && 'duty' in entry && !('op' in entry)
  if (isDutyWithout) return []
  const rule = isFields(entry) && typeof entry['rule'] === 'string' ? ` (${entry['rule']})` : ''
  return [{ where: `vector ${index + 1}${rule}`, vector: entry }]
}

/** A null due date, or the word unknown, expects that the count is honestly unknown. */
function expectedOf(due: unknown): string | undefined {
  if (due === null) return 'unknown'
  return typeof due === 'string' && due !== '' ? (parseInstant(due) ?? due) : undefined
}

function gotFor(op: CountingName, start: string, n: unknown): string {
  const counted = countFrom(op, start, n)
  return counted.found === 'due' ? counted.due : `${counted.found}: ${counted.because}`
}

function failureOf({ where, vector }: Placed): VectorFailure | undefined {
  if (!isFields(vector)) return { where, asks: 'nothing', expected: 'a vector', got: `no vector: ${words(vector)}` }
  const { op, start, n, due } = vector
  const asks = `${words(op)} ${words(n)} from ${words(start)}`
  const expected = expectedOf(due)
  const fails = (got: string) => ({ where, asks, expected: expected ?? words(due), got })
  const kind = vector['kind'] ?? 'date'
  if (kind !== 'date') return fails(`unreadable: kind ${words(kind)} is neither date nor logic`)
  if (typeof op !== 'string') return fails('unreadable: no op')
  if (!isCounting(op)) return fails(`unreadable: no way of counting is called ${op}`)
  if (typeof start !== 'string') return fails('unreadable: no start')
  if (expected === undefined) return fails('unreadable: no due date to check against')
  const got = gotFor(op, start, n)
  return got === expected || (expected === 'unknown' && got.startsWith('unknown: ')) ? undefined : fails(got)
}

/** Takes an array of vectors, or of duties with their vectors, as read from JSON. undefined: no vectors of any kind. */
export function checkVectors(content: unknown): VectorReport | undefined {
  const entries: unknown[] = Array.isArray(content) ? content : isFields(content) ? [content] : []
  const placed = entries.flatMap(placedIn)
  const isLogic = ({ vector }: Placed) => isFields(vector) && vector['kind'] === 'logic'
  const dates = placed.filter((one) => !isLogic(one))
  const looksLikeVectors = placed.some(({ vector }) => isFields(vector) && SIGNS.some((sign) => sign in vector))
  if (dates.length === 0 || !looksLikeVectors) return undefined
  const failures = dates.map(failureOf).filter((failure) => failure !== undefined)
  return { passed: dates.length - failures.length, logic: placed.length - dates.length, failures }
}
