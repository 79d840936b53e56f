// Leaving care as lists: where they live, staying put, what they need, and each year for the return.
import { dayWords } from '#calendar'
import { HOW_IT_ENDED, type LeaverRecord, LIVES, LIVES_WITH, STAYING_PUT } from '#leaving-care'
import { capital } from '#look'
import { saidOf } from '#people'
import { readBeside } from '#triggers/pages'
import { type Approvals, AssessmentNote } from './assessment-note.tsx'
import type { OfRows } from './fact-rows.tsx'

export const homesOf = ({ homes }: LeaverRecord): OfRows => ({
  ...{
    title: 'Where they live',
    path: 'leaver-homes',
    does: 'Record a home',
    none: 'Nothing is recorded of where they live after care.',
  },
  rows: homes.map(({ id, lives, since, until, provided, suits, words }) => ({
    ...{ id, words },
    head: saidOf(LIVES, lives),
    note: [
      `since ${dayWords(since)}${until === null ? '' : `, until ${dayWords(until)}`}`,
      provided ? 'we provide it' : 'we do not provide it',
      suits === null ? 'whether it suits is not looked at' : suits ? 'it suits them' : 'it does not suit them',
    ].join(' · '),
  })),
})

export const stayingOf = ({ staying }: LeaverRecord): OfRows => ({
  ...{
    title: 'Staying put',
    path: 'staying-put',
    does: 'Record it',
    none: 'Nobody has recorded talking about it yet.',
  },
  rows: staying.map(({ id, what, happened, words }) => ({
    ...{ id, words, head: saidOf(STAYING_PUT, what), note: dayWords(happened) },
  })),
})

type Asked = { readonly approvals: Approvals | undefined; readonly at: string | undefined }
export const assessmentsOf = ({ assessments }: LeaverRecord, { approvals, at }: Asked): OfRows => ({
  ...{
    title: 'What they need',
    path: 'needs-assessments',
    does: 'Record an assessment',
    none: 'No assessment of needs is recorded yet.',
  },
  rows: assessments.map((row) => {
    const { words, setOff } = readBeside(row.words)
    return {
      ...{ id: row.id, words, head: `Completed ${dayWords(row.completed)}` },
      note: (
        <>
          {row.status_considered && 'being here alone, or trafficked, was thought of'}
          <AssessmentNote row={row} setOff={setOff} approvals={approvals} at={at && `${at}/needs-assessments`} />
        </>
      ),
    }
  }),
})

/** What ended it after care; the words stand with the row. */
export const endsOf = ({
  ends,
  workers,
}: LeaverRecord & { readonly workers: ReadonlyMap<string, string> }): OfRows => ({
  ...{
    title: 'What ends leaving care',
    path: 'leaving-care-ends',
    does: 'Record it',
    none: 'Nothing is recorded that ended it.',
  },
  rows: ends.map(({ id, kind, since, until, lives_with, decided_by, words }) => ({
    ...{ id, words, head: saidOf(HOW_IT_ENDED, kind) },
    note: [
      kind === 'died' ? dayWords(since) : `since ${dayWords(since)}`,
      ...(until === null ? [] : [`until ${dayWords(until)}: it broke down`]),
      ...(lives_with === null ? [] : [saidOf(LIVES_WITH, lives_with)]),
      ...(decided_by === null ? [] : [`looked at by ${workers.get(decided_by) ?? 'somebody'}`]),
    ].join(' · '),
  })),
})

export const yearsOf = ({ years }: LeaverRecord): OfRows => ({
  ...{
    title: 'For the return, each year',
    path: 'care-leaver-answers',
    does: 'Record a year',
    none: 'Nothing is recorded for the return.',
  },
  rows: years.map(({ id, year_ending, accommodation }) => ({
    id,
    head: `The year to ${dayWords(year_ending)}`,
    note: accommodation === null ? undefined : capital(saidOf(LIVES, accommodation.slice(0, 1))),
  })),
})
