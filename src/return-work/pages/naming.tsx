// A child is named to the analyst, so that an error can be put right: the reason, the form, and the children named at the moment.
import type { FC } from 'hono/jsx'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  isId,
  makeForm,
  type Outcome,
} from '#forms'
import { Card, CardList, EmptyState, Notice, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { freshen } from '../check-store.ts'
import { type StandingFlag, toMend, whatIsWrong } from '../standing-flag.ts'
import { yearsBegun } from '../state.ts'
import { flagById, flagsStanding, type Naming, namesTold, noteNamed, noteShown, tellName } from '../store.ts'
import { HERE, momentWords, type ReturnDeps, rowWords, toCheck, yearPath, yearWords } from './parts.tsx'

const REASONS = [
  { value: 'ask their worker', text: 'I ask their worker to put it right' },
  {
    value: 'find who knows them',
    text: 'Nobody works with the child now, and I look for who knows them',
    hint: 'Their last team, or who has taken over',
  },
  { value: 'two records', text: 'One child may stand here twice, or two as one' },
  {
    value: 'another list',
    text: 'I compare with a list that knows names only',
    hint: 'Schools, health, another system',
  },
] as const
const isReason = (word: string): boolean => REASONS.some(({ value }) => value === word)

type Asked = { readonly flag: StandingFlag & { readonly year: number }; readonly named: Naming | undefined }

const Fields: FC<FieldsProps<Asked>> = (of) => {
  const { flag, named } = of.given
  return (
    <>
      {named !== undefined && (
        <Notice role="status">
          <p>
            Child {flag.shown} is {named.name}, and named to you until {momentWords(named.until)}. Ask again to be told
            for another hour.
          </p>
        </Notice>
      )}
      <p class="govuk-body">
        {whatIsWrong(flag)} Rule {flag.rule}; {rowWords(flag)}.
      </p>
      <p class="govuk-body">
        {flag.ownerName === null ? 'Nobody works with the child now.' : `${flag.ownerName} works with the child.`} Often
        the id of the return is enough for them: their own list has the child by name.
      </p>
      <p class="govuk-body">
        You are told the name that the child goes by, and nothing else of their record: for an hour, and only while
        something of the child is wrong in the return. Whoever answers for the child reads in their log that you were
        told, and why.
      </p>
      <ChoiceField of={of} name="reason" label="Why do you need the name?" items={REASONS} />
    </>
  )
}

const naming: FormDefinition<Asked, string> = {
  name: 'return-name',
  path: '/returns/ssda903/name/:about',
  lock: { may: { as: ['analyst'] }, log: 'asked for the name of a child in the return' },
  here: HERE,
  words: {
    thing: 'asking for a name in the return',
    title: ({ flag }) => `Name child ${flag.shown}`,
    button: 'Show the name',
    done: 'The name is shown to you for an hour.',
    fields: { reason: 'Why' },
  },
  load: async (asking, { about }: At) => {
    const flag = about !== null && isId(about) ? await flagById(asking, about) : undefined
    if (flag === undefined) return undefined
    return { flag, named: (await namesTold(asking)).get(flag.child) }
  },
  start: () => ({}),
  decide: (typed) => {
    const reason = typed.one('reason')
    return isReason(reason) ? { ok: reason } : { faults: [{ field: 'reason', says: 'Choose why you need the name.' }] }
  },
  save: async (asking, reason, { given: { flag } }): Promise<Outcome> => {
    const told = await tellName(asking, flag.id, reason)
    if (told.kind === 'told') return { kind: 'saved', id: told.id }
    const says =
      told.kind === 'enough'
        ? 'You were told twenty names in a day, which is the most. Ask the workers: each has their own list by name.'
        : 'This was put right meanwhile, so no name is needed.'
    return { kind: 'refused', faults: [{ field: '', says }] }
  },
  leadsTo: () => '/returns/names',
  Fields,
}
export const namingForm: Form = makeForm(naming)

type OfChild = {
  readonly child: string
  readonly naming: Naming
  readonly flags: readonly (StandingFlag & { year: number })[]
}

/** Whoever was changed is checked again first: a name goes with the last thing that was wrong. */
export const showNamed =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const { door, who, today } = visit
    for (const year of yearsBegun(today)) await freshen(door, toCheck(visit, year), deps.beside)
    const children = await door.as(who, async (asking): Promise<readonly OfChild[]> => {
      const names = await namesTold(asking)
      const flags: (StandingFlag & { year: number })[] = []
      if (names.size > 0)
        for (const year of yearsBegun(today))
          for (const flag of await flagsStanding(asking, year, 'every'))
            if (names.has(flag.child)) flags.push({ ...flag, year })
      await noteNamed(asking, [...names.keys()])
      await noteShown(asking, [...names.keys()])
      return [...names]
        .map(([child, own]) => ({ child, naming: own, flags: flags.filter((flag) => flag.child === child) }))
        .toSorted((one, other) => one.naming.name.localeCompare(other.naming.name, 'en'))
    })
    return page({ title: 'Children named to you', here: HERE, main: <Named told={children} /> })
  }

const Named: FC<{ told: readonly OfChild[] }> = ({ told }) => (
  <>
    <PageHead
      title="Children named to you"
      lead="Each for an hour, and while something of the child is wrong in the return."
    />
    {told.length === 0 ? (
      <EmptyState title="No child is named to you now.">
        Where a name is needed to put something right, ask for it beside the flag.
      </EmptyState>
    ) : (
      <Stack>
        {told.map((one) => (
          <NamedChild {...one} />
        ))}
      </Stack>
    )}
  </>
)

const NamedChild: FC<OfChild> = ({ child, naming: { name, until }, flags }) => (
  <Card
    title={name}
    count={flags.length}
    beside={
      <>
        until {momentWords(until)}
        {flags.slice(0, 1).map(({ year }) => (
          <>
            {' · '}
            <a href={`${yearPath(year)}?child=${child}`}>In the return</a>
          </>
        ))}
      </>
    }
    flush
  >
    <CardList
      items={flags.map((flag) => (
        <>
          <h3>{whatIsWrong(flag)}</h3>
          <p>
            To look at:{' '}
            {toMend(flag)
              .map(({ called }) => called)
              .join('; ')}
            .
          </p>
          <p class="kith-quiet">
            Return of {yearWords(flag.year)}, child {flag.shown}, {rowWords(flag)}, rule {flag.rule}.{' '}
            {flag.ownerName === null ? 'Nobody works with the child now' : `${flag.ownerName} works with the child`}.
          </p>
        </>
      ))}
    />
  </Card>
)
