// Where a plan is written from: begun, its parts in any order, what is still missing by law, and the way to approval.
import type { FC } from 'hono/jsx'
import { type Asking, Refused } from '#database'
import { isId, savedAt } from '#forms'
import { LEVELS } from '#law'
import { Button, Card, capital, DueMark, DutyTable, Notice, PageHead, Stack } from '#look'
import { nameOfKey, type PlanKind, type PlanPart, partsOf, planAt } from '#plan-kinds'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import { lackingNow } from '../lacking-store.ts'
import { mayBeWritten, writtenIn } from '../plan.ts'
import { editionById, editionsOf, stepWords, type Unmerged, unmergedTexts } from '../reading-store.ts'
import { planRefusalWords } from '../refusal-words.ts'
import { beginEdition, beginPlan, takeBack } from '../store.ts'
import { childNamed, type Named } from './child-named.tsx'
import { called, EditionLine, NoPlan, numbersOf, type PlanShown, whereWritten } from './plan-parts.tsx'
import { editionsIn, type PlanNow, planNow } from './read-plan.tsx'

type Writing = {
  readonly named: Named
  readonly kind: PlanKind
  readonly plan: PlanNow
  readonly apart: readonly Unmerged[]
  /** What this edition has to hold and does not. */
  readonly lacking: readonly PlanPart[]
  /** Why whoever was asked to approve it sent it back. */
  readonly back: string | undefined
}

type Which = { readonly child: string; readonly kind: PlanKind }

async function writing(asking: Asking, { child, kind }: Which): Promise<Writing | undefined> {
  const named = await childNamed(asking, child)
  if (named === undefined) return undefined
  const plan = await planNow(asking, named, kind)
  const mine = await unmergedTexts(asking, { person: asking.who.person })
  const edition = plan.written?.edition
  const back = edition?.state === 'sent back' ? await stepWords(asking, edition.step) : undefined
  const lacking =
    plan.written === undefined ? [] : await lackingNow(asking, plan.written.edition, [...plan.written.texts.values()])
  const apart = mine.filter((text) => text.child === child && text.kind === kind)
  return { named, kind, plan, apart, lacking, back: back?.trim() || undefined }
}

/** GET /children/:child/plan/write */
export const showWriting =
  (kind: PlanKind) =>
  async (visit: Visit): Promise<Answer> =>
    await writingPage(visit, kind)

async function writingPage(visit: Visit, kind: PlanKind, refused?: string): Promise<Answer> {
  const of = { child: visit.part('child'), kind }
  const found = await visit.door.as(visit.who, async (asking) => await writing(asking, of))
  if (found === undefined) return notFound
  const title = `Write the ${kind} – ${found.named.called}`
  const main = (
    <>
      <PageHead
        title={`${capital(kind)}: ${found.named.called}`}
        lead={found.plan.written && <EditionLine of={found.plan.written} />}
        actions={<a href={`${planAt(found.named.child, kind)}/read`}>Read it whole, or print it</a>}
      />
      <Stack>
        {refused !== undefined && (
          <Notice tone="warn" role="alert">
            <p>{refused}</p>
          </Notice>
        )}
        {found.back !== undefined && (
          <Notice tone="warn" title="Sent back: what is to be different">
            <p class="kith-written">{found.back}</p>
          </Notice>
        )}
        <Apart {...found} />
        {found.plan.written === undefined ? (
          <Begin {...found} />
        ) : (
          <Parts of={found.plan.written} lacking={found.lacking} />
        )}
      </Stack>
    </>
  )
  return page({ title, here: '/children', status: refused === undefined ? 200 : 422, main, about: found.named.child })
}

const Apart: FC<Writing> = ({ named, kind, apart }) =>
  apart.length === 0 ? null : (
    <Notice
      tone="warn"
      title={apart.length === 1 ? 'A text of yours is not in the plan' : 'Texts of yours are not in the plan'}
    >
      <p>Somebody saved the same part first, or it was approved. Put both together, or take yours off with a reason.</p>
      <ul class="kith-bullets">
        {apart.map(({ id, part, at }) => (
          <li>
            <a href={`/children/${named.child}/plan/unmerged/${id}`}>{nameOfKey(kind, part)}</a>, kept {savedAt(at)}
          </li>
        ))}
      </ul>
    </Notice>
  )

const Begin: FC<Writing> = ({ named, kind, plan }) => {
  const button = (
    <form method="post" action={`${planAt(named.child, kind)}/begin`}>
      <FormToken />
      <Button>{plan.standing === undefined ? `Begin the ${kind}` : 'Begin a new edition'}</Button>
    </form>
  )
  if (plan.standing === undefined) return <NoPlan called={named.called} kind={kind} action={button} />
  return (
    <Card title="The plan is approved">
      <p>
        <EditionLine of={plan.standing} />. It cannot be changed. A new edition carries on what you do not rewrite.
      </p>
      {button}
    </Card>
  )
}

