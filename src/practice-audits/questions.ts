// What an audit asks, part by part, by its kind: as it ships with Kith, or in the council's own words; and the council's words for the scale. Pure.
import { AGENCIES, type Asked, QUESTIONS, type Question, SAMPLE } from './questions-data.ts'
import { DESCRIPTORS, GRADE_WORDS, GRADES, type Grade, THEMES, type Theme } from './scale.ts'

export type AuditKind = 'case' | 'thematic' | 'dip sample' | 'multi-agency' | 're-audit'
export type Agency = keyof typeof AGENCIES
export type Part = Theme | Agency | 'sample'
const AGENCY_PARTS = ['social-care', 'health-care', 'school', 'police', 'together'] as const satisfies readonly Agency[]
export const PARTS: readonly Part[] = [...THEMES, 'sample', ...AGENCY_PARTS]
const isPart = (text: string): text is Part => PARTS.some((part) => part === text)

/** Every part that a kind may ask, in order. */
export const PARTS_OF: Readonly<Record<AuditKind, readonly Part[]>> = {
  ...{ case: THEMES, thematic: THEMES, 're-audit': THEMES },
  ...{ 'dip sample': ['sample'], 'multi-agency': AGENCY_PARTS },
}
export const isKind = (text: string): text is AuditKind => Object.hasOwn(PARTS_OF, text)

const SHIPPED: Readonly<Record<Part, Asked>> = { ...QUESTIONS, ...AGENCIES, sample: SAMPLE }
export const titleOf = (part: string): string => (isPart(part) ? SHIPPED[part].title : part)

/** Answered yes or no, without a grade of the part. */
export const isYesOrNo = (part: Part): boolean => part === 'sample'
/** More than these nobody answers well, and the form of a part holds no more. */
export const MOST_QUESTIONS = 12

/** A question to a line; what follows its question mark helps whoever answers. */
export const asLines = (questions: readonly Question[]): string =>
  questions.map(({ asks, hint }) => (hint === '' ? asks : `${asks} ${hint}`)).join('\n')
export function questionsIn(text: string): readonly Question[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const ends = line.indexOf('?') + 1
      return ends === 0 ? { asks: line, hint: '' } : { asks: line.slice(0, ends), hint: line.slice(ends).trim() }
    })
}

export type Questions = ReadonlyMap<Part, Asked>
type Own = Readonly<Record<string, string>> | undefined
/** In the council's own words where it has any, without the parts that it leaves empty; else as they ship. */
export function questionsOf(kind: AuditKind, own: Own): Questions {
  return new Map(
    PARTS_OF[kind].flatMap((part): readonly (readonly [Part, Asked])[] => {
      if (own === undefined) return [[part, SHIPPED[part]]]
      const questions = questionsIn(own[part] ?? '')
      return questions.length === 0 ? [] : [[part, { title: SHIPPED[part].title, questions }]]
    }),
  )
}
/** Of a round that was drawn before kinds had questions of their own. */
export const sevenThemes = (): Questions => questionsOf('case', undefined)

export type Scale = {
  readonly words: Readonly<Record<Grade, string>>
  readonly meanings: Readonly<Record<Grade, string>>
}
/** Four steps, best first, whatever they are called: so grades of two rounds can be set side by side. */
export function scaleOf(own: Own): Scale {
  const said = (letter: 'w' | 'd', shipped: Readonly<Record<Grade, string>>) => {
    const of = (grade: Grade) => own?.[`${letter}${GRADES.indexOf(grade)}`] || shipped[grade]
    return {
      ...{ outstanding: of('outstanding'), good: of('good') },
      ...{ 'requires improvement': of('requires improvement'), inadequate: of('inadequate') },
    }
  }
  return { words: said('w', GRADE_WORDS), meanings: said('d', DESCRIPTORS) }
}
export const SCALE_WORDS: readonly string[] = GRADES.flatMap((_, at) => [`w${at}`, `d${at}`])
