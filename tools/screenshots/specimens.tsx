// Invented pages in the shell of Kith, made only of components: for those who draw and those who build.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Assets } from '../../src/web/assets.ts'
import { type Density, Layout } from '../../src/web/layout.tsx'
import { Broken } from '../../src/web/pages/shared-pages.tsx'
import { Components, Portal } from './specimen-components.tsx'
import { Conflict, VisitForm } from './specimen-forms.tsx'
import { Home } from './specimen-home.tsx'
import { Record } from './specimen-record.tsx'

const NAVIGATION = [
  { to: '/home', words: 'Home' },
  { to: '/record', words: 'Children' },
  { to: '/homes', words: 'Homes and matching', count: 3 },
  { to: '/reviews', words: 'Reviews' },
  { to: '/approvals', words: 'Approvals' },
  { to: '/quality', words: 'Quality' },
  { to: '/insight', words: 'Insight' },
]
const HELP = [
  { to: '/help', words: 'Help and guidance' },
  { to: '/new', words: "What's new" },
  { to: '/shortcuts', words: 'Keyboard shortcuts' },
  { to: '/accessibility', words: 'Accessibility statement' },
  { to: '/problem', words: 'Report a problem with this page' },
]

type Page = { readonly title: string; readonly here: string; readonly main: Child; readonly density?: Density }

const PAGES = {
  home: { title: 'Your children', here: '/home', main: <Home /> },
  record: { title: 'Story – Aaliyah Bennett', here: '/record', main: <Record /> },
  conflict: { title: 'Two of you wrote – Aaliyah Bennett', here: '/record', main: <Conflict /> },
  form: { title: 'Record a visit – Connor Walsh', here: '/record', main: <VisitForm /> },
  components: { title: 'Components', here: '', main: <Components /> },
  comfortable: { title: 'Your children', here: '/home', main: <Home />, density: 'comfortable' },
  broken: { title: 'Something failed', here: '', main: <Broken reference="7QK4-MZ2D" /> },
  portal: { title: 'My place', here: '', main: <Portal />, density: 'portal' },
} as const satisfies Readonly<Record<string, Page>>

export function specimen(name: keyof typeof PAGES, assets: Assets) {
  const { title, here, main, density }: Page = PAGES[name]
  return html`<!DOCTYPE html>${(
    <Layout
      title={title}
      council="Northmere Council"
      demonstration={false}
      today="Tue 24 Nov 2026"
      stylesheet={assets.stylesheet.path}
      font={assets.firstFont.path}
      icon={assets.mark.path}
      density={density}
      navigation={density === 'portal' ? [] : NAVIGATION}
      here={here}
      who={density === 'portal' ? undefined : { name: 'Priya Nair', account: '/account' }}
      search={density === 'portal' ? undefined : '/search'}
      help={HELP}
    >
      {main}
    </Layout>
  )}`
}
