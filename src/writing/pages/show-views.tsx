// You asked, we answered: what a child, parent or carer said, latest first, each with what changed because of it.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Form, namesOfWorkers, savedAt, sentNotice } from '#forms'
import { Tag } from '#look'
import { answersOf, type StandingAnswer, type StandingView, viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { ANSWER_WORDS } from './answer-view.tsx'
import { PageLinks, pageOf } from './pages.tsx'
import { whoseWords } from './record-view.tsx'

type Names = ReadonlyMap<string, string>
type Asked = {
  readonly view: StandingView
  readonly answers: readonly StandingAnswer[]
  readonly name: string
  readonly names: Names
  readonly writes: boolean
}
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const answerWords = (outcome: string): string =>
  Object.entries(ANSWER_WORDS).find(([value]) => value === outcome)?.[1] ?? outcome

const Answered: FC<{ readonly answer: StandingAnswer } & Pick<Asked, 'view' | 'names' | 'writes'>> = (props) => {
  const { answer, view, names, writes } = props
  const by = answer.said?.decidedByName || names.get(answer.decidedBy ?? '')
  return (
    <div class="answered">
      <h3>{answerWords(answer.outcome)}</h3>
      <p class="words">{answer.said?.what ?? 'Taken out of sight.'}</p>
      <p class="by">
        Decided {dayWords(answer.decided)}
        {by !== undefined && `, by ${by}`}.{' '}
        {answer.told === null ? (
          <strong>They have not been told yet.</strong>
        ) : (
          `They were told ${dayWords(answer.told)}.`
        )}
      </p>
      {writes && (
        <p class="acts">
          <a href={`/children/${view.child}/answers/${answer.id}/correct`}>Correct what changed</a>{' '}
          <a href={`/children/${view.child}/answers/${answer.id}/retract`}>Take back what changed</a>
        </p>
      )}
    </div>
  )
}

const One: FC<Asked> = ({ view, answers, name, names, writes }) => (
  <li class="entry">
    <h2>
      {dayWords(view.happened)}, {whoseWords(view.whose, name)}
    </h2>
    <blockquote class="own-words">{view.words ?? 'These words were taken out of sight.'}</blockquote>
    <p class="by">
      {sentence(view.how)}
      {view.about !== 'other' && ` · about ${view.about}`} · written by {names.get(view.wrote.by) ?? 'somebody'},{' '}
      {savedAt(view.wrote.at)} {view.openedBy !== null && <Tag>Others were let know, to keep them safe</Tag>}
    </p>
    {answers.length === 0 ? (
      <p>Nobody has written down what changed because of it.</p>
    ) : (
      answers.map((answer) => <Answered answer={answer} view={view} names={names} writes={writes} />)
    )}
    {writes && (
      <p class="acts">
        <a href={`/children/${view.child}/views/${view.id}/answer`}>Write what changed</a>{' '}
        <a href={`/children/${view.child}/views/${view.id}/correct`}>Correct the words</a>{' '}
        <a href={`/children/${view.child}/views/${view.id}/retract`}>Take the words back</a>
      </p>
    )}
  </li>
)

export const showViews =
  (forms: readonly Form[]) =>
  async (visit: Visit): Promise<Answer> =>
    await visit.door.as(visit.who, async (asking) => {
      const known = await childById(asking, visit.part('child'))
      if (known === undefined) return notFound
      const { child, name = 'this child' } = known
      const [views, answers] = [await viewsOf(asking, child), await answersOf(asking, child)]
      const shown = pageOf(views, Number(visit.query('page') ?? 1))
      const hands = [...shown.rows.map(({ wrote }) => wrote.by), ...answers.map(({ decidedBy }) => decidedBy ?? '')]
      const names = await namesOfWorkers(
        asking,
        hands.filter((id) => id !== ''),
      )
      const writes = await mayDo(asking, child, ['write', 'story'])
      const main = (
        <>
          <p class="back">
            <a href={`/children/${child}`}>{name}</a>
          </p>
          <h1>You asked, we answered</h1>
          <p>What {name}, a parent or a carer said, and what changed because of it.</p>
          {await sentNotice(asking, forms, visit)}
          {writes && (
            <p class="acts">
              <a href={`/children/${child}/views/record`}>Write down what somebody said</a>
            </p>
          )}
          {views.length === 0 ? (
            <p class="empty">Nobody has written down what {name} said yet.</p>
          ) : (
            <ul class="entries">
              {shown.rows.map((view) => (
                <One
                  {...{ view, name, names, writes }}
                  answers={answers.filter((answer) => answer.view === view.line)}
                />
              ))}
            </ul>
          )}
          <PageLinks {...shown} of={views.length} to={(number) => `/children/${child}/views?page=${number}`} />
        </>
      )
      return page({ title: `What was said – ${name}`, here: '/', main })
    })
