// What the yearly return asks of a child's health, in words; an answer of a year is no event on a day, and none is not "no".

const QUESTIONS: Readonly<Record<string, string>> = {
  'health-assessed': 'Health assessed in the year',
  'teeth-checked': 'Teeth checked in the year',
  'immunisations-up-to-date': 'Immunisations up to date',
  'health-surveillance-up-to-date': 'Early health checks up to date',
  'strengths-and-difficulties-score': 'Strengths and difficulties score',
  'strengths-and-difficulties-none-because': 'Why there is no score',
  'substance-misuse-found': 'Drugs or alcohol a worry',
  'intervention-offered': 'Help with that offered',
  'intervention-received': 'Help with that taken up',
}
/** These are asked of every child: where nobody answered, that is said. */
const ALWAYS = ['health-assessed', 'teeth-checked', 'immunisations-up-to-date'] as const
const SAID: Readonly<Record<string, string>> = { '1': 'Yes', '0': 'No', true: 'Yes', false: 'No' }

export type YearAnswer = { readonly question: string; readonly answer: string }
export type ShownAnswer = { readonly name: string; readonly words: string | undefined }

export function shownAnswers(answers: readonly YearAnswer[]): readonly ShownAnswer[] {
  const given = new Map(answers.map(({ question, answer }) => [question, answer]))
  const asked = [...ALWAYS, ...[...given.keys()].filter((question) => !ALWAYS.some((one) => one === question))]
  return asked.map((question) => {
    const answer = given.get(question)
    const counted = question === 'strengths-and-difficulties-score'
    const words = answer === undefined ? undefined : counted ? answer : (SAID[answer.toLowerCase()] ?? answer)
    return { name: QUESTIONS[question] ?? question, words }
  })
}
