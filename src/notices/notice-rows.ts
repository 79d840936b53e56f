// The rows of a form in which notices are written, read into notices; what is wrong is said beside its row. Pure.
import { type Fault, fieldInRow, type Reading, reading, rowOf } from '#forms'
import { HOW_TOLD, type NewNotice, NOT_TOLD_WHY, type NotTold, RECIPIENTS } from './notice.ts'

export const NOTICE_ROWS = ['told_who', 'told_why', 'told_day', 'told_day_time', 'told_how', 'told_said'] as const
/** `listed`: the form names recipients beforehand, so a row that says nothing more is none. `check`: what its case asks besides. */
type Asked = {
  readonly listed?: boolean
  readonly check?: (notice: NewNotice, fault: Reading['fault']) => void
}

/** Why not, with its day: planned ahead while they are not told yet, else the day on which that was decided. */
function notTold(r: Reading, why: NotTold, who: string): Pick<NewNotice, 'planned' | 'decided' | 'decidedBy'> {
  if (why === 'not yet') {
    const planned = r.dayAheadIfAny('told_day', 'the day for which it is planned')
    if (planned !== null && planned < r.today)
      r.fault('told_day', 'That day has passed. Say that they were told, or a day for which it is planned.')
    return { planned, decided: null, decidedBy: null }
  }
  const decided = r.dayIfAny('told_day', 'the day on which that was decided') ?? r.today
  return { planned: null, decided, decidedBy: who === '' ? null : who }
}

const WHAT = 'the day on which they were told'
/** The hour is asked of nobody; where it is written it needs its day. */
function toldIn(r: Reading): Pick<NewNotice, 'told' | 'told_at'> {
  if (r.typed.one('told_day') === '' || r.typed.one('told_day_time') === '')
    return { told: r.dayIfAny('told_day', WHAT), told_at: null }
  const { day, at } = r.moment('told_day', WHAT)
  return { told: day, told_at: at }
}

/** One row of the form, or nothing where it was left empty. */
function noticeIn(r: Reading, { listed = false, by = '' }: Asked & { readonly by?: string }): NewNotice | undefined {
  const [who, day, why, how] = ['told_who', 'told_day', 'told_why', 'told_how'].map((name) => r.typed.one(name))
  const [said, time] = [r.typed.one('told_said'), r.typed.one('told_day_time')]
  if ([day, time, why, how, said].every((text) => text === '') && (who === '' || listed)) return undefined
  const recipient = r.choice('told_who', RECIPIENTS, 'Say who it is about: the child, a parent, the school, the GP …')
  const not_told = r.choiceIfAny('told_why', NOT_TOLD_WHY)
  if (not_told === null) {
    if (day === '') r.fault('told_day', 'Write the day on which they were told, or say why not.')
    return {
      ...{ recipient, ...toldIn(r), how: r.choiceIfAny('told_how', HOW_TOLD), not_told, said },
      ...{ planned: null, decided: null, decidedBy: null },
    }
  }
  if (how !== '') r.fault('told_how', 'They were told, or they were not. Leave one of the two empty.')
  if (not_told === 'not safe' && said === '') r.fault('told_said', 'Say why telling them would not be safe.')
  return { recipient, told: null, told_at: null, how: null, not_told, said, ...notTold(r, not_told, by) }
}

/** Every row of a form that was not left empty; what is wrong is said beside its row. */
export const noticesIn = (r: Reading, asked: Asked = {}): readonly NewNotice[] =>
  r.typed.all('told_who').flatMap((_, at) => {
    const faults: Fault[] = []
    const row = reading(rowOf(r.typed, at), r.today, faults)
    // Said once for the whole form: a manager decides of several at once.
    const notice = noticeIn(row, { ...asked, by: r.typed.one('told_by') })
    if (notice !== undefined) asked.check?.(notice, row.fault)
    for (const { field, says } of faults) r.fault(fieldInRow(field, at), says)
    return notice === undefined ? [] : [notice]
  })
