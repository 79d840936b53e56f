// List 9, young people to whom leaving care owes something on the day: what the record carries of its columns.
import type { Held } from '#return-making'
import { heldIn, textOf } from '#return-making'
import { latestBy, leavingOf, moreIn, saidIn, workingOn } from '#safeguarding-dataset'
import { type Cells, dayCell, type ListedChild, whoCells, workingCells } from './listed-child.ts'
import { ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH, NO, YES } from './template-codes-data.ts'

const TOUCH: Readonly<Record<string, string>> = {
  'in touch': 'YES',
  'no answer': 'NO',
  'does not want contact': 'REFU',
}

export function leavingCells(child: ListedChild): Cells | undefined {
  const { known, around, on } = child
  const category = ELIGIBILITY[leavingOf(known, on).kind]
  if (category === undefined) return undefined
  const answer = latestBy(heldIn(known.held, 'care_leaver_answer'), 'year_ending', on)
  const contacts = moreIn(known, 'leaver_contact')
  const touched = latestBy(
    contacts.filter(({ columns }) => columns.outcome === 'in touch'),
    'happened',
    on,
  )
  const reviewed = latestBy(moreIn(known, 'pathway_review'), 'held', on)
  const adviser = workingOn(known, 'personal-adviser', on)
  const last = latestBy(contacts, 'happened', on)
  const touch = (last && TOUCH[saidIn(last, 'outcome') ?? '']) ?? textOf(answer, 'in_touch')
  return {
    ...{ ...whoCells(child), ...workingCells(child), ...livingCells(child, answer) },
    'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)':
      heldIn(known.held, 'unaccompanied').length > 0 ? YES : NO,
    'Allocated Personal Advisor': around.workers.get(adviser?.worker ?? '')?.name ?? null,
    'Eligibility Category': category,
    'Latest Pathway Plan Review Date': dayCell(reviewed && saidIn(reviewed, 'held')),
    'LA in Touch': IN_TOUCH[touch ?? ''] ?? null,
    'Latest Date of Contact': dayCell(touched && saidIn(touched, 'happened')),
    'Activity Status': ACTIVITY[textOf(answer, 'activity') ?? ''] ?? null,
  }
}

/** What is recorded by the day comes before the answer of a year, whose code ends with whether it suits: 1 or 2. */
function livingCells({ known, on }: ListedChild, answer: Held | undefined): Cells {
  const home = latestBy(moreIn(known, 'leaver_home'), 'since', on)
  const code = textOf(answer, 'accommodation')
  const suits = home === undefined ? (code === undefined ? undefined : code.endsWith('1')) : home.columns.suits
  return {
    'Type of Accommodation': ACCOMMODATION[(home && saidIn(home, 'lives')) ?? code?.[0] ?? ''] ?? null,
    'Suitability of Accommodation': suits === true ? 'a) Suitable' : suits === false ? 'b) Unsuitable' : null,
  }
}
