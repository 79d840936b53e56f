// Measures the ranking of 10,000 and 100,000 homes for one child, every gate asked, nothing kept between people.
import { addDays, day } from '#calendar'
import { chanceFrom } from '#chance'
import { type HomeKnown, type RequestForHome, STANDARD_POLICY, shownHomes, sorted, wantedOf } from '#matching'
import { anyTerms, at, child, knownHome, wantedHome } from '../../src/matching/test-matching.ts'
import { bestOf, type Figure } from './measure.ts'

const SKILLS = ['epilepsy', 'autism', 'trauma', 'night care', 'teenagers', 'babies'] as const
const LIKES = ['chess', 'football', 'cooking', 'dogs', 'music', 'gardens'] as const
const AREAS = ['E08000039', 'E08000038', 'E08000018', 'E10000007', 'E06000052'] as const

/** As in a full market: most are far, full, or not for this age. */
function homes(count: number): readonly HomeKnown[] {
  const chance = chanceFrom('homes')
  const some = (words: readonly string[], share: number) => words.filter(() => chance.happens(share))
  return Array.from({ length: count }, (_, each) => {
    const fromAge = chance.pick([0, 0, 5, 10])
    return knownHome(`H${each}`, {
      ...{
        at: { ...at(chance.whole(-60, 60), chance.pick(AREAS)), northing: 390_000 + chance.whole(-90_000, 90_000) },
      },
      ...{ free: chance.weighted({ 0: 60, 1: 25, 2: 15 }) === '0' ? 0 : chance.whole(1, 2), keen: chance.happens(0.3) },
      ...{ approvedByUs: chance.happens(0.3), protected: chance.happens(0.02) },
      terms: {
        ...anyTerms,
        fromAge,
        toAge: fromAge + chance.whole(5, 17),
        sex: chance.happens(0.1) ? 'male' : undefined,
      },
      living: chance.happens(0.4) ? [{ id: `c${each}`, age: chance.whole(1, 17), fostered: true }] : [],
      answers: { yes: [...some(SKILLS, 0.4), ...some(LIKES, 0.5)], willing: some(SKILLS, 0.1), no: ['cat'] },
    })
  })
}

const request: RequestForHome = wantedHome({
  children: [child('Juniper', { born: day('2013-02-03') })],
  on: addDays(day('2026-11-26'), 3),
  school: { called: 'Elm School', at: at(2), year: 9 },
  visits: [{ to: 'her grandmother', at: at(-4), perWeek: 2 }],
  avoid: {
    homes: [],
    people: [{ person: 'somebody', firmness: 'never' }],
    places: [{ at: at(30), miles: 3, firmness: 'never' }],
    under: [{ age: 3, firmness: 'never' }],
  },
  petsMustNot: ['cat'],
  livingWith: 'anybody',
  needs: ['epilepsy', 'autism'],
  likes: ['chess', 'music', 'gardens'],
  matters: [{ kind: 'language', word: 'language: Polish', strength: 'prefer' }],
  askedFor: ['dogs'],
  saidNo: ['H5'],
})

/** Twenty in a row, so that what the clock cannot tell apart is told. */
const TIMES = 20
async function ranking(count: number, target: number): Promise<Figure> {
  const loaded = homes(count)
  let fits = 0
  const rank = () => {
    for (let time = 0; time < TIMES; time += 1) fits = sorted(wantedOf(request, STANDARD_POLICY), loaded).fits
  }
  rank()
  const best = await bestOf(rank)
  const one = { ...best, node: best.node / TIMES, wall: best.wall / TIMES }
  return { name: `matching: ${count} homes ranked with every gate (${fits} fit)`, target, counts: 'cpu', best: one }
}

export async function benchMatching(): Promise<readonly Figure[]> {
  const loaded = homes(10_000)
  const best = await bestOf(() => shownHomes(sorted(wantedOf(request, STANDARD_POLICY), loaded)))
  return [
    await ranking(10_000, 0.005),
    await ranking(100_000, 0.05),
    { name: 'matching: 10,000 homes ranked, five explained', target: undefined, counts: 'cpu', best },
  ]
}
