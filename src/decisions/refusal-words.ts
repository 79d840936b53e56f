// What is said where a decision, a request for approval or an answer cannot be taken.
import { formatDay, type IsoDay } from '#calendar'
import { type WhoMayKnowRefusal, whoMayKnowRefusalWords } from '#people'
import type { AnswerRefusal, AskRefusal } from './approval.ts'
import type { DecisionRefusal, TellingRefusal } from './decision.ts'
import type { PaperFault, PaperRefusal } from './paper.ts'

type Refusal = DecisionRefusal | TellingRefusal | AskRefusal | AnswerRefusal
const know = (refusal: WhoMayKnowRefusal) => () => whoMayKnowRefusalWords(refusal)
const WORDS: Readonly<Record<Extract<Refusal, string>, (today: IsoDay) => string>> = {
  'kind unknown': () => 'Choose what kind of decision this is.',
  'decided no day': () => 'Write the day of the decision, for example 2026-11-23.',
  'decided after today': (today) => `It cannot have been decided after today, ${formatDay(today)}.`,
  'who decided unknown': () => 'Say who decided: a worker by name, a court, a panel, …',
  'not yours to decide': () => 'This is not yours to decide. Ask for approval.',
  'question missing': () => 'Say what was to be decided.',
  'decision missing': () => 'Say what was decided.',
  'reasons missing': () => 'Say why.',
  'told whom unknown': () => 'Say who was told.',
  'told how unknown': () => 'Say how they were told.',
  'told no day': () => 'Write the day on which they were told, for example 2026-11-23.',
  'told after today': (today) => `They cannot have been told after today, ${formatDay(today)}.`,
  'told before it was decided': () => 'They cannot have been told before it was decided.',
  'nobody of that relation decides': () => 'People of that kind do not take this decision. Choose another.',
  'asked of oneself': () => 'Somebody else has to approve. Choose another person.',
  'by when no day': () => 'Write the day by which you need it, or leave it empty.',
  'by when before today': (today) => `It cannot be needed before today, ${formatDay(today)}.`,
  'why missing': () => 'Say why this needs them.',
  'asked already': () => 'This has been asked already, and waits for an answer.',
  'not sent back': () => 'The earlier request was not sent back.',
  'no such request': () => 'This request is not in the record any more. Read it again.',
  'answer unknown': () => 'Choose: approve, approve with conditions, refuse, or send back.',
  'conditions missing': () => 'Conditions go with “approved with conditions”, and only with that.',
  'your own': () => 'You asked for this. Somebody else has to answer.',
  'not yours to answer': () => 'This is not yours to answer.',
  'relation unknown': know('relation unknown'),
  'nobody may know': know('nobody may know'),
  'reason of the audience missing': know('reason of the audience missing'),
}
/** `nameOf`: how a worker is called; `on`: the day in London of a moment. */
export function decisionRefusalWords(
  refusal: Refusal,
  today: IsoDay,
  shown: { readonly nameOf: (person: string) => string; readonly on: (at: string) => string },
): string {
  if (typeof refusal === 'string') return WORDS[refusal](today)
  return `This was answered already: ${refusal.answered}, by ${shown.nameOf(refusal.by)}, ${shown.on(refusal.at)}.`
}

type Shown = { readonly nameOf: (person: string) => string; readonly on: (at: string) => string }
type OfPaper = Exclude<Extract<PaperRefusal, string>, Extract<AnswerRefusal, string>>
const ON_PAPER: Readonly<Record<OfPaper, (today: IsoDay) => string>> = {
  'not yours to write down': () =>
    'Somebody else writes it down: a manager, director, reviewing officer or worker who did not ask for it, and wrote none of it.',
  'by missing': () => 'Write the name of who gave it, as it stands on the paper.',
  'office missing': () => 'Write in which office they gave it.',
  'by who asked': () => 'Whoever asked cannot have given it. Write who did.',
  'by who writes': () => 'That is you: decide on the request yourself, in Kith.',
  'given no day': () => 'Write the day that stands on the paper.',
  'given after today': (today) => `It cannot have been given after today, ${formatDay(today)}.`,
  'given long before birth': () =>
    'That is more than a year before this child was born. Write the day, with its year, that stands on the paper.',
  'no paper': () => 'Choose the document, or write where the paper is kept.',
  'no such document': () => 'Choose a document of this child from the list.',
  'says missing': () => 'Write what the paper says.',
}
const isOfPaper = (refusal: PaperRefusal): refusal is OfPaper =>
  typeof refusal === 'string' && Object.hasOwn(ON_PAPER, refusal)
export const paperFaultWords = (fault: PaperFault, today: IsoDay): string => ON_PAPER[fault](today)
export const paperRefusalWords = (refusal: PaperRefusal, today: IsoDay, shown: Shown): string =>
  isOfPaper(refusal) ? ON_PAPER[refusal](today) : decisionRefusalWords(refusal, today, shown)
