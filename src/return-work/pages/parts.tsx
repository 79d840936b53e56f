// What the pages of a return share: the year in its address, counts in words, links between the pages, and pages of a long list.
import type { FC } from 'hono/jsx'
import { savedAt } from '#forms'
import { Notice, Paging } from '#look'
import { tablesOfYear } from '#return-files'
import { collectionYearOf, postcodeDirectory, type TableName, yearsWithRules } from '#statutory-returns'
import type { Visit } from '#web'
import type { Beside, ToCheck } from '../check-store.ts'
import type { IsThere } from '../mend-paths.ts'
import { daysOfRow, type StandingFlag } from '../standing-flag.ts'
import { lacks, type Waits } from '../waits.ts'

/** What the pages need of the house: what a return is checked against, and which pages there are to mend at. */
export type ReturnDeps = { readonly beside: Beside; readonly isThere: IsThere }

export const toCheck = ({ who, today }: Pick<Visit, 'who' | 'today'>, year: number): ToCheck => ({
  council: who.council,
  year,
  today,
})

export const HERE = '/returns'
export const yearWords = (year: number): string => `${year - 1}/${String(year).slice(2)}`
export const yearPath = (year: number): string => `/returns/ssda903/${year}`

/** The collection in the address, by the year in which it ends; undefined: none that we hold rules of. */
export function yearIn(visit: Pick<Visit, 'part'>): number | undefined {
  const written = visit.part('year')
  return /^\d{4}$/.test(written) ? collectionYearOf(written) : undefined
}
export const collections: readonly number[] = yearsWithRules.toReversed()

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** 'Thu 26 Nov 2026 at 14:32' in London; the database writes moments in UTC. */
export function momentWords(text: string): string {
  const [, on, time] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.\d+)?\+00$/.exec(text) ?? []
  return savedAt(`${on}T${time}.000Z`)
}

/** 'Episodes, row of 01/05/2026' */
export function rowWords(flag: Pick<StandingFlag, 'part' | 'key'>): string {
  const days = daysOfRow(flag)
  return days.length === 0 ? flag.part : `${flag.part}, row of ${days.join(' and ')}`
}

const ROWS = 50
/** A number that is none, or beyond the last page, gives the nearest page there is. */
export function pageOf<Row>(all: readonly Row[], asked: string | undefined) {
  const [pages, number] = [Math.max(1, Math.ceil(all.length / ROWS)), Number(asked ?? 1)]
  const page = Number.isInteger(number) ? Math.min(Math.max(1, number), pages) : 1
  return { page, pages, of: all.length, rows: all.slice((page - 1) * ROWS, page * ROWS) }
}
export type PageOf = Omit<ReturnType<typeof pageOf>, 'rows'>

export const PagesOf: FC<{ at: PageOf; to: (page: number) => string }> = ({ at: { page, pages, of }, to }) =>
  pages < 2 ? null : (
    <Paging
      page={page}
      pages={pages}
      from={(page - 1) * ROWS + 1}
      to={Math.min(page * ROWS, of)}
      of={of}
      address={to}
    />
  )

/** Which parts nobody has signed; of none, that nothing is. */
export const Unsigned: FC<{ year: number; unsigned: readonly TableName[] }> = ({ year, unsigned }) =>
  unsigned.length === 0 ? null : (
    <p>
      {unsigned.length === tablesOfYear(year).length
        ? 'Nothing of it is signed yet.'
        : `Not signed: ${unsigned.join(', ')}.`}
    </p>
  )

/** Who was changed and is not checked yet: said, since a list that looks whole and is not misleads. */
export const Waiting: FC<{ waiting: number }> = ({ waiting }) =>
  waiting === 0 ? null : (
    <Notice tone="warn" role="status">
      <p>
        {counted(waiting, 'child was', 'children were')} changed since the last check. They are being checked again.
        What stands here may be behind.
      </p>
    </Notice>
  )

const LACKS: Readonly<Record<string, string>> = {
  'provider list': 'a list of providers',
  [postcodeDirectory]: 'a postcode directory',
  'code of the council': 'the code of the council',
}
/** 'last DoLo' is the table of last year. */
const lackWords = (missing: string): string =>
  Object.entries(LACKS).reduce(
    (words, [lack, said]) => words.replaceAll(lack, said),
    missing.replace(/\blast (\w+)/g, 'last year’s $1'),
  )

/** How whoever reads this comes to what is lacking. */
const Remedy: FC<{ missing: string }> = ({ missing }) => (
  <>
    {missing.includes('provider list') && <> The analyst or an administrator enters it, under “Rules and providers”.</>}
    {missing.includes(postcodeDirectory) && (
      <>
        {' '}
        Whoever runs the server loads it: <code>kith import postcodes FILE</code>.
      </>
    )}
  </>
)

/** What the check could not answer, by what it lacked. */
export const NotAnswered: FC<{ waits: Waits }> = ({ waits }) => (
  <>
    {lacks(waits).map(({ missing, rules }) => (
      <p>
        <strong>
          {counted(rules.length, 'rule was', 'rules were')} not run, for want of {lackWords(missing)}.
        </strong>{' '}
        Nobody knows what {rules.length === 1 ? 'it' : 'they'} would find: {rules.join(', ')}.
        <Remedy missing={missing} />
      </p>
    ))}
    {waits.broken.length > 0 && (
      <p>
        <strong>{counted(waits.broken.length, 'rule')} failed for some rows.</strong> Report this:{' '}
        {waits.broken.join(', ')}.
      </p>
    )}
  </>
)
