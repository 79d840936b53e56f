// Audits of the demonstration: rounds of two years in bulk, and one that waits, by the same draw as a council's.

import { addDays, addMonths, addWeeks, day, formatLongDay, type IsoDay } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { drawRound, GRADES, type Grade, QUESTIONS, THEMES, writeCouncilRow, writeRound } from '#practice-audits'
import { inventInvitations } from './import-invitations.ts'
import { FINDINGS, IMPACTS, PRACTICE_THEMES, ROUNDS, SAID, SEEN, WAITING, WHY } from './round-data.ts'
import { anyRound, childrenInCare, type NewRow, reviewsOf, writeRows } from './store.ts'

type People = { readonly lead: string; readonly auditors: readonly string[] }
type Making = People & {
  readonly today: IsoDay
  readonly id: () => string
  readonly chance: Chance
  readonly reviews: ReadonlyMap<string, string>
}
type Row = Omit<NewRow, 'child'>

const gradeOf = (chance: Chance): Grade =>
  chance.weighted({ outstanding: 12, good: 48, 'requires improvement': 32, inadequate: 8 })
const beside = (grade: Grade, chance: Chance): Grade => {
  const at = GRADES.indexOf(grade) + (chance.happens(0.75) ? 0 : chance.happens(0.7) ? 1 : -1)
  return GRADES[Math.min(3, Math.max(0, at))] ?? grade
}
type Said = { readonly said?: string | undefined } & Readonly<Record<string, unknown>>
const line = (table: string, id: string, { said, ...columns }: Said): Row => ({
  ...{ table, id, words: said },
  columns: { line: id, ...columns },
})

/** A whole theme; none that decides is worse than the whole allows. */
function themeRows(
  audit: string,
  grade: Grade,
  { child, of }: { readonly child: string; readonly of: Making },
): readonly Row[] {
  const { id, chance, reviews } = of
  const review = reviews.get(child)
  return THEMES.map((theme) => {
    const drawn = grade === 'inadequate' ? beside('inadequate', chance) : beside(grade, chance)
    const own: Grade = grade !== 'inadequate' && drawn === 'inadequate' ? 'requires improvement' : drawn
    const words = Object.fromEntries([
      ...QUESTIONS[theme].questions.map(({ asks }, at) => [`q${at}`, asks.replaceAll('NAME', 'the child')]),
      ...[0, 1, 2].map((at) => [`s${at}`, chance.pick(SEEN)]),
      ['why', chance.pick(WHY)],
    ])
    const evidence = review === undefined ? [] : [`review/${review}`]
    const answers = [own, own, own]
    return line('audit_theme', id(), { audit, theme, grade: own, answers, evidence, said: writeParts(words) })
  })
}

type Audited = {
  readonly child: string
  readonly round: string
  readonly due: IsoDay
  readonly place: number
  readonly again: string | null
  readonly grade: Grade
}
/** With the second grade, by which it is looked at again. */
type Made = { readonly rows: readonly Row[]; readonly second: Grade }
function auditRows(of: Making, { child, round, due, place, again, grade }: Audited): Made {
  const { id, chance, auditors } = of
  const audit = id()
  const [auditor = '', moderator = '', owner = ''] = chance.shuffled(auditors)
  const given = addDays(due, -chance.whole(1, 9))
  const graded = (stage: string, own: Grade, on: IsoDay) =>
    line('audit_grade', id(), { audit, stage, grade: own, given: on, said: writeParts({ why: chance.pick(WHY) }) })
  const heard = (['child', 'carer', 'parent'] as const).filter(() => chance.happens(0.7))
  const drawn = { drawn: again === null ? 'at random' : 're-audit', place, stratum: 'drawn at random' }
  const second = beside(grade, chance)
  const rows = [
    line('practice_audit', audit, { round, auditor, ...drawn, due, again }),
    ...themeRows(audit, grade, { child, of }),
    ...heard.map((whose) => {
      const asked = { asked_by: auditor, asked: given, named: chance.happens(0.6) }
      const said = writeParts({ words: chance.pick<string>(SAID[whose]) })
      return line('audit_voice', id(), { audit, whose, part: 'said', ...asked, said })
    }),
    graded('first', grade, given),
    line('audit_moderation', id(), { audit, moderator, due: addWeeks(given, 2) }),
    graded('second', second, addWeeks(given, 1)),
    ...loopRows(of, { audit, owner, given }),
  ]
  return { rows, second }
}
type Looped = { readonly audit: string; readonly owner: string; readonly given: IsoDay }
/** A finding, its action, verified, with what changed; closed. */
function loopRows({ id, chance }: Making, { audit, owner, given }: Looped): readonly Row[] {
  const [finding, action] = [id(), id()]
  const [tag, found, what, intended] = chance.pick(FINDINGS)
  const from = { origin: 'audit', on_table: 'audit_finding', on_line: finding }
  const difference = chance.weighted({ clear: 5, some: 3, 'too early': 1 })
  const seen = { seen: addWeeks(given, 8), evidence: [] }
  // Done after five weeks and due after six: read again by somebody else in time, or up to a week later.
  const check = { result: 'verified', read: addDays(given, 36 + (Number(given.slice(8)) % 14)), evidence: [] }
  return [
    line('audit_finding', finding, { audit, kind: 'to improve', tag, said: writeParts({ found }) }),
    line('action', action, {
      ...{ owned_by: 'worker', owner, due: addWeeks(given, 6), ...from },
      said: writeParts({ what, intended }),
    }),
    line('action_outcome', id(), {
      action,
      outcome: 'done',
      happened: addWeeks(given, 5),
      said: 'Done, and they notice.',
    }),
    line('action_verification', id(), {
      ...{ audit, action, ...check },
      said: writeParts({ found: 'Read again: it is there, and it was kept to.' }),
    }),
    line('audit_impact', id(), { audit, difference, ...seen, said: writeParts({ impact: chance.pick(IMPACTS) }) }),
    line('audit_closing', id(), { audit, closed: addWeeks(given, 8) }),
  ]
}

