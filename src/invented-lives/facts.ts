// What is recorded of an invented child in facts: visits, reviews, health, school, plans signed, times missing.
import { type DayNumber, day, numberOf } from '#calendar'
import type { Chance } from '#chance'
import { isInside } from '#invented-council'
import type { Cell, Entry } from './entry.ts'
import { atWork, fits, iso, type Life, schoolOn, workerOn, yearsOld } from './life.ts'
import { WAITS } from './words-data.ts'

const fact = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'import',
  columns,
  ...more,
})
const between = (first: string, last: string) => [numberOf(day(first)), numberOf(day(last))] as const

/** Every six weeks and after each move within a week; one in fourteen is late. */
function visitsOf(life: Life): readonly Entry[] {
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
  return [...days].map((on) => {
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
const BACK = 1150
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

function healthOf(life: Life): readonly Entry[] {
  const chance = life.chance('health')
  const { child, since, until, today } = life
  const days: { readonly on: DayNumber; readonly kind: string }[] = []
  const first = child.came + chance.whole(9, 24)
  if (first > today - BACK) days.push({ on: first, kind: 'initial' })
  let next = child.came + chance.whole(150, 190)
  while (next < until) {
    if (next > today - BACK) days.push({ on: next, kind: 'review' })
    const apart = yearsOld(life, next) < 5 ? chance.whole(160, 182) : chance.whole(335, 364)
    next += apart + (chance.happens(0.08) ? chance.whole(15, 60) : 0)
  }
  const missed = child.health?.assessed === false
  const held = missed ? days.filter(({ on }) => on < today - 364) : days
  const referrals = WAITS.filter((one) => fits(life, one, today)).slice(0, 6)
  const waits =
    child.left === undefined && today - since > 90 && referrals.length > 0 && chance.happens(0.24)
      ? chance.shuffled(referrals).slice(0, 1)
      : []
  return [
    ...held.map(({ on, kind }) => {
      const happened = atWork(on, life)
      const by_role = kind === 'initial' ? 'doctor' : 'nurse'
      const reported = Math.min(today, happened + chance.whole(4, 18))
      return fact('kith.health_assessment', {
        kind,
        happened: iso(happened),
        by_role,
        outcome: 'seen',
        reported: iso(reported),
        mode: 'in person',
      })
    }),
    ...waits.map((one) => waitOf(life, one, chance)),
  ]
}

function waitOf(life: Life, { asked_for, waits_for, words }: (typeof WAITS)[number], chance: Chance): Entry {
  const asked = atWork(Math.max(life.since + 20, life.today - chance.whole(70, 240)), life)
  const seen = waits_for === null ? Math.min(life.today, asked + chance.whole(20, 60)) : null
  const none = {
    offered: null,
    mode: seen === null ? null : 'in person',
    seen: seen === null ? null : iso(seen),
    seen_by: seen === null ? null : 'doctor',
  }
  const over = seen === null ? { outcome: null, ended: null } : { outcome: 'nothing further needed', ended: iso(seen) }
  const columns = {
    asked: iso(asked),
    asked_for,
    asked_by: 'health team',
    answer: 'accepted',
    answered: iso(Math.min(life.today, asked + 14)),
    ...none,
    waits_for,
    ...over,
  }
  return fact('kith.health_referral', columns, { words })
}

const SURGERIES = [
  'Doctor Kavanagh, High Street',
  'The Mill Surgery',
  'Station Road Practice',
  'Hartley Health Centre',
  'Orchard Medical Centre',
] as const
const DENTISTS = [
  'Bridge Street Dental',
  'Market Square Dentists',
  'Hartley Dental',
  'The Tooth Room, Mill Lane',
] as const
function practicesOf(life: Life): readonly Entry[] {
  const chance = life.chance('practices')
  const last = life.lived.at(-1)?.home.since ?? life.child.came
  const since = iso(Math.min(life.until, last + chance.whole(2, 9)))
  const doctor = fact(
    'kith.practice',
    { kind: 'doctor', since, until: null, near: null },
    { words: chance.pick(SURGERIES) },
  )
  const dentist = fact(
    'kith.practice',
    { kind: 'dentist', since, until: null, near: null },
    { words: chance.pick(DENTISTS) },
  )
  return yearsOld(life, life.until) > 1 && chance.happens(0.9) ? [doctor, dentist] : [doctor]
}

/** Terms as the schools of the invented council publish them. */
export const TERMS = [
  ['autumn', '2025-09-02', '2025-12-19', '2025-10-27', '2025-10-31'],
  ['spring', '2026-01-06', '2026-03-27', '2026-02-16', '2026-02-20'],
  ['summer', '2026-04-14', '2026-07-21', '2026-05-25', '2026-05-29'],
  ['autumn', '2026-09-02', '2026-12-18', '2026-10-26', '2026-10-30'],
  ['spring', '2027-01-05', '2027-03-25', '2027-02-15', '2027-02-19'],
  ['summer', '2027-04-13', '2027-07-21', '2027-05-31', '2027-06-04'],
] as const

function learningOf(life: Life): readonly Entry[] {
  const chance = life.chance('learning')
  const places = life.schools.map(({ name, since, until, because }) =>
    fact('kith.school_place', {
      school: { school: name },
      during: `[${iso(since)},${until === undefined ? '' : iso(until)})`,
      left_because: because,
      left_in_year: null,
    }),
  )
  const plans: Entry[] = []
  const attended: Entry[] = []
  for (const [term, first, last] of TERMS) {
    const [begins, ends] = between(first, last)
    const from = Math.max(begins + 14, life.child.came + 10)
    if (
      ends > life.today ||
      from >= ends ||
      ends <= life.since ||
      from >= life.until ||
      schoolOn(life, from) === undefined
    )
      continue
    if (chance.happens(0.95))
      plans.push(
        planOf(life, { term, on: chance.whole(from, Math.max(from, Math.min(ends - 8, life.until - 2))) }, chance),
      )
    if (life.child.came < begins && chance.happens(0.85))
      attended.push(attendanceOf({ begins, ends: Math.min(ends, life.until - 1) }, chance))
  }
  return [...places, ...plans, ...attended]
}
function planOf(life: Life, { term, on }: { readonly term: string; readonly on: DayNumber }, chance: Chance): Entry {
  const happened = atWork(on, life)
  const quality = chance.weighted({ good: 74, 'needs work': 22, 'not good enough': 4 })
  const rated = iso(Math.min(life.today, happened + chance.whole(3, 14)))
  return fact('kith.education_plan', {
    stage: 'effective',
    happened: iso(happened),
    quality,
    term,
    rated_by: 'virtual school',
    rated,
  })
}
function attendanceOf(
  { begins, ends }: { readonly begins: DayNumber; readonly ends: DayNumber },
  chance: Chance,
): Entry {
  const possible = Math.floor(((ends - begins - 7) / 7) * 5 * 2)
  const share = chance.happens(0.8) ? 0.93 + chance.next() * 0.07 : 0.6 + chance.next() * 0.3
  const attendedHalves = Math.round(possible * share)
  const unauthorised = Math.round((possible - attendedHalves) * 0.3)
  return fact('kith.attendance', {
    since: iso(begins),
    last: iso(ends),
    possible,
    attended: attendedHalves,
    unauthorised,
    persistent: share < 0.9,
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
