// Codes of a request for a home with their words: what must be, what is hoped for, places, steps about a home, answers, reviews.

export const HOME_KINDS = {
  foster: 'A foster home',
  childrensHome: 'A children’s home',
  supportedAccommodation: 'Supported accommodation',
} as const
export const LIVING_WITH = {
  anybody: 'With whoever lives there',
  nobodyElse: 'With no other child',
  onlyOlder: 'With older children only',
  onlyYounger: 'With younger children only',
} as const

/** What a home can have; each word is the one that homes answer. */
export const HAVES = {
  'to stay to 18 and after': 'To stay to 18 and after',
  'a bedroom of their own': 'A bedroom of their own',
  'no steps': 'No steps',
  'a dog': 'A dog',
  'a cat': 'A cat',
  'small animals': 'Small animals',
  'horses or farm animals': 'Horses or farm animals',
} as const

/** With whom they must not live. */
export const FIRMNESS = {
  never: 'Never, whatever is planned',
  'with a plan': 'Only with a plan for the risk, signed off by a service manager',
} as const

export const PLACE_KINDS = {
  'family home': 'The family home, from which miles are counted',
  school: 'The school to stay at',
  family: 'Family',
  friends: 'Friends',
  worship: 'Where they worship',
  activity: 'A club or activity',
  health: 'Health',
  'keep away': 'To keep away from',
} as const

/** Parts of the profile, in its order: strengths first. */
export const PROFILE = {
  own: 'In my words',
  good: 'What people like about me, and what I am good at',
  like: 'What I like',
  who: 'Who matters to me',
  faith: 'My languages, faith and culture',
  feelings: 'How I show that I am happy or sad',
  helps: 'What helps, and what does not',
  hopes: 'What I hope for',
  first: 'My first days',
} as const
export type ProfilePart = keyof typeof PROFILE
export const PROFILE_PARTS: readonly ProfilePart[] = Object.keys(PROFILE).filter((one): one is ProfilePart =>
  Object.hasOwn(PROFILE, one),
)

export const STEPS = {
  shortlisted: 'On the shortlist',
  'not right': 'Not right',
  'put back': 'Put back on the list',
  'child says no': 'The child says no',
  'child is heard': 'Talked about with the child: their no is answered',
  asked: 'Asked',
  question: 'Their question',
  answer: 'Our answer',
  'not known': 'What was not known',
  yes: 'They say yes',
  no: 'They say no',
} as const
export type StepKind = keyof typeof STEPS
/** Of a home on the list, by whoever looks for one. */
export const OWN_STEPS = ['shortlisted', 'not right', 'put back', 'child says no', 'child is heard'] as const
/** Between us and whoever was asked. */
export const THEIR_STEPS = ['question', 'answer', 'not known', 'yes', 'no'] as const

/** Kept to learn what homes lack; never held against a child or a carer, and in no order of any list. */
export const WHY_NO = {
  'no place': 'No place after all',
  need: 'A need that they cannot meet',
  matching: 'With whom they live or would live',
  distance: 'Distance, school or travel',
  age: 'Age',
  'who lives there': 'Somebody who lives there',
  pause: 'They need a pause',
  'another child': 'Another child comes',
  another: 'Another reason',
} as const

export const DISTANCE_REASONS = {
  'not at a distance': 'It is not far',
  'refused for need': 'Homes near by said no: a need',
  'refused for matching': 'Homes near by said no: others who live there',
  'none locally': 'No home near by was to be had',
  'keeps them safe': 'It has to be far, to keep them safe',
  'child or family asked': 'They or their family asked for it',
  another: 'Another reason',
} as const

export const STAGES = {
  '72 hours': 'After 72 hours',
  '28 days': 'After 28 days',
  '90 days': 'After 90 days',
} as const
export type Stage = keyof typeof STAGES
export const GOES = {
  'goes on': 'It goes on as it is',
  'more is needed': 'It goes on, and more is needed',
  'look again': 'Somebody has to look again whether this is the right home',
} as const
export const CLOSED_WHY = {
  found: 'A home was found',
  'stays where they are': 'They are settled and stay: we bring family, school and health closer from here',
  'not needed': 'It is not needed any more',
} as const
