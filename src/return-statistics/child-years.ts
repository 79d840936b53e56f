// Every child of a return as the plain facts of their year that indicators are computed from.
import type { ChildYear, LeaverAnswers, Year, YearAnswers, YesNo } from '#indicators'
import { type Given, isDay } from '#statutory-returns'
import { careInReturn } from './care-in-return.ts'

const yesOrNo = (cell: string | null): YesNo => (cell === null ? undefined : cell === '1')

/** A whole number from 0 to 40; a spreadsheet may have made 20 into 20.0. */
function scoreOf(cell: string | null): number | undefined {
  if (cell === null || !/^\d+(?:\.0+)?$/.test(cell)) return undefined
  return Number(cell) <= 40 ? Number(cell) : undefined
}

function answersOf({ OC2 }: Given, child: number): YearAnswers | undefined {
  const row = OC2.of(child)[0]
  if (row === undefined) return undefined
  return {
    difficultiesScore: scoreOf(OC2.SDQ_SCORE.at(row)),
    convicted: yesOrNo(OC2.CONVICTED.at(row)),
    developmentChecked: yesOrNo(OC2.HEALTH_CHECK.at(row)),
    immunised: yesOrNo(OC2.IMMUNISATIONS.at(row)),
    teethChecked: yesOrNo(OC2.TEETH_CHECK.at(row)),
    healthAssessed: yesOrNo(OC2.HEALTH_ASSESSMENT.at(row)),
    substanceMisuse: yesOrNo(OC2.SUBSTANCE_MISUSE.at(row)),
  }
}

function leaverOf({ OC3 }: Given, child: number): LeaverAnswers | undefined {
  const row = OC3.of(child)[0]
  if (row === undefined) return undefined
  const [inTouch, activity, accommodation] = [OC3.IN_TOUCH.at(row), OC3.ACTIV.at(row), OC3.ACCOM.at(row)]
  if (inTouch === null && activity === null && accommodation === null) return undefined
  return {
    inTouch: inTouch ?? undefined,
    activity: activity ?? undefined,
    accommodation: accommodation ?? undefined,
  }
}

/** Different workers of the year, also while the child was not looked after. */
function workersOf({ SWEpisodes: sw, start, end }: Given, child: number): number {
  const inYear = sw.of(child).filter((row) => sw.SW_DECOM.at(row) <= end && !(sw.SW_DEC.at(row) < start))
  return new Set(inYear.map((row) => sw.SW_ID.at(row)).filter((worker) => worker !== null)).size
}

function timesOf({ Missing, start, end }: Given, child: number, kind: 'M' | 'A'): number {
  const began = (row: number) => Missing.MIS_START.at(row) >= start && Missing.MIS_START.at(row) <= end
  return Missing.of(child).filter((row) => Missing.MISSING.at(row) === kind && began(row)).length
}

function bornOf({ Header, OC3 }: Given, child: number): number | undefined {
  const [header, leaver] = [Header.of(child)[0], OC3.of(child)[0]]
  const born = header === undefined ? OC3.DOB.at(leaver ?? -1) : Header.DOB.at(header)
  return isDay(born) ? born : undefined
}

export const yearOf = ({ start, end }: Given): Year => ({ first: start, last: end })

function childYear(given: Given, child: number): ChildYear {
  const { Reviews, UASC, start, end } = given
  const held = Reviews.of(child).filter((row) => Reviews.REVIEW.at(row) >= start && Reviews.REVIEW.at(row) <= end)
  return {
    id: given.children[child] ?? '',
    born: bornOf(given, child),
    periods: careInReturn(given, child),
    unaccompanied: UASC.of(child).some((row) => !(UASC.DUC.at(row) <= end)),
    allYear: given.continuous.has(child),
    workers: workersOf(given, child),
    timesMissing: timesOf(given, child, 'M'),
    timesAway: timesOf(given, child, 'A'),
    reviews: held.map((row) => Reviews.REVIEW_CODE.at(row)).filter((code) => code !== null),
    answers: answersOf(given, child),
    leaver: leaverOf(given, child),
  }
}

/** Of every child whom either year names. */
export const childYears = (given: Given): readonly ChildYear[] =>
  given.children.map((_, child) => childYear(given, child))