const monthCalled = (month: string): string => formatLongDay(day(month)).replace(/^\D*\d+ /, '')
const monthOf = (today: IsoDay, ago: number): string => `${addMonths(today, -ago).slice(0, 7)}-01`
async function pastRounds(
  asking: Asking,
  people: People,
  { today, chance }: { readonly today: IsoDay; readonly chance: Chance },
) {
  const children = chance.shuffled(await childrenInCare(asking, today))
  const reviews = await reviewsOf(asking)
  const ids = (await asking.newIds(3000)).values()
  const rows: NewRow[] = []
  const id = () => ids.next().value ?? ''
  const of: Making = { ...people, today, id, chance, reviews }
  let next = 0
  for (const [ago, wanted, done] of ROUNDS) {
    const month = monthOf(today, ago)
    const due = addDays(addMonths(today, -ago), -3)
    const { line: round } = await writeRound(asking, {
      columns: {
        ...{ kind: 'case', month, due, wanted, strata: [], auditors: [...people.auditors] },
        ...{ scale: 'inspectorate', seed: `Round of ${month}` },
        ...{ drawn: month, frame: children.length, lately: 0, nobody: 0, fingerprint: '00000000' },
      },
      words: { title: `Round of ${monthCalled(month)}`, why: 'Every team, every age.' },
    })
    for (let place = 1; place <= done; place += 1) {
      const child = children[next++ % Math.max(1, children.length)] ?? ''
      const grade = gradeOf(chance)
      const { rows: own, second } = auditRows(of, { child, round, due, place, again: null, grade })
      rows.push(...own.map((row) => ({ ...row, child })))
      const low = second === 'inadequate' || second === 'requires improvement'
      const then = addWeeks(due, second === 'inadequate' ? 4 : 12)
      if (!low || then > today || !chance.happens(0.8)) continue
      const better = beside(GRADES[GRADES.indexOf(second) - 1] ?? second, chance)
      const again = auditRows(of, { child, round, due: then, place: 0, again: own[0]?.id ?? '', grade: better })
      rows.push(...again.rows.map((row) => ({ ...row, child })))
    }
  }
  await writeRows(asking, rows)
}

/** Each with its owner: learned and different, learned, open. */
async function writeThemes(asking: Asking, { lead, auditors }: People, today: IsoDay): Promise<void> {
  for (const [at, { tag, title, learned, changed }] of PRACTICE_THEMES.entries()) {
    const told = learned === '' ? null : addMonths(today, -4)
    await writeCouncilRow(asking, 'kith.practice_theme', {
      columns: {
        ...{ tag, owner: auditors[at] ?? lead, since: addMonths(today, -7), due: addMonths(today, at - 1) },
        ...{ learned: told, changed: changed === '' ? null : addMonths(today, -1) },
      },
      words: { title, learned, changed },
    })
  }
}

/** Once. The one that waits is drawn in the name of who leads quality. */
export async function inventAudits(
  door: Door,
  council: number,
  { today, ...people }: People & { readonly today: IsoDay },
): Promise<void> {
  const chance = chanceFrom('audits')
  const made = await door.asService(council, 'import', async (asking) => {
    if (await anyRound(asking)) return true
    await pastRounds(asking, people, { today, chance })
    await writeThemes(asking, people, today)
    return false
  })
  if (made) return
  await door.as({ council, person: people.lead }, async (asking) => {
    const columns = {
      kind: 'case',
      month: monthOf(today, 0),
      due: addDays(today, 23),
      wanted: WAITING.wanted,
      strata: ['age', 'far'],
      auditors: [...people.auditors],
      scale: 'inspectorate',
      seed: `${WAITING.title}, one`,
      drawn: null,
      frame: null,
      lately: null,
      nobody: null,
      fingerprint: null,
    }
    const words = { title: WAITING.title, why: 'Where do children wait for us, and why?' }
    await drawRound(asking, await writeRound(asking, { columns, words }), today)
  })
  await inventInvitations(door, { council, lead: people.lead }, today)
}
