// The rows of a form in which notices are written, read into notices; what is wrong is said beside its row. Pure.
import { type Fault, fieldInRow, type Reading, reading, rowOf } from '#forms'
import { HOW_TOLD, type NewNotice, NOT_TOLD_WHY, type NotTold, RECIPIENTS, TELLERS, type ToldAbout } from './notice.ts'
import { mayBeKeptOut } from './owed.ts'

export const NOTICE_ROWS = [
  ...(['told_who', 'told_why', 'told_day', 'told_day_time', 'told_how', 'told_teller', 'told_said'] as const),
] as const
type Asked = {
  readonly about: ToldAbout
  /** The form names recipients beforehand, so a row that says nothing more is none. */
  readonly listed?: boolean
  /** Of homes of which fewer people may know where they are, as the writer may know them. */
  readonly keptPostcodes?: readonly string[]
  /** Who may have decided not to tell; undefined: the form does not ask, and whoever writes decided. */
  readonly deciders?: readonly Decider[]
}
/** `stands`: named by what is put right; nobody else follows from it who may decide. */
export type Decider = { readonly value: string; readonly text: string; readonly stands?: true }

const OF_A_HOME: ReadonlySet<ToldAbout> = new Set(['comes into care', 'home', 'home ended'])
const bare = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase()

/** Who may go untold of a home, and what no notice may say of one that is kept. */
function checked(r: Reading, { recipient, not_told, said, decidedBy }: NewNotice, asked: Asked): void {
  const { about, keptPostcodes = [], deciders } = asked
  const decidable = deciders?.some(({ value, stands }) => value === decidedBy || stands === undefined) ?? true
  if (not_told !== null && not_told !== 'not yet' && said === '')
    r.fault(
      'told_said',
      not_told === 'not safe' ? 'Say why telling them would not be safe.' : 'Say why they were not told.',
    )
  const keptOut = not_told === 'not safe' || not_told === 'not needed'
  if (keptOut && OF_A_HOME.has(about) && !mayBeKeptOut(recipient))
    r.fault(
      'told_why',
      'Only parents, those with contact and the carers before may go untold of a home, where telling would harm the child. Choose another reason.',
    )
  else if (not_told === 'not safe' && !decidable)
    r.fault('told_why', 'A manager decides that telling would not be safe. Ask them to record it here.')
  if (keptPostcodes.some((postcode) => bare(said).includes(bare(postcode))))
    r.fault('told_said', 'Fewer people may know where this home is. Take the postcode out.')
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
function noticeIn(
  r: Reading,
  { listed = false, by }: Pick<Asked, 'listed'> & { readonly by: string },
): NewNotice | undefined {
  const [who, day, why, how] = ['told_who', 'told_day', 'told_why', 'told_how'].map((name) => r.typed.one(name))
  const [said, time, teller] = [r.typed.one('told_said'), r.typed.one('told_day_time'), r.typed.one('told_teller')]
  if ([day, time, why, how, said, teller].every((text) => text === '') && (who === '' || listed)) return undefined
  const recipient = r.choice('told_who', RECIPIENTS, 'Say who it is about: the child, a parent, the school, the GP …')
  const not_told = r.choiceIfAny('told_why', NOT_TOLD_WHY)
  if (not_told === null) {
    if (day === '') r.fault('told_day', 'Write the day on which they were told, or say why not.')
    return {
      ...{ recipient, ...toldIn(r), how: r.choiceIfAny('told_how', HOW_TOLD), not_told, said },
      teller: r.choiceIfAny('told_teller', TELLERS),
      ...{ planned: null, decided: null, decidedBy: null },
    }
  }
  if (how !== '') r.fault('told_how', 'They were told, or they were not. Leave one of the two empty.')
  if (teller !== '') r.fault('told_teller', 'They were told, or they were not. Leave one of the two empty.')
  return { recipient, told: null, told_at: null, how: null, teller: null, not_told, said, ...notTold(r, not_told, by) }
}

function deciderIn(r: Reading, { deciders }: Asked): string {
  const by = deciders === undefined ? '' : r.typed.one('told_by')
  if (by !== '' && deciders?.some(({ value }) => value === by) !== true)
    r.fault('told_by', 'Choose who decided from the list.')
  return by
}

/** Every row of a form that was not left empty; what is wrong is said beside its row. */
export function noticesIn(r: Reading, asked: Asked): readonly NewNotice[] {
  // Said once for the whole form: a manager decides of several at once.
  const by = deciderIn(r, asked)
  return r.typed.all('told_who').flatMap((_, at) => {
    const faults: Fault[] = []
    const row = reading(rowOf(r.typed, at), r.today, faults)
    const notice = noticeIn(row, { ...asked, by })
    if (notice !== undefined) checked(row, notice, asked)
    for (const { field, says } of faults) r.fault(fieldInRow(field, at), says)
    return notice === undefined ? [] : [notice]
  })
}
