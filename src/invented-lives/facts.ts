// What is recorded of an invented child in facts: visits, reviews, papers of homes, who was told, times missing, and what comes after care.
import type { DayNumber } from '#calendar'
import { isInside } from '#invented-council'
import { BACK, type Cell, type Entry, fact } from './entry.ts'
import { healthOf, learningOf, practicesOf } from './health-and-learning.ts'
import { atWork, iso, type Life, schoolOn, workerOn, yearsOld } from './life.ts'

/** Nobody comes again within three weeks of a visit that is told elsewhere. */
const AROUND_TOLD = 21
/** Every six weeks and after each move within a week; one in fourteen is late. `told`: days of visits that a story tells. */
function visitsOf(life: Life, told: readonly DayNumber[] = []): readonly Entry[] {
  const chance = life.chance('visits')
  const days = new Set<DayNumber>()
  for (const { home } of life.lived) {
    const until = Math.min(home.until ?? life.until, life.until)
    if (until <= life.since) continue
    let next =
      home.since >= life.since
        ? home.since + (chance.happens(0.94) ? chance.whole(1, 6) : chance.whole(9, 16))
        : life.since + chance.whole(5, 38)
    while (next < until) {
      days.add(atWork(next, life))
      next += chance.happens(0.93) ? chance.whole(26, 40) : chance.whole(47, 70)
    }
  }
  const own = [...days].filter((on) => told.every((day) => Math.abs(day - on) > AROUND_TOLD))
  return own.map((on) => {
    const visitor: Cell =
      workerOn(life, on) === undefined
        ? { officer: true }
        : { worker: workerOn(life, on) ?? { worker: 0, former: false } }
    const seen = chance.happens(0.97)
    const alone = seen && (yearsOld(life, on) < 2 ? chance.happens(0.4) : chance.happens(0.88))
    return fact('kith.visit', {
      happened: iso(on),
      began: null,
      visitor,
      visitor_role: 'representative',
      mode: 'in person',
      virtual_approved_by: null,
      seen,
      alone,
      told_how_to_reach: seen && yearsOld(life, on) > 5,
    })
  })
}

const TOOK_PART = { PN1: 52, PN2: 9, PN3: 4, PN5: 8, PN6: 12, PN7: 10, PN4: 5 } as const
/** Within 20 working days, then three months, then six; a few are late. */
export function reviewDays(life: Life): readonly DayNumber[] {
  const chance = life.chance('review days')
  const late = () => (chance.happens(0.06) ? chance.whole(8, 30) : 0)
  const first = life.child.came + chance.whole(15, 26) + late()
  const second = first + chance.whole(70, 88) + late()
  const days = [first, second]
  for (let next = second + chance.whole(150, 178) + late(); next < life.until; next += chance.whole(150, 180) + late())
    days.push(next)
  return days.filter((on) => on < life.until - 1 && on > life.today - BACK).map((on) => atWork(on, life))
}
function reviewsOf(life: Life): readonly Entry[] {
  const chance = life.chance('reviews')
  const days = reviewDays(life)
  return days.map((on, at) => {
    const little = yearsOld(life, on) < 4
    const participation = little ? 'PN0' : chance.weighted(TOOK_PART)
    const there = !little && ['PN1', 'PN2', 'PN3', 'PN4'].includes(participation)
    const present = [
      ...(there ? ['child'] : []),
      'carer',
      'worker',
      'reviewing officer',
      ...(schoolOn(life, on) ? ['school'] : []),
      ...(chance.happens(0.5) && !life.child.alone ? ['parent'] : []),
    ]
    const next = at === days.length - 1 ? iso(on + 175) : null
    return fact('kith.review', {
      held: iso(on),
      participation,
      adjourned: false,
      chaired_by: { officer: true },
      present,
      next_proposed: next,
      visitor: null,
    })
  })
}

/** A plan signed for each home that began since everything is recorded. */
function signedOf(life: Life): readonly Entry[] {
  const chance = life.chance('home papers')
  return life.lived.flatMap(({ home, household }) => {
    if (home.since < life.since || household.livesIn === 'adoption') return []
    const early = Math.max(life.child.born, home.since - chance.whole(0, 3))
    const prepared = chance.happens(0.92) ? early : Math.min(life.today, home.since + chance.whole(2, 6))
    const signed = iso(Math.min(life.today, Math.max(home.since, prepared) + chance.whole(0, 5)))
    const none = { late_reason: null, report_hours: null, edition: null, signed_by: null }
    return [
      fact('kith.placement_plan', {
        placement: { placement: iso(home.since) },
        prepared: iso(prepared),
        signed,
        ...none,
      }),
    ]
  })
}

/** On what a home or a stay rests: meant to last, agreed, or arrived alone. */
function restsOn(life: Life): readonly Entry[] {
  const { child } = life
  const chance = life.chance('arrival')
  const long = life.lived.filter(({ home }) => home.kind === 'U4' || home.kind === 'U1')
  const meant = long.map(({ home }) => {
    const since = iso(Math.min(life.until - 1, Math.max(home.since + 200, child.came + 300)))
    const columns = { kind: 'long-term foster placement', since, until: null, weeks: null }
    return fact('kith.placement_decision', { placement: { placement: iso(home.since) }, ...columns })
  })
  const agreed = child.statuses.filter(({ code }) => code === 'V2' && !child.alone)
  const agreements = agreed.map(({ since }) => {
    const by = yearsOld(life, since) >= 16 ? 'the child, at 16 or 17' : 'mother'
    return fact('kith.agreement', { basis: { basis: iso(since) }, by, given: iso(since), withdrawn: null })
  })
  const how = chance.happens(0.6) ? 'national transfer' : 'found here'
  const arrived = iso(child.came - chance.whole(0, 20))
  const came = { arrived, came_to_us: iso(child.came), how, referred: null, interpreter: true }
  return [...meant, ...agreements, ...(child.alone ? [fact('kith.arrival_alone', came)] : [])]
}

