// Cards of a request: what is not known yet, what has to be and what is hoped for, places that matter.
import type { Child, FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { listed } from '#child-frame'
import { wordOf } from '#drafts'
import { Beside, Card, CardList, EmptyState, Facts, NOT_KNOWN, RowLinks } from '#look'
import { LANGUAGE_WORDS, PETS_ASKED, SKILL_WORDS } from '../asked-words.ts'
import { missingOf } from '../request.ts'
import { FIRMNESS, HAVES, HOME_KINDS, LIVING_WITH, PLACE_KINDS } from '../request-codes-data.ts'
import type { Known } from './request-props.tsx'

export const Missing: FC<Known> = ({ request, places }) => {
  const missing = missingOf(request, places)
  return (
    <Card title="Not known yet" count={missing.length} flush>
      {missing.length === 0 ? (
        <EmptyState>Nothing that a home is usually asked about is missing.</EmptyState>
      ) : (
        <CardList items={missing} />
      )}
    </Card>
  )
}

const WORDS: Readonly<Record<string, string>> = { ...HAVES, ...LANGUAGE_WORDS, ...SKILL_WORDS, ...PETS_ASKED }
const inWords = (list: readonly string[]): string =>
  listed(
    list.map((one) =>
      Object.hasOwn(LANGUAGE_WORDS, one) ? `speaks ${WORDS[one]}` : (WORDS[one] ?? one).toLowerCase(),
    ),
  )
export const Musts: FC<Known> = ({ request, siblings }) => {
  const fact = (list: readonly string[]) => (list.length === 0 ? { words: 'Nothing' } : { words: inWords(list) })
  return (
    <Card title="What has to be, and hopes">
      <Facts
        kind="wide"
        facts={[
          {
            name: 'Kinds of home',
            fact: { words: listed(request.kinds.map((one) => wordOf(HOME_KINDS, one) ?? one)) },
          },
          { name: 'Must have', fact: fact(request.must_have) },
          { name: 'Assessed needs', fact: fact(request.needs) },
          { name: 'Hopes', fact: fact(request.hopes) },
          { name: 'Animals that must not be there', fact: fact(request.no_pets) },
          { name: 'Other children', fact: { words: wordOf(LIVING_WITH, request.living_with) ?? '' } },
          {
            name: 'Brothers and sisters',
            fact: { words: siblings.length === 0 ? 'None named' : `With ${listed(siblings)}` },
          },
          {
            name: 'Family first (section 22C)',
            fact: request.family_considered ? { words: request.words.considered || 'Considered' } : NOT_KNOWN,
          },
        ]}
      />
    </Card>
  )
}

export const Places: FC<Known> = ({ places, request, frame }) => {
  const writes = frame.writes.has('matching') && request.closed === null
  const at = `/children/${frame.id}/request-places`
  const items = places.map(
    (one): Child => (
      <>
        <strong>{one.called || wordOf(PLACE_KINDS, one.kind)}</strong>
        <span class="kith-note">
          {[
            wordOf(PLACE_KINDS, one.kind),
            one.miles === null ? '' : `${one.miles} miles${one.firm ? ', never nearer' : ''}`,
            one.per_month === null ? '' : `${one.per_month} times a month`,
            one.protected ? 'must not be found' : one.postcode === null ? 'where is not known' : '',
            one.why,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {writes && (
          <RowLinks
            of={one.called}
            links={[
              { to: `${at}/${one.id}/correct`, does: 'Put right' },
              { to: `${at}/${one.id}/retract`, does: 'Take back' },
            ]}
          />
        )}
      </>
    ),
  )
  return (
    <Card
      title="Places that matter"
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Add a place' }]} />}
      flush
    >
      {items.length === 0 ? <EmptyState>None is named yet.</EmptyState> : <CardList items={items} />}
    </Card>
  )
}

/** With whom they must not live, for whoever sees the request; a child whom the reader may not know has no name here. */
export const KeptApart: FC<Known> = ({ apart, named, frame }) => {
  const writes = frame.writes.has('matching')
  const at = `/children/${frame.id}/kept-apart`
  const whom = ({ kind, other, household, under_age }: Known['apart'][number]): string => {
    if (kind === 'children under') return `Children under ${under_age}`
    if (kind === 'home') return named.get(household ?? '') ?? 'A home of the list'
    return named.get(other ?? '') ?? 'A child who is not shown to you'
  }
  return (
    <Card
      title="Must not live with"
      count={apart.length}
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Add somebody' }]} />}
      flush
    >
      {apart.length === 0 ? (
        <EmptyState>Nobody, and no home, is named.</EmptyState>
      ) : (
        <CardList
          items={apart.map((one) => (
            <>
              <strong>{whom(one)}</strong>: {wordOf(FIRMNESS, one.firmness)?.toLowerCase()}
              <span class="kith-note kith-written">{one.said.why}</span>
              <span class="kith-note">
                {one.said.who}, {dayWords(one.decided)}
              </span>
              {writes && (
                <RowLinks
                  of={whom(one)}
                  links={[
                    { to: `${at}/${one.id}/correct`, does: 'Put right' },
                    { to: `${at}/${one.id}/retract`, does: 'Take back' },
                  ]}
                />
              )}
            </>
          ))}
        />
      )}
    </Card>
  )
}
