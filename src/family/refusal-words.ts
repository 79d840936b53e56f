// What is said where something about the family cannot be taken as typed.
import { formatDay, type IsoDay } from '#calendar'
import type { TimeDayRefusal, TimeRefusal } from './family-time.ts'
import type { MustKnowRefusal } from './must-know.ts'
import type { HomeRefusal, PersonRefusal } from './person.ts'
import type { GroupRefusal, SiblingDecisionRefusal } from './siblings.ts'
import type { LinkRefusal, TieRefusal } from './tie.ts'

export type FamilyRefusal =
  | PersonRefusal
  | HomeRefusal
  | TieRefusal
  | LinkRefusal
  | GroupRefusal
  | SiblingDecisionRefusal
  | TimeRefusal
  | TimeDayRefusal
  | MustKnowRefusal
type Words<Refusal extends string> = Readonly<Record<Refusal, string | ((today: IsoDay) => string)>>

const PERSON: Words<PersonRefusal> = {
  'relation unknown': 'Say who this is to the child.',
  'name empty': 'Write the name, or say that the person is not known.',
  'gap with a name': 'You wrote a name, so the person is known. Take the name out, or untick “not known”.',
  'sex unknown': 'Say which sex is recorded: female, male, other, or not known.',
  'born no day or year':
    'Write a birth date as a day, such as 23 Nov 2026, or a year such as 1959. Leave it empty if unknown.',
  'born after today': (today) => `The birth date cannot be after today, ${formatDay(today)}.`,
  'died unknown': 'Say whether this person is living, has died, or this is not known.',
  'died no day or year': 'Write the day as a day, such as 23 Nov 2026, or the year. Leave it empty if unknown.',
  'died after today': (today) => `The day of death cannot be after today, ${formatDay(today)}.`,
  'died before born': 'The day of death is before the birth date. Look at both again.',
  'death day of the living': 'You wrote a day of death. Say that this person has died, or leave the day empty.',
  'responsibility unknown': 'Say whether this person has parental responsibility: yes, no, or not known.',
  'ground unknown': 'Choose from the list how they came to have parental responsibility.',
  'ground without responsibility': 'You wrote how or since when they hold parental responsibility. Then say yes.',
  'responsible since no day': 'Write since when as a day, such as 23 Nov 2026, or leave it empty.',
  'responsible until no day': 'Write until when as a day, such as 23 Nov 2026, or leave it empty.',
  'responsibility ends before it began': 'Parental responsibility cannot end before it began.',
}
const HOME: Words<HomeRefusal> = {
  'where empty': 'Write where they live, or choose with whom.',
  'home since no day': 'Write since when as a day, such as 23 Nov 2026, or leave it empty.',
  'home until no day': 'Write until when as a day, such as 23 Nov 2026, or leave it empty.',
  'home ends before it began': 'The end has to be after the first day.',
}
const TIE: Words<TieRefusal | LinkRefusal> = {
  'tie unknown': 'Choose from the list what ties these two.',
  'tie with themselves': 'Choose two different people.',
  'state unknown': 'Say whether it goes on, has ended, or this is not known.',
  'tie since no day': 'Write since when as a day, such as 23 Nov 2026, or leave it empty.',
  'tie until no day': 'Write until when as a day, such as 23 Nov 2026, or leave it empty.',
  'tie ends before it began': 'The end has to be after the first day.',
  'tie goes on after its end': 'You wrote an end. Then say that it has ended.',
  'tied already': 'This is recorded already.',
  'their own ancestor': 'By this somebody would be their own parent or grandparent. Look at who is whose parent.',
  'link to themselves': 'This is the child’s own record. Choose the brother’s or sister’s.',
  'linked already': 'This record is linked already.',
}
const SIBLINGS: Words<GroupRefusal | SiblingDecisionRefusal> = {
  'nobody in the group': 'Choose at least one brother or sister.',
  'counted no day': 'Write the day on which the child said so as a day, such as 23 Nov 2026.',
  'counted after today': (today) => `The child cannot have said so after today, ${formatDay(today)}.`,
  'sibling decision unknown': 'Say what was decided: together, apart, or some together.',
  'sibling decider unknown': 'Say who decided: social worker, manager, review, or court.',
  'sibling decision no day': 'Write the day of the decision as a day, such as 23 Nov 2026.',
  'sibling decision after today': (today) => `The decision cannot be after today, ${formatDay(today)}.`,
  'why apart empty': 'Write why they cannot all live together. The law asks for it.',
  'sibling review no day': 'Write by when this is looked at again as a day, such as 23 Nov 2026.',
  'sibling review before decision': 'The next look has to be after the decision.',
}
const TIME: Words<TimeRefusal | TimeDayRefusal> = {
  'stance unknown': 'Say how it stands: goes on, as the child wants, paused, or none.',
  'way unknown': 'Say how they meet: in person, by telephone, video, messages, or letters.',
  'how often unclear':
    'Write a number and choose days, weeks, months or years. Leave both empty if there is no rhythm.',
  'support unknown': 'Say whether the time is on their own, supported or supervised.',
  'time basis unknown': 'Say what it rests on.',
  'order without a court': 'You chose an order. Then say that it rests on a court order.',
  'why none empty': 'Write why there is no time together now.',
  'time since no day': 'Write since when as a day, such as 23 Nov 2026, or leave it empty.',
  'time until no day': 'Write until when as a day, such as 23 Nov 2026, or leave it empty.',
  'time ends before it began': 'The end has to be after the first day.',
  'time day no day': 'Write the day as a day, for example 23 Nov 2026.',
  'time state unknown': 'Say whether it is planned, was kept, was cut short, or was cancelled.',
  'happened after today': (today) => `It cannot have happened after today, ${formatDay(today)}.`,
  'canceller unknown': 'Say who cancelled.',
  'canceller of a kept time': 'You said who cancelled. Then say that it was cancelled.',
  'why cancelled empty': 'Write why it did not happen.',
}
const MUST_KNOW: Words<MustKnowRefusal> = {
  'fact empty': 'Write what whoever acts must know.',
  'fact too long': 'Keep it to 120 characters. The story has room for the rest.',
  'kind of fact unknown': 'Say what it is about: safety, health, communication, or a wish.',
  'nobody needs it': 'Choose who needs this to act.',
  'need unknown': 'Choose from the list who needs this to act.',
  'fact review no day': 'Write by when it is looked at again as a day, such as 23 Nov 2026.',
  'fact review not ahead': 'The next look has to be after today.',
  'fact review beyond a year': 'Look at it again within a year.',
  'end reason unknown': 'Say why it no longer needs to be known.',
  'ended already': 'This had ended already.',
}
const ALL: Words<FamilyRefusal> = { ...PERSON, ...HOME, ...TIE, ...SIBLINGS, ...TIME, ...MUST_KNOW }

export function familyRefusalWords(refusal: FamilyRefusal, today: IsoDay): string {
  const words = ALL[refusal]
  return typeof words === 'string' ? words : words(today)
}
