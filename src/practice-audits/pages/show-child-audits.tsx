// The audits of one child's record and the concerns about them, for whoever may know who they are.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import { wordOf } from '#drafts'
import { Card, CardList, DutyTable, EmptyState, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { WORRIES } from '../loop.ts'
import type { Scale } from '../questions.ts'
import { auditsStanding, councilRows, type Standing, scaleNow } from '../round-store.ts'
import { type Concern, concernsOf } from '../store.ts'
import { auditAddress } from './audit-form.tsx'
import { answerWords } from './concern-forms.tsx'
import { gradeOf, type Named, namedIn, stateWords } from './show-audits.tsx'

type OfChild = {
  readonly frame: Frame
  readonly audits: readonly Standing[]
  readonly rounds: ReadonlyMap<string, string>
  readonly named: Named
  readonly scale: Scale
  readonly concerns: readonly Concern[]
}
/** GET /children/:child/audits */
export async function showChildAudits({ door, who, part, today }: Visit): Promise<Answer> {
  const child = part('child')
  const shown = await door.as(who, async (asking): Promise<OfChild | undefined> => {
    const frame = await frameOf(asking, child, today)
    if (frame === undefined) return undefined
    const audits = await auditsStanding(asking, { child })
    const rounds = new Map(
      (await councilRows(asking, 'kith.audit_round')).map(({ line, words }) => [line, words.title]),
    )
    const scale = await scaleNow(asking)
    const concerns = await concernsOf(asking, child)
    return { frame, audits, rounds, scale, concerns, named: await namedIn(asking, audits) }
  })
  if (shown === undefined) return notFound
  return page({
    title: `Audits and concerns – ${nameOf(shown.frame)}`,
    here: '/children',
    main: (
      <ChildFrame frame={shown.frame} today={today}>
        <OfOneChild {...shown} />
      </ChildFrame>
    ),
  })
}
const OfOneChild: FC<OfChild> = ({ frame, audits, rounds, named, scale, concerns }) => (
  <>
    <h2 class="govuk-heading-m">Audits and concerns</h2>
    <Stack>
      <Card
        title="Concerns"
        count={concerns.length}
        beside={<a href={`/children/${frame.id}/concerns/record`}>Raise a concern</a>}
        flush
      >
        {concerns.length === 0 ? (
          <EmptyState>Nobody has raised a concern.</EmptyState>
        ) : (
          <CardList
            items={concerns.map((one) => (
              <>
                <strong>{wordOf(WORRIES, one.kind)}</strong>: {one.said?.seen ?? 'Taken out of sight'}
                <span class="kith-note">raised {dayWords(one.raised)}</span>
                {one.answers.length === 0 ? (
                  <a href={`/children/${frame.id}/concerns/${one.line}/answer`}>
                    Answer it<span class="govuk-visually-hidden">, of {dayWords(one.raised)}</span>
                  </a>
                ) : (
                  one.answers.map(({ answer }) => <span class="kith-note">{answerWords(answer)}</span>)
                )}
              </>
            ))}
          />
        )}
      </Card>
      <Card title="Audits of our practice" count={audits.length} flush>
        {audits.length === 0 ? (
          <EmptyState>Our practice with {nameOf(frame)} was not audited, or it is not for you to read.</EmptyState>
        ) : (
          <DutyTable
            caption="Audits"
            columns={['Round', 'Auditor', 'State', 'Grade of practice']}
            rows={audits.map((one) => ({
              head: (
                <a class="kith-target" href={auditAddress(one.child, one.line)}>
                  {rounds.get(one.round) || 'A round'}
                </a>
              ),
              cells: [named.workers.get(one.auditor) ?? 'somebody', stateWords(one), gradeOf(scale, one)],
            }))}
          />
        )}
      </Card>
    </Stack>
  </>
)
