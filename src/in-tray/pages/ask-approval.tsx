// Asking for an approval that the law wants before a home, a connected person's care or leaving care: of whom, why, and the child's words.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, formatDay, type IsoDay, parseDay } from '#calendar'
import { homeWords } from '#child-frame'
import { childById } from '#children'
import type { Asking } from '#database'
import {
  type AskRefusal,
  askApproval,
  type DecisionKind,
  decidersOf,
  decisionKinds,
  decisionRefusalWords,
  type TypedRequest,
} from '#decisions'
import type { Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  makeForm,
  PickField,
  takeBackSent,
  WordsField,
} from '#forms'
import { type Ahead, matchesAhead } from '#home-requests'
import { capital, EmptyState, Voice } from '#look'
import { periodsOf, placementsOf } from '#placements'
import { latestWordsOf } from '#views'
import { workersCalled } from '#workforce'

const HOME_KINDS = [
  'placement outside the area',
  'placement at a distance',
  'placement with a parent',
  'temporary approval',
  'home ended',
  'move in the exam years',
] as const
const LEAVING = 'leaving care'
const KINDS: readonly string[] = [...HOME_KINDS, LEAVING]

/** What it is for, with what it hangs on: a home of the record, or the time in care for one that has not begun. */
type For = { readonly value: string; readonly text: string; readonly table: string; readonly line: string }
type Given = {
  readonly child: string
  readonly name: string
  readonly kinds: readonly DecisionKind[]
  readonly of: readonly For[]
  /** Who may decide each kind, besides the asker. */
  readonly deciders: readonly (Item & { readonly may: ReadonlySet<string> })[]
  readonly said: { readonly line: string; readonly words: string; readonly on: string } | undefined
  /** A home that was decided on, of which an approval is to be asked. */
  readonly ahead: Ahead | undefined
}

async function decidersNamed(asking: Asking, child: string): Promise<Given['deciders']> {
  const may = new Map<string, Set<string>>()
  for (const kind of KINDS)
    for (const person of await decidersOf(asking, child, kind))
      may.set(person, (may.get(person) ?? new Set()).add(kind))
  const names = await workersCalled(asking, [...may.keys()])
  return [...names]
    .map(([value, text]) => ({ value, text, may: may.get(value) ?? new Set<string>() }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
}

async function load(asking: Asking, { child: id }: At): Promise<Given | undefined> {
  const known = id === null ? undefined : await childById(asking, id)
  if (known === undefined) return undefined
  const { child, name = 'this child' } = known
  const period = (await periodsOf(asking, child)).find(({ until }) => until === null)
  const homes = (await placementsOf(asking, child)).toReversed().slice(0, 4)
  const latest = (await latestWordsOf(asking, [child])).get(child)
  const on = parseDay(latest?.happened ?? '')
  const ahead = await matchesAhead(asking, child)
  return {
    ...{ child, name, ahead: ahead.find(({ toAsk }) => toAsk.length > 0) },
    ...{ kinds: (await decisionKinds(asking)).filter((kind) => KINDS.includes(kind.name)) },
    of: [
      ...(period === undefined
        ? []
        : [{ value: 'ahead', text: 'One that has not begun yet, or none', table: 'care_period', line: period.line }]),
      ...ahead.map(({ match: { line, words, starts } }) => {
        return {
          value: line,
          text: `${words.called}, from ${dayWords(starts)}, as decided`,
          table: 'match_decision',
          line,
        }
      }),
      ...homes.map(({ line, kind, since }) => {
        return { value: line, text: `${homeWords(kind)}, since ${formatDay(since)}`, table: 'placement', line }
      }),
    ],
    deciders: await decidersNamed(asking, child),
    said:
      latest?.words === undefined || on === undefined
        ? undefined
        : { line: latest.line, words: latest.words, on: formatDay(on) },
  }
}

const FIELD_OF: Readonly<Partial<Record<AskRefusal, string>>> = {
  'kind unknown': 'kind',
  'nobody of that relation decides': 'decider',
  'asked of oneself': 'decider',
  'by when no day': 'by_when',
  'by when before today': 'by_when',
  'why missing': 'why',
  'asked already': 'kind',
}
const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }
const faultOf = (one: AskRefusal, today: IsoDay): Fault => ({
  field: FIELD_OF[one] ?? '',
  says: decisionRefusalWords(one, today, SHOWN),
})

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { name, kinds, deciders, said } = of.given
  return (
    <>
      {said === undefined ? (
        <EmptyState>Nobody has written down what {name} said yet. Ask them before you ask for this.</EmptyState>
      ) : (
        <Voice who={name} when={said.on} words={said.words} />
      )}
      <ChoiceField
        of={of}
        name="kind"
        label="What is to be approved?"
        items={kinds.map((kind) => ({ value: kind.name, text: capital(kind.name), hint: kind.says }))}
      />
      <ChoiceField
        of={of}
        name="for"
        label="Which home is it about?"
        items={of.given.of.map(({ value, text }) => ({ value, text }))}
      />
      <WordsField
        of={of}
        name="why"
        label="Why it is right for them, what else you looked for, and what they think"
        hint="Whoever decides reads this, and their words above."
      />
      <PickField
        of={of}
        name="decider"
        label="Who is to decide?"
        hint="Not you. Somebody who may decide one kind may not be able to decide another."
        none="Whoever may decide it"
        items={deciders}
      />
      <DayField of={of} name="by_when" label="By when do you need it?" looks="ahead" />
    </>
  )
}

