// The layout of every page: header, navigation, the line that says this is a demonstration, and the footer.
import type { Child, FC } from 'hono/jsx'
import { Marks } from './marks.tsx'

export type LayoutProps = {
  readonly title: string
  readonly council: string
  readonly today: string
  readonly stylesheet: string
  readonly here: string
  readonly children?: Child
}

const PLACES = [
  { to: '/', words: 'Children' },
  { to: '/rules', words: 'Rulebook' },
] as const

const Navigation: FC<{ here: string }> = ({ here }) => (
  <nav class="places" aria-label="Main">
    <ul class="wide">
      {PLACES.map(({ to, words }) => (
        <li>
          <a href={to} aria-current={here === to ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Footer: FC = () => (
  <footer>
    <div class="wide">
      <p>
        A lawyer has not checked these rules. Each duty names the law it comes from: read it there before you rely on
        it.
      </p>
    </div>
  </footer>
)

export const Layout: FC<LayoutProps> = ({ title, council, today, stylesheet, here, children }) => (
  <html lang="en-GB">
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
          </div>
        </div>
        <Navigation here={here} />
        <p class="demonstration">
          <span class="wide">
            <strong>Demonstration.</strong> Invented children. The day here is {today}.
          </span>
        </p>
      </header>
      <main id="main" class="wide" tabindex={-1}>
        {children}
      </main>
      <Footer />
    </body>
  </html>
)
