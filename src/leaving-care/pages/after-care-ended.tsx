// The form of what ends leaving care after care: that somebody died, or that they have lived with a parent again for six months.
import type { FC } from 'hono/jsx'
import { allocationsOf } from '#allocations'
import { dayOf, dayWords, numberOf } from '#calendar'
import { type Asking, currentOf } from '#database'
import { DayField, type FieldsProps, type Form, PickField, type Reading, WordsField } from '#forms'
import { valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { workersCalled } from '#workforce'
import { HOW_IT_ENDED, LIVES_WITH } from '../leaver-words.ts'
import { sixMonthsFrom } from '../status.ts'

const NOT_OF_DEATH = 'Leave this empty where they died.'
const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField of={of} name="kind" label="What happened?" items={HOW_IT_ENDED} />
    <DayField
      of={of}
      name="since"
      label="On which day?"
      hint="The day of the death; or the day on which they came to live with them. Whoever dies in care: end their time in care with it instead."
      looks="back"
    />
    <PickField
      of={of}
      name="lives_with"
      label="With whom do they live?"
      items={LIVES_WITH}
      none="Not asked where they died"
    />
    <PickField
      of={of}
      name="decided_by"
      label="Who of us looked at it, and said that they are no relevant child any more?"
      items={of.given.among}
      none="Not asked where they died"
    />
    <DayField
      of={of}
      name="until"
      label="If it broke down: on which day did they stop living there?"
      hint="Before 18, what the law asks after care is owed again from that day."
      looks="back"
    />
    <WordsField
      of={of}
      name="words"
      label="What happened, in words"
      hint="Who told us, and what they wanted. Where somebody died: who has to be told, and by whom."
      rows={6}
    />
  </>
)

/** Who works with them, whoever said it before, and who writes. */
async function whoLooked(asking: Asking, child: string) {
  const working = (await allocationsOf(asking, child)).map(({ worker }) => worker)
  const before = (await currentOf(asking, 'kith.leaving_care_end', child)).flatMap(({ decided_by }) => decided_by ?? [])
  const names = await workersCalled(asking, [...new Set([asking.who.person, ...working, ...before])])
  return [...names].map(([value, text]) => ({ value, text }))
}

function readDeath(r: Reading) {
  const since = r.day('since', 'the day on which they died')
  for (const field of ['lives_with', 'decided_by', 'until']) if (r.typed.one(field) !== '') r.fault(field, NOT_OF_DEATH)
  return { kind: 'died', since, until: null, lives_with: null, decided_by: null }
}
function readWithParent(r: Reading, { among }: FactGiven) {
  const since = r.day('since', 'the day on which they came to live there')
  const until = r.dayIfAny('until', 'the day on which they stopped living there')
  const [six, today] = [dayOf(sixMonthsFrom(numberOf(since))), r.today]
  if (until !== null && until < six)
    r.fault('until', `Then it was not six months: these were over on ${dayWords(six)} only. Nothing ended.`)
  else if (r.faults.length === 0 && six > today)
    r.fault('since', `Six months are over on ${dayWords(six)} only. Record it from that day on.`)
  const decided_by = r.typed.one('decided_by')
  if (!among.some(({ value }) => value === decided_by)) r.fault('decided_by', 'Choose who looked at it.')
  const lives_with = r.choice('lives_with', valuesIn(LIVES_WITH), 'Choose with whom they live.')
  return { kind: 'lives with a parent', since, until, lives_with, decided_by }
}

export const endedForms: readonly Form[] = makeFactForms<'kith.leaving_care_end'>({
  ...{ name: 'leaving-care-end', path: 'leaving-care-ends', table: 'kith.leaving_care_end' },
  ...{ scope: 'plan', byAdviser: true, tab: '/leaving-care' },
  ...{ thing: 'what ended leaving care', title: (name) => `${name}: what ends leaving care` },
  fields: {
    ...{ kind: 'What happened', since: 'On which day', lives_with: 'With whom', decided_by: 'Who looked at it' },
    ...{ until: 'When it broke down', words: 'What happened, in words' },
  },
  among: whoLooked,
  once: ({ kind, since }) => (kind === 'died' ? kind : String(since)),
  says: ({ kind, since, until }) =>
    kind === 'died'
      ? `died on ${dayWords(since)}`
      : `lives with a parent again since ${dayWords(since)}${until === null ? '' : `, until ${dayWords(until)}`}`,
  asTyped: (version) => ({
    ...{ kind: [version.kind], since: [dayWords(version.since)], lives_with: [version.lives_with ?? ''] },
    ...{ decided_by: [version.decided_by ?? ''], until: [dayWords(version.until)], words: [version.words ?? ''] },
  }),
  read: (r, given) => {
    const kind = r.choice('kind', valuesIn(HOW_IT_ENDED), 'Choose what happened.')
    return kind === 'lives with a parent' ? readWithParent(r, given) : readDeath(r)
  },
  words: (r) => r.words('words', 'Write in a few words what happened.'),
  Fields,
})
