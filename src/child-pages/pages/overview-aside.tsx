// Beside what is next: the child's latest words, where they are tonight, the last visit, people around, and good news.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { childAddress, counted, type Frame, firstName, homeWords } from '#child-frame'
import { isRelation, RELATIONS } from '#family'
import { Card, CardList, DueMark, EmptyState, NotKnown, Voice } from '#look'
import { HEARERS, isHearer } from '#people'
import { type GoodNews as News, nightWords, type OverviewFacts, visitWords } from '../overview.ts'

export const GoodNews: FC<{ news: News }> = ({ news: { words, happened } }) => (
  <Card title="Good news" tone="good">
    <p>{words ?? <NotKnown words="Taken out of sight" />}</p>
    <p class="kith-quiet">{formatDay(happened)}</p>
  </Card>
)

const heardBy = (audience: readonly string[]): string => {
  const named = audience.filter(isHearer).map((relation) => HEARERS[relation])
  const [first, second, ...more] = named
  if (first === undefined) return 'Nobody else may read this'
  const also = more.length === 0 ? '' : ` and ${counted(more.length, 'other part', 'other parts')} of the council`
  return `May be read by ${[first, second].filter(Boolean).join(', ')}${also}`
}

export const Words: FC<{ frame: Frame; view: OverviewFacts['view'] }> = ({ frame, view }) => {
  const called = firstName(frame.called)
  return (
    <Card
      title={`${called}’s latest words`}
      beside={<a href={`${childAddress(frame.id, 'story')}?show=voice`}>All their words</a>}
    >
      {view ? (
        <Voice
          words={view.words ?? 'Taken out of sight'}
          who={called}
          when={`${formatDay(view.happened)}, ${view.how}`}
          maySee={heardBy(view.audience)}
        />
      ) : (
        <EmptyState>Nothing that you may read. Ask {called} what they think, and write it in their words.</EmptyState>
      )}
    </Card>
  )
}

export const Tonight: FC<{ frame: Frame; facts: OverviewFacts }> = ({ frame: { home }, facts: { night } }) => (
  <Card title="Tonight">
    {night === undefined ? (
      <p>
        {home ? <strong>{homeWords(home.kind)}</strong> : <NotKnown words="Not known" />}
        <span class="kith-note">{home ? 'as recorded; nobody has said otherwise' : 'no home is recorded'}</span>
      </p>
    ) : (
      <p>
        <DueMark
          mark={night.kind === 'missing' || night.kind === 'not known' ? 'late' : 'plain'}
          words={nightWords(night.kind)}
        />
      </p>
    )}
  </Card>
)

export const LastVisit: FC<{ frame: Frame; facts: OverviewFacts }> = ({ frame, facts: { visits } }) => {
  const [last] = visits ?? []
  return (
    <Card title="Last visit" beside={<a href={childAddress(frame.id, 'visits')}>All visits</a>}>
      {last === undefined ? (
        <EmptyState>No visit is recorded here.</EmptyState>
      ) : (
        <p>
          <strong>{formatDay(last.happened)}</strong> {last.visitor !== undefined && `by ${last.visitor}`}
          <span class="kith-note">{visitWords(last, firstName(frame.called))}</span>
        </p>
      )}
    </Card>
  )
}

const PEOPLE_SHOWN = 6
export const People: FC<{ frame: Frame; people: NonNullable<OverviewFacts['people']> }> = ({ frame, people }) => (
  <Card
    title="People around"
    beside={
      <>
        <a href={childAddress(frame.id, 'family')}>Family and people</a> ·{' '}
        <a href={`/children/${frame.id}/organisations`}>Of other organisations</a>
      </>
    }
    flush
  >
    {people.length === 0 ? (
      <EmptyState>Nobody is recorded yet.</EmptyState>
    ) : (
      <CardList
        items={people.slice(0, PEOPLE_SHOWN).map(({ relation, words }) => (
          <>
            <strong>{(words ?? 'Taken out of sight').split('\n')[0]}</strong>{' '}
            <span class="kith-quiet">{isRelation(relation) ? RELATIONS[relation].words : relation}</span>
          </>
        ))}
      />
    )}
  </Card>
)
