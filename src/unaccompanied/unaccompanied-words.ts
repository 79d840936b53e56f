// What is recorded of a child who came here alone, as people say it.
import type { Said } from '#people'

const said = (words: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const HOW_THEY_CAME = said({
  'found here': 'They were found here, or came to us',
  'national transfer': 'By the national transfer scheme',
  'another way': 'Another way',
})
export const AGE_OUTCOMES = said({
  'as they say': 'They are as old as they say',
  'another age': 'They are a child of another age',
  'an adult': 'They are an adult',
})
export const STATUS_KINDS = said({
  asylum: 'Asylum',
  'further leave': 'Further leave to stay',
  appeal: 'An appeal',
  'victim of trafficking': 'As a victim of trafficking',
  'another status': 'Another status',
})
export const STATUS_OUTCOMES = said({ granted: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn' })
export const TRACING = said({
  'talked about': 'It was talked about',
  'they want it': 'They want us to look',
  'they do not want it': 'They do not want us to look',
  'asked for': 'The search was asked for',
  found: 'Somebody was found',
  'not found': 'Nobody was found',
})
