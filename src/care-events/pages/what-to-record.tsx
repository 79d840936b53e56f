// What can be recorded anew of a child, in the groups and order of the menu: each with the part of the record that it is written into.
import type { Scope } from '#access'

export type ToRecord = { readonly into: readonly Scope[]; readonly path: string; readonly words: string }
const one = (into: Scope | readonly Scope[], path: string, words: string): ToRecord => ({
  into: typeof into === 'string' ? [into] : into,
  path,
  words,
})

/** What happens every day first; then who the child is and with whom; what is asked once a year last. */
export const WHAT_TO_RECORD: readonly { readonly title: string; readonly links: readonly ToRecord[] }[] = [
  {
    title: 'Every day',
    links: [
      one('visits', 'visits/record', 'A visit'),
      one(['visits', 'story'], 'notes/record', 'A call, family time, something that happened'),
      one('visits', 'meetings/record', 'A meeting'),
      one('story', 'notes/good-news', 'Good news'),
      one('story', 'views/record', 'What they said, and what they want'),
      one('visits', 'notes/direct-work', 'Direct work'),
      one('story', 'notes/life-story', 'Life story'),
      one('missing', 'exploitation/record', 'What is known of exploitation'),
      one('missing', 'modern-slavery/record', 'That they may be a victim of modern slavery'),
      one('documents', 'documents/add', 'A photograph, a drawing, a document'),
      one('header', 'must-knows/record', 'What whoever acts must know'),
    ],
  },
  {
    title: 'Plan, reviews, health and learning',
    links: [
      one('reviews', 'reviews/record', 'A review, with its decisions'),
      one('plan', 'plan/write', 'The care plan'),
      one('plan', 'actions/record', 'Something that is to be done'),
      one('matching', 'home-requests/record', 'That a home is needed: what they need and hope for'),
      one('plan', 'approvals/ask', 'Ask for an approval: of a home, or of leaving care'),
      one('health', 'health/record', 'A health check'),
      one('health', 'health/referrals/record', 'A health service that was asked to help'),
      one('health', 'health/answers/record', 'A yes or no to health care'),
      one('health', 'health/practices/record', 'A doctor, dentist or optician'),
      one('learning', 'learning/plan/record', 'A personal education plan'),
      one('learning', 'learning/school/record', 'A school'),
      one('learning', 'learning/attendance/record', 'How often they were at school'),
      one('learning', 'learning/exclusions/record', 'A suspension or exclusion'),
      one('learning', 'learning/applications/record', 'A school that was asked for a place'),
      one('learning', 'learning/meanwhile/record', 'How they learn between schools'),
      one('learning', 'learning/premium/record', 'Pupil premium plus'),
    ],
  },
  {
    title: 'Family and people',
    links: [
      one('family', 'people/record', 'Somebody who matters to them'),
      one('family', 'family-homes/record', 'Where somebody around them lives'),
      one('family', 'family-ties/record', 'Who belongs to whom'),
      one('family', 'family-time/record', 'Family time that is agreed'),
      one('family', 'family-days/record', 'A time with family, set or kept'),
      one('family', 'brothers-and-sisters/record', 'Brothers and sisters, as they count them'),
    ],
  },
  {
    title: 'Who they are',
    links: [
      one('header', 'names/record', 'A name, or what they like to be called'),
      one('header', 'pronouns/record', 'Their pronouns'),
      one('header', 'gender/record', 'Gender, in their own words'),
      one('plan', 'who-they-are/record', 'A talk about who they are'),
      one('plan', 'interests/record', 'What they like to do'),
      one('header', 'birth/record', 'When they were born'),
      one('header', 'identity/ethnicity/record', 'Ethnic origin'),
      one('header', 'identity/sex/record', 'Sex, for the return'),
      one('header', 'identifiers/record', 'A number that they have elsewhere'),
    ],
  },
  {
    title: 'What the return asks',
    links: [
      one('health', 'year-answers/this-year', 'Health in the year that runs'),
      one('health', 'year-answers/last-year', 'Health in the year before'),
      one('health', 'year-answers/two-years-ago', 'Health two years before this one'),
      one('health', 'year-answers/three-years-ago', 'Health three years before this one'),
      one('plan', 'care-leaver-answers/record', 'How they are after care'),
      one('legal', 'previous-permanence/record', 'A lasting home before this care'),
      one('legal', 'asylum-status/record', 'That they came here alone'),
      one('family', 'motherhood/record', 'Whether they are a mother'),
      one('adoption', 'adoption-decisions/record', 'A decision for adoption'),
      one('adoption', 'adoption/record', 'An adoption'),
    ],
  },
]
export const WRITTEN_INTO: readonly Scope[] = [
  ...new Set(WHAT_TO_RECORD.flatMap(({ links }) => links.flatMap(({ into }) => into))),
]
