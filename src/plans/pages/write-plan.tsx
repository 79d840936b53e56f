// Where a plan is written from: begun, its parts in any order, what is still missing by law, and the way to approval.
import type { FC } from 'hono/jsx'
import { type Asking, Refused } from '#database'
import { isId, savedAt } from '#forms'
import { Button, Card, DueMark, DutyTable, Notice, PageHead, Stack } from '#look'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import { missingParts, type PlanPart, partsOf } from '../parts.ts'
import { mayBeWritten } from '../plan.ts'
import { editionsOf, stepWords, type Unmerged, unmergedTexts } from '../reading-store.ts'
import { planRefusalWords } from '../refusal-words.ts'
import { beginEdition, beginPlan, takeBack } from '../store.ts'
import { called, EditionLine, NoPlan, numbersOf, type PlanShown } from './plan-parts.tsx'
import { careEditions, childNamed, type Named, type PlanNow, planNow } from './read-plan.tsx'

type Writing = {
  readonly named: Named
  readonly plan: PlanNow
  readonly apart: readonly Unmerged[]
  /** Why whoever was asked to approve it sent it back. */
  readonly back: string | undefined
}

async function writing(asking: Asking, child: string): Promise<Writing | undefined> {
  const named = await childNamed(asking, child)
  if (named === undefined) return undefined
  const plan = await planNow(asking, named)
  const mine = await unmergedTexts(asking, { person: asking.who.person })
  const edition = plan.written?.edition
  const back = edition?.state === 'sent back' ? await stepWords(asking, edition.step) : undefined
  return { named, plan, apart: mine.filter((text) => text.child === child), back: back?.trim() || undefined }
}

/** GET /children/:child/plan/write */
export async function showWriting(visit: Visit): Promise<Answer> {
  return await writingPage(visit)
}

async function writingPage(visit: Visit, refused?: string): Promise<Answer> {
  const found = await visit.door.as(visit.who, async (asking) => await writing(asking, visit.part('child')))
  if (found === undefined) return notFound
  const title = `Write the care plan – ${found.named.called}`
  const main = (
    <>
      <PageHead
        title={`Care plan: ${found.named.called}`}
        lead={found.plan.written && <EditionLine of={found.plan.written} />}
        actions={<a href={`/children/${found.named.child}/plan/read`}>Read it whole, or print it</a>}
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
        {found.plan.written === undefined ? <Begin {...found} /> : <Parts of={found.plan.written} />}
      </Stack>
    </>
  )
  return page({ title, here: '/', status: refused === undefined ? 200 : 422, main, about: found.named.child })
}

const Apart: FC<Writing> = ({ named, apart }) =>
  apart.length === 0 ? null : (
    <Notice
      tone="warn"
      title={apart.length === 1 ? 'A text of yours is not in the plan' : 'Texts of yours are not in the plan'}
    >
      <p>Somebody saved the same part first, or it was approved. Put both together, or take yours off with a reason.</p>
      <ul class="kith-bullets">
        {apart.map(({ id, part, at }) => (
          <li>
            <a href={`/children/${named.child}/plan/unmerged/${id}`}>{nameOfKey(part)}</a>, kept {savedAt(at)}
          </li>
        ))}
      </ul>
    </Notice>
  )

/** 'Health', 'Outcome 2: how will we know?' */
export function nameOfKey(key: string): string {
  const [name, number, field] = key.split('/')
  const part = partsOf('care plan').find((one) => one.part === name)
  if (part === undefined) return 'A part'
  if (number === undefined || field === undefined) return part.name
  return `Outcome ${number}: ${part.fields?.[field] ?? field}`
}

