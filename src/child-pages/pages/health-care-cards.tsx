// Getting care on the Health page: what waits and why, the longest wait first; who said yes or no; practices.
import type { FC } from 'hono/jsx'
import { day, daysBetween, dayWords, formatDay, type IsoDay } from '#calendar'
import { counted, type Frame, firstName } from '#child-frame'
import { readParts } from '#database'
import { wordOf } from '#drafts'
import {
  ABOUT,
  ANSWERS,
  ASKED_BY,
  ASKED_FOR,
  BY_WHOM,
  CONSENT_ANSWERS,
  ESCALATED_TO,
  type HealthCare,
  isAssessment,
  MODES,
  OUTCOMES,
  PAID_BY,
  PRACTICES,
  SEEN_BY,
  STEP_ANSWERS,
  stopsAssessment,
  UNDERSTANDS,
  WAITS_FOR,
  waitsForAnswer,
} from '#health-care'
import type { RowOnRecord } from '#health-lists'
import { FromLists } from '#health-lists/pages'
import { Beside, Card, CardList, DutyTable, EmptyState, FoldedCard, NotKnown, RowLinks } from '#look'
import { putRight } from './row-links.tsx'

type Of<Part extends keyof HealthCare> = HealthCare[Part][number]
type Step = Of<'waiting'>['steps'][number]
type Props = { readonly care: HealthCare; readonly frame: Frame; readonly today: IsoDay }
const at = ({ id }: Frame, part: string): string => `/children/${id}/health/${part}`
const mayWrite = ({ writes }: Frame): boolean => writes.has('health')

const before = (words: string, on: string | null, after = ''): readonly string[] =>
  on === null ? [] : [`${words} ${dayWords(on)}${after}`]
function steps(one: Of<'waiting'>): readonly string[] {
  const seen = [wordOf(SEEN_BY, one.seen_by), wordOf(MODES, one.mode)?.toLowerCase()].filter(Boolean).join(', ')
  return [
    ...before('With the service', one.received),
    ...(one.answer === null ? ['No answer yet'] : before(wordOf(ANSWERS, one.answer) ?? '', one.answered)),
    ...before('First appointment', one.offered),
    ...before('First seen', one.seen, seen === '' ? '' : ` (${seen})`),
    ...before(`Taken further to ${(wordOf(ESCALATED_TO, one.escalated_to) ?? '').toLowerCase()},`, one.escalated),
    ...(one.paid_by === null ? [] : [`Paid for by: ${(wordOf(PAID_BY, one.paid_by) ?? '').toLowerCase()}`]),
    ...(one.outcome === null ? [] : before(wordOf(OUTCOMES, one.outcome) ?? '', one.ended)),
  ]
}

type Listed = { readonly lists: readonly RowOnRecord[] }
const What: FC<Listed & { readonly one: Of<'waiting'>; readonly frame: Frame }> = ({ one, frame, lists }) => (
  <>
    {wordOf(ASKED_FOR, one.asked_for)}
    {one.words !== undefined && <span class="kith-note">{one.words}</span>}
    <FromLists rows={lists} line={one.line} />
    {mayWrite(frame) && (
      <RowLinks
        of={`${wordOf(ASKED_FOR, one.asked_for)}, ${dayWords(one.asked)}`}
        links={[
          { to: `${at(frame, 'referrals')}/${one.id}/since`, does: 'What happened since' },
          ...(one.outcome === null
            ? [{ to: `${at(frame, 'referrals')}/${one.line}/further`, does: 'Take it further' }]
            : []),
          ...putRight(at(frame, 'referrals'), one.id),
        ]}
      />
    )}
  </>
)

function answerWords(step: Step, today: IsoDay): string {
  const waits = waitsForAnswer(step, today)
  if (waits === undefined) return `${wordOf(STEP_ANSWERS, step.answer)}, ${dayWords(step.answered)}`
  const beyond = waits.beyond === undefined ? '' : `; it was asked for by ${dayWords(step.answer_by)}`
  return `No answer for ${counted(waits.days, 'day')}${beyond}`
}
/** Each time that it was taken to somebody, with what came back. */
const TakenFurther: FC<Omit<Props, 'care'> & { readonly one: Of<'waiting'> }> = ({ one, frame, today }) =>
  one.steps.length === 0 ? null : (
    <ol class="kith-note">
      {one.steps.map((step) => {
        const said = readParts(step.words, ['asked', 'said', 'who'])
        const whom = `${wordOf(ESCALATED_TO, step.to_whom)}${said?.who ? ` (${said.who})` : ''}`
        return (
          <li>
            Taken further {dayWords(step.taken)}: {whom}. {said?.asked ?? 'Taken out of sight'}{' '}
            <strong>{answerWords(step, today)}.</strong> {said?.said}
            {mayWrite(frame) && (
              <RowLinks
                of={`taken further on ${dayWords(step.taken)}`}
                links={[
                  ...(step.answer === null
                    ? [{ to: `${at(frame, 'referral-steps')}/${step.id}/answer`, does: 'What they answered' }]
                    : []),
                  ...putRight(at(frame, 'referral-steps'), step.id),
                ]}
              />
            )}
          </li>
        )
      })}
    </ol>
  )

