// What is recorded of leaving care, as people say it: who asks, how we were in touch, what came of it, and staying put.
import type { Said } from '#people'

const said = (words: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const WHO_ASKS = said({
  'the young person': 'The young person',
  'the personal adviser': 'Their personal adviser',
  'the social worker': 'Their social worker',
  'somebody else': 'Somebody else',
})
export const HOW = said({
  'where they live': 'We saw them where they live',
  'somewhere else': 'We saw them somewhere else',
  call: 'A call',
  message: 'A message',
  letter: 'A letter',
  'through somebody else': 'Through somebody else',
})
export const CAME_OF_IT = said({
  'in touch': 'We were in touch: they answered or we met',
  'no answer': 'No answer',
  'does not want contact': 'They do not want contact',
})

export const LIVES_WITH = said({
  'a parent': 'A parent',
  'somebody with parental responsibility': 'Somebody else who holds parental responsibility',
  'whoever they were to live with by order': 'Whoever they were to live with by an order, before care',
})
export const HOW_IT_ENDED = said({
  died: 'They died',
  'lives with a parent': 'They have lived with a parent again for six months or more',
})

type Contact = { readonly happened: string; readonly outcome: string }
/** Attempts without an answer since anybody heard from them, of contacts newest first; and what they said then, if they ever did. */
export function triedSince<One extends Contact>(
  contacts: readonly One[],
): { readonly tries: number; readonly heard: One | undefined } {
  const heard = contacts.find(({ outcome }) => outcome !== 'no answer')
  return { tries: heard === undefined ? contacts.length : contacts.indexOf(heard), heard }
}

export const STAYING_PUT = said({
  'talked about': 'It was talked about',
  agreed: 'It was agreed: they stay',
  declined: 'They do not want it, or it cannot be',
  'looked at again': 'It was looked at again',
  ended: 'It ended',
})
