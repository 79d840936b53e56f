// What the reviewing officer of an invented child wrote between reviews: looks at the halfway, alerts, disputes and their answers.
import { addWorkingDays, day } from '#calendar'
import { about, atWork, type Entry, inParts, iso, type Life, reviewDays, workerOn } from '#invented-lives'
import { ALERTS, DISPUTES, FOUND } from './words-data.ts'

const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'officer',
  columns,
  ...more,
})
const LOOKED_AT = ['decisions', 'home', 'visits', 'health', 'learning', 'family time', 'permanence'] as const
const worker = (life: Life) => ({ worker: workerOn(life, life.until) ?? { worker: 0, former: false } })

type Raised = { readonly raised: number; readonly answered: number; readonly one: (typeof DISPUTES)[number] }
function begun(life: Life, { raised, one }: Raised): readonly Entry[] {
  const on = iso(raised)
  const words = { issue: about(life, one.issue, life.until), asked: about(life, one.asked, life.until), view: one.view }
  const columns = { about: one.about, raised: on, child_told: 'told', on_table: null, on_line: null }
  const stage = { tier: 'informal', begun: on, answer_by: addWorkingDays(day(on), 10) ?? on, asked_of: worker(life) }
  return [
    row('kith.dispute', columns, { key: 'dispute', words: inParts(words) }),
    row('kith.dispute_stage', { dispute: { entry: 'dispute' }, ...stage }, { words: null }),
  ]
}
function ended(life: Life, { answered, one }: Raised): readonly Entry[] {
  const dispute = { entry: 'dispute' } as const
  const answer = { tier: 'informal', answer: one.answer, answered: iso(answered), promised: null }
  const says = inParts({ says: about(life, one.says, life.until) })
  const over = one.answer === 'agreed' && life.today - answered > 30
  const end = { dispute, outcome: 'changed', happened: iso(atWork(answered + 21, life)) }
  return [
    row('kith.dispute_answer', { dispute, ...answer, answered_by: worker(life) }, { words: says }),
    ...(over ? [row('kith.dispute_end', end, { words: null })] : []),
    ...(over && life.chance('told of a dispute').happens(0.7) ? [told(life, { answered, one })] : []),
  ]
}
/** What came of it, told by the reviewing officer within days; of some nobody has written it down. */
function told(life: Life, { answered, one }: Pick<Raised, 'answered' | 'one'>): Entry {
  const columns = {
    dispute: { entry: 'dispute' },
    about: 'what came of it',
    told: true,
    how: 'together in person',
  } as const
  const words = { what: about(life, one.says, life.until), who: 'Your reviewing officer', why: '' }
  const more = { told_by: null, not_told_why: null, ask_again: null, view: null }
  return row(
    'kith.dispute_telling',
    { ...columns, ...more, happened: iso(atWork(answered + 25, life)) },
    { words: inParts(words) },
  )
}

/** What fits this child, raised within half a year; the latest are still unanswered. */
function disputeOf(life: Life): readonly Entry[] {
  const chance = life.chance('dispute')
  const apart = life.siblings.some(({ together }) => !together)
  const fitting = DISPUTES.filter(
    ({ about: of }) => (of !== 'home' || life.lived.length > 2) && (of !== 'family time' || apart),
  )
  const [one] = chance.shuffled(fitting)
  if (one === undefined) return []
  const raised = atWork(life.today - chance.whole(12, 150), life)
  const dispute = { one, raised, answered: atWork(Math.min(life.today, raised + chance.whole(4, 16)), life) }
  return [...begun(life, dispute), ...(life.today - raised < 25 ? [] : ended(life, dispute))]
}

export function reviewingOf(life: Life): readonly Entry[] {
  const last = reviewDays(life).at(-1)
  if (life.child.left !== undefined || last === undefined) return []
  const chance = life.chance('reviewing')
  const on = atWork(last + chance.whole(30, 80), life)
  const concern = chance.happens(0.12)
  const checked = on < life.today && chance.happens(0.6)
  const looked_at = chance.shuffled(LOOKED_AT).slice(0, chance.whole(2, 4))
  const contact = chance.weighted({ seen: 30, 'spoken with': 50, 'written with': 20 })
  const words = inParts({
    found: chance.pick(FOUND),
    worries: concern ? 'What was decided about health is not done yet.' : '',
  })
  return [
    ...(checked
      ? [
          row(
            'kith.midpoint_check',
            { happened: iso(on), review: null, looked_at, contact, track: concern ? 'concern' : 'on track' },
            { words },
          ),
        ]
      : []),
    ...(chance.happens(0.05)
      ? [
          row(
            'kith.reviewer_alert',
            {
              kind: 'good practice',
              about: 'other',
              raised: iso(on < life.today ? on : last),
              on_table: null,
              on_line: null,
            },
            { words: inParts({ what: chance.pick(ALERTS) }) },
          ),
        ]
      : []),
    ...(chance.happens(0.04) && life.today - life.child.came > 200 ? disputeOf(life) : []),
  ]
}
