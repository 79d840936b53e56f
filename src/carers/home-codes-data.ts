// Codes of homes with their words: kinds, who lives there, approvals, skills, pets, languages, holds, reviews and visits.

export const KINDS = {
  'our foster home': 'Our foster home',
  'agency foster home': 'Agency foster home',
  "children's home": 'Children’s home',
  'supported accommodation': 'Supported accommodation',
} as const
export type HomeKind = keyof typeof KINDS
/** The usual fostering limit is of these. */
export const FOSTERING: readonly string[] = ['our foster home', 'agency foster home']

export const PARTS_OF_HOME = {
  carer: 'Carer',
  'other adult': 'Another adult',
  'child of the carers': 'Child of the carers',
  'young adult who stayed': 'Young adult who stayed',
  lodger: 'Lodger',
} as const

export const APPROVED_FOR = {
  'long term': 'Long term',
  'short term': 'Short term',
  emergency: 'Emergency',
  'short breaks': 'Short breaks (respite)',
  'parent and child': 'Parent and child',
  'connected person': 'Connected person',
  'registered home': 'Registered home',
} as const
export type ApprovedFor = keyof typeof APPROVED_FOR
export const SEXES = { any: 'Girls and boys', girls: 'Girls', boys: 'Boys' } as const
export const DECIDED_BY = {
  'agency decision-maker': 'The agency decision-maker, after the panel',
  'nominated officer': 'A nominated officer',
  regulator: 'The regulator, by registration',
} as const

export const SKILLS = {
  'first aid': 'First aid',
  'safer caring': 'Safer caring',
  'therapeutic care': 'Therapeutic care',
  'attachment and loss': 'Attachment and loss',
  autism: 'Autism',
  'learning disability': 'Learning disability',
  'physical disability': 'Physical disability',
  'medical care': 'Medical care',
  allergies: 'Allergies and adrenaline pens',
  diabetes: 'Diabetes',
  epilepsy: 'Epilepsy',
  'mental health': 'Mental health',
  'self-harm': 'Self-harm',
  exploitation: 'Exploitation',
  'going missing': 'Going missing',
  'drugs and alcohol': 'Drugs and alcohol',
  'sexual harm': 'Sexual harm',
  babies: 'Babies',
  'parent and child': 'Parent and child',
  'brothers and sisters': 'Brothers and sisters together',
  'children who came alone': 'Children who came alone',
  'hair and skin care': 'Hair and skin care',
  'moving on': 'Moving on, to a family or to one’s own place',
  another: 'Another',
} as const
export const LEVELS = {
  trained: 'Trained',
  experienced: 'Has done it',
  'willing to learn': 'Would learn it',
} as const

export const PETS = {
  dog: 'Dog',
  cat: 'Cat',
  'small animals': 'Small animals',
  birds: 'Birds',
  reptiles: 'Reptiles',
  'horses or farm animals': 'Horses or farm animals',
} as const
export const PREFERS = {
  babies: 'Babies',
  'young children': 'Young children',
  'school age': 'Children of school age',
  teenagers: 'Teenagers',
  'brothers and sisters': 'Brothers and sisters',
  'parent and child': 'Parent and child',
  'long term': 'Long term',
  'short term': 'Short term',
  emergencies: 'Emergencies',
  'short breaks': 'Short breaks',
  'disabled children': 'Disabled children',
  'children who came alone': 'Children who came alone',
} as const
export const LANGUAGES = [
  ...['English', 'British Sign Language', 'Albanian', 'Amharic', 'Arabic', 'Bengali', 'Chinese', 'Dari', 'Farsi'],
  ...['French', 'Gujarati', 'Hindi', 'Kurdish', 'Lithuanian', 'Pashto', 'Polish', 'Portuguese', 'Punjabi', 'Romani'],
  ...['Romanian', 'Somali', 'Spanish', 'Tigrinya', 'Turkish', 'Ukrainian', 'Urdu', 'Vietnamese', 'Welsh', 'Yoruba'],
  'another',
] as const

export const HOLDS = {
  'asked for a pause': 'The carers asked for a pause',
  away: 'They are away',
  'work on the home': 'Work on the home',
  'a child there needs it': 'A child who lives there needs it',
  'decided by the service': 'Decided by the service',
  'other councils': 'Other councils’ children, as the provider told us',
} as const
export const EVENTS = {
  'annual review': 'Review of the approval',
  'unannounced visit': 'Visit without notice',
  'supervision visit': 'Supervision visit',
  'training standards met': 'Training standards signed off',
  'agreement signed': 'Foster care agreement signed',
} as const
export type HomeEvent = keyof typeof EVENTS

/** Who reads homes, and who writes them: as `kith.works_with_homes` and the walls of homes let in. */
export const READERS = [
  ...(['placement-team', 'supervising-worker', 'manager-line', 'director', 'out-of-hours', 'duty'] as const),
  'records-officer',
] as const
export const WRITERS = ['placement-team', 'supervising-worker'] as const
export const POWERS = {
  'safety of the child': 'A child’s safety',
  'court order': 'An order of a court',
  'wish of the child': 'A child’s wish',
  "carer's safety": 'The carers’ safety',
} as const
export const READER_WORDS: Readonly<Record<(typeof READERS)[number], string>> = {
  'placement-team': 'The placement team',
  'supervising-worker': 'Supervising social workers',
  'manager-line': 'Managers',
  director: 'The director',
  'out-of-hours': 'The out-of-hours team',
  duty: 'The duty team',
  'records-officer': 'Records officers',
}
