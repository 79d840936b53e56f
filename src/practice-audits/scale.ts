// The scale on which practice is graded, never a child: the four words of the inspectorate, what each means, and what an overall grade cannot be. Pure.

/** Best first. The council may grade on no scale at all: then only what was seen is written. */
export const GRADES = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const
export type Grade = (typeof GRADES)[number]
export const isGrade = (text: string | null | undefined): text is Grade => GRADES.some((grade) => grade === text)
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires improvement': 'Requires improvement',
  inadequate: 'Inadequate',
}
/** Our wording, not the inspectorate's. */
export const DESCRIPTORS: Readonly<Record<Grade, string>> = {
  outstanding:
    'More than good, for a long time: life is measurably better because of what we did, and direct work is exceptional.',
  good: 'Needs, risks and views are understood. The plan moves without delay, supervision drives it, the child is safe and you see life getting better.',
  'requires improvement':
    'Nobody is at risk of harm, but drift, gaps in the record or thin oversight hold back what could be better for the child.',
  inadequate: 'Welfare is not safeguarded, or there is serious failure or drift. Something has to be done now.',
}
export const NOT_ENOUGH = 'not enough to tell'

export const THEMES = ['voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight'] as const
export type Theme = (typeof THEMES)[number]
/** Where any other part is inadequate, the whole cannot be good: voice, plan, safety, oversight, and what any agency did. */
const NOT_DECIDING: ReadonlySet<string> = new Set<Theme>(['relationships', 'home', 'growing'])

export type GradeRefusal = { readonly missing: readonly string[] } | { readonly inadequate: readonly string[] }
/** Why the whole cannot have this grade; grades are never reckoned together into one. `asked`: the parts of this audit. */
export function overallRefusals(
  overall: Grade | undefined,
  parts: ReadonlyMap<string, string>,
  asked: readonly string[] = THEMES,
): readonly GradeRefusal[] {
  const missing = asked.filter((part) => !parts.has(part))
  const inadequate = asked.filter((part) => !NOT_DECIDING.has(part) && parts.get(part) === 'inadequate')
  const good = overall === 'outstanding' || overall === 'good'
  return [...(missing.length > 0 ? [{ missing }] : []), ...(good && inadequate.length > 0 ? [{ inadequate }] : [])]
}
/** How far the second grade is from the first: 1 is one step lower. */
export const stepsLower = (first: Grade, second: Grade): number => GRADES.indexOf(second) - GRADES.indexOf(first)
