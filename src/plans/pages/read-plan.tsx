// One plan to read and to print: the edition that stands, another one, or the plan as it stood on a day.
import type { FC } from 'hono/jsx'
import {
  addDays,
  dayInReach,
  formatDay,
  type IsoDay,
  instantOf,
  LONDON_CLOCK_KNOWN_FROM,
  londonMidnight,
  millisecondsOf,
} from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { namesOfWorkers } from '#forms'
import { ErrorSummary, FilterForm, Input, Notice, PageHead, Stack } from '#look'
import { latestWordsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import {
  type Edition,
  editionsOf,
  type PartText,
  partsOfEdition,
  planAsApproved,
  planAsWritten,
  standingAndWritten,
} from '../reading-store.ts'
import { EditionLine, NoPlan, type PlanShown, PlanTexts } from './plan-parts.tsx'

export type Named = { readonly child: string; readonly called: string }

export async function childNamed(asking: Asking, id: string): Promise<Named | undefined> {
  const known = await childById(asking, id)
  return known && { child: known.child, called: known.name ?? 'this child' }
}

export const careEditions = (all: readonly Edition[]): readonly Edition[] =>
  all.filter(({ kind }) => kind === 'care plan')

/** A plan with what a page needs to show it. */
export async function shownPlan(
  asking: Asking,
  { child, called }: Pick<Named, 'child' | 'called'>,
  { edition, texts }: { readonly edition: Edition; readonly texts: readonly PartText[] },
): Promise<PlanShown> {
  const people = [edition.by, ...(edition.approved ? [edition.approved.by] : []), ...texts.map(({ by }) => by)]
  const names = await namesOfWorkers(asking, people)
  const said = (await latestWordsOf(asking, [child])).get(child)
  return { child, called, edition, names, said, texts: new Map(texts.map((text) => [text.part, text])) }
}

export type PlanNow = {
  /** undefined: none was ever approved. */
  readonly standing: PlanShown | undefined
  /** undefined: none is being written. */
  readonly written: PlanShown | undefined
}

/** The care plan as it stands and as it is being written, for any page about the child. */
export async function planNow(asking: Asking, of: Pick<Named, 'child' | 'called'>): Promise<PlanNow> {
  const { standing, written } = standingAndWritten(careEditions(await editionsOf(asking, of.child)))
  const shown = async (edition: Edition | undefined) =>
    edition && (await shownPlan(asking, of, { edition, texts: await partsOfEdition(asking, edition) }))
  return { standing: await shown(standing), written: await shown(written) }
}

type Asked = { readonly on: IsoDay | undefined; readonly edition: string | undefined }
type Found = { readonly named: Named; readonly shown: PlanShown | undefined; readonly approvedThen: boolean }

/** The last moment of a day in London. */
const endOf = (day: IsoDay): string => instantOf(millisecondsOf(londonMidnight(addDays(day, 1))) - 1)

async function asOn(asking: Asking, named: Named, on: IsoDay): Promise<Omit<Found, 'named'>> {
  const [newest] = careEditions(await editionsOf(asking, named.child))
  if (newest === undefined) return { shown: undefined, approvedThen: false }
  const approved = await planAsApproved(asking, newest.plan, endOf(on))
  const all = careEditions(await editionsOf(asking, named.child))
  const edition = all.find((one) => one.edition === approved?.edition) ?? newest
  const texts = approved?.parts ?? (await planAsWritten(asking, newest.plan, endOf(on)))
  if (texts.length === 0) return { shown: undefined, approvedThen: false }
  return { shown: await shownPlan(asking, named, { edition, texts }), approvedThen: approved !== undefined }
}

async function found(asking: Asking, child: string, { on, edition }: Asked): Promise<Found | undefined> {
  const named = await childNamed(asking, child)
  if (named === undefined) return undefined
  if (on !== undefined) return { named, ...(await asOn(asking, named, on)) }
  const all = careEditions(await editionsOf(asking, child))
  const { standing, written } = standingAndWritten(all)
  const chosen = edition === undefined ? (standing ?? written) : all.find((one) => one.edition === edition)
  if (chosen === undefined) return edition === undefined ? { named, shown: undefined, approvedThen: false } : undefined
  const shown = await shownPlan(asking, named, { edition: chosen, texts: await partsOfEdition(asking, chosen) })
  return { named, shown, approvedThen: chosen.approved !== undefined }
}

/** GET /children/:child/plan/read, with `edition` or `on`. */
export async function showPlan(visit: Visit): Promise<Answer> {
  const [typed, edition] = [visit.query('on')?.trim() || undefined, visit.query('edition')]
  const day = typed === undefined ? undefined : dayInReach(typed)
  const wrong = wrongDay(typed, day, visit.today)
  const asked = { on: wrong === undefined ? day : undefined, edition }
  const answer = await visit.door.as(visit.who, async (asking) => await found(asking, visit.part('child'), asked))
  if (answer === undefined) return notFound
  const title = `Care plan – ${answer.named.called}`
  const main = <Plan {...answer} asked={{ typed, wrong, on: asked.on }} />
  return page({
    title: wrong === undefined ? title : `Error: ${title}`,
    here: '/',
    status: wrong ? 422 : 200,
    main,
    about: answer.named.child,
  })
}

function wrongDay(typed: string | undefined, day: IsoDay | undefined, today: IsoDay): string | undefined {
  if (typed === undefined) return undefined
  if (day === undefined) return 'Choose a day.'
  if (day < LONDON_CLOCK_KNOWN_FROM) return `Choose a day from ${formatDay(LONDON_CLOCK_KNOWN_FROM)} on.`
  return day > today ? `Choose today, ${formatDay(today)}, or a day before it.` : undefined
}

type Page = Found & {
  readonly asked: {
    readonly typed: string | undefined
    readonly wrong: string | undefined
    readonly on: IsoDay | undefined
  }
}

const Plan: FC<Page> = ({ named, shown, approvedThen, asked: { typed, wrong, on } }) => (
  <>
    {wrong !== undefined && <ErrorSummary errorList={[{ href: '#on', text: wrong }]} />}
    <PageHead
      title={`Care plan: ${named.called}`}
      lead={shown && <EditionLine of={shown} />}
      actions={<a href={`/children/${named.child}/plan/write`}>Write the plan</a>}
    />
    <Stack>
      <div class="kith-no-print">
        <FilterForm
          action={`/children/${named.child}/plan/read`}
          label="The plan on another day"
          reset={on === undefined ? undefined : { to: `/children/${named.child}/plan/read`, words: 'Back to today' }}
        >
          <Input name="on" label="As it stood on" type="date" value={typed} errorMessage={wrong} />
        </FilterForm>
      </div>
      {on !== undefined && shown !== undefined && (
        <Notice role="status">
          <p>
            As it stood at the end of <strong>{formatDay(on)}</strong>.{' '}
            {approvedThen
              ? 'These words were approved then.'
              : 'No edition was approved by then: this had been written.'}
          </p>
        </Notice>
      )}
      {shown === undefined ? (
        on === undefined ? (
          <NoPlan
            called={named.called}
            action={<a href={`/children/${named.child}/plan/write`}>Begin the care plan</a>}
          />
        ) : (
          <p>Nothing of a plan had been written by the end of {formatDay(on)}.</p>
        )
      ) : (
        <PlanTexts of={shown} />
      )}
    </Stack>
  </>
)
