// One plan to read and to print: the edition that stands, another one, or the plan as it stood on a day.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import {
  addDays,
  day,
  dayInReach,
  formatDay,
  type IsoDay,
  instantOf,
  LONDON_CLOCK_KNOWN_FROM,
  londonMidnight,
  millisecondsOf,
} from '#calendar'
import type { Asking } from '#database'
import { namesOfWorkers } from '#forms'
import { Card, capital, ErrorSummary, FilterForm, Input, Notice, PageHead, Stack } from '#look'
import { type PlanKind, planAt } from '#plan-kinds'
import { latestWordsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { mayWritePlanPaper } from '../paper-store.ts'
import {
  type Edition,
  editionsOf,
  type PartText,
  partsOfEdition,
  planAsApproved,
  planAsWritten,
  standingAndWritten,
} from '../reading-store.ts'
import { type Agreed, AgreedCard, agreedOf } from './agreed.tsx'
import { childNamed, type Named } from './child-named.tsx'
import { OnPaper, type PaperShown, paperShown } from './paper-card.tsx'
import { Copies, type CopyShown, copiesShown } from './plan-copies.tsx'
import { called, EditionLine, NoPlan, type PlanShown, PlanTexts } from './plan-parts.tsx'

export const editionsIn = (of: PlanKind, all: readonly Edition[]): readonly Edition[] =>
  all.filter(({ kind }) => kind === of)

/** A plan with what a page needs to show it. */
export async function shownPlan(
  asking: Asking,
  { child, called }: Named,
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

/** A plan as it stands and as it is being written, for any page about the child. */
export async function planNow(asking: Asking, of: Named, kind: PlanKind): Promise<PlanNow> {
  const { standing, written } = standingAndWritten(editionsIn(kind, await editionsOf(asking, of.child)))
  const shown = async (edition: Edition | undefined) =>
    edition && (await shownPlan(asking, of, { edition, texts: await partsOfEdition(asking, edition) }))
  return { standing: await shown(standing), written: await shown(written) }
}

type Asked = { readonly kind: PlanKind; readonly on: IsoDay | undefined; readonly edition: string | undefined }
type Found = {
  readonly named: Named
  readonly shown: PlanShown | undefined
  readonly approvedThen: boolean
  /** Of the edition that is shown; undefined: it was not approved. */
  readonly copies?: readonly CopyShown[] | undefined
  readonly agreed?: Agreed | undefined
  readonly paper?: PaperShown | undefined
}

/** The last moment of a day in London. */
const endOf = (day: IsoDay): string => instantOf(millisecondsOf(londonMidnight(addDays(day, 1))) - 1)

async function asOn(
  asking: Asking,
  named: Named,
  { kind, on }: { readonly kind: PlanKind; readonly on: IsoDay },
): Promise<Omit<Found, 'named'>> {
  const [newest] = editionsIn(kind, await editionsOf(asking, named.child))
  if (newest === undefined) return { shown: undefined, approvedThen: false }
  const approved = await planAsApproved(asking, newest.plan, endOf(on))
  const all = editionsIn(kind, await editionsOf(asking, named.child))
  const edition = all.find((one) => one.edition === approved?.edition) ?? newest
  const texts = approved?.parts ?? (await planAsWritten(asking, newest.plan, endOf(on)))
  if (texts.length === 0) return { shown: undefined, approvedThen: false }
  return { shown: await shownPlan(asking, named, { edition, texts }), approvedThen: approved !== undefined }
}

async function found(asking: Asking, child: string, { kind, on, edition }: Asked): Promise<Found | undefined> {
  const named = await childNamed(asking, child)
  if (named === undefined) return undefined
  if (on !== undefined) return { named, ...(await asOn(asking, named, { kind, on })) }
  const all = await editionsOf(asking, child)
  const { standing, written } = standingAndWritten(editionsIn(kind, all))
  // An edition that is named is shown whatever kind of plan it is of: whoever answered it is led to it.
  const chosen = edition === undefined ? (standing ?? written) : all.find((one) => one.edition === edition)
  if (chosen === undefined) return edition === undefined ? { named, shown: undefined, approvedThen: false } : undefined
  const shown = await shownPlan(asking, named, { edition: chosen, texts: await partsOfEdition(asking, chosen) })
  const copies = chosen.approved && ((await copiesShown(asking, child)).get(chosen.edition) ?? [])
  const [agreed, paper] = [await agreedOf(asking, chosen), await paperShown(asking, chosen)]
  return { named, shown, approvedThen: chosen.approved !== undefined, copies, agreed, paper }
}

/** GET /children/:child/plan/read, with `edition` or `on`; and the same of each other kind of plan. */
export const showPlan =
  (kind: PlanKind) =>
  async (visit: Visit): Promise<Answer> => {
    const [typed, edition] = [visit.query('on')?.trim() || undefined, visit.query('edition')]
    const day = typed === undefined ? undefined : dayInReach(typed)
    const wrong = wrongDay(typed, day, visit.today)
    const asked = { kind, on: wrong === undefined ? day : undefined, edition }
    const child = visit.part('child')
    const answer = await visit.door.as(visit.who, async (asking) => {
      const of = await found(asking, child, asked)
      return of && { ...of, may: await waysOpen(asking, child, of.shown) }
    })
    if (answer === undefined) return notFound
    const { kind: shows = kind } = answer.shown?.edition ?? {}
    const title = `${capital(shows)} – ${answer.named.called}`
    const main = <Plan {...answer} kind={shows} asked={{ typed, wrong, on: asked.on }} />
    return page({
      title: wrong === undefined ? title : `Error: ${title}`,
      here: '/children',
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

/** Where the reader may go from here. */
type Ways = { readonly write: boolean; readonly approve: boolean; readonly paper: boolean }
async function waysOpen(asking: Asking, child: string, shown: PlanShown | undefined): Promise<Ways> {
  const sent = shown?.edition.state === 'sent for approval'
  return {
    write: await mayDo(asking, child, ['write', 'plan']),
    approve: sent && (await mayDo(asking, child, ['approve', 'plan'])),
    paper: sent && (await mayWritePlanPaper(asking, shown.edition)),
  }
}

type Page = Found & {
  readonly may: Ways
  readonly kind: PlanKind
  readonly asked: {
    readonly typed: string | undefined
    readonly wrong: string | undefined
    readonly on: IsoDay | undefined
  }
}

const Waiting: FC<{ readonly child: string; readonly edition: string; readonly may: Ways }> = ({
  child,
  edition,
  may,
}) => (
  <div class="kith-no-print">
    <Card title="Waiting for approval">
      {may.approve ? (
        <a href={`/children/${child}/plan/${edition}/decide`}>Approve it, or send it back</a>
      ) : (
        'Somebody who approves plans reads it, and approves it or sends it back.'
      )}
      {may.paper && (
        <p>
          <a href={`/children/${child}/plan/${edition}/on-paper`}>Write down that it was agreed on paper</a>
        </p>
      )}
    </Card>
  </div>
)

/** What is agreed on paper is agreed as of its day, and known since it was written down. */
function approvedWords(
  { edition: { approved } }: PlanShown,
  { on, approvedThen }: { on: IsoDay; approvedThen: boolean },
) {
  if (approvedThen) return 'These words were approved then.'
  if (approved?.paper === undefined || approved.on > on)
    return 'No edition was approved by then: this had been written.'
  return `It had been agreed on paper by then, on ${formatDay(day(approved.on))}, and was written down here later. This had been written.`
}

const Plan: FC<Page> = ({
  named,
  kind,
  shown,
  approvedThen,
  copies,
  agreed,
  paper,
  may,
  asked: { typed, wrong, on },
}) => (
  <>
    {wrong !== undefined && <ErrorSummary errorList={[{ href: '#on', text: wrong }]} />}
    <PageHead
      title={`${capital(kind)}: ${named.called}`}
      lead={shown && <EditionLine of={shown} />}
      actions={may.write && <a href={`${planAt(named.child, kind)}/write`}>Write the plan</a>}
    />
    <Stack>
      <div class="kith-no-print">
        <FilterForm
          action={`${planAt(named.child, kind)}/read`}
          label="The plan on another day"
          reset={on === undefined ? undefined : { to: `${planAt(named.child, kind)}/read`, words: 'Back to today' }}
        >
          <Input name="on" label="As it stood on" type="date" value={typed} errorMessage={wrong} />
        </FilterForm>
      </div>
      {on !== undefined && shown !== undefined && (
        <Notice role="status">
          <p>
            As it stood at the end of <strong>{formatDay(on)}</strong>. {approvedWords(shown, { on, approvedThen })}
          </p>
        </Notice>
      )}
      {shown === undefined ? (
        on === undefined ? (
          <NoPlan
            called={named.called}
            kind={kind}
            action={may.write && <a href={`${planAt(named.child, kind)}/write`}>Begin the {kind}</a>}
          />
        ) : (
          <p>Nothing of a plan had been written by the end of {formatDay(on)}.</p>
        )
      ) : (
        <PlanTexts of={shown} />
      )}
      {shown?.edition.state === 'sent for approval' && on === undefined && (
        <Waiting child={named.child} edition={shown.edition.edition} may={may} />
      )}
      {paper !== undefined && shown !== undefined && (
        <OnPaper {...paper} edition={shown.edition} writer={called(shown.names, shown.edition.approved?.by ?? '')} />
      )}
      {agreed !== undefined && <AgreedCard {...agreed} child={named.child} mayWrite={may.write} />}
      {copies !== undefined && <Copies child={named.child} copies={copies} mayWrite={may.write} />}
    </Stack>
  </>
)
