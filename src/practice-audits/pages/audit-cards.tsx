// The cards of an audit's page: worries, both grades, findings with their actions, what is different, the talk, and each theme as it was asked.
import type { Child, FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { readParts } from '#database'
import { wordOf } from '#drafts'
import { savedAt } from '#forms'
import { Card, CardList, DueMark, EmptyState, Facts, InsetText, Notice } from '#look'
import type { Checked, Evidence } from '../evidence-store.ts'
import { WORRIES } from '../loop.ts'
import { MOST_QUESTIONS, type Scale, titleOf } from '../questions.ts'
import { asked, isTag, TAGS } from '../questions-data.ts'
import type { AskedIn } from '../round-store.ts'
import { isGrade, stepsLower } from '../scale.ts'
import type { Audit, Finding } from '../store.ts'
import { auditAddress } from './audit-form.tsx'
import { gradeWords } from './beside-audit.tsx'
import { answerWords } from './concern-forms.tsx'
import { differenceWords } from './loop-forms.tsx'

export type Shown = {
  readonly child: string
  readonly name: string
  readonly whole: string | undefined
  readonly audit: Audit
  readonly asks: AskedIn
  readonly me: string
  readonly lead: boolean
  readonly writes: boolean
  readonly names: ReadonlyMap<string, string>
  readonly checked: readonly Checked[]
  readonly evidence: ReadonlyMap<string, Evidence>
  readonly today: IsoDay
}
export const nameOf = ({ names }: Shown, person: string): string => names.get(person) ?? 'somebody'

export const Concerns: FC<Shown> = (shown) => {
  const { audit, child } = shown
  return (
    <>
      {audit.concerns.map((concern) => (
        <Notice tone={concern.answers.length === 0 ? 'warn' : 'calm'} title={wordOf(WORRIES, concern.kind)}>
          <p>{concern.said?.seen ?? 'Taken out of sight'}</p>
          <p class="kith-note">
            Raised on {dayWords(concern.raised)} by {nameOf(shown, concern.recorded_by)}; {nameOf(shown, concern.named)}{' '}
            answers. Moderation cannot withdraw it.
          </p>
          {concern.answers.map((answer) => (
            <p>
              {answerWords(answer.answer)}. {readParts(answer.words, ['decided'])?.decided}
            </p>
          ))}
          {concern.answers.length === 0 && (
            <p>
              <a href={`/children/${child}/concerns/${concern.line}/answer`}>Answer it</a>
            </p>
          )}
        </Notice>
      ))}
    </>
  )
}

const whole = ({ words }: Scale, grade: string | null): Child => (isGrade(grade) ? words[grade] : 'Without a grade')
function differs(first: string | null, second: string | null): string {
  if (!isGrade(first) || !isGrade(second)) return 'Not graded'
  const steps = stepsLower(first, second)
  if (steps === 0) return 'The same'
  return `${Math.abs(steps)} ${Math.abs(steps) === 1 ? 'step' : 'steps'} ${steps > 0 ? 'lower' : 'higher'} than the first`
}
export const Grades: FC<Shown> = (shown) => {
  const { first, second, moderation, sentBack } = shown.audit
  const blind = moderation?.moderator === shown.me && second === undefined
  const said = readParts(first?.words, ['why', 'strengths', 'child'])
  const again = readParts(second?.words, ['why', 'feedback'])
  return (
    <Card title="Practice as a whole">
      {blind && <InsetText>The first grade is kept from you until you have given yours.</InsetText>}
      {!blind && first === undefined && sentBack === undefined && <EmptyState>It is not handed in yet.</EmptyState>}
      {first === undefined && sentBack !== undefined && (
        <InsetText>
          Sent back by {nameOf(shown, sentBack.by)}, {savedAt(sentBack.at)}: {sentBack.why ?? 'taken out of sight'}
        </InsetText>
      )}
      {first !== undefined && (
        <Facts
          kind="wide"
          facts={[
            {
              name: 'First grade',
              fact: {
                words: whole(shown.asks.scale, first.grade),
                note: `${nameOf(shown, shown.audit.audit.auditor)}, ${dayWords(first.given)}. ${said?.why ?? ''}`,
              },
            },
            ...(said?.strengths ? [{ name: 'Done well', fact: { words: said.strengths } }] : []),
            ...(said?.child ? [{ name: `What ${shown.name} would say`, fact: { words: said.child } }] : []),
            second === undefined
              ? {
                  name: 'Second grade, blind',
                  fact: {
                    words:
                      moderation === undefined
                        ? 'Nobody is asked yet'
                        : `${nameOf(shown, moderation.moderator)}, by ${dayWords(moderation.due)}`,
                  },
                }
              : {
                  name: 'Second grade, blind: reported',
                  fact: {
                    words: whole(shown.asks.scale, second.grade),
                    note: `${nameOf(shown, moderation?.moderator ?? second.recorded_by)}, ${dayWords(second.given)}. ${again?.why ?? ''}`,
                  },
                },
            ...(second === undefined
              ? []
              : [{ name: 'Difference', fact: { words: differs(first.grade, second.grade), note: again?.feedback } }]),
          ]}
        />
      )}
    </Card>
  )
}

const ActionLine: FC<{ readonly shown: Shown; readonly action: Finding['actions'][number] }> = ({ shown, action }) => {
  const { ended, due, owner, checks, what, intended } = action
  const verified = checks.find(({ result }) => result === 'verified')
  const late = ended === undefined && 'day' in due && due.day < shown.today
  return (
    <>
      <DueMark
        mark={verified !== undefined ? 'done' : late ? 'late' : ended === undefined ? 'later' : 'soon'}
        words={
          verified !== undefined
            ? 'Verified'
            : ended === undefined
              ? late
                ? 'Overdue'
                : 'Open'
              : `${ended.outcome}, not verified`
        }
      />{' '}
      <strong>{what ?? 'Taken out of sight'}</strong>
      <span class="kith-note">
        For {shown.name}: {intended} · {'worker' in owner ? nameOf(shown, owner.worker) : owner.service} ·{' '}
        {'day' in due ? `by ${formatDay(due.day)}` : 'no day'}
      </span>
      {ended !== undefined && <span class="kith-note">What changed: {ended.said}</span>}
      {checks.map((check) => (
        <span class="kith-note">
          {nameOf(shown, check.recorded_by)} read the record again on {dayWords(check.read)}:{' '}
          {readParts(check.words, ['found'])?.found}
        </span>
      ))}
      {ended === undefined && 'worker' in owner && owner.worker === shown.me && (
        <a href={`/children/${shown.child}/actions/${action.line}/end`}>
          Close it<span class="govuk-visually-hidden">: {what}</span>
        </a>
      )}
    </>
  )
}
type OfRow = {
  readonly shown: Shown
  readonly of: string
  readonly row: { readonly id: string; readonly words: string | undefined }
}
/** What was wrong in it, where it was put right; and where to put it right, until the audit is closed. */
const PutRight: FC<OfRow> = ({ shown: { audit, writes, child }, of, row }) => {
  const because = readParts(row.words, ['found', 'because'])?.because ?? ''
  return (
    <>
      {because !== '' && ` · Put right: ${because}`}
      {writes && audit.closing === undefined && (
        <span class="kith-no-print">
          {' '}
          · <a href={`/children/${child}/${of}/${row.id}/correct`}>Put right</a>
        </span>
      )}
    </>
  )
}
export const Findings: FC<Shown> = (shown) => (
  <Card title="Findings, and what is done about them" count={shown.audit.findings.length} flush>
    {shown.audit.findings.length === 0 ? (
      <EmptyState>No finding is recorded yet.</EmptyState>
    ) : (
      <CardList
        items={shown.audit.findings.map((finding) => (
          <>
            <strong>{finding.kind === 'strength' ? 'Strength' : 'To improve'}</strong>:{' '}
            {readParts(finding.words, ['found'])?.found ?? 'Taken out of sight'}
            <span class="kith-note">
              {isTag(finding.tag) ? TAGS[finding.tag] : finding.tag}
              <PutRight shown={shown} of="audit-findings" row={finding} />
            </span>
            {finding.actions.map((action) => (
              <div class="kith-inner">
                <ActionLine shown={shown} action={action} />
              </div>
            ))}
          </>
        ))}
      />
    )}
  </Card>
)
export const Impact: FC<Shown> = ({ audit, name, child }) => (
  <Card title={`What is different for ${name}`}>
    {audit.impact === undefined ? (
      <EmptyState>Nobody has said yet what is different.</EmptyState>
    ) : (
      <>
        <p>{readParts(audit.impact.words, ['impact'])?.impact ?? 'Taken out of sight'}</p>
        <p class="kith-note">
          {differenceWords(audit.impact.difference)}, seen on {dayWords(audit.impact.seen)}
        </p>
      </>
    )}
    {audit.audit.again !== null && (
      <p>
        This one looks again after <a href={auditAddress(child, audit.audit.again)}>an earlier audit</a>.
      </p>
    )}
    {audit.after.map((one) => (
      <p>
        <a href={auditAddress(child, one.line)}>Looked at again</a>, due {dayWords(one.due)}
      </p>
    ))}
  </Card>
)
export const Talks: FC<Shown> = (shown) => (
  <Card title="Talk with the worker" flush>
    {shown.audit.talks.length === 0 ? (
      <EmptyState>No talk is recorded yet.</EmptyState>
    ) : (
      <CardList
        items={shown.audit.talks.map((talk) => (
          <>
            {nameOf(shown, talk.worker)}, {talk.state === 'held' ? 'met' : talk.state} {dayWords(talk.happens)}
            <span class="kith-note">
              {readParts(talk.words, ['says'])?.says}
              <PutRight shown={shown} of="audit-talks" row={talk} />
            </span>
          </>
        ))}
      />
    )}
  </Card>
)
const EVERY = Array.from({ length: MOST_QUESTIONS }, (_, at) => at)
const WORDS_KEPT: readonly [string, ...string[]] = ['why', ...EVERY.flatMap((at) => [`q${at}`, `s${at}`])]
const ANSWERED: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', seen: 'Written' }
/** Each question as it was asked that day, whatever is asked now. */
export const Themes: FC<Shown> = ({ audit, name, evidence, asks }) => (
  <>
    {audit.themes.map((theme) => {
      const said: Readonly<Record<string, string>> = readParts(theme.words, WORDS_KEPT) ?? {}
      return (
        <Card title={`${asked(titleOf(theme.theme), name)}: ${gradeWords(asks.scale, theme.grade)}`}>
          {theme.answers.map((answer, at) => (
            <>
              <h3 class="govuk-heading-s">{said[`q${at}`]}</h3>
              <p>
                {said[`s${at}`]} <span class="kith-quiet">{ANSWERED[answer] ?? gradeWords(asks.scale, answer)}</span>
              </p>
            </>
          ))}
          <p>{said['why']}</p>
          <p class="kith-note">
            Seen in:{' '}
            {theme.evidence.length === 0
              ? 'nothing named'
              : theme.evidence.map((key, at) => {
                  const row = evidence.get(key)
                  return (
                    <>
                      {at > 0 && ', '}
                      {row === undefined ? 'an older row of the record' : <a href={row.to}>{row.words}</a>}
                    </>
                  )
                })}
          </p>
        </Card>
      )
    })}
  </>
)
