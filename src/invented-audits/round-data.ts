// What is invented of each round and each audit: months, how many were planned and done, and the words that auditors write.

/** How many months ago, planned, done. Two months fall short of the plan, and the work comes back. */
export const ROUNDS: readonly (readonly [number, number, number])[] = [
  [21, 8, 8],
  [18, 8, 7],
  [15, 8, 2],
  [12, 8, 3],
  [9, 8, 6],
  [6, 8, 8],
  [4, 8, 8],
]
export const WAITING = { wanted: 9, title: 'Spring round' } as const
export const SEEN = [
  'You could tell a stranger how their days are. The visit of the spring tells what they laughed about.',
  'Their wish to see their sister is written down, and it happened within a month.',
  'The plan says who does what, and by when. One part has not moved since summer.',
  'Carer and school describe the same child, and know each other.',
  'Somebody asked, wrote it down and came back with an answer.',
] as const
export const WHY = [
  'Life is better than a year ago, and the record shows why.',
  'Good people, and drift: the same action stands in three meetings.',
  'The child is safe. What they want is heard late.',
] as const
export const SAID = {
  child: ['She does what she says.', 'I like that he comes to football.', 'I did not get my plan.'],
  carer: ['On time and kind.', 'We ring and somebody answers.', 'We wait long for decisions.'],
  parent: ['They listened to me.', 'I hear about meetings too late.'],
} as const
type Finding = readonly [tag: string, found: string, what: string, intended: string]
export const FINDINGS: readonly [Finding, ...Finding[]] = [
  [
    'plan',
    'The plan was changed late after the review.',
    'Send the plan within ten days',
    'They know what happens next',
  ],
  [
    'voice',
    'Nobody did direct work since the summer.',
    'Three sessions of direct work',
    'They say in their words how home is',
  ],
  [
    'safety',
    'The talk after going missing came late.',
    'Offer the talk on the day of the return',
    'They are heard at once',
  ],
  ['health', 'No dentist for a year.', 'Book the dentist with the carer', 'Their teeth do not hurt'],
  [
    'family time',
    'Time with brothers was cancelled twice.',
    'Agree dates until summer',
    'They see their brothers each month',
  ],
]
export const IMPACTS = [
  'They have their plan on the wall and talk about it.',
  'They told their worker why they run, and have not since.',
  'They see their brothers each month, as they asked.',
  'They have been to the dentist and sleep again.',
] as const
export const PRACTICE_THEMES = [
  {
    tag: 'family time',
    title: 'Time with brothers and sisters is agreed and then falls out',
    learned: 'A morning of all teams: what children said of missed times, and how one team keeps theirs.',
    changed: 'Dates until summer stand in each plan, and whoever cancels rings the child.',
  },
  {
    tag: 'voice',
    title: 'Direct work thins out after the first year',
    learned: 'What children drew and said, read together; three sessions as the least.',
    changed: '',
  },
  { tag: 'plan', title: 'Plans are changed late after a review', learned: '', changed: '' },
] as const