const TO_TELL = [
  'child',
  'parent',
  'carer before',
  'school',
  'GP',
  'health team',
  'independent reviewing service',
] as const
/** Who was told of the home, in writing and within days; one in ten is still missing. */
function noticesOf(life: Life): readonly Entry[] {
  const chance = life.chance('notices')
  return life.lived.flatMap(({ home, household }, at) => {
    if (home.since < life.since || household.livesIn === 'adoption') return []
    const there = TO_TELL.filter(
      (one) =>
        (one !== 'carer before' || at > 0) &&
        (one !== 'parent' || !life.child.alone) &&
        (one !== 'school' || schoolOn(life, home.since) !== undefined),
    )
    const outside = isInside(home.postcode) === false ? (['area authority'] as const) : []
    return [...there, ...outside].flatMap((recipient) => {
      if (chance.happens(0.09)) return []
      const told = atWork(home.since + chance.whole(0, 4), life)
      const how = recipient === 'child' ? 'in person' : 'in writing'
      const none = { not_told: null, planned: null, decided: null, decided_by: null, told_at: null }
      return [
        fact(
          'kith.told',
          {
            recipient,
            told: iso(told),
            about: 'home',
            on_table: 'placement',
            on_line: { placement: iso(home.since) },
            how,
            ...none,
          },
          { words: null },
        ),
      ]
    })
  })
}

/** How each home began: as planned or not; the letter praises the first, and there are some of the second. */
export function plannedStarts(life: Life): readonly { readonly since: string; readonly planned: boolean }[] {
  const chance = life.chance('planned')
  return life.lived.map(({ home }, at) => {
    const before = life.lived[at - 1]?.home.ended
    const first = life.child.statuses[0]?.code
    const planned =
      at === 0
        ? first !== 'L1' && chance.happens(first === 'V2' ? 0.75 : 0.6)
        : before === 'CARPL' || before === 'CHILD' || (before === 'OTHER' && chance.happens(0.8))
    return { since: iso(home.since), planned }
  })
}

const stamp = (on: DayNumber, hours: number): string => {
  const days = on + Math.floor(hours / 24)
  return `${iso(days)}T${String(hours % 24).padStart(2, '0')}:${hours % 2 === 0 ? '15' : '40'}:00Z`
}
function missingOf(life: Life): readonly Entry[] {
  const chance = life.chance('missing')
  return life.child.away.flatMap(({ on, hour, hours }, at) => {
    const back = on + Math.floor((hour + hours) / 24)
    if (back >= life.until) return []
    const key = `missing ${at}`
    const police_grading = chance.weighted({ 'no apparent risk': 5, low: 35, medium: 50, high: 10 })
    const episode = fact(
      'kith.missing_episode',
      {
        kind: 'missing',
        since: iso(on),
        since_at: stamp(on, hour),
        until: iso(back),
        until_at: stamp(on, hour + hours),
        police_grading,
      },
      { key },
    )
    const asked = Math.min(life.until, back + (chance.happens(0.88) ? chance.whole(0, 2) : chance.whole(4, 9)))
    const outcome = chance.happens(0.7) ? 'held' : 'declined'
    const talk = fact('kith.return_interview', {
      episode: { entry: key },
      offered: iso(back),
      happened: iso(asked),
      happened_at: null,
      outcome,
      independent: true,
    })
    return chance.happens(0.95) ? [episode, talk] : [episode]
  })
}

/** After care: somebody stays in touch, and where they live is looked at. */
function afterCareOf(life: Life): readonly Entry[] {
  const { left, born } = life.child
  if (left === undefined || (left.on - born) / 365.25 < 17.9) return []
  const chance = life.chance('after care')
  const contacts: Entry[] = []
  for (let on = left.on + 12; on < life.today; on += chance.whole(35, 55)) {
    const outcome = chance.happens(0.86) ? 'in touch' : 'no answer'
    const columns = {
      happened: iso(atWork(on, { until: life.today })),
      made_by: { worker: { worker: 0, former: false } },
      how: chance.weighted({ 'where they live': 40, call: 35, message: 25 }),
      outcome,
      offered: true,
    }
    contacts.push(
      fact('kith.leaver_contact', columns, {
        words:
          outcome === 'in touch'
            ? chance.pick([
                'All right. Work is going well.',
                'Tired, and proud of the flat.',
                'Money is short this week; we went through it together.',
                'Happy: a new course begins after Easter.',
              ])
            : null,
      }),
    )
  }
  const lives = { E5: 'D', E17: 'Z', E6: 'U' }[left.why] ?? 'U'
  return [
    ...contacts,
    fact(
      'kith.leaver_home',
      { since: iso(left.on), until: null, lives, provided: left.why === 'E5', suits: chance.happens(0.93) },
      { words: null },
    ),
  ]
}

/** Of a child whose story is told by hand: the visits that it leaves out, and the reviews. */
export const meetingsOf = (life: Life, told: readonly DayNumber[]): readonly Entry[] => [
  ...visitsOf(life, told),
  ...reviewsOf(life),
]

export function factsOf(life: Life): readonly Entry[] {
  const after = afterCareOf(life)
  return [
    ...visitsOf(life),
    ...reviewsOf(life),
    ...healthOf(life),
    ...practicesOf(life),
    ...learningOf(life),
    ...signedOf(life),
    ...restsOn(life),
    ...noticesOf(life),
    ...missingOf(life),
    ...after,
  ]
}
