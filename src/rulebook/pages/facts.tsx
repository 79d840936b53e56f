// The facts of an example as a reader takes them: names in words, days in full.
import type { FC } from 'hono/jsx'
import { formatDay, parseDay } from '#calendar'

/** 'lookedAfterSince' → 'looked after since' */
const nameWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'string') {
    const day = parseDay(value)
    return day === undefined ? value : formatDay(day)
  }
  if (Array.isArray(value)) return value.map(valueWords).join('; ') || 'none'
  if (typeof value === 'number') return value.toLocaleString('en-GB', { useGrouping: false })
  if (typeof value !== 'object') return 'something else'
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${nameWords(name)} ${valueWords(part)}`)
    .join(', ')
}

/** An answer of a kind says its kind first: 'Due: Tue 28 Jul 2026'. */
function answerWords(kind: string, rest: readonly (readonly [string, unknown])[]): string {
  const words = nameWords(kind)
  const said = rest.length === 1 ? valueWords(rest[0]?.[1]) : valueWords(Object.fromEntries(rest))
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${rest.length === 0 ? '' : `: ${said}`}`
}

export const Facts: FC<{ value: unknown }> = ({ value }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return <>{valueWords(value)}</>
  const parts = Object.entries(value).filter(([, part]) => part !== undefined)
  const kind = parts.find(([name, part]) => name === 'kind' && typeof part === 'string')?.[1]
  const rest = parts.filter(([name]) => name !== 'kind')
  if (typeof kind === 'string') return <>{answerWords(kind, rest)}</>
  return (
    <>
      {rest.map(([name, part]) => (
        <span class="fact">
          {nameWords(name)}: {valueWords(part)}
        </span>
      ))}
    </>
  )
}
