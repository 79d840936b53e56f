// You asked, we answered: what a child, parent or carer said, latest first, each with what changed because of it.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { namesOfWorkers, savedAt } from '#forms'
import { capital, EmptyState, PageHead, Paging, Tag, Voice } from '#look'
import { answersOf, type StandingAnswer, type StandingView, viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { pageNumber, placeOf } from '../paging.ts'
import { ANSWER_WORDS } from './answer-view.tsx'
import { whoseWords } from './record-view.tsx'

type Names = ReadonlyMap<string, string>
type Asked = {
  readonly view: StandingView
  readonly answers: readonly StandingAnswer[]
  readonly name: string
  readonly names: Names
  readonly writes: boolean
}
const answerWords = (outcome: string): string =>
  Object.entries(ANSWER_WORDS).find(([value]) => value === outcome)?.[1] ?? outcome

const Answered: FC<{ readonly answer: StandingAnswer } & Pick<Asked, 'view' | 'names' | 'writes'>> = (props) => {
  const { answer, view, names, writes } = props
  const by = answer.said?.decidedByName || names.get(answer.decidedBy ?? '')
  return (
    <div class="kith-answered">
      <h3 class="govuk-heading-s">{answerWords(answer.outcome)}</h3>
      <p class="kith-words">{answer.said?.what ?? 'Taken out of sight.'}</p>
      <p class="kith-quiet">
        Decided {dayWords(answer.decided)}
        {by !== undefined && `, by ${by}`}.{' '}
        {answer.told === null ? (
          <strong>They have not been told yet.</strong>
        ) : (
          `They were told ${dayWords(answer.told)}.`
        )}
      </p>
      {writes && (
        <p class="kith-no-print">
          {answer.told === null && (
            <>
              <a class="govuk-link" href={`/children/${view.child}/answers/${answer.id}/told`}>
                They were told
              </a>{' '}
              ·{' '}
            </>
          )}
          <a class="govuk-link" href={`/children/${view.child}/answers/${answer.id}/correct`}>
            Correct what changed
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={`/children/${view.child}/answers/${answer.id}/retract`}>
            Take back what changed
          </a>
        </p>
      )}
    </div>
  )
}

const One: FC<Asked> = ({ view, answers, name, names, writes }) => (
  <li class="kith-entry">
    <h2 class="govuk-heading-s">
      {dayWords(view.happened)}, {whoseWords(view.whose, name)}
    </h2>
    {view.words === undefined ? (
      <p>These words were taken out of sight.</p>
    ) : (
      <Voice
        words={view.words}
        who={capital(view.how)}
        when={view.about === 'other' ? undefined : `about ${view.about}`}
      />
    )}
    <p class="kith-quiet">
      {names.get(view.wrote.by) ?? 'Somebody'} wrote this, {savedAt(view.wrote.at)}{' '}
      {view.openedBy !== null && <Tag>Others were let know, to keep them safe</Tag>}
    </p>
    {answers.length === 0 ? (
      <p>Nobody has written down what changed because of it.</p>
    ) : (
      answers.map((answer) => <Answered answer={answer} view={view} names={names} writes={writes} />)
    )}
    {writes && (
      <p class="kith-no-print">
        <a class="govuk-link" href={`/children/${view.child}/views/${view.id}/answer`}>
          Write what changed
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/children/${view.child}/views/${view.id}/correct`}>
          Correct the words
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/children/${view.child}/views/${view.id}/retract`}>
          Take the words back
        </a>
      </p>
    )}
  </li>
)

type ListProps = Pick<Asked, 'name' | 'names' | 'writes'> & {
  readonly child: string
  readonly views: readonly StandingView[]
  readonly answers: readonly StandingAnswer[]
  readonly page: number
}
const List: FC<ListProps> = ({ child, name, names, writes, views, answers, page: number }) => {
  const at = placeOf(pageNumber(number, views.length), views.length)
  return (
    <>
      <PageHead
        title="You asked, we answered"
        lead={`What ${name}, a parent or a carer said, and what changed because of it.`}
      />
      {writes && (
        <p class="kith-no-print">
          <a class="govuk-link" href={`/children/${child}/views/record`}>
            Write down what somebody said
          </a>
        </p>
      )}
      {views.length === 0 ? (
        <EmptyState>Nobody has written down what {name} said yet.</EmptyState>
      ) : (
        <ul class="govuk-list kith-entries">
          {views.slice(at.from - 1, at.to).map((view) => (
            <One {...{ view, name, names, writes }} answers={answers.filter((answer) => answer.view === view.line)} />
          ))}
        </ul>
      )}
      <Paging {...at} of={views.length} address={(to) => `/children/${child}/views?page=${to}`} />
    </>
  )
}

export async function showViews(visit: Visit): Promise<Answer> {
  return await visit.door.as(visit.who, async (asking) => {
    const known = await childById(asking, visit.part('child'))
    if (known === undefined) return notFound
    const { child, name = 'this child' } = known
    const [views, answers] = [await viewsOf(asking, child), await answersOf(asking, child)]
    const deciders = answers.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy]))
    const names = await namesOfWorkers(asking, [...views.map(({ wrote }) => wrote.by), ...deciders])
    const writes = await mayDo(asking, child, ['write', 'story'])
    const number = Number(visit.query('page') ?? 1)
    const main = <List {...{ child, name, names, writes, views, answers, page: number }} />
    return page({ title: `What was said – ${name}`, here: '/children', main, about: child })
  })
}
