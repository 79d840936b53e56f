// Who is told of a home, as the form decides it: one row for each to whom the law owes notice in this case. Pure.
import type { IsoDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Fault, reading } from '#forms'
import type { NewNotice, Recipient, ToldAbout } from './notice.ts'
import { noticesIn } from './notice-rows.ts'
import { mayBeKeptOut, type NoticeCase, type OwedTo, owedTo } from './owed.ts'
import { isAnswered, type NoticeRow, ofItsEnd, saidTo } from './said.ts'

export type HomeNoticesGiven = {
  readonly home: { readonly line: string; readonly until: IsoDay | null }
  readonly why: NoticeCase
  readonly about: ToldAbout
  readonly kept: boolean
  readonly postcode: string | undefined
  readonly notices: readonly NoticeRow[]
  readonly deciders: readonly { readonly value: string }[]
}
export type HomeNotices = { readonly about: ToldAbout; readonly notices: readonly NewNotice[] }

/** Those to whom something is still owed: of the beginning of the home, or of its end. */
export const stillOwed = (
  { why, notices }: Pick<HomeNoticesGiven, 'why' | 'notices'>,
  about: string,
): readonly OwedTo[] => {
  const of = notices.filter((one) => ofItsEnd(one) === ofItsEnd({ about }))
  return owedTo(why).filter((one) => !isAnswered(saidTo(one, of)))
}

/** The form begins with a row for each who is still owed notice. */
export function noticesStart(given: HomeNoticesGiven): Values {
  const about = given.home.until === null ? given.about : 'home ended'
  const rows: readonly Recipient[] = stillOwed(given, about).map(({ any: [first] }) => first)
  return { told_who: rows.length === 0 ? [''] : rows, ...(given.home.until === null ? {} : { about: ['home ended'] }) }
}

const bare = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase()

export function decideHomeNotices(
  typed: Typed,
  given: HomeNoticesGiven,
  today: IsoDay,
): { readonly ok: HomeNotices } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  const about = given.home.until !== null && typed.one('about') === 'home ended' ? 'home ended' : given.about
  const notices = noticesIn(r, {
    listed: true,
    check: ({ recipient, not_told, said }, fault) => {
      if (not_told === 'not safe' && !mayBeKeptOut(recipient))
        fault(
          'told_why',
          'Only parents, those with contact and the carers before may go untold for safety. Choose another reason.',
        )
      if (given.kept && given.postcode !== undefined && bare(said).includes(bare(given.postcode)))
        fault('told_said', 'Fewer people may know where this home is. Take the postcode out.')
    },
  })
  const by = typed.one('told_by')
  if (by !== '' && !given.deciders.some(({ value }) => value === by))
    r.fault('told_by', 'Choose who decided from the list.')
  if (notices.length === 0 && r.faults.length === 0)
    r.fault('told_day', 'Say of at least one that they were told, or why not.')
  return r.result(() => ({ about, notices }))
}
