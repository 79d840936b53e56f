// Who looked at a child's record, when, and why: for those with oversight of the child.
import type { FC } from 'hono/jsx'
import { type AccessLine, accessHistory, mayDo } from '#access'
import { formatDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { BackLink, Card, CardList, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { logWords } from '../log-words.ts'
import { mayKeepOut } from '../own-record-store.ts'
import { type GlassUse, glassUsesOf } from '../store.ts'
import { KeptOutTable, type KeptRow, keptRows } from './kept-out.tsx'

/** What the log shows at once; older looks stay in the sealed log. */
const MOST = 1000

type Shown = {
  readonly child: string
  readonly name: string
  readonly lines: readonly AccessLine[]
  readonly glass: readonly GlassUse[]
  readonly nameOf: (person: string) => string
  readonly number: number
  /** undefined: not theirs to say, and not theirs to read. */
  readonly kept: readonly KeptRow[] | undefined
  readonly mayJoin: boolean
  readonly maySeal: boolean
}

export async function showAccessLog({ door, who, part, query, today }: Visit): Promise<Answer> {
  const child = part('child')
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const lines = await accessHistory(asking, child, MOST)
    const glass = await glassUsesOf(asking, child)
    const names = await workersCalled(
      asking,
      [...lines, ...glass].map(({ person }) => person),
    )
    return {
      ...{ child, lines, glass, number: Number(query('page') ?? 1) },
      mayJoin: await mayDo(asking, child, ['takeOut', 'documents']),
      maySeal: await mayDo(asking, child, ['approve', 'adoption']),
      kept: (await mayKeepOut(asking, child)) ? await keptRows(asking, today, child) : undefined,
      name: (await childrenCalled(asking, [child])).get(child) ?? 'A child',
      nameOf: (person) => names.get(person) ?? 'somebody who is no worker',
    }
  })
  return page({ title: `Who looked – ${shown.name}`, here: '/children', main: <AccessLog {...shown} /> })
}

const momentWords = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : `${formatDay(londonDay(moment))} at ${timeInLondon(moment)}`
}

const Kept: FC<{ readonly child: string; readonly kept: readonly KeptRow[] }> = ({ child, kept }) => (
  <Card title="Who must never open this record" count={kept.length}>
    {kept.length > 0 && <KeptOutTable rows={kept} to={(id) => `/children/${child}/kept-out/${id}/correct`} />}
    <p>
      Somebody who works here and was this child, or is their family, opens it by no part of theirs.{' '}
      <a href={`/children/${child}/kept-out/record`}>Keep somebody out</a>
    </p>
    <p class="kith-note">For an administrator, the number of this record is {child}.</p>
  </Card>
)

const AccessLog: FC<Shown> = (shown) => {
  const { child, name, lines, glass, nameOf, number, kept, mayJoin, maySeal } = shown
  const { page: at, pages, rows } = pageOf(lines, number)
  const people = new Set(lines.map(({ person }) => person)).size
  return (
    <>
      <BackLink href={`/children/${child}`}>{name}</BackLink>
      <PageHead
        title={`${name}: who looked, and why`}
        lead={`${counted(lines.length, 'entry', 'entries')} by ${counted(people, 'person', 'people')}${lines.length === MOST ? ', the latest only' : ''}. The log is sealed: nobody can change it. What was done in a part that you may not read is not listed.`}
      />
      <Stack>
        {glass.length > 0 && (
          <Card title="Opened in an emergency" count={glass.length} flush>
            <CardList
              items={glass.map(({ person, at: opened, until, why }) => (
                <>
                  <strong>{nameOf(person)}</strong>, {momentWords(opened)}, until {momentWords(until)}
                  <span class="kith-note">{why === undefined ? 'The reason was taken out of sight.' : `“${why}”`}</span>
                </>
              ))}
            />
          </Card>
        )}
        {mayJoin && (
          <p>
            <a href={`/children/${child}/joins`}>Is there a second record of {name}?</a>
          </p>
        )}
        {maySeal && (
          <p>
            <a href={`/children/${child}/seal`}>Sealing after an adoption order</a>
          </p>
        )}
        {kept !== undefined && at === 1 && <Kept child={child} kept={kept} />}
        {rows.length === 0 ? (
          <EmptyState>Nobody has looked yet.</EmptyState>
        ) : (
          <Card title="Every look and every change" beside="The latest first" flush>
            <DutyTable
              caption="Every look and every change, the latest first"
              columns={['Who', 'When', 'What']}
              rows={rows.map(({ person, at: when, what, subject }) => ({
                head: nameOf(person),
                cells: [momentWords(when), `${logWords(what)}${forWhat(subject)}`],
              }))}
            />
          </Card>
        )}
        <Pages page={at} pages={pages} of={lines.length} to={(n) => `/children/${child}/access?page=${n}`} links />
      </Stack>
    </>
  )
}

/** 'was told to ask (for: read duties)' */
function forWhat(subject: unknown): string {
  if (typeof subject !== 'object' || subject === null || !('for' in subject)) return ''
  return typeof subject.for === 'string' ? ` (for: ${subject.for})` : ''
}
