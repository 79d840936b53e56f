// Campaigns of recruiting carers in the demonstration: two that are over, one that runs and one that begins, with counts, carers' part and homes that came.
import { addDays, addMonths, type IsoDay } from '#calendar'
import { chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { approvedSince } from './chosen-store.ts'
import { hasAny, type NewRow, writeRows } from './store.ts'

/** Months from today; `homes`: how many it is to bring. */
const CAMPAIGNS = [
  {
    ...{ title: 'Room for two', looks: 'brothers and sisters', began: -22, ends: -14, homes: 4, cost: 18_500 },
    why: 'Brothers and sisters were parted because no home near by took two.',
    carers: 'Three carers spoke at each evening, without us in the room for the last half hour.',
    learned: 'Who heard a carer speak applied three times as often as who read the leaflet.',
  },
  {
    ...{ title: 'Teenagers, honestly', looks: '11 to 17', began: -12, ends: -4, homes: 5, cost: 24_000 },
    why: 'Most who live far from home are over eleven.',
    carers: 'Carers of teenagers wrote the advertisement, and answer the first call.',
    learned: 'Fewer asked, and more of them meant it.',
  },
  {
    ...{ title: 'Around the corner from school', looks: '5 to 10', began: -3, ends: 5, homes: 4, cost: null },
    why: 'Children of primary age change school when they move.',
    carers: 'Two carers stand at the school gate with our workers.',
    learned: '',
  },
  {
    ...{ title: 'A week at a time', looks: 'children with disabilities', began: 1, ends: 9, homes: 3, cost: 9_000 },
    why: 'Short breaks that grow into more.',
    carers: 'To be agreed with the carers’ group.',
    learned: '',
  },
] as const
type Campaign = (typeof CAMPAIGNS)[number]
type Making = { readonly ids: () => string; readonly today: IsoDay }

/** Counted every other month while it ran, never fewer than before. */
function countsOf({ title, began, ends }: Campaign, campaign: string, { ids, today }: Making): readonly NewRow[] {
  const chance = chanceFrom(`campaign ${title}`)
  const months = Math.floor((Math.min(ends, 0) - began) / 2)
  let [enquiries, visits, applications, withdrawn] = [0, 0, 0, 0]
  return Array.from({ length: Math.max(0, months) }, (_, at): NewRow => {
    enquiries += chance.whole(9, 22)
    visits += chance.whole(2, 6)
    applications += chance.whole(0, 2)
    withdrawn += chance.happens(0.3) ? 1 : 0
    const counted = addDays(addMonths(today, began), (at + 1) * 60)
    const said = at === 0 ? 'Most ask about money first, and about school next.' : ''
    const columns = { campaign, counted, enquiries, visits, applications, withdrawn }
    return { table: 'kith.campaign_count', id: ids(), columns, words: writeParts({ said }) }
  })
}

const CAME = [3, 2, 1, 0]
async function recruit(asking: Asking, today: IsoDay): Promise<void> {
  if (await hasAny(asking, 'kith.recruitment_campaign')) return
  const came = [...(await approvedSince(asking, addMonths(today, -22)))]
  const spare = [...(await asking.newIds(CAMPAIGNS.length * 12))]
  const making = { ids: () => spare.pop() ?? '', today }
  const rows = CAMPAIGNS.flatMap((one, at): readonly NewRow[] => {
    const [id, began] = [making.ids(), addMonths(today, one.began)]
    const own = came.filter(({ since }) => since >= addDays(began, 60)).slice(0, CAME[at])
    for (const home of own) came.splice(came.indexOf(home), 1)
    const area = at < 2 ? null : (own[0]?.postcode?.split(' ')[0] ?? null)
    const columns = { looks_for: one.looks, area, began, ends: addMonths(today, one.ends), homes: one.homes }
    const { title, why, carers, learned } = one
    return [
      {
        ...{ table: 'kith.recruitment_campaign', id, columns: { ...columns, cost: one.cost } },
        words: writeParts({ title, why, carers, learned }),
      },
      ...countsOf(one, id, making),
      ...own.map(({ household }): NewRow => {
        const named = { campaign: id, household }
        return { table: 'kith.campaign_home', id: making.ids(), columns: named, words: undefined }
      }),
    ]
  })
  await writeRows(asking, rows)
}
/** Once: where there is any campaign, it was done. */
export async function inventCampaigns(door: Door, council: number, today: IsoDay): Promise<void> {
  await door.asService(council, 'import', async (asking) => await recruit(asking, today))
}
