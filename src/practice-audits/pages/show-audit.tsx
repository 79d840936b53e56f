// The page of one audit: where it stands and what comes next, both grades, every theme, findings with their actions, what changed, worries.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { addYears, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { Button, Card, Columns, DueMark, PageHead, Stack } from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { checkedFor, evidenceOf } from '../evidence-store.ts'
import { type AuditNumbers, type Dated, openBecause, owedOf } from '../loop.ts'
import { askedIn } from '../round-store.ts'
import { type Audit, auditAround, auditOf, stateOf } from '../store.ts'
import { Concerns, Findings, Grades, Impact, nameOf, type Shown, Talks, Themes } from './audit-cards.tsx'
import { auditAddress, firstOf, numbersOn } from './audit-form.tsx'
import { CheckedCard, GuideCard, SaidCard, ThemeSteps } from './beside-audit.tsx'
import { OPEN_WORDS } from './closing-forms.tsx'
import { Invitations } from './invitation-cards.tsx'

const peopleOf = ({
  audit,
  moderation,
  talks,
  invitations,
  concerns,
  findings,
  first,
  second,
  sentBack,
}: Audit): readonly string[] => [
  ...[audit.auditor, moderation?.moderator ?? '', first?.recorded_by ?? '', second?.recorded_by ?? ''],
  sentBack?.by ?? '',
  ...talks.map(({ worker }) => worker),
  ...invitations.map(({ worker }) => worker),
  ...concerns.flatMap((one) => [one.named, one.recorded_by, ...one.answers.map((answer) => answer.answered_by ?? '')]),
  ...findings.flatMap(({ actions }) =>
    actions.flatMap(({ owner, checks }) => [
      'worker' in owner ? owner.worker : '',
      ...checks.map((check) => check.recorded_by),
    ]),
  ),
]
async function read(
  asking: Asking,
  { child, line, me, today }: { child: string; line: string; me: Visit['me']; today: IsoDay },
) {
  const audit = await auditOf(asking, child, line)
  if (audit === undefined) return undefined
  const known = await childById(asking, child)
  const span = { child, until: today }
  const rows = await evidenceOf(asking, { ...span, since: addYears(today, -3) })
  return {
    ...{ child, name: firstOf(known?.name), whole: known?.name, audit, me: asking.who.person, today },
    lead: me.parts.includes('quality-lead'),
    asks: await askedIn(asking, audit.round),
    numbers: await numbersOn(asking, today),
    writes: await mayDo(asking, child, ['write', 'audit']),
    names: await workersCalled(
      asking,
      peopleOf(audit).filter((one) => one !== ''),
    ),
    checked: await checkedFor(asking, { ...span, since: addYears(today, -1) }),
    evidence: new Map(rows.map((one) => [one.key, one])),
  }
}

/** What was sent is said on the page that follows. */
const sentOn = (sent: string | undefined): string => (sent === undefined ? '' : `?sent=${encodeURIComponent(sent)}`)

type Page = Shown & { readonly numbers: AuditNumbers }
/** GET /children/:child/audits/:about, and by a version of what stands in it */
export async function showAudit({ door, who, me, part, today, query }: Visit): Promise<Answer> {
  const [child, line] = [part('child'), part('about')]
  const shown = await door.as(who, async (asking): Promise<Page | string | undefined> => {
    return (await read(asking, { child, line, me, today })) ?? (await auditAround(asking, child, line))
  })
  if (shown === undefined) return notFound
  if (typeof shown === 'string') return redirect(`${auditAddress(child, shown)}${sentOn(query('sent'))}`)
  return page({
    title: `Practice audit: ${shown.whole ?? 'a child'}`,
    here: '/audits',
    about: shown.child,
    main: <AuditPage {...shown} />,
  })
}

/** GET /children/:child/audits/:about/next: on from a part that was saved; when all are written, the page of the audit. */
export async function nextOfAudit({ door, who, part, query }: Visit): Promise<Answer> {
  const [child, line] = [part('child'), part('about')]
  const next = await door.as(who, async (asking) => {
    const audit = await auditOf(asking, child, line)
    if (audit === undefined) return undefined
    const to = nextPart({ audit, asks: await askedIn(asking, audit.round) })
    const mine = audit.audit.auditor === who.person && audit.first === undefined
    return mine && to !== undefined ? `/${to}` : ''
  })
  if (next === undefined) return notFound
  return redirect(`${auditAddress(child, line)}${next}${sentOn(query('sent'))}`)
}

const DRAWN: Readonly<Record<string, string>> = {
  'at random': 'drawn at random',
  chosen: 'chosen, not drawn',
  're-audit': 'looked at again',
}
function leadOf(shown: Shown): string {
  const { audit, round } = shown.audit
  const worker = shown.audit.talks.at(-1)?.worker
  return [
    `Auditor ${nameOf(shown, audit.auditor)}`,
    ...(worker === undefined ? [] : [`with ${nameOf(shown, worker)}`]),
    `${DRAWN[audit.drawn] ?? audit.drawn}, ${round?.words.title || 'a round'}`,
    `due ${dayWords(audit.due)}`,
  ].join(' · ')
}
/** Shared with others when it is handed in. */
const isShared = ({ audit, me, lead }: Shown): boolean =>
  audit.first !== undefined || audit.audit.auditor === me || lead