/** As it was decided: whoever asks reads it through and writes on. */
function asDecided({ match: { line, words, starts }, toAsk }: Ahead): Values {
  const why = [words.why, words.child, words.not_there, words.not_first].filter((one) => one !== '')
  return { for: [line], kind: toAsk.slice(0, 1), why: [why.join('\n\n')], by_when: [dayWords(starts)] }
}

const asking: FormDefinition<Given, TypedRequest> = {
  name: 'approval-request',
  path: '/children/:child/approvals/ask',
  lock: { may: ['write', 'plan'], log: 'asked for an approval' },
  here: '/approvals',
  words: {
    thing: 'a request for approval',
    title: ({ name }) => `Ask for an approval for ${name}`,
    button: 'Ask',
    done: 'Asked. It waits for whoever decides.',
    fields: { kind: 'What', for: 'Which home', why: 'Why', decider: 'Who decides', by_when: 'By when' },
  },
  load,
  start: ({ of, ahead }) => ({
    for: of.slice(0, 1).map(({ value }) => value),
    ...(ahead === undefined ? {} : asDecided(ahead)),
  }),
  decide: (typed, { of, deciders, said }, today) => {
    const found = of.find(({ value }) => value === typed.one('for'))
    const [kind, decider] = [typed.one('kind'), typed.one('decider')]
    const faults: Fault[] = []
    if (!KINDS.includes(kind)) faults.push({ field: 'kind', says: 'Say what is to be approved.' })
    if (found === undefined) faults.push({ field: 'for', says: 'Say which home it is about.' })
    else if (kind === LEAVING && found.table !== 'care_period')
      faults.push({ field: 'for', says: 'Leaving care is about no one home. Choose the first.' })
    if (decider !== '' && !deciders.some(({ value, may }) => value === decider && may.has(kind)))
      faults.push({ field: 'decider', says: 'They may not decide this. Choose somebody else, or nobody by name.' })
    if (faults.length > 0 || found === undefined) return { faults }
    const about = { table: found.table, line: found.line }
    const asked = { kind, ofRelation: null, ofPerson: decider === '' ? null : decider, on: about, askedBefore: null }
    const byWhen = dayTyped(typed.one('by_when'), today, 'ahead')
    return { ok: { ...asked, byWhen, why: typed.words('why'), view: said?.line ?? null, whoMayKnow: null } }
  },
  save: async (record, typed, { child, today }) => {
    const done = await askApproval(record, child ?? '', { typed, today })
    return 'refused' in done
      ? { kind: 'refused', faults: done.refused.map((one) => faultOf(one, today)) }
      : { kind: 'saved', id: done.ok.id }
  },
  leadsTo: ({ child }) => `/children/${child}/where`,
  undo: async (record, id) => await takeBackSent(record, { table: 'kith.approval_request', id }),
  Fields,
}

export const askingForms: readonly Form[] = [makeForm(asking)]
