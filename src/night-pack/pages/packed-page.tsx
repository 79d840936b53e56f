// The pages of a pack: they stand alone, with their style in them, and ask nothing of any server.

import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { EmergencyNumber } from '#council-face'
import type { PackedChild } from '../facts-store.ts'

export type Packed = { readonly council: string; readonly made: string; readonly today: IsoDay }

/** What the list says of each: all that is held of every child at once. */
export type Listed = Pick<PackedChild, 'id' | 'name' | 'age' | 'where' | 'missing'>

const STYLE = `:root{color-scheme:light}body{font:1.0625rem/1.5 "Source Sans 3",Arial,sans-serif;color:#0b0c0c;background:#fff;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-top:1px solid #b1b4b6;padding-top:.75rem}h3{font-size:1.0625rem;margin:1rem 0 .25rem}
p,ul,ol,dl{margin:.5rem 0}ul{padding-left:1.25rem}a{color:#0b5ea8}a:focus{outline:3px solid #0b0c0c;background:#fd0;color:#0b0c0c}.warn{border-left:6px solid #b3541e;padding:.5rem .75rem;background:#fbf3ec}
.quiet{color:#505a5f}.written{white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.375rem .5rem .375rem 0;border-bottom:1px solid #d8dadb;overflow-wrap:anywhere}
@media(max-width:30rem){table,thead,tbody,tr,td{display:block}thead{display:none}td{border:0;padding:.125rem 0}tr{border-bottom:1px solid #d8dadb;padding:.375rem 0}}@media print{body{max-width:none;padding:0}a{color:inherit}}`

const Page: FC<Packed & { readonly title: string; readonly children?: Child }> = ({
  title,
  council,
  made,
  children,
}) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style>{raw(STYLE)}</style>
    </head>
    <body>
      <header>
        <p class="quiet">
          {council}. As it stood at {made}. Nothing since then is here: ring before you rely on it.
        </p>
      </header>
      <main>{children}</main>
      <footer>
        <p class="quiet">
          What is kept to named people, and what came under somebody else’s terms, is not in this pack. That nothing
          stands here does not mean that there is no risk.
        </p>
      </footer>
    </body>
  </html>
)

const asText = (page: unknown): string => `<!doctype html>\n${String(page)}\n`

const ListOfChildren: FC<{ readonly of: readonly Listed[] }> = ({ of }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Child</th>
        <th scope="col">Age</th>
        <th scope="col">Tonight</th>
      </tr>
    </thead>
    <tbody>
      {of.map(({ id, name, age, where, missing }) => (
        <tr>
          <td>
            <a href={`children/${id}.html`}>{name}</a>
          </td>
          <td>{age}</td>
          <td>{missing ?? where}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type OfAll = Packed & { readonly listed: readonly Listed[]; readonly numbers: readonly EmergencyNumber[] }

export const listPage = ({ listed, numbers, ...packed }: OfAll): string =>
  asText(
    <Page {...packed} title={`Children in care – ${packed.council}`}>
      <h1>Children in care</h1>
      <p>
        {listed.length === 1 ? '1 child' : `${listed.length} children`}, {formatDay(packed.today)}.
      </p>
      <Numbers numbers={numbers} />
      <h2>Children</h2>
      {listed.length === 0 ? <p>Nobody is recorded as in care.</p> : <ListOfChildren of={listed} />}
    </Page>,
  )

const Numbers: FC<{ readonly numbers: readonly EmergencyNumber[] }> = ({ numbers }) => (
  <>
    <h2>The council’s numbers out of hours</h2>
    {numbers.length === 0 ? (
      <p>No number is recorded: take them from the council’s own list.</p>
    ) : (
      <ul>
        {numbers.map(({ whom, number, hours }) => (
          <li>
            <strong>{whom}</strong>: {number}, {hours}
          </li>
        ))}
      </ul>
    )}
  </>
)

export const childPage = ({ child, ...packed }: Packed & { readonly child: PackedChild }): string =>
  asText(
    <Page {...packed} title={`${child.name} – ${packed.council}`}>
      <p>
        <a href="../index.html">All children</a>
      </p>
      <h1>{child.name}</h1>
      <p>
        {child.age}, born {child.born}
      </p>
      {child.missing !== null && (
        <p class="warn">
          <strong>
            {child.name} is {child.missing}.
          </strong>{' '}
          Tell the police, the manager on call and whoever holds parental responsibility, as the protocol says.
        </p>
      )}
      <MustKnows {...child} />
      <h2>Where tonight</h2>
      <p>
        {child.where}
        {child.postcode !== null && `, ${child.postcode}`}.{' '}
        {child.told ? 'As somebody told us.' : 'The home of record: nobody has told us of another place.'}
      </p>
      <h2>Whom to ring</h2>
      {child.ring.length === 0 ? (
        <p>Nobody is recorded. Ring the manager on call.</p>
      ) : (
        <ul>
          {child.ring.map(({ name, part }) => (
            <li>
              <strong>{name}</strong>, {part}
            </li>
          ))}
        </ul>
      )}
      <h2>Legal status</h2>
      <p>{child.legal}</p>
      <Plan plan={child.plan} />
      <Story story={child.story} />
    </Page>,
  )

const MustKnows: FC<Pick<PackedChild, 'mustKnows'>> = ({ mustKnows }) => (
  <>
    <h2>Must know</h2>
    {mustKnows.length === 0 ? (
      <p>No must-knows stand here. This does not mean that there is no risk: ask whoever you ring.</p>
    ) : (
      <ul>
        {mustKnows.map(({ kind, words, lookAgain }) => (
          <li>
            <strong>{words}</strong> ({kind}
            {lookAgain !== null && `; was to be looked at again by ${lookAgain}: ask before you rely on it`})
          </li>
        ))}
      </ul>
    )}
  </>
)

const Plan: FC<Pick<PackedChild, 'plan'>> = ({ plan }) => (
  <>
    <h2>Care plan</h2>
    {plan === null ? (
      <p>No approved plan stands here.</p>
    ) : (
      <>
        <p class="quiet">Approved on {plan.approved}.</p>
        {plan.parts.map(({ name, text }) => (
          <>
            <h3>{name}</h3>
            <p class="written">{text}</p>
          </>
        ))}
      </>
    )}
  </>
)

const Story: FC<Pick<PackedChild, 'story'>> = ({ story }) => (
  <>
    <h2>Story</h2>
    {story.length === 0 ? (
      <p>Nothing stands here.</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">What happened</th>
            <th scope="col">Why it matters</th>
          </tr>
        </thead>
        <tbody>
          {story.map(({ on, what, why }) => (
            <tr>
              <td>{formatDay(on)}</td>
              <td>{what}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)
