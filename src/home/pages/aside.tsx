// Beside the work: what children said and good news, one's own unfinished writing, what is new, what waits for others.
import type { Child, FC } from 'hono/jsx'
import { type Action, openActionsOf } from '#actions'
import { addMonths, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { type ApprovalRequest, askedByMe, isOpen } from '#decisions'
import { type Draft, unfinished } from '#drafts'
import type { Form } from '#forms'
import { Card, CardList, EmptyState, Stack, Voice } from '#look'
import type { ChildRow } from '#overview'
import { type LatestWords, latestWordsOf } from '#views'
import { workersCalled } from '#workforce'
import { type Change, goodNews, lastLook, type News, newSince } from '../store.ts'
import { childLink, isoWords, type Making, momentWords, namesFor } from './parts.tsx'

/** The access log's word for a look at one's own home; by it we know when somebody last looked. */
export const HOME_LOOK = 'read own home'
const SAID_WITHIN_MONTHS = 3
const MOST = 5

export type AsideShown = {
  readonly today: IsoDay
  readonly forms: readonly Form[]
  readonly nameOf: (child: string) => string
  readonly workerOf: (person: string) => string
  readonly said: readonly LatestWords[]
  readonly news: readonly News[]
  readonly drafts: readonly Draft[]
  /** undefined: this is the first look that the log knows of. */
  readonly looked: string | undefined
  readonly changes: readonly Change[]
  readonly asked: readonly ApprovalRequest[]
  readonly services: readonly Action[]
}

export async function asideOf({ asking, today, forms }: Making, children: readonly ChildRow[]): Promise<AsideShown> {
  const ids = children.map(({ id }) => id)
  const lately = addMonths(today, -SAID_WITHIN_MONTHS)
  const [latest, news, drafts, { looked, changes }, askedEver, open] = await Promise.all([
    latestWordsOf(asking, ids),
    goodNews(asking, ids, lately),
    unfinished(asking),
    changesSeen(asking, ids),
    askedByMe(asking),
    openActionsOf(asking, ids, 100),
  ])
  const said = [...latest.values()]
    .filter(({ happened, words }) => happened >= lately && words !== undefined)
    .toSorted((a, b) => (a.happened < b.happened ? 1 : -1))
    .slice(0, 3)
  const asked = askedEver.filter(isOpen).slice(0, MOST)
  const services = open.filter(({ owner }) => 'service' in owner).slice(0, MOST)
  const drafted = drafts.flatMap(({ child }) => (child === null ? [] : [child]))
  const writers = changes.map(({ by }) => by)
  const [nameOf, workers] = await Promise.all([
    namesFor(asking, [...drafted, ...asked.map(({ child }) => child)], children),
    workersCalled(asking, writers),
  ])
  const workerOf = (person: string) => workers.get(person) ?? 'somebody'
  return { today, forms, nameOf, workerOf, said, news, drafts, looked, changes, asked, services }
}

async function changesSeen(asking: Asking, children: readonly string[]) {
  const looked = await lastLook(asking, HOME_LOOK)
  return { looked, changes: looked === undefined ? [] : await newSince(asking, children, looked) }
}

export const Aside: FC<AsideShown> = (shown) => (
  <Stack>
    <FromChildren {...shown} />
    <Unfinished {...shown} />
    <New {...shown} />
    <Waiting {...shown} />
  </Stack>
)

const FromChildren: FC<AsideShown> = ({ said, news, nameOf }) => (
  <Card title="From your children" tone="good">
    {said.length + news.length === 0 && (
      <p class="kith-quiet">No words of theirs in the last three months. They can be written down with every visit.</p>
    )}
    {said.map(({ child, happened, words }) => (
      <Voice
        who={nameOf(child)}
        when={isoWords(happened)}
        words={words ?? ''}
        further={<a href={`/children/${child}`}>Their record</a>}
      />
    ))}
    {news.map(({ child, happened, text }) => (
      <p>
        <strong>Good news, {nameOf(child)}</strong> ({isoWords(happened)}): {text}
      </p>
    ))}
  </Card>
)

const Unfinished: FC<AsideShown> = ({ drafts, forms, nameOf, today }) => (
  <Card
    title="Your unfinished writing"
    beside={drafts.length > MOST ? <a href="/unfinished">{`All ${drafts.length}`}</a> : undefined}
    flush
  >
    {drafts.length === 0 ? (
      <EmptyState>Nothing unfinished.</EmptyState>
    ) : (
      <CardList
        items={drafts.slice(0, MOST).map((draft): Child => {
          const form = forms.find(({ name }) => name === draft.form)
          const words = `${form?.thing ?? 'A form that is no longer here'}${draft.child === null ? '' : `, ${nameOf(draft.child)}`}`
          const shown = words.slice(0, 1).toUpperCase() + words.slice(1)
          return (
            <>
              {form === undefined ? shown : <a href={`${form.addressOf(draft)}?draft=${draft.id}`}>{shown}</a>}
              <span class="kith-note">Kept {momentWords(draft.saved, today)}</span>
            </>
          )
        })}
      />
    )}
  </Card>
)

const New: FC<AsideShown> = ({ changes, looked, nameOf, workerOf, today }) => (
  <Card title="New since you last looked" beside={looked === undefined ? undefined : momentWords(looked, today)} flush>
    {changes.length === 0 ? (
      <EmptyState>
        {looked === undefined
          ? 'What others record about your children shows here from your next look on.'
          : 'Nothing new.'}
      </EmptyState>
    ) : (
      <CardList
        items={changes.map(({ child, what, by, at, n }) => (
          <>
            <strong>{childLink(child, nameOf(child))}</strong>:{' '}
            {n === 1 ? what : `${what} (${counted(n, 'entry', 'entries')})`}, by {workerOf(by)}
            <span class="kith-note">{momentWords(at, today)}</span>
          </>
        ))}
      />
    )}
  </Card>
)

const Waiting: FC<AsideShown> = ({ asked, services, nameOf, today }) => (
  <Card title="Waiting for other people" tone="quiet" flush>
    {asked.length + services.length === 0 ? (
      <EmptyState>Nothing waits for others.</EmptyState>
    ) : (
      <CardList
        items={[
          ...asked.map(({ child, kind, line, asked: hand }) => (
            <>
              <a href={`/children/${child}/requests/${line}`}>
                {nameOf(child)}: {kind}
              </a>
              , asked {momentWords(hand.at, today)}
            </>
          )),
          ...services.map(({ child, what, owner, due }) => (
            <>
              <a href={`/children/${child}`}>{nameOf(child)}</a>: {what ?? 'an action'}
              <span class="kith-note">
                {'service' in owner ? owner.service : ''}
                {'day' in due && `, by ${isoWords(due.day)}`}
              </span>
            </>
          )),
        ]}
      />
    )}
  </Card>
)
