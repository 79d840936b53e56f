// The invented people of the demonstration council: names put together by chance, teams, and who is in which part.
import { day } from '#calendar'

/** A worker whom the return names by a code, so that they are there before it is read. */
export type Invented = { readonly code: string; readonly name: string }

const coded = (first: number, names: readonly string[]): readonly Invented[] =>
  names.map((name, index) => ({ code: `SW${first + index}`, name }))

/** They work with children today, in turn in each of the teams. */
export const SOCIAL_WORKERS: readonly Invented[] = coded(900101, [
  'Priya Kandola',
  'Tom Ashdown',
  'Leanne Cartwright',
  'Yusuf Demir',
  'Grace Okonjo',
  'Ben Hollis',
  'Marta Zielinska',
  'Callum Reddy',
  'Joanne Tyrell',
  'Amina Warsame',
  'Peter Lockyer',
  'Nadia Rahimi',
  'Stephen Garrick',
  'Chloe Bassett',
  'Kwame Antwi',
  'Ellen Fairley',
  'Rajesh Pillai',
  'Hannah Moxon',
  'Dylan Rowlands',
  'Sofia Marchetti',
])
/** They worked with children once, and have left. */
export const FORMER_WORKERS: readonly Invented[] = coded(900201, [
  'Janet Orme',
  'Simon Keogh',
  'Farah Siddique',
  'Lucy Penhale',
  'Derek Nunn',
  'Olu Fashina',
  'Karen Wadsworth',
  'Mark Eddowes',
])
export const REVIEWING_OFFICERS: readonly Invented[] = coded(900301, [
  'Ruth Adomako',
  'Colin Treadwell',
  'Shabnam Yaqub',
])

export type Team = { readonly name: string; readonly manager: Invented }
export const SERVICE = 'Children in care service'
export const TEAMS: readonly Team[] = [
  { name: 'Children in care, north', manager: { code: 'KD01', name: 'Imran Bashir' } },
  { name: 'Children in care, south', manager: { code: 'KD02', name: 'Helen Whitlock' } },
  { name: 'Children in care, east', manager: { code: 'KD03', name: 'Tunde Alabi' } },
  { name: 'Children in care, west', manager: { code: 'KD04', name: 'Sian Prothero' } },
]
export const HEAD_OF_SERVICE: Invented = { code: 'KD05', name: 'Margaret Osei' }
export const DIRECTOR = 'Dawn Hale'
/** In every team. */
export const BUSINESS_SUPPORT: Invented = { code: 'KD06', name: 'Debbie Crane' }
export const DUTY_WORKER: Invented = { code: 'KD07', name: 'Andre Lavelle' }

/** In the whole council. */
export const COUNCIL_WIDE = [
  { code: 'KD08', name: 'Gareth Pugsley', relation: 'out-of-hours' },
  { code: 'KD09', name: 'Paul Amesbury', relation: 'quality-lead' },
  { code: 'KD10', name: 'Mei Tan', relation: 'analyst' },
  { code: 'KD11', name: 'Robert Enfield', relation: 'administrator' },
  { code: 'KD12', name: 'Sheila Dunmore', relation: 'member' },
] as const

/** Child by child, for every child in care. */
export const EACH_CHILD = [
  { code: 'KD13', name: 'Catherine Lumsden', relation: 'virtual-school', reason: 'role' },
  { code: 'KD14', name: 'Fiona Greaves', relation: 'health-team', reason: 'agreement with another organisation' },
] as const
/** For children who moved lately, for the request for their home. */
export const PLACEMENT_WORKER: Invented = { code: 'KD15', name: 'Lorna Whitcombe' }
/** Supervises carers: for the children who moved lately, and by name for the homes of the council. */
export const SUPERVISING_WORKER: Invented = { code: 'KD17', name: 'Harriet Oldroyd' }
/** Sees nobody until somebody asks to see their own record. */
const RECORDS_OFFICER: Invented = { code: 'KD16', name: 'Patricia Noakes' }

/** They audit practice across teams, and have no part in the case of any child. */
export const AUDITORS: readonly Invented[] = [
  { code: 'KD18', name: 'Ruth Obi' },
  { code: 'KD19', name: 'Nathan Birch' },
  { code: 'KD20', name: 'Comfort Adeyemi' },
]

/** Besides those who work with children, review, or manage a team. */
export const OTHERS: readonly Invented[] = [
  HEAD_OF_SERVICE,
  BUSINESS_SUPPORT,
  DUTY_WORKER,
  ...COUNCIL_WIDE.map(({ code, name }) => ({ code, name })),
  ...EACH_CHILD.map(({ code, name }) => ({ code, name })),
  PLACEMENT_WORKER,
  SUPERVISING_WORKER,
  RECORDS_OFFICER,
  ...AUDITORS,
]

