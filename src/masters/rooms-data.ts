// The rooms of which a council may say where they are recorded: those whose facts nightly files bring, each with its tables, forms and pages.

type RoomOf = {
  /** 'Visits': as a heading, and before 'are recorded in …'. */
  readonly words: string
  /** The tables of the record that hold it; the database refuses them to whoever is no import. */
  readonly tables: readonly string[]
  /** Which nightly files bring it. */
  readonly brought: readonly Brings[]
  /** The paths of the forms that write it. What takes back stays open: the database says what may still be taken back. */
  readonly forms: readonly string[]
  /** The paths of pages that show it. */
  readonly pages: readonly string[]
}
export const BRINGS = ['ssd', 'annex-a'] as const
/** A nightly file: the Standard Safeguarding Dataset, or lists of Annex A. */
export type Brings = (typeof BRINGS)[number]
export const isBrings = (name: string): name is Brings => BRINGS.some((one) => one === name)

const CHILD = '/children/:child'
const below = (...paths: readonly string[]): readonly string[] => paths.map((path) => `${CHILD}/${path}`)
/** On these everything of a child is shown. */
const WHOLE = [CHILD, ...below('story', 'chronology')]

const ROOMS = {
  people: {
    words: 'Birth date, sex and ethnicity',
    tables: ['birth_claim', 'identity_code'],
    brought: ['ssd', 'annex-a'],
    forms: [
      '/comes-into-care/new',
      ...below('birth/record', 'birth/:about/correct', 'identity/sex/record', 'identity/sex/:about/correct'),
      ...below('identity/ethnicity/record', 'identity/ethnicity/:about/correct'),
    ],
    pages: [...WHOLE, ...below('family', 'who-they-are')],
  },
  care: {
    words: 'Times in care',
    tables: ['care_period'],
    brought: ['ssd', 'annex-a'],
    forms: [
      '/comes-into-care/new',
      ...below('comes-back', 'leaves-care', 'care/:about/correct', 'care-ends/:about/correct'),
    ],
    pages: [...WHOLE, ...below('where', 'courts-and-panels')],
  },
  legal: {
    words: 'Orders and legal status',
    tables: ['legal_basis'],
    brought: ['ssd', 'annex-a'],
    forms: [
      '/comes-into-care/new',
      ...below('comes-back', 'leaves-care', 'orders/record', 'orders/:about/correct', 'orders/:about/end'),
      ...below('orders/:about/goes-on', 'orders/:about/suspend', 'statuses/:about/correct'),
      ...below('agreements/record', 'agreements/:about/withdraw'),
    ],
    pages: [...WHOLE, ...below('where', 'courts-and-panels')],
  },
  homes: {
    words: 'Homes',
    tables: ['placement', 'address'],
    brought: ['ssd', 'annex-a'],
    forms: [
      '/comes-into-care/new',
      ...below('comes-back', 'leaves-care', 'homes/record', 'homes/:about/correct', 'homes/:about/end'),
      ...below('home-details/:about/correct'),
    ],
    pages: [...WHOLE, ...below('where', 'home-decisions')],
  },
  reviews: {
    words: 'Reviews',
    tables: ['review'],
    brought: ['ssd', 'annex-a'],
    forms: below('reviews/record', 'reviews/:about/correct'),
    pages: [...WHOLE, ...below('plan', 'reviewing', 'prepare-review')],
  },
  visits: {
    words: 'Visits',
    tables: ['visit'],
    brought: ['ssd', 'annex-a'],
    forms: below('visits/record', 'visits/:about/correct'),
    pages: [...WHOLE, ...below('visits')],
  },
  health: {
    words: 'Health assessments',
    tables: ['health_assessment'],
    brought: ['ssd'],
    forms: below('health/record', 'health/:about/correct', 'health/:about/report'),
    pages: [...WHOLE, ...below('health')],
  },
  missing: {
    words: 'Times missing',
    tables: ['missing_episode'],
    brought: ['ssd'],
    forms: below('missing/record', 'missing/:about/found', 'missing/:about/correct'),
    pages: [...WHOLE, ...below('missing')],
  },
  alone: {
    words: 'Facts of coming here alone',
    tables: ['unaccompanied'],
    brought: ['ssd'],
    forms: below('asylum-status/record', 'asylum-status/:about/correct'),
    pages: [...WHOLE, ...below('here-alone')],
  },
  adoption: {
    words: 'Decisions for adoption',
    tables: ['adoption_decision'],
    brought: ['ssd'],
    forms: below('adoption-decisions/record', 'adoption-decisions/:about/correct'),
    pages: [...WHOLE, ...below('plan', 'courts-and-panels')],
  },
} as const satisfies Readonly<Record<string, RoomOf>>

export type Room = keyof typeof ROOMS
export const isRoom = (name: string): name is Room => Object.hasOwn(ROOMS, name)
export const ROOM_NAMES: readonly Room[] = Object.keys(ROOMS).filter(isRoom)
export const roomOf = (room: Room): RoomOf => ROOMS[room]