const NEEDED: Readonly<Record<PlanPart['needed'], string>> = {
  always: 'Asked for by law',
  'where it applies': 'Where it applies',
  'good practice': 'Good practice',
}
const neededWords = ({ needed, level }: PlanPart): string =>
  needed === 'always' && !LEVELS[level].isLaw ? 'In every such plan' : NEEDED[needed]

function stateOf({ of, lacking }: Standing, part: PlanPart) {
  if (lacking.includes(part))
    return { mark: 'soon' as const, words: part.afresh && of.edition.number > 1 ? 'To be said anew' : 'Still to write' }
  if (part.fields !== undefined) {
    const { length } = numbersOf(of.texts, part)
    return length === 0
      ? { mark: 'plain' as const, words: 'None yet' }
      : { mark: 'done' as const, words: `${length} written` }
  }
  return writtenIn([...of.texts.values()]).has(part.part)
    ? { mark: 'done' as const, words: 'Written' }
    : { mark: 'plain' as const, words: 'Not written' }
}

function lastHand(of: PlanShown, part: PlanPart): string {
  const own = [...of.texts.values()].filter(({ part: key }) => key === part.part || key.startsWith(`${part.part}/`))
  const last = own.sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last === undefined ? '' : `${called(of.names, last.by)}, ${savedAt(last.at)}`
}

type Standing = { readonly of: PlanShown; readonly lacking: readonly PlanPart[] }
const Parts: FC<Standing> = ({ of, lacking }) => (
  <>
    <Card title="Parts" flush>
      <DutyTable
        caption="The parts of the plan, in any order"
        columns={['Part', 'How it stands', 'Last written', 'Needed']}
        rows={partsOf(of.edition.kind).map((part) => ({
          head: <a href={whereWritten(of, part)}>{part.name}</a>,
          cells: [
            <DueMark {...stateOf({ of, lacking }, part)} />,
            lastHand(of, part),
            { content: neededWords(part), calm: true },
          ],
        }))}
      />
    </Card>
    <Approval of={of} lacking={lacking} />
  </>
)

const Approval: FC<Standing> = ({ of, lacking }) => {
  const { edition, child } = of
  if (edition.state === 'sent for approval')
    return (
      <Card title="Waiting for approval">
        <p>
          Sent by {called(of.names, edition.by)}, {savedAt(edition.at)}. Writing may go on: what is approved is what
          then stands.
        </p>
        <p class="kith-alone">
          <a href={`/children/${child}/plan/${edition.edition}/decide`}>Approve it, or send it back</a>
        </p>
        <form method="post" action={`/children/${child}/plan/${edition.edition}/take-back`}>
          <FormToken />
          <Button kind="secondary">Take it back from approval</Button>
        </form>
      </Card>
    )
  return (
    <Card title="Approval">
      {lacking.length === 0 ? (
        <>
          <p>Everything that is asked for has words.</p>
          <Button href={`/children/${child}/plan/${edition.edition}/send`}>Send for approval</Button>
        </>
      ) : (
        <>
          <p>
            {lacking.every(({ level }) => LEVELS[level].isLaw) ? 'The law' : 'This plan'} asks for {lacking.length}{' '}
            more. Write something in each, even if it is not known yet, and why.
          </p>
          <ul class="kith-bullets">
            {lacking.map((part) => (
              <li>
                <a href={whereWritten(of, part)}>{part.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** POST /children/:child/plan/begin: the first edition, or the next. Pressed twice, it is begun once. */
export const beginWriting =
  (kind: PlanKind) =>
  async (visit: Visit): Promise<Answer> => {
    const child = visit.part('child')
    const begun = await visit.door.as(visit.who, async (asking) => {
      const [newest] = editionsIn(kind, await editionsOf(asking, child))
      if (newest !== undefined && mayBeWritten(newest.state)) return { ok: newest }
      return newest === undefined ? await beginPlan(asking, child, kind) : await beginEdition(asking, newest.edition)
    })
    // A second press, or a colleague, was first: there it is.
    const isThere = 'refused' in begun && BEGUN.some((refusal) => begun.refused.includes(refusal))
    if ('ok' in begun || isThere || typeof begun.refused === 'string') return redirect(`${planAt(child, kind)}/write`)
    return await writingPage(visit, kind, begun.refused.map(planRefusalWords).join(' '))
  }
const BEGUN = ['there is one already', 'still being written'] as const

/** POST /children/:child/plan/:about/take-back, of whatever kind of plan. */
export async function takeBackPlan(visit: Visit): Promise<Answer> {
  const [child, edition] = [visit.part('child'), visit.part('about')]
  if (!isId(edition)) return notFound
  const taken = await visit.door
    .as(visit.who, async (asking) => {
      const found = await editionById(asking, edition)
      return found?.child === child ? { kind: found.kind, done: await takeBack(asking, edition) } : undefined
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return undefined
      throw error
    })
  if (taken === undefined) return notFound
  const { kind, done } = taken
  if ('ok' in done) return redirect(`${planAt(child, kind)}/write`)
  const words = Array.isArray(done.refused) ? done.refused.map(planRefusalWords) : ['Somebody took this step already.']
  return await writingPage(visit, kind, words.join(' '))
}
