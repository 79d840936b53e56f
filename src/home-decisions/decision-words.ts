// What is recorded of decisions about a home, as people say it.
import type { Said } from '#people'
import type { CONDITIONS } from './long-term.ts'

const said = (words: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** What the law prefers, in its order; each with the question for one child. */
export const PREFERENCES = {
  'family or friends': 'With family or friends who can care for them',
  'near home': 'Near their home',
  'same school': 'At the same school, or without breaking off what they learn',
  'with brothers and sisters': 'With their brothers and sisters',
  'suits their needs': 'Suits a disability',
  'in our area': 'In our area',
} as const
export type Preference = keyof typeof PREFERENCES
export const PREFERENCE_NAMES: readonly Preference[] = Object.keys(PREFERENCES).filter((text): text is Preference =>
  Object.hasOwn(PREFERENCES, text),
)
export const ANSWERS = said({ so: 'Yes', 'not so': 'No', 'no question': 'That is no question for this child' })
export const REASON_ASKED = {
  'family or friends': 'If not with family or friends: who was asked, and why not',
  'near home': 'If not near their home: why not',
  'same school': 'If what they learn is broken off: why, and what is done',
  'with brothers and sisters': 'If not with their brothers and sisters: why not, and what was tried',
  'suits their needs': 'If it does not suit a disability: why it was chosen, and what is done',
  'in our area': 'If not in our area: which homes were asked, and why none',
} as const satisfies Record<Preference, string>
/** The field of a preference, and of the reason why it is not so. */
export const fieldOf = (preference: Preference): string => preference.replaceAll(' ', '_')
export const whyOf = (preference: Preference): string => `${fieldOf(preference)}_why`

export const DECISION_KINDS = said({
  'meant to last until 18': 'It is meant to last until they are 18',
  'long-term foster placement': 'It is a long-term foster placement',
  'child agrees to fewer visits': 'They agree to fewer visits',
  'temporary approval': 'A relative or friend is approved for a time',
  'immediate placement with a parent': 'They live with a parent at once, before the assessment',
  'another body is responsible': 'Another body is responsible for them there',
  'visit interval agreed': 'How often they are visited there',
})
export const CONDITION_WORDS: Readonly<Record<(typeof CONDITIONS)[number], string>> = {
  'the carers agree': 'The carers agree to care for them until they leave care',
  'support assessed': 'The support that is needed was assessed',
  'wishes asked for': 'The wishes of the child and of others were asked for',
  'reviewing officer asked': 'The reviewing officer was asked',
}
export const COUNTRIES = said({
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
  'another country': 'Another country',
})
export const PARENT_OUTCOMES = said({ 'goes on': 'They stay with their parent', ends: 'They do not stay' })
