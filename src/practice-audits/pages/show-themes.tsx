// Themes: what comes up in audits, disputes, complaints, times missing and what children say, in one list; each with its owner, what is learned and what changes.
import type { FC } from 'hono/jsx'
import { addYears, dayWords, type IsoDay } from '#calendar'
import { Button, Card, CardList, DueMark, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { isTag, TAG_OF_DISPUTE, TAGS, type Tag } from '../questions-data.ts'
import { elsewhereCounts, tagCounts } from '../report-store.ts'
import { type CouncilRow, councilRows } from '../round-store.ts'

export type TagLine = {
  readonly tag: Tag
  readonly audits: number
  readonly strengths: number
  readonly disputes: number
  readonly complaints: number
  readonly missing: number
  readonly said: number
}
type Counts = Awaited<ReturnType<typeof tagCounts>>
type Elsewhere = Awaited<ReturnType<typeof elsewhereCounts>>
const tagOf = ({ source, about }: Elsewhere[number]): string =>
  source === 'disputes' ? (TAG_OF_DISPUTE[about] ?? '') : about
/** One line of each tag that came up anywhere, what came up most first. */
export function tagLines(counts: Counts, elsewhere: Elsewhere): readonly TagLine[] {
  const times = (tag: Tag, source: string): number =>
    elsewhere.filter((one) => one.source === source && tagOf(one) === tag).reduce((sum, one) => sum + one.times, 0)
  return Object.keys(TAGS)
    .filter(isTag)
    .map((tag) => {
      const count = counts.find((one) => one.tag === tag)
      return {
        ...{ tag, audits: count?.audits ?? 0, strengths: count?.strengths ?? 0, disputes: times(tag, 'disputes') },
        ...{ complaints: times(tag, 'complaints'), missing: times(tag, 'times missing') },
        said: times(tag, 'what children said'),
      }
    })
    .filter((line) => line.audits + line.strengths + line.disputes + line.complaints + line.missing + line.said > 0)
    .toSorted((a, b) => b.audits - a.audits || (a.tag < b.tag ? -1 : 1))
}

type Theme = CouncilRow<'kith.practice_theme'>
type Shown = {
  readonly lines: readonly TagLine[]
  readonly themes: readonly Theme[]
  readonly owners: ReadonlyMap<string, string>
  readonly lead: boolean
  readonly today: IsoDay
}
/** GET /audits/themes */
export async function showThemes({ door, who, me, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const span = { since: addYears(today, -1), until: today }
    const themes = await councilRows(asking, 'kith.practice_theme')
    return {
      lines: tagLines(await tagCounts(asking, span), await elsewhereCounts(asking, span)),
      themes,
      owners: await workersCalled(
        asking,
        themes.map(({ owner }) => owner),
      ),
      lead: me.parts.includes('quality-lead'),
      today,
    }
  })
  return page({ title: 'Themes and learning', here: '/audits', main: <Themes {...shown} /> })
}
const Themes: FC<Shown> = (shown) => (
  <>
    <PageHead
      title="Themes and learning"
      lead="What comes up again, whoever finds it; whose it is; what was learned; what we do differently."
      actions={shown.lead && <Button href="/audits/themes/record">Record a theme</Button>}
    />
    <Stack>
      <Card title="Themes with their owners" count={shown.themes.length} flush>
        {shown.themes.length === 0 ? (
          <EmptyState>No theme is recorded yet.</EmptyState>
        ) : (
          <CardList items={shown.themes.map((theme) => <OneTheme theme={theme} of={shown} />)} />
        )}
      </Card>
      <Card title="Where it came up in the last twelve months" flush>
        <TagTable lines={shown.lines} />
        <div class="kith-card__body kith-note">
          Of audits as far as you may see them; the other numbers are for who leads quality and the director. A
          complaint about two things is counted at both.
        </div>
      </Card>
    </Stack>
  </>
)
const OneTheme: FC<{ readonly theme: Theme; readonly of: Shown }> = ({ theme, of: { owners, lead, today } }) => (
  <>
    <DueMark
      mark={theme.changed !== null ? 'done' : theme.due < today ? 'late' : theme.learned !== null ? 'soon' : 'later'}
      words={theme.changed !== null ? 'Practice is different' : theme.learned !== null ? 'Learned' : 'Open'}
    />{' '}
    <strong>{theme.words.title}</strong>
    <span class="kith-note">
      {isTag(theme.tag) ? TAGS[theme.tag] : theme.tag} · {owners.get(theme.owner) ?? 'somebody'} · by{' '}
      {dayWords(theme.due)}
    </span>
    {theme.learned !== null && (
      <span class="kith-note">
        Workers were told on {dayWords(theme.learned)}: {theme.words.learned}
      </span>
    )}
    {theme.changed !== null && (
      <span class="kith-note">
        Since {dayWords(theme.changed)}: {theme.words.changed}
      </span>
    )}
    {lead && (
      <a class="kith-no-print" href={`/audits/themes/${theme.line}/change`}>
        Go on with it<span class="govuk-visually-hidden">: {theme.words.title}</span>
      </a>
    )}
  </>
)
export const TagTable: FC<{ readonly lines: readonly TagLine[] }> = ({ lines }) =>
  lines.length === 0 ? (
    <EmptyState>Nothing has come up that you may see.</EmptyState>
  ) : (
    <DutyTable
      caption="Where each theme came up"
      columns={[
        'Theme',
        'Audits: to improve',
        'Audits: a strength',
        'Disputes',
        'Complaints',
        'Times missing',
        'What children said',
      ]}
      numbers={[0, 1, 2, 3, 4, 5]}
      rows={lines.map((line) => ({
        head: TAGS[line.tag],
        cells: [line.audits, line.strengths, line.disputes, line.complaints, line.missing, line.said].map(String),
      }))}
    />
  )
