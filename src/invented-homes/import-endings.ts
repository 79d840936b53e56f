// Disruption meetings of the demonstration: those around a child come together after a home that ended unplanned, with what is done; one is set, some are owed.
import { addDays, addWorkingDays, type IsoDay } from '#calendar'
import { chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { type EndedLately, endedUnplanned } from './chosen-store.ts'
import { hasAny, type NewRow, writeRows } from './store.ts'

const SAID = [
  'You said that it went wrong when the new baby came. Everybody agrees that you had asked for help before. The carers were tired, and nobody told us.',
  'It ended in one weekend. The school saw it coming, and we did not ask the school. You want to stay near your friends.',
  'The carers fell ill. Nothing that you did. You keep seeing them on Sundays, as you asked.',
  'There were three changes of bedtime rules in a month. You said that nobody asked you. The next home gets what helps you in writing.',
] as const
const DO = [
  ['Tell the new carers in writing what helps, and what does not', 'They know from the first evening'],
  ['Ask for a rest for these carers before they ask for one', 'The next time somebody hears it sooner'],
] as const
const HELD_OF = 0.72

type Making = { readonly ids: () => string; readonly today: IsoDay }
const WHO = ['the child', 'carer', "the carers' worker", 'social worker', 'reviewing officer'] as const

function heldRows({ child, seed, worker }: EndedLately, on: IsoDay, { ids, today }: Making): readonly NewRow[] {
  const chance = chanceFrom(`met ${seed}`)
  const [note, row] = [
    ids(),
    (table: string, columns: object, words?: string): NewRow => ({
      ...{ table: `kith.${table}`, id: ids(), child, columns: { ...columns }, words },
    }),
  ]
  const heard = { about: 'this child', person: null }
  const guests = WHO.filter((who) => who !== 'carer' || chance.happens(0.7))
  const due = addDays(on, chance.whole(14, 40))
  const done = due < today && chance.happens(0.7)
  const actions = DO.slice(0, chance.whole(1, 2)).flatMap(([what, intended]): readonly NewRow[] => {
    const id = ids()
    const owner = worker === null ? { owned_by: 'another service', owner: null } : { owned_by: 'worker', owner: worker }
    const columns = { ...owner, due, no_due_why: null, origin: 'note', on_table: 'note', on_line: note }
    const words = writeParts({ what, intended, ...(worker === null ? { service: 'Fostering service' } : {}) })
    const outcome = { action: id, outcome: 'done', happened: addDays(due, -2) }
    return [
      { table: 'kith.action', id, child, columns, words },
      ...(done ? [row('action_outcome', outcome, 'They have it, and read it with you.')] : []),
    ]
  })
  const present = ['child', 'carer', 'worker', 'reviewing officer']
  return [
    {
      ...{ table: 'kith.note', id: note, child, words: undefined },
      columns: { event: ids(), kind: 'disruption meeting', happened: on, began: null, present },
    },
    row('note_paragraph', { note, place: 1, ...heard }, chance.pick(SAID)),
    row(
      'meeting',
      { note, how: 'in person', child_part: 'was there', next_on: null },
      writeParts({
        place: 'School',
        chair: 'Team manager',
        part: 'You came, and your advocate spoke first.',
      }),
    ),
    ...guests.map((who, at) => row('meeting_guest', { note, place: at + 1, who, part: 'came' })),
    ...actions,
  ]
}
function setRow({ child }: EndedLately, { ids, today }: Making): NewRow {
  const columns = { gathering: ids(), kind: 'disruption meeting', meets: addWorkingDays(today, 3), begins: null }
  return {
    ...{ table: 'kith.planned_meeting', id: ids(), child },
    columns: { ...columns, how: 'in person', state: 'ahead', note: null },
    words: writeParts({ place: 'Civic centre', chair: 'Team manager', about: 'Why the last home ended', reason: '' }),
  }
}

const IDS = 20
async function meet(asking: Asking, today: IsoDay): Promise<void> {
  if (await hasAny(asking, 'kith.meeting')) return
  const ended = await endedUnplanned(asking, today)
  const spare = [...(await asking.newIds(ended.length * IDS))]
  const making = { ids: () => spare.pop() ?? '', today }
  await writeRows(
    asking,
    ended.flatMap((one, at): readonly NewRow[] => {
      const chance = chanceFrom(`disruption ${one.seed}`)
      const on = addWorkingDays(one.ended, chance.whole(2, 14))
      if (at === 0) return [setRow(one, making)]
      return on === undefined || on > today || at === 1 || !chance.happens(HELD_OF) ? [] : heldRows(one, on, making)
    }),
  )
}
/** Once: where there is any meeting, it was done. */
export async function inventEndings(door: Door, council: number, today: IsoDay): Promise<void> {
  await door.asService(council, 'import', async (asking) => await meet(asking, today))
}
