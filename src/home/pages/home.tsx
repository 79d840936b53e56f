// The first page: the home that belongs to the part in which somebody stands; who stands in several, switches.
import { ComplaintsToAnswer } from '#complaints/pages'
import { RequestsToAnswer } from '#file-requests'
import type { Form } from '#forms'
import { Stack } from '#look'
import { type Answer, page, redirect, type Visit } from '#web'
import { chosenHome, type Home, homesOf } from '../parts.ts'
import { leadsTeams } from '../store.ts'
import { fieldHome } from './field-home.tsx'
import { leadersHome } from './leaders-home.tsx'
import { managerHome } from './manager-home.tsx'
import { type Made, type Making, Switch } from './parts.tsx'
import { reviewingHome } from './reviewing-home.tsx'
import { wideHome } from './wide-home.tsx'
import { workerHome } from './worker-home.tsx'

const MADE_BY: Readonly<Record<Exclude<Home, 'tonight'>, (making: Making) => Promise<Made>>> = {
  worker: workerHome,
  duty: fieldHome,
  manager: managerHome,
  reviewing: reviewingHome,
  leaders: leadersHome,
  health: fieldHome,
  learning: fieldHome,
  homes: fieldHome,
  support: fieldHome,
  adoption: fieldHome,
  quality: wideHome,
  lists: wideHome,
  others: fieldHome,
  outside: fieldHome,
  counts: wideHome,
}

/** Whoever stands in no part yet has the home of a worker without children: it says what to do about that. */
export const showHome =
  (forms: readonly Form[]) =>
  async ({ door, who, me, today, query }: Visit): Promise<Answer> => {
    const answer = await door.as(who, async (asking) => {
      const leads = me.parts.includes('manager-line') && (await leadsTeams(asking))
      const outside = me.organisation !== null
      const homes = homesOf(me.parts, { leads, outside })
      const home = chosenHome(homes, query('as')) ?? (outside ? 'outside' : 'worker')
      if (home === 'tonight') return undefined
      const answering = [await ComplaintsToAnswer(asking, today), await RequestsToAnswer(asking, today)]
      return {
        homes,
        home,
        answering: answering.filter((card) => card !== null),
        made: await MADE_BY[home]({ asking, today, forms, parts: me.parts, home }),
      }
    })
    if (answer === undefined) return redirect('/tonight')
    const { homes, home, answering, made } = answer
    const main = (
      <>
        <Switch homes={homes} home={home} />
        {answering.length > 0 && (
          <div class="kith-above">
            <Stack>{answering}</Stack>
          </div>
        )}
        {made.main}
      </>
    )
    return page({ title: made.title, here: '/', main })
  }