const AuditPage: FC<Page> = (shown) => {
  const { audit, name, child, me, whole } = shown
  const mine = audit.audit.auditor === me && audit.first === undefined
  const at = auditAddress(child, audit.audit.line)
  return (
    <>
      <PageHead
        title={`Practice audit: ${whole ?? 'a child whose name is not for you'}`}
        lead={leadOf(shown)}
        actions={
          <>
            {whole !== undefined && (
              <Button kind="secondary" href={`/children/${child}`}>
                Open {name}’s record
              </Button>
            )}
            <a href={`${at}/concern`}>Raise a concern now</a>
          </>
        }
      />
      <Columns kind={mine ? 'steps' : 'aside'}>
        {mine && <ThemeSteps given={shown} />}
        <Stack>
          <Next {...shown} />
          <Concerns {...shown} />
          <Grades {...shown} />
          <Findings {...shown} />
          <Impact {...shown} />
          {isShared(shown) && <Themes {...shown} />}
        </Stack>
        <Stack>
          <SaidCard audit={audit} name={name} child={child} asks={shown.writes} />
          <Invitations {...shown} />
          <Talks {...shown} />
          <CheckedCard checked={shown.checked} />
          <GuideCard scale={shown.asks.scale} />
        </Stack>
      </Columns>
    </>
  )
}

const datedOf = ({ audit, first, second, moderation, closing }: Audit): Dated => ({
  ...{ due: audit.due, submitted: first?.given ?? null, moderator: moderation?.moderator ?? null },
  said_before: moderation !== undefined && first !== undefined && moderation.recorded < first.recorded,
  ...{ second_due: moderation?.due ?? null, second_on: second?.given ?? null, closed: closing?.closed ?? null },
})
type Way = { readonly to: string; readonly words: string }
/** The first part that is not written yet. */
function nextPart({ audit, asks }: Pick<Shown, 'audit' | 'asks'>): string | undefined {
  const parts = [...asks.questions.keys()]
  return parts.find((part) => audit.themes.every(({ theme }) => theme !== part))
}
/** What this reader can do next, in the order of the work. */
function waysOf(shown: Shown): readonly Way[] {
  const { audit, me, lead, writes } = shown
  const mine = audit.audit.auditor === me
  if (audit.closing !== undefined)
    return lead && audit.after.length === 0 ? [{ to: 'again', words: 'Look at it again' }] : []
  const waits = audit.findings.some(({ actions }) =>
    actions.some(({ ended, checks }) => ended !== undefined && checks.every(({ result }) => result !== 'verified')),
  )
  const all: readonly (readonly [boolean, Way])[] = [
    [mine && audit.first === undefined, { to: nextPart(shown) ?? 'hand-in', words: 'Go on with the themes' }],
    [mine && audit.first === undefined, { to: 'hand-in', words: 'Hand in' }],
    [writes && audit.first === undefined, { to: 'invite', words: 'Ask the worker, or the manager, to be part of it' }],
    [
      audit.first === undefined && audit.invitations.some(({ worker }) => worker === me),
      { to: 'answer', words: 'Answer the invitation' },
    ],
    [writes && audit.first === undefined, { to: 'talk', words: 'Record the talk' }],
    [lead && audit.first === undefined, { to: 'auditor', words: 'Another auditor or day' }],
    [
      lead && audit.second === undefined,
      { to: 'moderator', words: audit.moderation === undefined ? 'Say who moderates' : 'Another moderator' },
    ],
    [lead && audit.first !== undefined && audit.second === undefined, { to: 'send-back', words: 'Send it back' }],
    [
      audit.moderation?.moderator === me && audit.second === undefined,
      { to: 'second-grade', words: 'Give the second grade' },
    ],
    [writes && audit.first !== undefined, { to: 'finding', words: 'Record a finding' }],
    [waits, { to: 'verify', words: 'Verify an action' }],
    [
      writes && audit.second !== undefined && audit.impact === undefined,
      { to: 'impact', words: 'Say what is different' },
    ],
    [lead && audit.second !== undefined && audit.after.length === 0, { to: 'again', words: 'Look at it again' }],
    [writes && audit.second !== undefined, { to: 'close', words: 'Close the audit' }],
  ]
  return all.flatMap(([so, way]) => (so ? [way] : []))
}
const Next: FC<Page> = (shown) => {
  const { audit, today, child, numbers } = shown
  const open = openBecause(stateOf(audit))
  const ways = waysOf(shown)
  const owed = owedOf(datedOf(audit), today, numbers)
  return (
    <Card title={audit.closing === undefined ? 'What comes next' : `Closed on ${dayWords(audit.closing.closed)}`}>
      {owed !== undefined && today > owed.due && (
        <DueMark
          mark="late"
          words={`${owed.what === 'to hand in' ? 'It was due' : 'Its second grade was due'} on ${dayWords(owed.due)}. It stands with the ${owed.with}.`}
        />
      )}
      {audit.closing === undefined && (
        <ul class="govuk-list govuk-list--bullet">
          {open.map((why) => (
            <li>{OPEN_WORDS[why]}</li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <p class="kith-no-print">
          {ways.map(({ to, words }, at) => (
            <>
              {at > 0 && ' · '}
              <a href={`${auditAddress(child, audit.audit.line)}/${to}`}>{words}</a>
            </>
          ))}
        </p>
      )}
    </Card>
  )
}
