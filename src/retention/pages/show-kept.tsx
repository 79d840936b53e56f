// How long a child's record is kept: each rule with its day, legal holds, and what was decided; and the list of what comes due.
import type { FC } from 'hono/jsx'
import { mayDo, standsAs } from '#access'
import { dayWords } from '#calendar'
import { childById, childrenCalled } from '#children'
import { namesOfWorkers, savedAt } from '#forms'
import { citationText } from '#law'
import { Card, CardList, DueMark, DutyTable, EmptyState, Facts, NotKnown, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Kept, mayGoFrom } from '../keeping.ts'
import {
  type ComesDue,
  comesDue,
  type Disposal,
  disposalsOf,
  type Hold,
  holdsOf,
  holdsStanding,
  keptOf,
  type StandingHold,
  whySet,
} from '../store.ts'
import { KEEPERS_OF_STAFF, type StaffDue, StaffParts, staffDue } from './staff-parts.tsx'

type ShownHold = Hold & { readonly by: string; readonly set: string | undefined }
type Shown = {
  readonly child: string
  readonly called: string
  readonly kept: readonly Kept[]
  readonly holds: readonly ShownHold[]
  readonly disposals: readonly Disposal[]
  readonly takesOut: boolean
  readonly today: string
}

/** GET /children/:child/kept */
export async function showKept({ door, who, today, part }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const known = await childById(asking, part('child'))
    if (known === undefined) return undefined
    const { child, name } = known
    const holds = await holdsOf(asking, child)
    const names = await namesOfWorkers(
      asking,
      holds.map(({ recorded_by }) => recorded_by),
    )
    const withWhy: ShownHold[] = []
    for (const hold of holds) {
      const set = hold.kind === 'hold' ? undefined : await whySet(asking, hold.line)
      withWhy.push({ ...hold, set, by: names.get(hold.recorded_by) ?? 'Somebody' })
    }
    return {
      ...{ child, called: name ?? 'this child', kept: await keptOf(asking, child), holds: withWhy, today },
      disposals: await disposalsOf(asking, child),
      takesOut: await mayDo(asking, child, ['takeOut', 'documents']),
    }
  })
  if (shown === undefined) return notFound
  const title = 'How long it is kept'
  return page({
    title: `${title} – ${shown.called}`,
    here: '/children',
    main: <KeptPage {...shown} />,
    about: shown.child,
  })
}

const KeptPage: FC<Shown> = (shown) => {
  const { child, called, kept, takesOut, today } = shown
  const last = mayGoFrom(kept)
  const over = last?.until !== undefined && last.until <= today
  return (
    <>
      <PageHead
        title={`How long the record of ${called} is kept`}
        lead={
          last?.until === undefined
            ? 'It is not known until when, so nothing is destroyed.'
            : `Nothing of it is destroyed before ${dayWords(last.until)}.`
        }
        actions={
          <>
            <a href={`/children/${child}/documents`}>Documents</a>{' '}
            <a href={`/children/${child}/file-requests`}>Their own file</a>
          </>
        }
      />
      <Stack>
        <Card title="By law" flush>
          <DutyTable
            caption="What asks that it is kept"
            columns={['What', 'Until', 'Where that stands']}
            rows={kept.map(({ rule, what, until }) => ({
              head: <a href={`/rules/${rule.id}`}>{what}</a>,
              cells: [
                until === undefined ? <NotKnown words="Not known: the birth date" /> : dayWords(until),
                rule.cites.map(citationText).join('; '),
              ],
            }))}
          />
        </Card>
        <Holds {...shown} />
        <Destroyed {...shown} over={over} />
        {takesOut && (
          <p class="kith-no-print">
            <a href="/records-due">What comes due within a year</a>
          </p>
        )}
      </Stack>
    </>
  )
}

const LookAgain: FC<{ readonly on: string | null; readonly today: string }> = ({ on, today }) =>
  on === null ? (
    <NotKnown words="No day is set" />
  ) : (
    <DueMark mark={on <= today ? 'late' : 'plain'} words={on <= today ? `Since ${dayWords(on)}` : dayWords(on)} />
  )

const Holds: FC<Shown> = ({ child, holds, takesOut, today }) => (
  <Card
    title="Legal hold"
    count={holds.filter(({ kind }) => kind === 'hold').length}
    beside={
      takesOut && (
        <a class="kith-no-print" href={`/children/${child}/holds/record`}>
          Set a hold
        </a>
      )
    }
    flush
  >
    {holds.length === 0 ? (
      <EmptyState>Nothing is held beyond what the law asks.</EmptyState>
    ) : (
      <CardList
        items={holds.map((hold) => (
          <>
            <DueMark
              mark={hold.kind === 'hold' ? 'soon' : 'plain'}
              words={`${hold.kind === 'hold' ? 'Held since' : 'Lifted'} ${dayWords(hold.starts)}`}
            />
            {hold.kind === 'hold' && (
              <span class="kith-note">
                To be looked at again: <LookAgain on={hold.look_again} today={today} />
              </span>
            )}
            <span class="kith-note">
              {hold.by}: {hold.words ?? 'taken out of sight'}
            </span>
            {hold.set !== undefined && <span class="kith-note">It was held: {hold.set}</span>}
            {takesOut && (
              <span class="kith-note kith-row-links kith-no-print">
                {(hold.kind === 'hold' ? STEPS : STEPS.slice(1)).map(([to, does]) => (
                  <>
                    <a href={`/children/${child}/holds/${hold.id}/${to}`}>
                      {does}
                      <span class="govuk-visually-hidden">: the hold of {dayWords(hold.starts)}</span>
                    </a>{' '}
                  </>
                ))}
              </span>
            )}
          </>
        ))}
      />
    )}
  </Card>
)
const STEPS = [
  ['lift', 'Lift it'],
  ['correct', 'Put right'],
  ['retract', 'Take back'],
] as const

