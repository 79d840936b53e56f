// What invented managers and workers write of invented children in supervision; NAME stands for the child.
export const LIVES: readonly string[] = [
  'NAME gets up by the second alarm and is in school most days. Tea with the carers is the best part of the day. Sundays are long, because that is when family used to come.',
  'NAME sleeps through since the spring and has stopped asking who will be there in the morning. Football on Thursdays, and two friends who come round without being asked.',
  'NAME says that it is all right here. Most evenings are spent in the bedroom with music. The carers knock and are let in. School is harder work than it looks.',
  'NAME is trying out how far things go, and comes back each time. Breakfast with the others is the calm part of the day. The dog helps.',
  'NAME laughs a lot with the younger ones, and goes quiet when plans are spoken of. Swimming is going well. Letters from home are kept in a tin.',
  'NAME has a part in the school play and practises it on everybody. Nights are short before family time. The carers have noticed, and sit up.',
]
export const THEIRS: readonly string[] = [
  '“I want to know when, not maybe.” Said in the car, last week.',
  'Showed us the tin with the letters, and put it back.',
  '“It is all right here. Can I stay till I am done with school?”',
  'Drew the house with everybody in it, and the dog largest.',
]
export const WELL: readonly string[] = [
  'School, and the friends there.',
  'The carers hold steady.',
  'They ask for help now.',
]
export const WORRIES: readonly string[] = [
  'Family time falls out more often than it is kept, and nobody has said why.',
  'We do not know what happens online after ten.',
  'The plan says the same as in the autumn.',
]
export const THINKING: readonly string[] = [
  'We may be reading settled behaviour as being settled. What would they say if we asked without a form?',
  'Quiet after family time could be tiredness, or it could be worry for somebody. We have not asked which.',
  'We explain the anger by the move. It began before that.',
]
export const DECISIONS: readonly (readonly [string, string])[] = [
  [
    'The plan goes on as agreed; family time is looked at before the next review.',
    'It is what they ask for, and missed times hurt more than a pause would.',
  ],
  [
    'Ask for the long-term match to go to panel in May.',
    'Two years of good care here; waiting longer only says that we are not sure.',
  ],
  [
    'The worker visits once more this month, with time alone and nothing to fill in.',
    'We know what is done for them, and too little of what it is like.',
  ],
]
export const ACTIONS: readonly (readonly [string, string])[] = [
  ['Ring the family about travel and say what can be paid', 'They come when they said they would'],
  ['Tell them what happens next, in words they can keep', 'They stop asking the carers every night'],
  ['Agree with school who they can go to', 'There is one grown-up in school who knows'],
]
export const CANCELLED = ['court', 'sickness', 'leave'] as const
/** What came of an action: done with what changed; or carried on, with why. */
export const CHANGED: readonly string[] = [
  'They came each time since, and NAME sleeps better on Sundays.',
  'NAME has it on the wall and explains it to visitors.',
  'NAME went to her twice without being sent.',
]
export const CARRIED = 'The person who decides was away; it is asked again.'
export const PROGRESS = ['progressing', 'met', 'progressing', 'drift', 'none'] as const
export const SHOWS: readonly string[] = [
  'School says so, and the carers too.',
  'The letter of last week.',
  'Nothing has moved since the review.',
]
