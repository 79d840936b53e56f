// What is recorded of a home far away, as people say it: why it is far, what was decided, what the child wishes, what would bring them nearer.
import { DISTANCE_REASONS, type DistanceReason } from '#demand-forecast'
import { capital } from '#look'
import type { Said } from '#people'

const saidIn = (words: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const isDistanceReason = (code: string): code is DistanceReason => Object.hasOwn(DISTANCE_REASONS, code)
export const FAR_REASONS: readonly Said[] = Object.entries(DISTANCE_REASONS).map(([value, { words }]) => ({
  value,
  text: capital(words),
}))

export const FAR_ANSWERS = {
  nearer: 'They will come nearer, and this is what it needs',
  stays: 'They are settled and stay; here is how we keep close what matters',
  'not decided': 'It is not decided yet',
} as const
export type FarAnswer = keyof typeof FAR_ANSWERS
export const FAR_ANSWERS_SAID = saidIn(FAR_ANSWERS)

export const FAR_WISHES = {
  nearer: 'To live nearer to home',
  stay: 'To stay where they live',
  'cannot say': 'They are too young to say, or cannot say it yet',
  'not asked': 'Nobody has asked them yet',
} as const
export type FarWish = keyof typeof FAR_WISHES
export const FAR_WISHES_SAID = saidIn(FAR_WISHES)

/** What stands in the way, said as what would help. */
export const WOULD_HELP = {
  'home here': 'A home near here that fits',
  'home for all of them': 'A home near here for brothers and sisters together',
  'help for carers': 'Help for carers near here with what they need',
  'school year': 'The end of a school year',
  treatment: 'The end of a treatment',
  safety: 'That it is safe for them here',
  court: 'A decision of the court',
  'own wish': 'That they wish it',
  another: 'Something else: the words say it',
} as const
export const WOULD_HELP_SAID = saidIn(WOULD_HELP)

export const FAR_HEALTH = {
  'as near': 'As near as at home',
  harder: 'Harder to reach than at home',
  delayed: 'It made them wait',
} as const
export const FAR_HEALTH_SAID = saidIn(FAR_HEALTH)

/** How what matters is kept close, and the reasons: parts of the words. */
export const FAR_PARTS = ['why', 'plan', 'family', 'school', 'health_words', 'siblings'] as const
