// What the reviewing officer of an invented child wrote between reviews: looks at the halfway, alerts, disputes and their answers.
import { addWorkingDays, day } from '#calendar'
import { type Entry, inParts } from './entry.ts'
import { reviewDays } from './facts.ts'
import { atWork, iso, type Life, said, workerOn } from './life.ts'
import { ALERTS, DISPUTES, FOUND } from './words-data.ts'

const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'officer',
  columns,
  ...more,
})
const LOOKED_AT = ['decisions', 'home', 'visits', 'health', 'learning', 'family time', 'permanence'] as const
const worker = (life: Life) => ({ worker: workerOn(life, life.until) ?? { worker: 0, former: false } })

function disputeOf(life: Life): readonly Entry[] {
  const chance = life.chance('dispute')
  const settled = DISPUTES.filter(
    ({ about }) =>
      (about !== 'home' || life.lived.length > 2) &&
      (about !== 'family time' || life.siblings.some(({ together }) => !together)),
  )
  const one = chance.shuffled(settled)[0]
  if (one === undefined) return []
  const raised = atWork(life.today - chance.whole(12, 150), life)
  const answered = atWork(Math.min(life.today, raised + chance.whole(4, 16)), life)
  const begun = iso(raised)
  const tier = chance.happens(0.75) ? 'informal' : 'team manager'
  const dispute = { entry: 'dispute' } as const
  const rows = [
    row(
      'kith.dispute',
      { about: one.about, raised: begun, child_told: 'told', on_table: null, on_line: null },
      {
        key: 'dispute',
        words: inParts({
          issue: said(life, one.issue, life.until),
          asked: said(life, one.asked, life.until),
          view: one.view,
        }),
      },
    ),
    row(
      'kith.dispute_stage',
      { dispute, tier: 'informal', begun, answer_by: addWorkingDays(day(begun), 10) ?? begun, asked_of: worker(life) },
      { words: null },
    ),
  ]
  if (tier !== 'informal' || life.today - raised < 25) return rows
  return [
    ...rows,
    row(
      'kith.dispute_answer',
      {
        dispute,
        tier: 'informal',
        answer: one.answer,
        answered: iso(answered),
        promised: null,
        answered_by: worker(life),
      },
      { words: inParts({ says: said(life, one.says, life.until) }) },
    ),
    ...(one.answer === 'agreed' && life.today - answered > 30
      ? [
          row(
            'kith.dispute_end',
            { dispute, outcome: 'changed', happened: iso(atWork(answered + 21, life)) },
            { words: null },
          ),
        ]
      : []),
  ]
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