export const Waits: FC<Props & Listed> = ({ care: { waiting, over }, frame, today, lists }) => (
  <>
    <Card
      title="Waiting for a health service"
      count={waiting.length}
      beside={
        mayWrite(frame) && <Beside links={[{ to: `${at(frame, 'referrals')}/record`, does: 'Record a referral' }]} />
      }
      flush
    >
      {waiting.length === 0 ? (
        <EmptyState>Nothing is recorded here as waiting. That does not mean that nothing was asked for.</EmptyState>
      ) : (
        <DutyTable
          caption={`What ${firstName(frame.called)} waits for, the longest wait first`}
          columns={['What was asked for', 'Asked', 'Waits', 'Where it stands', 'For what it waits']}
          rows={waiting.map((one) => ({
            head: <What one={one} frame={frame} lists={lists} />,
            cells: [
              `${dayWords(one.asked)}, by ${one.asked_by === 'child' ? firstName(frame.called) : (wordOf(ASKED_BY, one.asked_by) ?? '').toLowerCase()}`,
              counted(daysBetween(day(one.asked), today), 'day', 'days'),
              <>
                {steps(one).join('. ')}
                <TakenFurther one={one} frame={frame} today={today} />
              </>,
              wordOf(WAITS_FOR, one.waits_for) ?? <NotKnown words="Not said" />,
            ],
          }))}
        />
      )}
    </Card>
    {over.length > 0 && (
      <FoldedCard title="Referrals that are over" count={over.length} flush>
        <CardList
          items={over.map((one) => (
            <>
              <What one={one} frame={frame} lists={lists} />
              <span class="kith-note">
                Asked {dayWords(one.asked)}. {steps(one).join('. ')}.
              </span>
              <TakenFurther one={one} frame={frame} today={today} />
            </>
          ))}
        />
      </FoldedCard>
    )}
  </>
)

/** What a no to a health assessment does, said where it is read. */
function effect(
  { about, answer, by_whom, understands, decided, offered_again }: Of<'consents'>,
  today: IsoDay,
): string {
  const again =
    offered_again === null
      ? 'No day is set on which it is offered again.'
      : offered_again < today
        ? `It was to be offered again on ${dayWords(offered_again)}, and that day has passed.`
        : `It is offered again on ${dayWords(offered_again)}.`
  if (answer === 'yes') return ''
  if (!isAssessment(about)) return again
  return stopsAssessment({ about, answer, by_whom, understands })
    ? `They understand and said no. Where that came by the due day, and no yes by then, this one is not owed. The next then counts from ${dayWords(decided)}. ${again}`
    : `It is still owed: only the no of a young person who understands stops it. ${again}`
}

export const Consents: FC<Props> = ({ care: { consents }, frame, today }) => (
  <Card
    title="Yes and no to care"
    count={consents.length}
    beside={
      mayWrite(frame) && <Beside links={[{ to: `${at(frame, 'answers')}/record`, does: 'Record a yes or no' }]} />
    }
    flush
  >
    {consents.length === 0 ? (
      <EmptyState>No answer is recorded. Understanding decides who may give it, and no age does.</EmptyState>
    ) : (
      <DutyTable
        caption={`What ${firstName(frame.called)} and others answered, the latest first`}
        columns={['What was offered', 'Answer', 'When', 'By', 'Understands']}
        rows={consents.map((one) => ({
          head: (
            <>
              {wordOf(ABOUT, one.about)}
              {one.words !== undefined && <span class="kith-note">“{one.words}”</span>}
              <span class="kith-note">{effect(one, today)}</span>
              {mayWrite(frame) && (
                <RowLinks
                  of={`${wordOf(ABOUT, one.about)}, ${dayWords(one.decided)}`}
                  links={putRight(at(frame, 'answers'), one.id)}
                />
              )}
            </>
          ),
          cells: [
            wordOf(CONSENT_ANSWERS, one.answer),
            dayWords(one.decided),
            one.by_whom === 'child' ? firstName(frame.called) : wordOf(BY_WHOM, one.by_whom),
            one.understands === 'not judged' ? (
              <NotKnown words="Not judged yet" />
            ) : (
              wordOf(UNDERSTANDS, one.understands)
            ),
          ],
        }))}
      />
    )}
  </Card>
)

/** Registered before the home in which they live now, and nobody has looked since. */
function isFromBefore({ since, near }: Of<'practices'>, home: Frame['home']): boolean {
  const moved = home?.since
  return moved !== undefined && home?.sinceKnown === true && since < moved && (near === null || near < moved)
}
const registered = ({ since, until, near }: Of<'practices'>): string =>
  [
    `From ${formatDay(day(since))}`,
    until === null ? '' : ` to ${formatDay(day(until))}`,
    near === null ? '' : `; found near enough on ${formatDay(day(near))}`,
  ].join('')

export const Practices: FC<Props> = ({ care: { practices }, frame, today }) => {
  const now = practices.filter(({ until }) => until === null || until > today)
  const none = (['doctor', 'dentist'] as const).filter((kind) => now.every((one) => one.kind !== kind))
  return (
    <Card
      title="Registered with"
      beside={
        mayWrite(frame) && <Beside links={[{ to: `${at(frame, 'practices')}/record`, does: 'Record a practice' }]} />
      }
      flush
    >
      {none.length > 0 && <EmptyState>No {none.join(' and no ')} is recorded.</EmptyState>}
      <CardList
        items={practices.map((one) => (
          <>
            <strong>{wordOf(PRACTICES, one.kind)}</strong>
            <span class="kith-note">{one.words ?? 'Name not known'}</span>
            <span class="kith-note">{registered(one)}</span>
            {one.until === null && isFromBefore(one, frame.home) && (
              <span class="kith-note">From before this home. Is it still near enough?</span>
            )}
            {mayWrite(frame) && (
              <RowLinks
                of={one.words ?? one.kind}
                links={[
                  ...(one.until === null
                    ? [{ to: `${at(frame, 'practices')}/${one.id}/change`, does: 'Near enough, or left' }]
                    : []),
                  ...putRight(at(frame, 'practices'), one.id),
                ]}
              />
            )}
          </>
        ))}
      />
    </Card>
  )
}
