// What a reviewing officer did between reviews, for the children whose stories are told: a check, an alert, a dispute; and permanence.
import { worksWithOn } from '#allocations'
import { addDays, addWorkingDays, day, type IsoDay } from '#calendar'
import { type Asking, type Door, recordFirst, writeParts } from '#database'
import { permanenceOf } from '#permanence'
import { placementsOf } from '#placements'
import { midpointsOf, reviewsHeld } from '#reviewing'
import { REVIEWED, type Reviewed } from './reviewed-data.ts'

type Of = { readonly code: string; readonly child: string; readonly worker: string; readonly today: IsoDay }

/** Each step may be done again: a child of whom a check is recorded is left alone. */
export async function tellReviewing(door: Door, council: number, { code, child, worker, today }: Of): Promise<void> {
  const told = REVIEWED[code]
  if (told === undefined) return
  const officer = await door.asService(council, 'import', async (asking) => {
    if ((await midpointsOf(asking, child)).length > 0) return undefined
    return (await worksWithOn(asking, child, today)).find(({ part }) => part === 'reviewing-officer')?.worker
  })
  if (officer === undefined) return
  await door.as({ council, person: worker }, async (asking) => {
    await planned(asking, child, told)
    await chosen(asking, child)
  })
  await door.as({ council, person: officer }, async (asking) => await reviewed(asking, child, { told, worker }))
}

async function planned(asking: Asking, child: string, { permanence }: Reviewed): Promise<void> {
  const { standing, before } = await permanenceOf(asking, child)
  if (standing !== undefined || before.length > 0) return
  const { why, next, ...columns } = permanence
  const review = (await reviewsHeld(asking, child)).find(({ held }) => held <= permanence.decided)
  await recordFirst(asking, 'kith.permanence_plan', {
    ...{ child, columns: { ...columns, parallel: [...columns.parallel], review: review?.line ?? null } },
    words: writeParts({ why, next }),
  })
}

/** How the home now was chosen, and the proceedings then. */
async function chosen(asking: Asking, child: string): Promise<void> {
  const home = (await placementsOf(asking, child)).at(-1)
  if (home === undefined) return
  const so = ['near home', 'same school', 'suits their needs', 'in our area']
  await recordFirst(asking, 'kith.home_choice', {
    child,
    columns: {
      placement: home.line,
      decided: home.since,
      so,
      not_so: ['family or friends', 'with brothers and sisters'],
    },
    words: writeParts({
      why: 'You wanted to stay at your school and to keep seeing your friends. These carers have a dog.',
      'family or friends': 'Your aunt was asked and has no room for you.',
      'with brothers and sisters': 'No home near your school took you both. You see each other every Saturday.',
    }),
  })
  await recordFirst(asking, 'kith.proceedings', {
    child,
    columns: {
      kind: 'care or supervision',
      issued: addDays(home.since, 7),
      final: addDays(home.since, 150),
      extensions: 0,
    },
  })
}

type Telling = { readonly told: Reviewed; readonly worker: string }
async function reviewed(asking: Asking, child: string, { told, worker }: Telling): Promise<void> {
  const { check, alert, dispute } = told
  const review = (await reviewsHeld(asking, child)).find(({ held }) => held <= check.happened)
  const { found, worries, ...looked } = check
  const { line } = await recordFirst(asking, 'kith.midpoint_check', {
    ...{ child, columns: { ...looked, looked_at: [...looked.looked_at], review: review?.line ?? null } },
    words: writeParts({ found, worries }),
  })
  const from = { on_table: 'midpoint_check', on_line: line }
  const { what, ...raised } = alert
  await recordFirst(asking, 'kith.reviewer_alert', {
    ...{ child, columns: { ...raised, ...from }, words: writeParts({ what }) },
  })
  if (dispute === undefined) return
  const { issue, asked, view, answer, ...disputed } = dispute
  const words = writeParts({ issue, asked, view })
  const made = await recordFirst(asking, 'kith.dispute', { child, columns: { ...disputed, ...from }, words })
  const answer_by = addWorkingDays(day(disputed.raised), 10) ?? disputed.raised
  await recordFirst(asking, 'kith.dispute_stage', {
    child,
    columns: { dispute: made.line, tier: 'informal', begun: disputed.raised, answer_by, asked_of: worker },
  })
  const { says, ...answered } = answer
  await recordFirst(asking, 'kith.dispute_answer', {
    ...{ child, columns: { ...answered, dispute: made.line, answered_by: worker }, words: writeParts({ says }) },
  })
}