const Destroyed: FC<Shown & { readonly over: boolean }> = ({ child, disposals, over, takesOut }) => {
  if (!takesOut) return null
  const done = disposals.find(({ outcome }) => outcome === 'destroyed')
  const open = disposals.some(({ outcome }) => outcome === null)
  return (
    <Card title="Destruction">
      {done !== undefined ? (
        <p>
          Its words were destroyed on {savedAt(done.decided ?? '')}.{' '}
          <a href={`/destructions/${done.id}`}>Certificate</a>
        </p>
      ) : over ? (
        <p>
          <a href={`/children/${child}/destruction`}>
            {open ? 'Somebody asked that it is destroyed: decide it' : 'It may be destroyed now, by two people'}
          </a>
        </p>
      ) : (
        <p>Nothing is due. Two people decide when it is.</p>
      )}
      {disposals.some(({ outcome }) => outcome === 'kept') && (
        <Facts
          kind="down"
          facts={disposals.flatMap(({ outcome, decided, kept_because }) =>
            outcome === 'kept'
              ? [{ name: `Kept, decided ${savedAt(decided ?? '')}`, fact: { words: kept_because ?? '' } }]
              : [],
          )}
        />
      )}
    </Card>
  )
}

/** GET /records-due */
export async function showRecordsDue({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Due> => {
    const all = await comesDue(asking, today)
    const found = pageOf(all, Number(query('page') ?? 1))
    const standing = await holdsStanding(asking)
    const holds = { ...pageOf(standing, Number(query('holds') ?? 1)), of: standing.length }
    const names = await childrenCalled(
      asking,
      [...found.rows, ...holds.rows].map(({ child }) => child),
    )
    const staff = (await standsAs(asking, KEEPERS_OF_STAFF.as)) ? await staffDue(asking, today) : undefined
    return { ...found, of: all.length, holds, names, today, staff }
  })
  return page({ title: 'Records that come due', here: '/records-due', main: <RecordsDue {...shown} /> })
}
type Due = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly rows: readonly ComesDue[]
  readonly holds: {
    readonly page: number
    readonly pages: number
    readonly of: number
    readonly rows: readonly StandingHold[]
  }
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  /** undefined: the asker keeps no records of staff. */
  readonly staff: StaffDue | undefined
}
const HoldsStanding: FC<Pick<Due, 'holds' | 'names' | 'today'>> = ({ holds: { rows, of, ...at }, names, today }) => (
  <>
    <Card title="Legal holds" count={of} flush>
      {of === 0 ? (
        <EmptyState>Nothing is held beyond what the law asks.</EmptyState>
      ) : (
        <DutyTable
          caption="Legal holds that stand, those to be looked at first"
          columns={['Whose', 'Held since', 'To be looked at again']}
          rows={rows.map(({ child, starts, lookAgain }) => ({
            head: <a href={`/children/${child}/kept`}>{names.get(child) ?? 'Somebody without a name here'}</a>,
            cells: [dayWords(starts), <LookAgain on={lookAgain} today={today} />],
          }))}
        />
      )}
    </Card>
    <Pages {...at} of={of} to={(number) => `/records-due?holds=${number}`} links />
  </>
)
const RecordsDue: FC<Due> = ({ rows, of, holds, names, today, staff, ...at }) => (
  <>
    <PageHead
      title="Records that come due"
      lead="Of whoever you may hand over: what the law asks to be kept for less than a year from now, and what is held beyond."
    />
    <Card title="Within a year" count={of} flush>
      {of === 0 ? (
        <EmptyState>Nothing comes due within a year.</EmptyState>
      ) : (
        <DutyTable
          caption="Records that come due, the earliest first"
          columns={['Whose', 'Kept until', 'By what', 'How it stands']}
          rows={rows.map(({ child, last, held, asked }) => ({
            head: <a href={`/children/${child}/kept`}>{names.get(child) ?? 'Somebody without a name here'}</a>,
            cells: [
              dayWords(last.until ?? null),
              last.rule.name,
              held ? (
                <DueMark mark="soon" words="Held" />
              ) : asked ? (
                <DueMark mark="soon" words="Asked: a second person decides" />
              ) : (
                <DueMark mark="plain" words={(last.until ?? '') <= today ? 'To be decided' : 'Not yet'} />
              ),
            ],
          }))}
        />
      )}
    </Card>
    <Pages {...at} of={of} to={(number) => `/records-due?page=${number}`} links />
    <HoldsStanding holds={holds} names={names} today={today} />
    {staff !== undefined && <StaffParts {...staff} />}
  </>
)
