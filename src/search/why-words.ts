// Why a child was found, in words: 'also known as Lina', 'sounds like', 'day and month the other way round'.
import { dayWords } from '#child-frame'
import type { Match, Reason } from './finding.ts'

function nameWords({ way, posting: { place, text }, short }: Extract<Reason, { by: 'name' }>): string {
  if (place === 'worker') return `works with ${text}`
  const named = place === 'other name' ? `also called ${text}` : text
  if (short) return place === 'name' ? `${text}: a form of the same name` : `${named}: a form of the same name`
  if (way === 'typing') return `${named}: close to what you typed`
  if (way === 'sound') return `${named}: sounds like it`
  if (place === 'other name') return named
  return way === 'prefix' ? `begins so: ${text}` : `name: ${text}`
}

function reasonWords(reason: Reason): string {
  switch (reason.by) {
    case 'name':
      return nameWords(reason)
    case 'born':
      return `born ${dayWords(reason.day)}${reason.turned ? ': day and month the other way round' : ''}`
    case 'number':
      return reason.whole ? 'the whole number' : 'a number that begins so'
    case 'initials':
      return 'initials'
    case 'postcode':
      return 'an address at that postcode'
  }
}

export const whyWords = ({ reasons }: Match): string => [...new Set(reasons.map(reasonWords))].join('; ')
