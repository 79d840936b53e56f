// A complaint about a child's care: its words, where it stands, and by when each stage is owed. Pure.
import type { IsoDay } from '#calendar'
import { complaintAnswered, complaintInvestigated, complaintPanel } from '#oversight-rules'

export const ASKERS = {
  child: 'The child or young person',
  parent: 'A parent',
  carer: 'A carer',
  'somebody else': 'Somebody else who is close enough to the child',
  advocate: 'An advocate, on the child’s behalf',
} as const
export const HOW = {
  said: 'Said to one of us',
  written: 'Written, in any way',
  'through an advocate': 'Through an advocate',
} as const
export const ADVOCATES = {
  'has one': 'They have an advocate already',
  'taken up': 'Offered, and taken up',
  'not wanted': 'Offered, and not wanted',
  'not offered': 'Not offered yet',
} as const
export const TOLD_OF_IT = {
  'talked through': 'Talked through with them',
  letter: 'In a letter',
  'leaflet or page': 'By a leaflet, or a page for children',
  interpreter: 'Through an interpreter',
  'through an advocate': 'Through an advocate',
  'through a carer': 'Through their carer',
} as const
export const OUTCOMES = {
  upheld: 'Upheld: they were right',
  'partly upheld': 'Upheld in part',
  'not upheld': 'Not upheld',
  withdrawn: 'Withdrawn by whoever made it',
} as const
export const LONGER = {
  complex: 'It is complex',
  advocate: 'An advocate is asked for, and not there yet',
} as const
export const TOLD_HOW = {
  'together in person': 'Together, in person',
  'by phone or video': 'By phone or video',
  'in writing': 'In writing',
  'through an interpreter': 'Through an interpreter',
  'through an advocate': 'Through an advocate',
  'through somebody else': 'Through somebody else whom they trust',
} as const
export const STAGES = {
  1: 'Stage 1: where it happened',
  2: 'Stage 2: an investigation',
  3: 'Stage 3: a review panel',
} as const
export type StageNumber = keyof typeof STAGES
const isStage = (number: number): number is StageNumber => Object.hasOwn(STAGES, String(number))
export const stageWords = (number: number): string => (isStage(number) ? STAGES[number] : `Stage ${number}`)
export const wordIn = (of: Readonly<Record<string, string>>, key: string | null): string => (key && of[key]) ?? ''

/** What may be asked of each stage; there is always one. */
export const longerOf = (stage: number): Partial<typeof LONGER> =>
  stage === 1 ? LONGER : stage === 2 ? { complex: LONGER.complex } : {}

export type StageDays = {
  readonly stage: number
  readonly asked: IsoDay
  readonly longer: boolean
  readonly panel: IsoDay | null
  readonly report: IsoDay | null
}
export type Owed = {
  readonly what: 'answer' | 'decision' | 'panel' | 'report'
  readonly rule: 'CO-01' | 'CO-02' | 'CO-03'
  /** undefined: bank holidays of that year are not known. */
  readonly by: IsoDay | undefined
}
const dayOf = (answer: ReturnType<(typeof complaintAnswered)['ask']>): IsoDay | undefined =>
  answer.kind === 'due' ? answer.day : undefined
/** What a stage that is not answered owes next, by the rule of the law. */
export function owedOf({ stage, asked, longer, panel, report }: StageDays): Owed {
  if (stage === 1)
    return { what: 'answer', rule: 'CO-01', by: dayOf(complaintAnswered.ask({ received: asked, longer })) }
  if (stage === 2)
    return { what: 'decision', rule: 'CO-02', by: dayOf(complaintInvestigated.ask({ requested: asked, longer })) }
  const step = panel === null ? 'panel' : report === null ? 'report' : 'answer'
  return { what: step, rule: 'CO-03', by: dayOf(complaintPanel.ask({ step, from: report ?? panel ?? asked })) }
}

/** Which stage may be asked for now; undefined: none, since the last is open, withdrawn, or the third. */
export function nextStage(
  last: { readonly stage: number; readonly outcome: string | null } | undefined,
): 2 | 3 | undefined {
  if (last === undefined || last.outcome === null || last.outcome === 'withdrawn') return undefined
  return last.stage === 1 ? 2 : last.stage === 2 ? 3 : undefined
}

type Stood = {
  readonly answers: string
  readonly outcome: string | null
  readonly answered: string | null
  readonly change: string
  readonly recorded: string
}
/** What stood was wrong, and not only what is new: who answers may change, and what was withdrawn be answered all the same. */
export const mends = (before: Pick<Stood, 'outcome'>, after: Readonly<Record<string, unknown>>): boolean => {
  const goesOn = ['answers', ...(before.outcome === 'withdrawn' ? ['outcome', 'answered'] : [])]
  return Object.entries(after).some(([column, value]) => {
    const stood: unknown = Object.entries(before).find(([name]) => name === column)?.[1]
    return stood != null && stood !== value && !goesOn.includes(column)
  })
}
/** What stood of a stage before a change, the first first: who answered until when, and that it was withdrawn. */
export type Earlier =
  | { readonly kind: 'answered by'; readonly person: string; readonly until: string }
  | { readonly kind: 'withdrawn'; readonly on: string | null }
/** Of its versions, the first first. What a correction put right did not stand. */
export const earlierOf = (steps: readonly Stood[]): readonly Earlier[] =>
  steps.flatMap((before, at): readonly Earlier[] => {
    const after = steps[at + 1]
    if (after === undefined || after.change !== 'change') return []
    return [
      ...(before.answers === after.answers
        ? []
        : [{ kind: 'answered by' as const, person: before.answers, until: after.recorded }]),
      ...(before.outcome === 'withdrawn' && after.outcome !== 'withdrawn'
        ? [{ kind: 'withdrawn' as const, on: before.answered }]
        : []),
    ]
  })
/** It may take longer only from a day on which it had reached us. */
export const toldTooEarly = (received: IsoDay, stages: readonly { readonly longer_told: string | null }[]): boolean => {
  const told = stages[0]?.longer_told ?? null
  return told !== null && told < received
}