const Begin: FC<Writing> = ({ named, plan }) => {
  const button = (
    <form method="post" action={`/children/${named.child}/plan/begin`}>
      <FormToken />
      <Button>{plan.standing === undefined ? 'Begin the care plan' : 'Begin a new edition'}</Button>
    </form>
  )
  if (plan.standing === undefined) return <NoPlan called={named.called} action={button} />
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

function stateOf(of: PlanShown, part: PlanPart) {
  if (part.fields !== undefined) {
    const { length } = numbersOf(of.texts, part)
    return length === 0
      ? { mark: 'plain' as const, words: 'None yet' }
      : { mark: 'done' as const, words: `${length} written` }
  }
  const text = of.texts.get(part.part)
  if (text?.text !== undefined || text?.outOfSight === true) return { mark: 'done' as const, words: 'Written' }
  return part.needed === 'always'
    ? { mark: 'soon' as const, words: 'Still to write' }
    : { mark: 'plain' as const, words: 'Not written' }
}

function lastHand(of: PlanShown, part: PlanPart): string {
  const own = [...of.texts.values()].filter(({ part: key }) => key === part.part || key.startsWith(`${part.part}/`))
  const last = own.sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last === undefined ? '' : `${called(of.names, last.by)}, ${savedAt(last.at)}`
}

const Parts: FC<{ readonly of: PlanShown }> = ({ of }) => (
  <>
    <Card title="Parts" flush>
      <DutyTable
        caption="The parts of the plan, in any order"
        columns={['Part', 'How it stands', 'Last written', 'Needed']}
        rows={partsOf(of.edition.kind).map((part) => ({
          head: <a href={`/children/${of.child}/plan/write/${part.part}`}>{part.name}</a>,
          cells: [<DueMark {...stateOf(of, part)} />, lastHand(of, part), { content: NEEDED[part.needed], calm: true }],
        }))}
      />
    </Card>
    <Approval of={of} />
  </>
)

const Approval: FC<{ readonly of: PlanShown }> = ({ of }) => {
  const { edition, child, texts } = of
  const written = new Set(
    [...texts.values()].filter(({ text, outOfSight }) => text !== undefined || outOfSight).map(({ part }) => part),
  )
  const missing = missingParts(edition.kind, written)
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
      {missing.length === 0 ? (
        <>
          <p>Everything that the law asks for has words.</p>
          <Button href={`/children/${child}/plan/${edition.edition}/send`}>Send for approval</Button>
        </>
      ) : (
        <>
          <p>The law asks for {missing.length} more. Write something in each, even if it is not known yet, and why.</p>
          <ul class="kith-bullets">
            {missing.map(({ part, name }) => (
              <li>
                <a href={`/children/${child}/plan/write/${part}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** POST /children/:child/plan/begin: the first edition, or the next. Pressed twice, it is begun once. */
export async function beginWriting(visit: Visit): Promise<Answer> {
  const child = visit.part('child')
  const begun = await visit.door.as(visit.who, async (asking) => {
    const [newest] = careEditions(await editionsOf(asking, child))
    if (newest !== undefined && mayBeWritten(newest.state)) return { ok: newest }
    return newest === undefined
      ? await beginPlan(asking, child, 'care plan')
      : await beginEdition(asking, newest.edition)
  })
  // A second press, or a colleague, was first: there it is.
  const isThere = 'refused' in begun && BEGUN.some((refusal) => begun.refused.includes(refusal))
  if ('ok' in begun || isThere || typeof begun.refused === 'string') return redirect(`/children/${child}/plan/write`)
  return await writingPage(visit, begun.refused.map(planRefusalWords).join(' '))
}
const BEGUN = ['there is one already', 'still being written'] as const

/** POST /children/:child/plan/:about/take-back */
export async function takeBackPlan(visit: Visit): Promise<Answer> {
  const [child, edition] = [visit.part('child'), visit.part('about')]
  if (!isId(edition)) return notFound
  const taken = await visit.door
    .as(visit.who, async (asking) => {
      const known = careEditions(await editionsOf(asking, child)).some((one) => one.edition === edition)
      return known ? await takeBack(asking, edition) : undefined
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return undefined
      throw error
    })
  if (taken === undefined) return notFound
  if ('ok' in taken) return redirect(`/children/${child}/plan/write`)
  const words = Array.isArray(taken.refused)
    ? taken.refused.map(planRefusalWords)
    : ['Somebody took this step already.']
  return await writingPage(visit, words.join(' '))
}
