// Figures before and after a round of audits, of its children and of the rest; and who is behind each of these numbers.
import type { Child, FC } from 'hono/jsx'
import { type Share, shareWords } from '#agreement'
import { dayWords, formatLongDay } from '#calendar'
import { childrenCalled } from '#children'
import { recordIndicators } from '#indicators'
import { Card, Chips, DutyTable, EmptyState, InsetText, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import {
  type Behind,
  behindOf,
  type Compared,
  changeOf,
  isShareOfChildren,
  restOf,
  WEEKS,
  type When,
  type Whose,
} from '../before-after.ts'
import { HERE } from './measures-read.tsx'
import { type RoundFigures, type RoundRead, roundFigures, weeksAsked } from './round-read.tsx'

const WHOSE: Readonly<Record<Whose, string>> = { audited: 'Children of the round', rest: 'The rest' }
const WHEN: Readonly<Record<When, string>> = { before: 'before it was drawn', after: 'after' }
const addressOf = (round: string, rest = ''): string => `${HERE}/rounds/${round}${rest}`
const CHANGE = { 'too few to tell': 'Too few to tell', higher: 'Higher', lower: 'Lower' } as const

/** GET /improvement/rounds/:round */
export async function showRoundFigures({ door, who, part, query }: Visit): Promise<Answer> {
  const weeks = weeksAsked(query('weeks'))
  const read = await door.as(who, async (asking) => await roundFigures(asking, part('round'), weeks))
  if (read === undefined) return notFound
  const title = `Before and after: ${read.round.words.title || 'a round'}`
  return page({ title, here: HERE, main: <RoundPage read={read} title={title} /> })
}

const RoundPage: FC<{ readonly read: RoundRead; readonly title: string }> = ({ read, title }) => (
  <>
    <PageHead
      title={title}
      lead="Figures of the night, of the children whom this round drew and of the rest. Practice is audited, never a child."
      actions={<a href={`/audits/${read.round.line}`}>The round</a>}
    />
    <Stack>
      <Chips
        label="How long after it was drawn"
        chips={WEEKS.map((weeks) => ({
          ...{ to: addressOf(read.round.line, `?weeks=${weeks}`), words: `${weeks} weeks after` },
          current: weeks === read.weeks,
        }))}
      />
      {read.kind === 'compared' ? (
        <Figures {...read} />
      ) : (
        <EmptyState title="Nothing to compare yet">
          {read.kind === 'not drawn'
            ? 'The round is not drawn: nobody is in it.'
            : read.kind === 'not yet'
              ? `There are no figures yet for ${formatLongDay(read.on)}. Choose fewer weeks, or come back.`
              : 'No night before the round was drawn has figures.'}
        </EmptyState>
      )}
    </Stack>
  </>
)

const ShareLink: FC<{ readonly of: Share; readonly to: string; readonly says: string }> = ({ of, to, says }) =>
  of.n === 0 ? (
    <span class="kith-quiet">None</span>
  ) : (
    <a href={to}>
      {shareWords(of)}
      <span class="govuk-visually-hidden">: {says}</span>
    </a>
  )
const Figures: FC<RoundFigures> = ({ round, weeks, given, nights, rows }) => {
  const cells = ({ figure, shares }: Compared, whose: Whose): readonly Child[] => {
    const to = (when: When) =>
      addressOf(round.line, `/${encodeURIComponent(figure.id)}?weeks=${weeks}&whose=${whose}&when=${when}`)
    const says = `${figure.name}, ${WHOSE[whose]}`
    const { before, after } = shares[whose]
    return [
      <ShareLink of={before} to={to('before')} says={`${says}, before`} />,
      <ShareLink of={after} to={to('after')} says={`${says}, after`} />,
      CHANGE[changeOf(before, after)],
    ]
  }
  const table = (whose: Whose, size: number) => (
    <Card title={WHOSE[whose]} count={size} flush>
      <DutyTable
        caption={`${WHOSE[whose]}: ${dayWords(nights.before)} and ${dayWords(nights.after)}`}
        columns={['Figure', dayWords(nights.before), dayWords(nights.after), 'Change']}
        rows={rows.map((one) => ({
          head: (
            <>
              {one.figure.name}
              <span class="kith-note">
                {one.figure.numerator}, of {one.figure.denominator}
                {one.figure.ofTheDay !== true && '. Looks back over months'}
              </span>
            </>
          ),
          cells: cells(one, whose),
        }))}
      />
    </Card>
  )
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState>No child of this round stands in any figure that is a share of children.</EmptyState>
      ) : (
        <>
          {table('audited', given.sets.audited.size)}
          {table('rest', restOf(given))}
        </>
      )}
      <Comparing elsewhere={given.sets.elsewhere.size} weeks={weeks} />
    </>
  )
}
const Comparing: FC<{ readonly elsewhere: number; readonly weeks: number }> = ({ elsewhere, weeks }) => (
  <InsetText>
    <p>What these numbers cannot say:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>A difference beside the rest does not show that the audit caused it.</li>
      <li>
        Intervals are of 95 %, after Wilson. A change is said only where the two do not touch; under ten nothing is
        said. With so many figures one of them differs by chance.
      </li>
      <li>The second day is the first night with figures once the weeks are over: it stands above its column.</li>
      <li>A figure that looks back over months shares most of them on both days: {weeks} weeks change little of it.</li>
      <li>Who came into care, left it or came of age is in one day and not in the other.</li>
      <li>
        Not compared, since no child counts in them exactly once:{' '}
        {recordIndicators
          .filter((one) => !isShareOfChildren(one) && one.isPart !== true)
          .map(({ name }) => name)
          .join('; ')}
        ; and the reasons for which care ended, one by one.
      </li>
      {elsewhere > 0 && (
        <li>
          {elsewhere === 1 ? 'One child was' : `${elsewhere} children were`} audited in another round about that time,
          and {elsewhere === 1 ? 'is' : 'are'} in neither set.
        </li>
      )}
      <li>Figures are of the children whom you may see.</li>
    </ul>
  </InsetText>
)

