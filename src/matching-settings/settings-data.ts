// What a council may set of matching, field by field: what ships with Kith, between which bounds, and where each comes from.
export type SettingName =
  | 'weigh_home'
  | 'weigh_school'
  | 'weigh_visits'
  | 'weigh_needs'
  | 'weigh_likes'
  | 'weigh_matters'
  | 'weigh_asked'
  | 'enough'
  | 'most'
  | 'meet_within'
  | 'approved_share'
  | 'stays_share'
  | 'taken_share'
export type Setting = {
  readonly name: SettingName
  readonly words: string
  /** As it ships. */
  readonly ships: number
  readonly from: number
  readonly to: number
  readonly unit: '' | 'homes' | 'working days' | 'of a hundred'
  readonly source: string
}
export type Part = { readonly title: string; readonly says: string; readonly settings: readonly Setting[] }

const LEAST = 5
const weight = (name: SettingName, words: string, of: readonly [ships: number, source: string]): Setting => ({
  ...{ name, words, ships: of[0], source: of[1], unit: '', to: 40 },
  from: name === 'weigh_needs' || name === 'weigh_asked' ? LEAST : 0,
})
const share = (name: SettingName, words: string, ships: number): Setting => ({
  ...{ name, words, ships, from: 1, to: 100, unit: 'of a hundred' },
  source: 'A guess of Kith’s, until the council has figures of its own',
})
const CHOICE = 'That it counts is law, how much is the council’s choice'

export const PARTS: readonly Part[] = [
  {
    title: 'What a list weighs',
    says: 'More weight means that more of the order comes of it. What nobody asked for leaves the sum. Nobody has measured these weights.',
    settings: [
      weight('weigh_home', 'Near the family home', [20, `Children Act 1989, section 22C(8)(a). ${CHOICE}`]),
      weight('weigh_school', 'The school is kept', [18, `Children Act 1989, section 22C(8)(b). ${CHOICE}`]),
      weight('weigh_visits', 'Family and places that matter', [
        12,
        `Children Act 1989, Schedule 2, paragraph 15. ${CHOICE}`,
      ]),
      weight('weigh_needs', 'Assessed needs are met', [20, 'Practice: a list that leaves needs out is none']),
      weight('weigh_likes', 'What the child likes, in common', [10, 'Practice']),
      weight('weigh_matters', 'Language, faith and culture, as the child or family asked', [
        10,
        `Children Act 1989, section 22(5)(c). ${CHOICE}`,
      ]),
      weight('weigh_asked', 'What the child asked for', [10, `Children Act 1989, section 22(4) and (5). ${CHOICE}`]),
    ],
  },
  {
    title: 'How far a search goes',
    says: 'It widens in these steps until enough homes fit. Three to five homes are shown, never one answer.',
    settings: [
      {
        ...{ name: 'enough', words: 'Enough homes, so that it does not widen', ships: 3, from: 1, to: 5 },
        ...{ unit: 'homes', source: 'Local practice' },
      },
      {
        ...{ name: 'most', words: 'At most as many are shown', ships: 5, from: 3, to: 5, unit: 'homes' },
        source: 'Measured: with other weights the first home was among the first three in 99.5 of 100 lists',
      },
    ],
  },
  {
    title: 'When a home breaks down',
    says: 'Those around the child come together within so many working days of an end that was not planned.',
    settings: [
      {
        ...{ name: 'meet_within', words: 'Working days to a disruption meeting', ships: 10, from: 1, to: 20 },
        ...{ unit: 'working days', source: 'Local practice: no law names days' },
      },
    ],
  },
  {
    title: 'What recruiting is expected to bring',
    says: 'The range beside the curve of recruiting comes of these three. Whoever has figures of their own puts them here.',
    settings: [
      share('approved_share', 'Carers who are approved within the year', 50),
      share('stays_share', 'Of them, who stay the year', 90),
      share('taken_share', 'Of what fits on paper, what becomes a home', 60),
    ],
  },
]
export const SETTINGS: readonly Setting[] = PARTS.flatMap(({ settings }) => settings)
export type Numbers = Readonly<Record<SettingName, number>>
/** One number for each field. */
export function numbersOf(of: (setting: Setting) => number): Numbers {
  const by = new Map(SETTINGS.map((setting) => [setting.name, of(setting)]))
  const at = (name: SettingName): number => by.get(name) ?? 0
  return {
    ...{ weigh_home: at('weigh_home'), weigh_school: at('weigh_school'), weigh_visits: at('weigh_visits') },
    ...{ weigh_needs: at('weigh_needs'), weigh_likes: at('weigh_likes'), weigh_matters: at('weigh_matters') },
    ...{ weigh_asked: at('weigh_asked'), enough: at('enough'), most: at('most'), meet_within: at('meet_within') },
    ...{ approved_share: at('approved_share'), stays_share: at('stays_share'), taken_share: at('taken_share') },
  }
}

/** Miles in which a search widens. */
export const STEPS_SHIP: readonly number[] = [10, 20, 40]
export const STEPS_SOURCE = 'Local practice. Twenty miles is the line of the published figures'
export const MOST_STEPS = 4
export const FURTHEST = 200
export const OWN_OVER = { from: 5, to: 200 } as const
export const OWN_SOURCE =
  'Local practice, beside the law and never in its place: regulation 11 asks by area, whatever the miles'
