// Requests for homes of the demonstration: a few children who moved lately and look for a home to stay in, with places that matter to them.
import { addDays, type IsoDay } from '#calendar'
import { chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { hasAny, type LooksForHome, type NewRow, soonToMove, writeRows } from './store.ts'

const MOST = 9
const OWN = [
  'Somewhere with a dog, and where I can stay.',
  'I want to stay at my school and see Nan.',
  'Not too many rules. Somebody who likes football.',
  'I want my own room and a door that closes.',
  'Near my sister, please.',
] as const
const GOOD = [
  'Funny, kind to younger children, remembers every birthday.',
  'Draws for hours. Friends come to you when they are sad.',
  'Quick, brave, good with tools, and always up for a walk.',
] as const
const LIKES = ['football\nbaking', 'walks\ndrawing', 'swimming\nboard games', 'gardening\ncats'] as const
const HELPS = [
  'Tell me what comes next. Do not shout.',
  'Give me ten minutes, then ask again.',
  'Music, and to be left alone for a bit.',
] as const

function rowsOf(
  { child, postcode, born }: LooksForHome,
  at: number,
  { ids, today }: { ids: () => string; today: IsoDay },
): readonly NewRow[] {
  const chance = chanceFrom(`request ${at}`)
  const [id, emergency] = [ids(), at === 1]
  const year = born === null ? null : Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - 6
  const request = {
    ...{
      needed_by: addDays(today, emergency ? 1 : chance.whole(5, 60)),
      emergency,
      kinds: ['foster'],
      living_with: 'anybody',
    },
    ...{ family_considered: at !== 3, no_family_home: postcode === null, with_siblings: null },
    ...{
      needs: chance.happens(0.5) ? ['attachment and loss'] : [],
      must_have: chance.happens(0.4) ? ['to stay to 18 and after'] : [],
    },
    ...{
      hopes: chance.happens(0.6) ? ['a dog'] : ['a bedroom of their own'],
      no_pets: [],
      faith_matters: chance.happens(0.2),
    },
    ...{ school_year: year !== null && year >= 1 && year <= 13 ? year : null, closed: null, closed_why: null },
  }
  const words = {
    ...{ own: chance.pick(OWN), good: chance.pick(GOOD), like: chance.pick(LIKES), helps: chance.pick(HELPS) },
    ...{ considered: 'Grandparents and an aunt were asked. None can now; all want to visit.', hopes: '', feelings: '' },
  }
  const place = (kind: string, called: string, facts: object): NewRow => ({
    ...{ table: 'kith.request_place', id: ids(), child, words: writeParts({ called, why: '' }) },
    columns: {
      request: id,
      kind,
      postcode: null,
      protected: false,
      per_month: null,
      miles: null,
      firm: false,
      ...facts,
    },
  })
  return [
    { table: 'kith.home_request', id, child, columns: request, words: writeParts(words) },
    ...(postcode === null ? [] : [place('family home', 'Mum’s home', { postcode, protected: at === 4 })]),
    place('family', 'Nan', { postcode, per_month: 4 }),
    ...(at % 2 === 0 ? [place('activity', 'Judo club', { per_month: 8 })] : []),
  ]
}

async function makeRequests(asking: Asking, today: IsoDay): Promise<void> {
  if (await hasAny(asking, 'kith.home_request')) return
  const children = await soonToMove(asking, { today, most: MOST })
  const spare = [...(await asking.newIds(children.length * 4))]
  const ids = () => spare.pop() ?? ''
  await writeRows(
    asking,
    children.flatMap((one, at) => rowsOf(one, at, { ids, today })),
  )
}
/** Once: where there is any request, it was done. */
export async function inventRequests(door: Door, council: number, today: IsoDay): Promise<void> {
  await door.asService(council, 'import', async (asking) => await makeRequests(asking, today))
}
