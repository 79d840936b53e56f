// Why children of the demonstration live far from home, what was decided of it, how new homes were chosen, and which the director approved.
import { addDays, addMonths, type IsoDay } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { type BegunHome, begunSince, type FarHome, farOn, hasAny, type NewRow, writeRows } from './store.ts'

const WHY = {
  noneAvailable: 'Nobody near your home had a place for you that week.',
  refusedNeed: 'Carers near your home said that they could not care for you well.',
  refusedMatching: 'There was a place, and another child there for whom it would have been too much.',
  specialist: 'What helps you is only done there.',
  keptSafe: 'You are safer where some people do not find you.',
  withFamily: 'You live with people who belong to you.',
  childsChoice: 'You asked for it, and you were right.',
} as const
type Reason = keyof typeof WHY
const PROTECTS: readonly Reason[] = ['keptSafe', 'withFamily', 'childsChoice']
const SETTLED_DAYS = 700
const SAID_OF = 0.82

const reasonOf = ({ kind }: FarHome, chance: Chance): Reason => {
  if (/^U[123]$/.test(kind)) return 'withFamily'
  if (kind.startsWith('K')) return chance.weighted({ specialist: 45, refusedNeed: 35, keptSafe: 20 })
  return chance.weighted({ noneAvailable: 50, refusedNeed: 14, refusedMatching: 12, keptSafe: 16, childsChoice: 8 })
}

type Deciding = { readonly home: FarHome; readonly reason: Reason; readonly today: IsoDay; readonly chance: Chance }
type Answered = {
  readonly would_help: readonly string[]
  readonly nearer_by: IsoDay | null
  readonly officer_agreed: IsoDay | null
}
function answerOf({ home, reason, today, chance }: Deciding) {
  const none: Answered = { would_help: [], nearer_by: null, officer_agreed: null }
  if (home.since < addDays(today, -SETTLED_DAYS) && chance.happens(0.8)) {
    const wish = home.age !== null && home.age < 5 ? 'cannot say' : 'stay'
    return { ...none, answer: 'stays', wish, officer_agreed: addDays(today, -chance.whole(20, 300)) }
  }
  if (PROTECTS.includes(reason))
    return { ...none, answer: 'not decided', wish: chance.pick(['stay', 'stay', 'not asked']) }
  if (chance.happens(0.3)) return { ...none, answer: 'not decided', wish: chance.pick(['nearer', 'stay', 'not asked']) }
  const would_help = [
    chance.weighted({ 'home here': 55, 'home for all of them': 20, 'help for carers': 25 }),
    ...(chance.happens(0.2) ? ['school year'] : []),
  ]
  const nearer_by = chance.happens(0.6) ? addMonths(today, chance.whole(1, 8)) : null
  return { ...none, answer: 'nearer', wish: chance.pick(['nearer', 'nearer', 'not asked']), would_help, nearer_by }
}

function saidOfFar(
  home: FarHome,
  { ids, today }: { readonly ids: () => string; readonly today: IsoDay },
): readonly NewRow[] {
  const chance = chanceFrom(`far ${home.seed}`)
  if (!chance.happens(SAID_OF)) return []
  const reason = reasonOf(home, chance)
  const on_day = [addDays(today, -chance.whole(5, 90)), home.since].toSorted().at(-1)
  const columns = {
    ...{ placement: home.placement, on_day, reason, ...answerOf({ home, reason, today, chance }) },
    family_minutes: chance.happens(0.7) ? chance.whole(9, 28) * 5 : null,
    school_minutes: chance.happens(0.7) ? chance.whole(2, 9) * 5 : null,
    health: chance.weighted({ 'as near': 60, harder: 25, delayed: 15 }),
  }
  const words = {
    ...{ why: WHY[reason], family: 'Mum comes every other Saturday; we pay the train.' },
    ...{ school: 'The same school since you moved there.', siblings: 'You ring each other on Sundays.' },
    plan: columns.answer === 'nearer' ? 'The placement team looks each week.' : '',
  }
  return [{ table: 'kith.home_distance', id: ids(), child: home.child, columns, words: writeParts(words) }]
}

/** How each new home was chosen: what the law prefers and is so. */
function chosenRow(home: BegunHome, ids: () => string): NewRow {
  const chance = chanceFrom(`chosen ${home.seed}`)
  const near = home.miles !== null && home.miles <= 20
  const not_so = [
    ...(near ? [] : ['near home']),
    ...(chance.happens(near ? 0.2 : 0.75) ? ['same school'] : []),
    ...(chance.happens(0.3) ? ['with brothers and sisters'] : []),
  ]
  const so = ['near home', 'same school', 'with brothers and sisters'].filter((one) => !not_so.includes(one))
  const why = 'It was the best of what there was; we look again at your review.'
  const words = writeParts({ why, ...Object.fromEntries(not_so.map((one) => [one, 'No home that had a place.'])) })
  const columns = { placement: home.placement, decided: home.since, so, not_so }
  return { table: 'kith.home_choice', id: ids(), child: home.child, columns, words }
}

const ASKED_OF = 0.8
type Asked = { readonly request: string; readonly home: FarHome }
function requestsOf(far: readonly FarHome[], ids: () => string): readonly (Asked & { readonly row: NewRow })[] {
  return far
    .filter(({ distant, seed }) => distant && chanceFrom(`asked ${seed}`).happens(ASKED_OF))
    .map((home) => {
      const request = ids()
      const columns = {
        ...{ kind: 'placement at a distance', of_relation: 'director', on_table: 'placement' },
        ...{ on_line: home.placement, by_when: home.since },
      }
      const words = 'Nearer homes were asked first. This one can begin at once.'
      return { request, home, row: { table: 'kith.approval_request', id: request, child: home.child, columns, words } }
    })
}

async function say(asking: Asking, today: IsoDay): Promise<readonly Asked[]> {
  if (await hasAny(asking, 'kith.home_distance')) return []
  const [far, begun] = [
    await farOn(asking, today),
    await begunSince(asking, { since: addMonths(today, -24), on: today }),
  ]
  const spare = [...(await asking.newIds(far.length * 2 + begun.length))]
  const ids = () => spare.pop() ?? ''
  const asked = requestsOf(far, ids)
  await writeRows(asking, [
    ...far.flatMap((home) => saidOfFar(home, { ids, today })),
    ...begun.filter(({ seed }) => chanceFrom(`said ${seed}`).happens(0.85)).map((home) => chosenRow(home, ids)),
    ...asked.map(({ row }) => row),
  ])
  return asked
}

async function answer(asking: Asking, asked: readonly Asked[]): Promise<void> {
  const answered = asked.filter(({ home }) => !chanceFrom(`waits ${home.seed}`).happens(0.1))
  const ids = await asking.newIds(answered.length)
  await writeRows(
    asking,
    answered.map(({ request, home }, at) => ({
      ...{ table: 'kith.approval_answer', id: ids[at] ?? '', child: home.child },
      columns: { request, answer: 'approved', answered: home.since },
      words: 'I have read where they asked, and what is done to keep family and school close.',
    })),
  )
}

/** Once: where anything is said of a far home, it was done. */
export async function inventFar(
  door: Door,
  council: number,
  { today, director }: { readonly today: IsoDay; readonly director: string },
): Promise<void> {
  const asked = await door.asService(council, 'import', async (asking) => await say(asking, today))
  if (asked.length > 0 && director !== '')
    await door.as({ council, person: director }, async (asking) => await answer(asking, asked))
}
