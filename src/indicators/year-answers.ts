// Indicators on health, wellbeing and convictions: of the children looked after for the whole year.
import { ageOnNumber } from '#calendar'
import type { ChildYear, Year, YearAnswers, YesNo } from './child-year.ts'
import { type Definition, lacking, type Standing } from './definition.ts'
import { currentPeriod } from './in-care.ts'

/** The cohort: looked after at the end of the year, and for all of it. */
const inCohort = (child: ChildYear, year: Year): boolean => child.allYear && currentPeriod(child, year) !== undefined

const ageAtEnd = ({ born }: ChildYear, { last }: Year): number | undefined =>
  born === undefined ? undefined : ageOnNumber(born, last)

type Ages = { readonly from: number; readonly to: number }

function standsAt(child: ChildYear, year: Year, { from, to }: Ages): Standing | undefined {
  if (!inCohort(child, year)) return 'outside'
  const age = ageAtEnd(child, year)
  if (age === undefined) return from === 0 && to === everyAge.to ? undefined : lacking('the birth date')
  return age < from || age > to ? 'outside' : undefined
}

const everyAge: Ages = { from: 0, to: 99 }

/** A question that was not answered: published figures count it below, as nothing shows that it was done. */
const answered =
  (read: (answers: YearAnswers) => YesNo, lacks: string, ages: Ages = everyAge): Definition['stands'] =>
  (child, year) => {
    const outside = standsAt(child, year, ages)
    if (outside) return outside
    const answer = child.answers && read(child.answers)
    if (answer === undefined) return lacking(lacks, 'below')
    return answer ? 'above' : 'below'
  }

const scored: Ages = { from: 5, to: 16 }
const score = ({ answers }: ChildYear) => answers?.difficultiesScore
/** 0 to 13 normal, 14 to 16 borderline, 17 to 40 cause for concern. */
const causeForConcern = 17

const noScoreKnown = 'the score, or why there is none'

const ofScores =
  (counts: (score: number) => boolean): Definition['stands'] =>
  (child, year) => {
    const outside = standsAt(child, year, scored)
    if (outside) return outside
    const own = score(child)
    if (own === undefined) return child.answers?.noScore ? 'outside' : lacking(noScoreKnown, 'outside')
    return counts(own) ? 'above' : 'below'
  }

const all = 'children looked after for the whole year'
const shared = { unit: 'percent', decimals: 0, denominatorKey: 'oc2_cohort', denominator: all } as const
const scores = 'sdq_received_pct above'

export const yearAnswerIndicators: readonly Definition[] = [
  {
    id: 'oc2_cohort',
    name: 'Looked after for the whole year',
    numerator:
      'children looked after at the end of the year and continuously for twelve months, short breaks not counted',
    denominator: undefined,
    unit: 'count',
    decimals: 0,
    denominatorKey: undefined,
    polarity: 'none',
    stands: (child, year) => (inCohort(child, year) ? 'above' : 'outside'),
  },
  {
    ...shared,
    id: 'health_assessment_pct',
    name: 'Annual health assessment',
    numerator: 'children whose health was assessed as required in the year; refused is not counted as done',
    note: 'From the record: one in the year from 5 on, two under 5; where its days do not show it, what was answered for the year.',
    polarity: 'high',
    stands: answered(({ healthAssessed }) => healthAssessed, 'whether their health was assessed'),
  },
  {
    ...shared,
    id: 'immunisations_pct',
    name: 'Immunisations up to date',
    numerator: 'children whose immunisations are up to date',
    polarity: 'high',
    stands: answered(({ immunised }) => immunised, 'whether immunisations are up to date'),
  },
  {
    ...shared,
    id: 'dental_pct',
    name: 'Teeth checked by a dentist',
    numerator: 'children whose teeth a dentist checked in the year',
    polarity: 'high',
    stands: answered(({ teethChecked }) => teethChecked, 'whether a dentist checked their teeth'),
  },
  {
    ...shared,
    id: 'dev_assessment_pct',
    name: 'Development assessments up to date',
    numerator: 'children aged 5 or under whose development assessments are up to date',
    denominator: 'children aged 5 or under looked after for the whole year',
    denominatorKey: 'oc2_cohort to 5',
    polarity: 'high',
    note: 'The return asks this of children under 5 only; published figures count one who is 5, where it was not answered, in the denominator alone.',
    stands: answered(({ developmentChecked }) => developmentChecked, 'whether early health checks are up to date', {
      from: 0,
      to: 5,
    }),
  },
  {
    ...shared,
    id: 'sdq_received_pct',
    name: 'Strengths and difficulties score received',
    numerator: 'children aged 5 to 16 with a valid score',
    denominator: 'children aged 5 to 16 looked after for the whole year',
    denominatorKey: 'oc2_cohort 5 to 16',
    polarity: 'high',
    stands: (child, year) =>
      standsAt(child, year, scored) ??
      (score(child) !== undefined ? 'above' : child.answers?.noScore ? 'below' : lacking(noScoreKnown, 'below')),
  },
  {
    ...shared,
    id: 'sdq_average',
    name: 'Average strengths and difficulties score',
    numerator: 'sum of their scores',
    denominator: 'children aged 5 to 16 with a score',
    denominatorKey: scores,
    unit: 'score',
    decimals: 1,
    polarity: 'low',
    stands: ofScores(() => true),
    adds: (child) => score(child) ?? 0,
  },
  {
    ...shared,
    id: 'sdq_concern_pct',
    name: 'Score that is a cause for concern',
    numerator: 'children whose score is 17 to 40',
    denominator: 'children aged 5 to 16 with a score',
    denominatorKey: scores,
    polarity: 'low',
    stands: ofScores((own) => own >= causeForConcern),
  },
  {
    ...shared,
    id: 'substance_misuse_pct',
    name: 'Substance misuse problem found',
    numerator: 'children with a substance misuse problem found in the year',
    polarity: 'low',
    stands: answered(({ substanceMisuse }) => substanceMisuse, 'whether a problem with drugs or alcohol was found'),
  },
  {
    ...shared,
    id: 'convicted_pct',
    name: 'Convicted or cautioned',
    numerator: 'children aged 10 or over convicted, or subject to a youth caution, in the year',
    denominator: 'children aged 10 or over looked after for the whole year',
    denominatorKey: 'oc2_cohort from 10',
    polarity: 'low',
    stands: answered(({ convicted }) => convicted, 'whether they were convicted or cautioned', { from: 10, to: 99 }),
  },
]
