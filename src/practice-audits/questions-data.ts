// The questions of an audit by theme. What was asked on a day is kept with the answer, so a new wording here changes no audit of before.
import type { Theme } from './scale.ts'

export type Question = { readonly asks: string; readonly hint: string }
export type Asked = { readonly title: string; readonly questions: readonly Question[] }

/** NAME is what the child is called. */
export const QUESTIONS: Readonly<Record<Theme, Asked>> = {
  voice: {
    title: 'NAME’s voice',
    questions: [
      {
        asks: 'Do we know what NAME’s days are like now?',
        hint: 'Could you tell a stranger how yesterday was for NAME?',
      },
      {
        asks: 'Are NAME’s own words there, and did they change anything?',
        hint: 'Look for a wish, and for what came of it.',
      },
      {
        asks: 'Does NAME know who listens, and who else could?',
        hint: 'Direct work, advocate, independent visitor, how to complain.',
      },
    ],
  },
  relationships: {
    title: 'People who stay',
    questions: [
      {
        asks: 'Does NAME have a worker whom they know and who comes?',
        hint: 'Visits that matter, not only visits on time.',
      },
      {
        asks: 'Is family time what NAME wants and what is safe?',
        hint: 'Brothers and sisters too; when was it last looked at?',
      },
      { asks: 'Do the people around NAME work as one?', hint: 'School, carer, health, family: who knows whom?' },
    ],
  },
  plan: {
    title: 'Plans that change NAME’s life',
    questions: [
      {
        asks: 'Is the plan up to date and clear?',
        hint: 'Could NAME read it and know what will happen, who will do it and by when?',
      },
      {
        asks: 'Is the plan making NAME’s life better?',
        hint: 'Look for change over time: safer, healthier, learning, friends, loved.',
      },
      {
        asks: 'Is there a plan B, and a plan for later?',
        hint: 'Permanence, staying put, and what happens if the first plan fails.',
      },
    ],
  },
  safety: {
    title: 'Safe, and feeling safe',
    questions: [
      {
        asks: 'Do we know what could harm NAME, and is it less than it was?',
        hint: 'Missing, exploitation, bullying, self-harm, online, at home.',
      },
      {
        asks: 'After each worry, did somebody act, and was it enough?',
        hint: 'Talks after missing, meetings, allegations.',
      },
      { asks: 'Does NAME have somebody to turn to?', hint: 'At night too.' },
    ],
  },
  home: {
    title: 'Home, family and who NAME is',
    questions: [
      {
        asks: 'Is this home right for NAME?',
        hint: 'Why was it chosen; how far is it from whom they love; will it last?',
      },
      {
        asks: 'Is who NAME is understood and cared for?',
        hint: 'Heritage, language, faith, disability, sexuality, class: explored, not only a code.',
      },
      { asks: 'Does NAME know their own story?', hint: 'Life story work, photographs, why they are in care.' },
    ],
  },
  growing: {
    title: 'Health and learning',
    questions: [
      {
        asks: 'Is NAME as well as they can be?',
        hint: 'Assessments, dentist, feelings; what was asked for and did it come?',
      },
      { asks: 'Is NAME learning, in school all day, and liking it?', hint: 'A plan that a teacher uses.' },
      { asks: 'Does NAME have fun and friends?', hint: 'What they love to do, and whether they do it.' },
    ],
  },
  oversight: {
    title: 'Oversight and challenge',
    questions: [
      {
        asks: 'Does supervision move things on for NAME?',
        hint: 'Reflection, decisions with reasons, actions that are done.',
      },
      { asks: 'Did the reviewing officer challenge, and what changed?', hint: 'Midpoint checks, alerts, disputes.' },
      { asks: 'Did managers decide in time, and say why?', hint: 'Drift and delay; who noticed?' },
    ],
  },
}
/** With other agencies: each looks at its own part first, then all at what they did together. */
export const AGENCIES = {
  'social-care': {
    title: 'What children’s social care did',
    questions: [
      {
        asks: 'Did social care know what NAME’s life is like?',
        hint: 'Seen, heard, and written so that others could use it.',
      },
      { asks: 'Did it act in time on what it knew?', hint: 'Meetings, plans and decisions with their reasons.' },
      { asks: 'Did it ask the others, and tell them what came of it?', hint: 'What was shared, when, and by whom.' },
    ],
  },
  'health-care': {
    title: 'What health services did',
    questions: [
      {
        asks: 'Did somebody know how NAME is, in body and in mind?',
        hint: 'Assessments, appointments kept and missed.',
      },
      { asks: 'Did what was asked for come in time?', hint: 'Referrals, waiting lists, who followed them up.' },
      { asks: 'Did health share what mattered for keeping NAME safe?', hint: '' },
    ],
  },
  school: {
    title: 'What school did',
    questions: [
      { asks: 'Did school notice what changed for NAME?', hint: 'Attendance, mood, friends, learning.' },
      { asks: 'Did it act, and tell the others?', hint: '' },
      { asks: 'Was there a grown-up in school to whom NAME could go?', hint: '' },
    ],
  },
  police: {
    title: 'What the police did',
    questions: [
      { asks: 'Were reports about NAME answered in time?', hint: 'Missing, exploitation, violence at home.' },
      { asks: 'Was NAME treated as a child first?', hint: 'Also where they were suspected of something.' },
      { asks: 'Was what the police knew shared?', hint: '' },
    ],
  },
  together: {
    title: 'What all did together',
    questions: [
      { asks: 'Did the agencies have one plan for NAME, and keep to it?', hint: '' },
      {
        asks: 'Where they saw it differently, did somebody say so and settle it?',
        hint: 'Escalation, and what came of it.',
      },
      { asks: 'Is NAME safer and better off for what they did together?', hint: '' },
    ],
  },
} as const satisfies Readonly<Record<string, Asked>>
/** Ten that a practised eye answers in twenty minutes, yes or no. */
export const SAMPLE: Asked = {
  title: 'Answered yes or no',
  questions: [
    { asks: 'Was NAME seen on time, each time?', hint: 'Of the last six months.' },
    { asks: 'Was NAME seen alone?', hint: 'Or is it written why not?' },
    { asks: 'Are NAME’s own words in the record of the last visit?', hint: '' },
    { asks: 'Is there a plan that is up to date?', hint: '' },
    { asks: 'Does the plan say what will change for NAME, by whom and by when?', hint: '' },
    { asks: 'Was the last review on time?', hint: '' },
    { asks: 'Is there a manager’s decision with reasons in the last six weeks?', hint: '' },
    { asks: 'Was each time missing followed by an offered talk?', hint: 'Or was there none?' },
    { asks: 'Are health check and school plan up to date?', hint: '' },
    { asks: 'Is who NAME is more than a code?', hint: 'Heritage, language, faith, disability.' },
  ],
}
/** As it is asked of this child. */
export const asked = (text: string, name: string): string => text.replaceAll('NAME', name)

/** One list of what comes up again, whoever finds it: audits, disputes, complaints, times missing, what children say. */
export const TAGS = {
  voice: 'Voice and direct work',
  plan: 'Plans and drift',
  permanence: 'Permanence',
  relationships: 'Workers and visits',
  'family time': 'Family, brothers and sisters',
  safety: 'Missing and safety',
  home: 'Homes and distance',
  identity: 'Identity and diversity',
  health: 'Health',
  learning: 'Learning',
  supervision: 'Supervision and oversight',
  recording: 'Recording',
} as const
export type Tag = keyof typeof TAGS
export const isTag = (text: string): text is Tag => Object.hasOwn(TAGS, text)
/** What a dispute is about, as the same list says it. */
export const TAG_OF_DISPUTE: Readonly<Record<string, Tag>> = {
  ...{ plan: 'plan', home: 'home', delay: 'plan', review: 'supervision', visits: 'relationships', health: 'health' },
  ...{ learning: 'learning', 'family time': 'family time', advocacy: 'voice', rights: 'voice', 'taking part': 'voice' },
  ...{ safety: 'safety', means: 'plan' },
}
