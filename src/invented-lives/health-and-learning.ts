// What is recorded of an invented child's health and learning: looks, waits, practices, schools, plans of each term.
import { type DayNumber, day, numberOf } from '#calendar'
import type { Chance } from '#chance'
import { BACK, type Entry, fact } from './entry.ts'
import { atWork, fits, iso, type Life, schoolOn, yearsOld } from './life.ts'
import { WAITS } from './waits-data.ts'

const between = (first: string, last: string) => [numberOf(day(first)), numberOf(day(last))] as const

export function healthOf(life: Life): readonly Entry[] {
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
export function practicesOf(life: Life): readonly Entry[] {
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

export function learningOf(life: Life): readonly Entry[] {
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