const HOW: Readonly<Record<Behind['how'], string>> = { so: 'So', 'not so': 'Not so', 'not known': 'Not known' }
type Listed = {
  readonly read: RoundFigures
  readonly name: string
  readonly indicator: string
  readonly whose: Whose
  readonly when: When
  readonly rows: readonly (Behind & { readonly called: string })[]
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}
/** GET /improvement/rounds/:round/:indicator */
export async function showBehindRound({ door, who, part, query }: Visit): Promise<Answer> {
  const weeks = weeksAsked(query('weeks'))
  const [whose, when] = [
    query('whose') === 'rest' ? 'rest' : 'audited',
    query('when') === 'after' ? 'after' : 'before',
  ] as const
  const listed = await door.as(who, async (asking): Promise<Listed | undefined> => {
    const read = await roundFigures(asking, part('round'), weeks)
    const figure = recordIndicators.find(({ id }) => id === part('indicator'))
    if (read?.kind !== 'compared' || figure === undefined || !isShareOfChildren(figure)) return undefined
    const all = behindOf(read.given, { indicator: figure.id, whose, when })
    const { rows, ...at } = pageOf(all, Number(query('page') ?? 1))
    const children = rows.map(({ child }) => child)
    await asking.noteEach('read how they stood before and after a round of audits', children)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    const called = rows.map((row) => ({ ...row, called: names.get(row.child) ?? 'A child whose name you may not see' }))
    return { read, name: figure.name, indicator: figure.id, whose, when, rows: called, at: { ...at, of: all.length } }
  })
  if (listed === undefined) return notFound
  return page({ title: `${listed.name}: who is behind it`, here: HERE, main: <BehindRound {...listed} /> })
}
const BehindRound: FC<Listed> = ({ read, name, indicator, whose, when, rows, at }) => (
  <>
    <PageHead
      title={name}
      lead={`${WHOSE[whose]}, ${WHEN[when]}: ${formatLongDay(read.nights[when])}`}
      actions={<a href={addressOf(read.round.line, `?weeks=${read.weeks}`)}>Before and after</a>}
    />
    <Stack>
      <Card title="Who is behind it" count={at.of} flush>
        {rows.length === 0 ? (
          <EmptyState>Nobody stands in it.</EmptyState>
        ) : (
          <DutyTable
            caption={name}
            columns={['Who', 'How it stood']}
            rows={rows.map(({ child, called, how, lacks }) => ({
              head: (
                <a class="kith-target" href={`/children/${child}`}>
                  {called}
                </a>
              ),
              cells: [lacks === undefined ? HOW[how] : `${HOW[how]}: ${lacks}`],
            }))}
          />
        )}
      </Card>
      <Pages
        {...at}
        to={(number) =>
          addressOf(
            read.round.line,
            `/${encodeURIComponent(indicator)}?weeks=${read.weeks}&whose=${whose}&when=${when}&page=${number}`,
          )
        }
        links
      />
    </Stack>
  </>
)
