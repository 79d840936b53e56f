// The layout of every page: header, navigation, the line that says this is a demonstration, and the footer.
import type { Child, FC } from 'hono/jsx'
import { Marks } from './marks.tsx'
import { FormToken } from './pages/form-token.tsx'

export type LayoutProps = {
  readonly title: string
  readonly council: string
  readonly demonstration: boolean
  readonly today: string
  readonly stylesheet: string
  readonly here: string
  /** Where this person may go. */
  readonly places: readonly { readonly to: string; readonly words: string }[]
  /** Who is signed in, and how they like their pages. */
  readonly person:
    | { readonly name: string; readonly density: 'compact' | 'comfortable'; readonly shortcuts: boolean }
    | undefined
  readonly children?: Child
}

const Navigation: FC<Pick<LayoutProps, 'here' | 'places'>> = ({ here, places }) => (
  <nav class="places" aria-label="Main">
    <ul class="wide">
      {places.map(({ to, words }) => (
        <li>
          <a href={to} aria-current={here === to ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const SignedIn: FC<{ name: string; here: string }> = ({ name, here }) => (
  <div class="person">
    <a href="/account" aria-current={here === '/account' ? 'page' : undefined}>
      {name}
    </a>
    <form method="post" action="/sign-out">
      <FormToken />
      <button type="submit">Sign out</button>
    </form>
  </div>
)

const Footer: FC = () => (
  <footer>
    <div class="wide">
      <p>
        <a href="/help">Help</a>
      </p>
      <p>
        A lawyer has not checked these rules. Each duty names the law it comes from: read it there before you rely on
        it.
      </p>
    </div>
  </footer>
)

export const Layout: FC<LayoutProps> = ({ title, council, today, stylesheet, here, children, ...props }) => (
  <html lang="en-GB" data-density={props.person?.density} data-shortcuts={props.person?.shortcuts ? 'on' : undefined}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} – Kith</title>
      <link rel="stylesheet" href={stylesheet} />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Marks />
      <header>
        <div class="top">
          <div class="wide">
            <a class="name" href="/">
              Kith
            </a>
            <span class="council">{council}</span>
            {props.person && <SignedIn name={props.person.name} here={here} />}
          </div>
        </div>
        {props.places.length > 0 && <Navigation here={here} places={props.places} />}
        {props.demonstration && (
          <p class="demonstration">
            <span class="wide">
              <strong>Demonstration.</strong> Invented children. The day here is {today}.
            </span>
          </p>
        )}
      </header>
      <main id="main" class="wide" tabindex={-1}>
        {children}
      </main>
      <Footer />
    </body>
  </html>
)
