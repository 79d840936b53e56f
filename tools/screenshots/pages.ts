// Every page of which a picture is taken: its name, and its address or the way to it by the first link of another page.
export type Pictured = {
  readonly name: string
  /** The page itself, or the page on which the link stands. */
  readonly at: string
  readonly follow?: string
  /** Press these before the picture is taken. */
  readonly open?: string
  /** Typed into the search box of the header, and sent. */
  readonly search?: string
}

export const PAGES: readonly Pictured[] = [
  { name: 'children', at: '/' },
  { name: 'children-late', at: '/?show=late' },
  { name: 'children-page-3', at: '/?page=3' },
  { name: 'search', at: '/', search: 'ellis' },
  { name: 'search-nobody', at: '/', search: 'zzz' },
  { name: 'child', at: '/?show=late', follow: '.kith-table tbody th a' },
  { name: 'child-opened', at: '/?show=late', follow: '.kith-table tbody th a', open: 'summary' },
  { name: 'rulebook', at: '/rules' },
  { name: 'rule', at: '/rules/CP-07' },
  { name: 'rule-in-two-ways', at: '/rules/ED-01' },
  { name: 'what-would-fall-due', at: '/rules/simulate?on=17+Sep+2026&age=9', open: '.kith-due summary' },
  { name: 'not-found', at: '/nothing' },
]

/** Invented pages that show every component: served by the tool, not by Kith. */
export const SPECIMENS = ['home', 'record', 'conflict', 'form', 'components', 'comfortable', 'portal'] as const
