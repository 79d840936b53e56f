// What one must know of an invented child, what they like to do, and what is to be done for them.
import { about, atWork, type Entry, type Fits, fits, inParts, iso, type Life, said } from '#invented-lives'
import { LIKES, MUST_KNOWS } from './words-data.ts'
import { notReleased, row, worker } from './written.ts'

const NEEDED = [
  'allocated-worker',
  'cover',
  'duty',
  'out-of-hours',
  'manager-line',
  'director',
  'reviewing-officer',
] as const
export function knownOf(life: Life): readonly Entry[] {
  const chance = life.chance('known')
  const many = chance.weighted({ 0: 50, 1: 38, 2: 12 })
  const byKind = Map.groupBy(
    chance.shuffled(MUST_KNOWS.filter((one) => fits(life, one, life.until))),
    ({ kind }) => kind,
  )
  const facts = chance
    .shuffled([...byKind.values()])
    .slice(0, Number(many))
    .flatMap(([first]) => first ?? [])
  const musts = facts.map(({ kind, fact }) => {
    const audience =
      kind === 'health' || kind === 'communication' ? [...NEEDED, 'health-team', 'virtual-school'] : [...NEEDED]
    return row(
      'kith.must_know',
      {
        kind,
        review_by: iso(life.today + chance.whole(25, 330)),
        ended: null,
        end_reason: null,
        audience,
        must_not_know: null,
      },
      { words: fact },
    )
  })
  const likes = chance.shuffled(LIKES.filter((one) => fits(life, one, life.until))).slice(0, chance.whole(0, 2))
  const interests = likes.map(({ what, hinders = '' }) => {
    const hindered = hinders !== '' && chance.happens(0.6)
    const since = iso(Math.max(life.since, life.until - 240))
    const parts = {
      what: said(life, what, life.until),
      way: hindered ? hinders : '',
      do: hindered ? 'The worker asks again this month.' : '',
    }
    return row(
      'kith.interest',
      { state: hindered ? 'wants to' : 'does it', since, hindered, hindered_since: null },
      { words: inParts(parts) },
    )
  })
  return [...musts, ...interests]
}

type Todo = Fits & { readonly what: string; readonly intended: string; readonly origin: string }
const TODO: readonly Todo[] = [
  {
    from: 0,
    until: 4,
    what: 'Ask the health visitor for the next look',
    intended: '{name} grows as {they} should',
    origin: 'health',
  },
  {
    from: 3,
    until: 12,
    what: 'Begin the life story book with {carer}',
    intended: '{name} knows why {they} lives here',
    origin: 'review',
  },
  {
    from: 4,
    until: 16,
    what: 'Ask school about a place in the homework club',
    intended: 'Evenings without a row about homework',
    origin: 'learning',
  },
  {
    from: 5,
    until: 18,
    if: 'family',
    what: 'Get the box with toys and photographs from Mum',
    intended: '{name} has what belongs to {them}',
    origin: 'view',
  },
  { from: 6, until: 18, what: 'Book the optician', intended: '{name} can read the board', origin: 'health' },
  {
    from: 8,
    until: 18,
    what: 'A passport, with consent in writing',
    intended: '{name} can go on the school trip',
    origin: 'review',
  },
  {
    from: 10,
    until: 18,
    what: 'Find a club near home for {name}',
    intended: 'Friends outside school',
    origin: 'visit',
  },
  {
    from: 15,
    until: 18,
    what: 'Open a bank account with {name}',
    intended: '{name} has money of {their} own',
    origin: 'plan',
  },
  {
    from: 13,
    until: 18,
    if: 'alone',
    what: 'Send the papers to the solicitor',
    intended: 'The claim is in on time',
    origin: 'decision',
  },
  {
    from: 3,
    until: 18,
    if: 'apart',
    what: 'Fix the next four days together with {brother}',
    intended: 'They see each other as it was promised',
    origin: 'review',
  },
]
export function actionsOf(life: Life): readonly Entry[] {
  const chance = life.chance('actions')
  if (life.child.left !== undefined) return []
  const many = chance.whole(1, 3)
  return chance
    .shuffled(TODO.filter((one) => fits(life, one, life.until)))
    .slice(0, many)
    .flatMap(({ what, intended, origin }, at) => {
      const done = at > 0 && chance.happens(0.6)
      const wanted = done ? life.today - chance.whole(5, 90) : life.today + chance.whole(-12, 60)
      const due = atWork(wanted, { until: wanted + 6 })
      const key = `action ${at}`
      const words = inParts({ what: about(life, what, life.until), intended: about(life, intended, life.until) })
      const action = row(
        'kith.action',
        {
          owned_by: 'worker',
          owner: worker(life, life.until),
          due: iso(due),
          no_due_why: null,
          origin,
          on_table: null,
          on_line: null,
          ...notReleased,
        },
        { key, words },
      )
      return done
        ? [
            action,
            row(
              'kith.action_outcome',
              { action: { entry: key }, outcome: 'done', happened: iso(due) },
              { words: 'It is done.' },
            ),
          ]
        : [action]
    })
}
