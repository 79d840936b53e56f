// A child tonight: who they are, where they are, whom to ring, and everything that the reader must know to act. For one hand.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { formatDay, type IsoDay, numberOf, parseDay } from '#calendar'
import { ageWords, calledName, dayWords, livesIn } from '#child-frame'
import type { Asking } from '#database'
import { standingFacts } from '#family'
import type { Form } from '#forms'
import { BackLink, Button, Card, CardList, EmptyState, Notice, NotKnown, PageHead, Stack } from '#look'
import { Worries, type WorryShown, worriesNow } from '#practice-audits/pages'
import { type Answer, notFound, page, type Visit } from '#web'
import { type TonightFacts, tonightOf } from '../tonight-store.ts'
import { type Numbers, NumbersCard, numbersNow } from './numbers.tsx'

type Shown = TonightFacts & {
  readonly today: IsoDay
  readonly numbers: Numbers
  readonly worries: readonly WorryShown[]
  readonly record: { readonly to: string; readonly words: string } | undefined
}

/** A note of what was done, where there is such a form; else a visit. */
const RECORDS = ['note', 'visit'] as const
async function recordOf(asking: Asking, child: string, forms: readonly Form[]): Promise<Shown['record']> {
  if (!(await mayDo(asking, child, ['write', 'visits']))) return undefined
  const form = RECORDS.flatMap((name) => forms.find((one) => one.name === name) ?? [])[0]
  return form && { to: form.addressOf({ child, about: null }), words: 'Record what was done' }
}

export const showChildTonight =
  (forms: readonly Form[]) =>
  async (visit: Visit): Promise<Answer> => {
    const { door, who, today, part } = visit
    const numbers = await numbersNow(visit)
    const id = part('child')
    const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
      const facts = await tonightOf(asking, id, today)
      const worries = facts === undefined ? [] : await worriesNow(asking, today, id)
      return facts && { ...facts, today, numbers, worries, record: await recordOf(asking, id, forms) }
    })
    if (shown === undefined) return notFound
    return page({ title: `Tonight – ${calledName(shown.child)}`, here: '/tonight', main: <ChildTonight {...shown} /> })
  }

const dayOf = (day: string): string => {
  const parsed = parseDay(day)
  return parsed === undefined ? day : formatDay(parsed)
}

const ChildTonight: FC<Shown> = (shown) => {
  const { child, today, missing, record, legal } = shown
  const name = calledName(child)
  return (
    <div class="kith-tonight">
      <BackLink href="/tonight">Find another child</BackLink>
      <PageHead
        title={name}
        lead={`${ageWords(child.born, numberOf(today))}${child.born === null ? '' : `, born ${dayWords(child.born)}`}`}
        actions={record && <Button href={record.to}>{record.words}</Button>}
      />
      {missing !== undefined && (
        <Notice title={`${name} is ${missing.kind} since ${dayOf(missing.since)}`} tone="warn" role="alert">
          <p>Tell the police, the manager on call and whoever holds parental responsibility, as the protocol says.</p>
        </Notice>
      )}
      <Worries worries={shown.worries} />
      <Stack>
        <MustKnow facts={shown.mustKnows} today={today} />
        <Where {...shown} />
        <Ring {...shown} />
        <NumbersCard {...shown.numbers} />
        <Card title="Legal status">
          <p>{legal}</p>
        </Card>
        <p>
          <a href={`/children/${child.id}`}>The whole record</a>
        </p>
      </Stack>
    </div>
  )
}

/** Those alone that the reader may know of. That there are none is never shown as if there were no risk. */
const MustKnow: FC<{ readonly facts: TonightFacts['mustKnows']; readonly today: IsoDay }> = ({ facts, today }) => {
  const standing = standingFacts(facts, today)
  return (
    <Card title="Must know" id="must-know" count={standing.length === 0 ? undefined : standing.length} flush>
      {standing.length === 0 ? (
        <EmptyState title="No must-knows are recorded that you may know of.">
          This does not mean that there is no risk. Ask whoever you ring.
        </EmptyState>
      ) : (
        <CardList
          items={standing.map(({ fact: { kind, words, review_by }, overdue }) => (
            <>
              <strong>{words ?? 'Taken out of sight'}</strong>
              <span class="kith-note">
                {kind.slice(0, 1).toUpperCase() + kind.slice(1)}
                {overdue && ` · was to be looked at again by ${dayOf(review_by)}: ask before you rely on it`}
              </span>
            </>
          ))}
        />
      )}
      {standing.length > 0 && (
        <p class="kith-quiet kith-card__note">There may be more that is not recorded. Ask whoever you ring.</p>
      )}
    </Card>
  )
}

const Where: FC<Shown> = ({ tonight, child, postcode }) => (
  <Card title="Where tonight">
    {tonight.from === 'nothing known' ? (
      <p>
        <NotKnown words="Not known: no home is recorded for today." />
      </p>
    ) : (
      <p class="kith-lead">
        {tonight.from === 'told' ? tonight.kind.slice(0, 1).toUpperCase() + tonight.kind.slice(1) : livesIn(child)}
        {postcode === undefined ? '' : `, ${postcode}`}
      </p>
    )}
    <p class="kith-quiet">
      {tonight.from === 'told' ? 'As somebody told us.' : 'The home of record. Nobody has told us of another place.'}
    </p>
  </Card>
)

const Ring: FC<Shown> = ({ ring }) => (
  <Card title="Whom to ring" flush>
    {ring.length === 0 ? (
      <EmptyState>Nobody is recorded. Ring the manager on call.</EmptyState>
    ) : (
      <CardList
        items={ring.map(({ name, part }) => (
          <>
            <strong>{name}</strong>, {part}
          </>
        ))}
      />
    )}
  </Card>
)
