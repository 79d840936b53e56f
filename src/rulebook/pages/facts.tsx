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
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${nameWords(name)} ${valueWords(part)}`)
    .join(', ')
}

export const Facts: FC<{ value: unknown }> = ({ value }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return <>{valueWords(value)}</>
  return (
    <>
      {Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => (
          <span class="fact">
            {nameWords(name)}: {valueWords(part)}
          </span>
        ))}
    </>
  )
}
