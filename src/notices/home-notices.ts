// Who is told of a home, as the form decides it: one row for each to whom the law owes notice in this case. Pure.
import type { IsoDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Fault, reading } from '#forms'
import type { NewNotice, Recipient, ToldAbout } from './notice.ts'
import { type Decider, noticesIn } from './notice-rows.ts'
import { type NoticeCase, type OwedTo, owedOf } from './owed.ts'
import { isAnswered, type NoticeRow, ofItsEnd, saidTo } from './said.ts'

export type HomeNoticesGiven = {
  readonly home: { readonly until: IsoDay | null }
  /** undefined: the law asks for no notice of such a home here. */
  readonly why: NoticeCase | undefined
  readonly about: ToldAbout
  readonly keptPostcodes: readonly string[]
  readonly notices: readonly NoticeRow[]
  readonly deciders: readonly Decider[]
}
export type HomeNotices = { readonly about: ToldAbout; readonly notices: readonly NewNotice[] }

/** Those to whom something is still owed: of the beginning of the home, or of its end. */
export const stillOwed = (
  { why, notices }: Pick<HomeNoticesGiven, 'why' | 'notices'>,
  about: string,
): readonly OwedTo[] => {
  const of = notices.filter((one) => ofItsEnd(one) === ofItsEnd({ about }))
  return why === undefined ? [] : owedOf(about, why).filter((one) => !isAnswered(saidTo(one, of)))
}

/** The form begins with a row for each who is still owed notice. */
export function noticesStart(given: HomeNoticesGiven): Values {
  const about = given.home.until === null ? given.about : 'home ended'
  const rows: readonly Recipient[] = stillOwed(given, about).map(({ any: [first] }) => first)
  return { told_who: rows.length === 0 ? [''] : rows, about: [ofItsEnd({ about }) ? 'home ended' : 'home'] }
}

export function decideHomeNotices(
  typed: Typed,
  given: HomeNoticesGiven,
  today: IsoDay,
): { readonly ok: HomeNotices } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  const about = typed.one('about') === 'home ended' ? 'home ended' : given.about
  const { keptPostcodes, deciders } = given
  const notices = noticesIn(r, { about, listed: true, keptPostcodes, deciders })
  if (notices.length === 0 && r.faults.length === 0)
    r.fault('told_day', 'Say of at least one that they were told, or why not.')
  return r.result(() => ({ about, notices }))
}