/** Some hundred people more, for councils of more children: put together by chance from these. */
export const MORE_GIVEN = [
  'Abbie',
  'Adaeze',
  'Anton',
  'Bryony',
  'Cerys',
  'Clive',
  'Dafydd',
  'Dilys',
  'Efosa',
  'Elspeth',
  'Faye',
  'Gaia',
  'Harriet',
  'Idris',
  'Jocasta',
  'Kadeem',
  'Lakshmi',
  'Lionel',
  'Meera',
  'Morwenna',
  'Nerys',
  'Niall',
  'Oonagh',
  'Osman',
  'Perdita',
  'Quentin',
  'Roisin',
  'Rufus',
  'Saoirse',
  'Selwyn',
  'Tamsin',
  'Uzma',
  'Verity',
  'Winston',
  'Xanthe',
  'Yemi',
  'Zubair',
] as const
export const MORE_FAMILIES = [
  'Ackerley',
  'Bickerton',
  'Colclough',
  'Dewsbury',
  'Entwistle',
  'Fothergill',
  'Gathercole',
  'Haverhill',
  'Inskip',
  'Jellicoe',
  'Kerslake',
  'Lanyon',
  'Mottram',
  'Nettlefold',
  'Ollerton',
  'Pemberley',
  'Quayle',
  'Rowbotham',
  'Satterthwaite',
  'Thistlewood',
  'Umpleby',
  'Vickery',
  'Wadham',
  'Yardley',
  'Abubakar',
  'Banerjee',
  'Chikwanha',
  'Dlamini',
  'Eze',
  'Farooqi',
  'Gebremariam',
  'Hosseini',
  'Ilunga',
  'Jankowska',
  'Kapoor',
  'Lindqvist',
  'Mukherjee',
  'Nyambura',
  'Okwuosa',
  'Petrova',
  'Quraishi',
] as const

/** Numbers kept by the regulator for stories: nobody answers them. */
export const NUMBERS_BY_NIGHT = [
  { whom: 'Emergency duty team', number: '01632 960 101', hours: 'from 5pm to 8.30am, and all weekend' },
  { whom: 'Manager on call', number: '01632 960 102', hours: 'when the duty team is not reached' },
]

const worker = (n: number, part: string) => ({ code: SOCIAL_WORKERS[n]?.code ?? '', part })
/** Whom one may choose to be, by code (the director by name), with their part in plain words. */
export const CHOOSABLE: readonly { readonly code: string; readonly part: string }[] = [
  worker(0, 'social worker, north team'),
  worker(1, 'social worker, south team'),
  worker(2, 'social worker, east team'),
  worker(3, 'social worker, west team'),
  { code: 'KD01', part: 'team manager, north' },
  { code: 'KD02', part: 'team manager, south' },
  { code: REVIEWING_OFFICERS[0]?.code ?? '', part: 'reviewing officer' },
  { code: REVIEWING_OFFICERS[1]?.code ?? '', part: 'reviewing officer' },
  { code: 'KD05', part: 'head of service, above all teams' },
  { code: DIRECTOR, part: 'director: sees the whole council' },
  { code: 'KD07', part: 'duty worker for all teams' },
  { code: 'KD08', part: 'out-of-hours worker' },
  { code: 'KD13', part: 'virtual school head' },
  { code: 'KD14', part: 'children in care nurse' },
  { code: 'KD15', part: 'placement team, for children who moved lately' },
  { code: 'KD17', part: 'supervising social worker, for children who moved lately' },
  { code: 'KD06', part: 'business support for all teams' },
  { code: 'KD09', part: 'quality lead' },
  { code: 'KD10', part: 'analyst: sees duties, and no names' },
  { code: 'KD11', part: 'administrator: keeps the lists, sees no child' },
  { code: 'KD12', part: 'councillor: sees no child' },
  { code: 'KD18', part: 'practice auditor' },
  { code: 'KD19', part: 'practice auditor' },
  { code: 'KD20', part: 'practice auditor' },
  { code: 'KD16', part: 'records officer: sees nobody until somebody asks for their record' },
]

const FIRST_YEAR = { first: day('2025-10-01'), last: day('2026-09-01') }
const ASKED = 'Decided with the heads of service: twelve months before the new way of matching homes began.'
/** What leaders decided is usual for some figures, and what they aim at. */
export const BASELINES = [
  { ...FIRST_YEAR, indicator: 'distance_over20_pct', aim: 40, because: ASKED },
  { ...FIRST_YEAR, indicator: 'placements_3plus_pct', aim: 6, because: ASKED },
  { ...FIRST_YEAR, indicator: 'long_term_stability_pct', aim: 70, because: ASKED },
  {
    ...FIRST_YEAR,
    indicator: 'review_participation_pct',
    aim: 90,
    because: 'Decided with the reviewing service: the first year of reviews that children lead.',
  },
  {
    ...FIRST_YEAR,
    indicator: 'missing_pct',
    aim: null,
    because: 'Decided by the director: a year without a change of how times missing are recorded.',
  },
  {
    ...FIRST_YEAR,
    indicator: 'cla_count',
    aim: null,
    because: 'Decided by the director: the year before the new court work began.',
  },
] as const
