// The layout of every page: header, navigation, the line that says this is a demonstration, and the footer.
import type { Child, FC } from 'hono/jsx'
import { KithMark, Marks, PrintHead, ServiceNavigation, SkipLink } from '#look'

/** A place in the navigation; the count is of what the reader must do there. */
export type Place = { readonly to: string; readonly words: string; readonly count?: number | undefined }
export type Density = 'compact' | 'comfortable' | 'portal'
export type SignedIn = { readonly name: string; readonly account?: string | undefined }

export type LayoutProps = {
  readonly title: string
  readonly council: string
  /** The council's own drawing, in place of ours. */
  readonly logo?: Child
  readonly demonstration: boolean
  readonly today: string
  readonly stylesheet: string
  /** The stylesheet with the council's two colours. */
  readonly theme?: string | undefined
  readonly font?: string | undefined
  readonly icon?: string | undefined
  /** Islands: a page never needs them. */
  readonly scripts?: readonly string[] | undefined
  readonly density?: Density | undefined
  readonly shortcuts?: boolean | undefined
  /** Seconds until the session ends for want of work. */
  readonly idleLeft?: number | undefined
  /** The id of who is signed in: a page that stayed open is not theirs who signs in after them. */
  readonly person?: string | undefined
  readonly navigation: readonly Place[]
  readonly here: string
  readonly who?: SignedIn | undefined
  /** Where the search box of the header posts to; no box without it. */
  readonly search?: string | undefined
  /** What every form that posts must carry. */
  readonly inForms?: Child
  /** Help, what is new, and the like: only those that are there. */
  readonly help?: readonly Place[] | undefined
  readonly children?: Child
}

const Search: FC<{ to: string; inForms: Child }> = ({ to, inForms }) => (
  <search class="kith-header__search">
    <form method="post" action={to}>
      {inForms}
      <label class="govuk-visually-hidden" for="search">
        Find a child
      </label>
      <input
        id="search"
        name="q"
        type="search"
        maxlength={100}
        placeholder="Find a child by name or id"
        autocomplete="off"
      />
      <button type="submit">
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path
            fill="none"
            stroke="currentColor"
            stroke-width="2.2"
            stroke-linecap="round"
            d="M8.5 2.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.4 10.4L18 18"
          />
        </svg>
        <span class="govuk-visually-hidden">Search</span>
      </button>
    </form>
  </search>
)

const Who: FC<{ who: SignedIn }> = ({ who: { name, account } }) => (
  <span class="kith-header__who">
    {name}
    {account && (
      <>
        {' · '}
        <a href={account}>Account</a>
      </>
    )}
  </span>
)

const Header: FC<LayoutProps> = ({ council, logo, search, inForms, who }) => (
  <div class="kith-header">
    <div class="kith-header__line govuk-width-container">
      <a class="kith-header__brand" href="/">
        {logo ?? <KithMark />}
        <span>{council}</span>
        <span class="kith-header__product">Children in care</span>
      </a>
      {search && <Search to={search} inForms={inForms} />}
      {who && <Who who={who} />}
    </div>
  </div>
)

const Navigation: FC<{ places: readonly Place[]; here: string }> = ({ places, here }) => (
  <ServiceNavigation
    classes="kith-nav"
    navigationLabel="Main"
    collapseNavigationOnMobile={false}
    navigation={places.map(({ to, words, count = 0 }) => ({
      href: to,
      current: to === here,
      text: (
        <>
          {words}
          {count > 0 && (
            <span class="kith-count">
              {count}
              <span class="govuk-visually-hidden"> to do</span>
            </span>
          )}
        </>
      ),
    }))}
  />
)

const Footer: FC<{ help: readonly Place[]; staff: boolean }> = ({ help, staff }) => (
  <footer class="kith-footer">
    <div class="govuk-width-container">
      {help.length > 0 && (
        <ul>
          {help.map(({ to, words }) => (
            <li>
              <a href={to}>{words}</a>
            </li>
          ))}
        </ul>
      )}
      {staff && (
        <p>
          A lawyer has not checked these rules. Each duty names the law it comes from: read it there before you rely on
          it.
        </p>
      )}
    </div>
  </footer>
)

const Head: FC<LayoutProps> = ({ title, stylesheet, theme, font, icon, scripts = [] }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>{title} – Kith</title>
    {font && <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />}
    <link rel="stylesheet" href={stylesheet} />
    {theme && <link rel="stylesheet" href={theme} />}
    {icon && <link rel="icon" href={icon} type="image/svg+xml" />}
    {scripts.map((src) => (
      <script type="module" src={src} />
    ))}
  </head>
)

export const Layout: FC<LayoutProps> = (props) => {
  const { title, council, today, demonstration, navigation, here, help = [], density = 'compact', who } = props
  return (
    <html
      lang="en-GB"
      class={`govuk-template kith-${density}`}
      data-shortcuts={props.shortcuts === true ? 'on' : undefined}
      data-idle-left={props.idleLeft}
      data-person={props.person}
    >
      <Head {...props} />
      <body class="govuk-template__body kith">
        <SkipLink href="#main">Skip to the page</SkipLink>
        <Marks />
        <PrintHead council={council} page={title} printed={today} who={who?.name} />
        <header>
          <Header {...props} />
          {navigation.length > 0 && <Navigation places={navigation} here={here} />}
          {demonstration && (
            <div class="kith-demonstration">
              <p class="govuk-width-container">
                <strong>Demonstration.</strong> Invented children. The day here is {today}.
              </p>
            </div>
          )}
        </header>
        <main id="main" class="govuk-width-container kith-main" tabindex={-1}>
          {props.children}
        </main>
        <Footer help={help} staff={density !== 'portal'} />
      </body>
    </html>
  )
}
