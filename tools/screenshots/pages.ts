// Every page of which a picture is taken: its name, and its address or the way to it by the first link of another page.
export type Pictured = {
  readonly name: string
  /** The page itself, or the page on which the link stands. */
  readonly at: string
  readonly follow?: string
  /** Then the first of these. */
  readonly press?: string
  /** Press these before the picture is taken. */
  readonly open?: string
  /** Then this, below the address that was reached: a tab of a child. */
  readonly under?: string
  /** Whom to be: the name on the sign-in page; the first of them, where none is given. */
  readonly as?: string
  /** Typed into the search box of the header, and sent. */
  readonly search?: string
  /** The session of somebody who is not on the sign-in page. */
  readonly secret?: string
  /** Also as it is printed; a form is not. */
  readonly paper?: boolean
}

/** Of the demonstration's year; it is checked before a picture of it is taken. */
export const RETURN = '/returns/ssda903/2027'

export const PAGES: readonly Pictured[] = [
  { name: 'home-worker', at: '/', as: 'Priya Kandola' },
  { name: 'home-manager', at: '/', as: 'Imran Bashir' },
  { name: 'home-reviewing', at: '/', as: 'Ruth Adomako' },
  { name: 'home-head-of-service', at: '/', as: 'Margaret Osei' },
  { name: 'home-director', at: '/', as: 'Dawn Hale' },
  { name: 'home-learning', at: '/', as: 'Catherine Lumsden' },
  { name: 'home-health', at: '/', as: 'Fiona Greaves' },
  { name: 'home-homes', at: '/', as: 'Lorna Whitcombe' },
  { name: 'homes', at: '/homes', as: 'Lorna Whitcombe', paper: true },
  { name: 'homes-free', at: '/homes?free=yes&kind=our+foster+home', as: 'Harriet Oldroyd' },
  { name: 'finding-wanted', at: '/homes/wanted', as: 'Lorna Whitcombe', paper: true },
  {
    ...{ name: 'finding-list', at: '/homes/wanted', as: 'Lorna Whitcombe', paper: true },
    follow: '.kith-table tbody td a[href$="/finding-home"]',
  },
  {
    name: 'finding-request',
    at: '/homes/wanted',
    as: 'Lorna Whitcombe',
    follow: '.kith-table tbody th a',
    paper: true,
  },
  ...[
    { name: 'finding-profile', press: 'a[href$="/home-request/profile"]', paper: true },
    { name: 'finding-close', press: 'a[href$="/close"]' },
    { name: 'finding-place', press: 'a[href$="/request-places/record"]' },
    { name: 'finding-put-right', press: 'a[href*="/home-requests/"][href$="/correct"]' },
  ].map((one) => ({ ...one, at: '/homes/wanted', as: 'Lorna Whitcombe', follow: '.kith-table tbody th a' })),
  ...[
    { name: 'finding-compare', press: 'a[href*="/finding-home/compare"]', paper: true },
    { name: 'finding-ask', press: 'a[href$="/ask"]' },
    { name: 'finding-step', press: 'a[href$="/step"]' },
  ].map((one) => ({
    ...{ ...one, at: '/homes/wanted', as: 'Lorna Whitcombe', follow: '.kith-table tbody td a[href$="/finding-home"]' },
  })),
  { name: 'homes-none', at: '/homes?area=ZZ9', as: 'Lorna Whitcombe' },
  { name: 'homes-due', at: '/homes/due', as: 'Harriet Oldroyd', paper: true },
  { name: 'homes-not-tied', at: '/homes/not-tied', as: 'Lorna Whitcombe' },
  { name: 'homes-one', at: '/homes', as: 'Lorna Whitcombe', follow: '.kith-table tbody th a', paper: true },
  { name: 'homes-add', at: '/homes/record', as: 'Lorna Whitcombe' },
  ...['approvals', 'address', 'people', 'holds', 'skills', 'events'].map((part) => ({
    name: `homes-${part}`,
    at: '/homes',
    as: 'Lorna Whitcombe',
    follow: '.kith-table tbody th a',
    press: `a[href$="/${part}/record"]`,
  })),
  {
    name: 'homes-retract',
    at: '/homes',
    as: 'Lorna Whitcombe',
    follow: '.kith-table tbody th a',
    press: 'a[href$="/retract"]',
  },
  { name: 'home-support', at: '/', as: 'Debbie Crane' },
  { name: 'home-analyst', at: '/', as: 'Mei Tan' },
  { name: 'home-lists', at: '/', as: 'Robert Enfield' },
  { name: 'other-systems', at: '/other-systems', as: 'Robert Enfield', paper: true },
  { name: 'home-member', at: '/', as: 'Sheila Dunmore' },
  { name: 'home-nobody', at: '/', as: 'Patricia Noakes' },
  { name: 'children', at: '/children', as: 'Dawn Hale' },
  { name: 'children-late', at: '/children?late=any', as: 'Dawn Hale' },
  { name: 'children-page-3', at: '/children?page=3', as: 'Dawn Hale' },
  { name: 'reviews', at: '/reviews', as: 'Dawn Hale' },
  { name: 'missing', at: '/missing', as: 'Dawn Hale', paper: true },
  { name: 'reviewing-disputes', at: '/disputes', as: 'Dawn Hale' },
  { name: 'reviewing-dispute', at: '/disputes', as: 'Dawn Hale', follow: '.kith-table tbody th a', paper: true },
  { name: 'reviewing-permanence', at: '/permanence', as: 'Dawn Hale' },
  { name: 'reviewing-service', at: '/reviewing-service', as: 'Dawn Hale' },
  { name: 'approvals', at: '/approvals', as: 'Imran Bashir' },
  { name: 'actions', at: '/actions', as: 'Priya Kandola' },
  { name: 'search', at: '/', as: 'Dawn Hale', search: 'elis' },
  { name: 'search-nobody', at: '/', as: 'Dawn Hale', search: 'zzz' },
  { name: 'tonight', at: '/tonight', as: 'Gareth Pugsley' },
  { name: 'child', at: '/children?late=any', as: 'Dawn Hale', follow: '.kith-table tbody th a' },
  {
    name: 'child-opened',
    at: '/children?late=any',
    as: 'Dawn Hale',
    follow: '.kith-table tbody th a',
    open: 'summary',
  },
  { name: 'choose', at: '/sign-in' },
  { name: 'account', at: '/account', as: 'Priya Kandola' },
  { name: 'help', at: '/help', as: 'Priya Kandola' },
  { name: 'rulebook', at: '/rules', as: 'Dawn Hale' },
  { name: 'rule', at: '/rules/CP-07', as: 'Dawn Hale' },
  { name: 'rule-waiting', at: '/rules/CP-03', as: 'Dawn Hale' },
  { name: 'rule-not-in-force', at: '/rules/LC-15', as: 'Dawn Hale' },
  { name: 'rule-chosen', at: '/rules/CP-14', as: 'Dawn Hale' },
  {
    name: 'falls-due',
    at: '/rules/simulate?on=today&age=9&place=U3&status=L1&temporaryApproval=yes',
    as: 'Dawn Hale',
  },
  { name: 'schools', at: '/settings/schools', as: 'Robert Enfield' },
  {
    name: 'school-term',
    at: '/settings/schools',
    as: 'Robert Enfield',
    follow: 'a[href$="/term"]',
  },
  { name: 'return-settings', at: '/settings/return', as: 'Mei Tan' },
  { name: 'return-numbers', at: '/settings/worker-numbers', as: 'Robert Enfield' },
  {
    name: 'return-number',
    at: '/settings/worker-numbers',
    as: 'Robert Enfield',
    follow: '.kith-table tbody th a',
  },
  { name: 'return-rules', at: '/returns/rules?page=2', as: 'Priya Kandola' },
  { name: 'inspection', at: '/inspection', as: 'Mei Tan', paper: true },
  { name: 'inspection-same', at: '/inspection/reconciliation', as: 'Mei Tan', paper: true },
  { name: 'inspection-otherwise', at: '/inspection/reconciliation/ssd?of=all', as: 'Mei Tan' },
  { name: 'insight', at: '/insight', as: 'Dawn Hale', paper: true },
  { name: 'insight-measures', at: '/insight/measures', as: 'Dawn Hale' },
  { name: 'insight-measure', at: '/insight/measures/distance_over20_pct', as: 'Dawn Hale', paper: true },
  { name: 'insight-behind', at: '/insight/measures/distance_over20_pct/children', as: 'Dawn Hale' },
  { name: 'insight-unknown', at: '/insight/measures/distance_over20_pct/children?how=u', as: 'Dawn Hale' },
  { name: 'insight-workers', at: '/insight/measures/sw_caseload/children?how=u', as: 'Dawn Hale' },
  { name: 'insight-caseloads', at: '/insight/caseloads', as: 'Dawn Hale' },
  { name: 'insight-changes', at: '/insight/changes/3', as: 'Dawn Hale' },
  { name: 'insight-missing-facts', at: '/insight/missing-facts', as: 'Dawn Hale' },
  { name: 'insight-outside', at: '/insight/outside', as: 'Sheila Dunmore' },
  { name: 'insight-baseline', at: '/insight/baseline', as: 'Dawn Hale' },
  { name: 'insight-published', at: '/insight/published', as: 'Dawn Hale', paper: true },
  { name: 'return-list', at: '/returns', as: 'Mei Tan' },
  { name: 'return-whole', at: RETURN, as: 'Mei Tan' },
  { name: 'return-by-child', at: `${RETURN}?by=child`, as: 'Mei Tan' },
  { name: 'return-of-rule', at: RETURN, as: 'Mei Tan', follow: '.kith-table tbody th a' },
  { name: 'return-changes', at: `${RETURN}/changes`, as: 'Mei Tan' },
  { name: 'return-figures', at: `${RETURN}/figures`, as: 'Mei Tan' },
  { name: 'return-figure', at: `${RETURN}/figures`, as: 'Mei Tan', follow: '.kith-table tbody th a' },
  { name: 'return-signing', at: RETURN, as: 'Dawn Hale', follow: 'a[href*="/sign-off/"]' },
  {
    name: 'return-step',
    at: RETURN,
    as: 'Dawn Hale',
    follow: 'a[href*="/sign-off/"]',
    press: 'a[href*="/step/"]',
  },
  { name: 'return-mine', at: `${RETURN}/mine`, as: 'Priya Kandola' },
  { name: 'return-team', at: `${RETURN}/mine?whose=team`, as: 'Imran Bashir' },
  {
    name: 'return-name',
    at: `${RETURN}?by=child`,
    as: 'Mei Tan',
    follow: '.kith-table tbody th a',
    press: 'a[href*="/name/"]',
  },
  { name: 'return-names', at: '/returns/names', as: 'Mei Tan' },
  ...[
    'birth/record',
    'identity/ethnicity/record',
    'identifiers/record',
    'year-answers/this-year',
    'care-leaver-answers/record',
  ].map((under) => ({
    name: `mend-${under.replace(/[^a-z]+/g, '-')}`,
    at: '/children',
    as: 'Priya Kandola',
    follow: '.kith-table tbody th a',
    under: `/${under}`,
  })),
  { name: 'not-found', at: '/nothing', as: 'Dawn Hale' },
  ...[
    '',
    '/story',
    '/story?show=all&span=life',
    '/family',
    '/where',
    '/plan',
    '/home-decisions',
    '/courts-and-panels',
    '/reviewing',
    '/prepare-review',
    '/learning',
    '/health',
    '/duties',
    '/chronology',
  ].map((under) => ({
    name: `told-child${under.replace(/[^a-z]+/g, '-').replace(/-$/, '')}`,
    at: '/',
    as: 'Dawn Hale',
    search: 'Cass',
    follow: '.kith-table tbody th a',
    under,
  })),
  {
    name: 'form-must-knows',
    at: '/',
    as: 'Gareth Pugsley',
    search: 'Cass',
    follow: '.kith-table tbody th a',
    under: '/missing/record',
  },
  {
    name: 'form-midpoint-check',
    at: '/',
    as: 'Ruth Adomako',
    follow: '.kith-table tbody th a',
    under: '/midpoint-checks/record',
  },
  {
    name: 'form-permanence-waits',
    at: '/',
    as: 'Priya Kandola',
    search: 'Cass',
    follow: '.kith-table tbody th a',
    under: '/plan',
    open: 'a[href$="/waits"]',
  },
  ...[
    '/record',
    '/home-choices/record',
    '/home-checks/record',
    '/home-decisions/record',
    '/parent-assessments/record',
    '/proceedings/record',
    '/guardianship-notices/record',
    '/missing-steps/record',
    '/visits/record',
    '/missing/record',
    '/health/record',
    '/health/referrals/record',
    '/health/answers/record',
    '/health/practices/record',
    '/learning/plan/record',
    '/learning/attendance/record',
    '/learning/exclusions/record',
    '/learning/applications/record',
    '/learning/premium/record',
    '/permanence/record',
    '/documents/add',
    '/plan/read',
  ].map((under) => ({
    name: `form${under.replace(/[^a-z]+/g, '-')}`,
    at: '/children',
    as: 'Priya Kandola',
    follow: '.kith-table tbody th a',
    under,
  })),
]

/** Invented pages that show every component: served by the tool, not by Kith. */
export const SPECIMENS = [
  'home',
  'record',
  'conflict',
  'form',
  'components',
  'comfortable',
  'portal',
  'broken',
] as const

/** Taken last, when the council has a name, two colours and a logo of its own. */
export const OTHER_FACE: readonly Pictured[] = [
  { name: 'face-sign-in', at: '/sign-in' },
  { name: 'face-home', at: '/', as: 'Priya Kandola' },
  { name: 'face-child', at: '/children', as: 'Priya Kandola', follow: '.kith-table tbody th a' },
  { name: 'face-settings', at: '/settings/council', as: 'Robert Enfield' },
]
