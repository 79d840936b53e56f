// Sending a plan for approval, and the answer: approved as it was read, or sent back with the reason; never by an author.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  type Outcome,
  WordsField,
} from '#forms'
import { Card, Notice } from '#look'
import type { PlanPart } from '#plan-kinds'
import { lackingNow } from '../lacking-store.ts'
import { editionsOf, handsIn, partsOfEdition, stepWords } from '../reading-store.ts'
import { planRefusalWords } from '../refusal-words.ts'
import { approvePlan, type Stepped, sendBack, sendForApproval } from '../store.ts'
import { childNamed } from './child-named.tsx'
import { EditionLine, type PlanShown, PlanTexts, whereWritten } from './plan-parts.tsx'
import { shownPlan } from './read-plan.tsx'

type Given = {
  readonly shown: PlanShown
  readonly missing: readonly PlanPart[]
  readonly yours: boolean
  readonly note: string | undefined
}

async function load(asking: Asking, { child, about, me }: At): Promise<Given | undefined> {
  const named = child === null ? undefined : await childNamed(asking, child)
  const all = named === undefined ? [] : await editionsOf(asking, named.child)
  const edition = all.find((one) => one.edition === about)
  if (named === undefined || edition === undefined) return undefined
  const texts = await partsOfEdition(asking, edition)
  const shown = await shownPlan(asking, named, { edition, texts })
  return {
    shown,
    missing: await lackingNow(asking, edition, texts),
    yours: (await handsIn(asking, edition)).has(me),
    note: await noteOf(asking, edition.step),
  }
}

/** What whoever took the last step wrote with it. */
async function noteOf(asking: Asking, step: string): Promise<string | undefined> {
  return (await stepWords(asking, step))?.trim() || undefined
}

const fault = (says: string): Outcome => ({ kind: 'refused', faults: [{ field: '', says }] })

export function outcomeOf(stepped: Stepped, id: string): Outcome {
  if ('ok' in stepped) return { kind: 'saved', id }
  const { refused } = stepped
  if (typeof refused !== 'string') return fault(refused.map(planRefusalWords).join(' '))
  return fault(
    refused === 'not in the record'
      ? 'This plan is no longer in the record.'
      : 'Somebody took this step already. Read it again.',
  )
}

const SendFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>
      <EditionLine of={of.given.shown} />
    </p>
    {of.given.missing.length > 0 && (
      <Notice tone="warn" title="More parts are asked for">
        <ul class="kith-bullets">
          {of.given.missing.map((part) => (
            <li>
              <a href={whereWritten(of.given.shown, part)}>{part.name}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <WordsField of={of} name="note" label="What the approver should know" hint="It may stay empty." rows={3} />
  </>
)

const titled =
  (what: string) =>
  ({ shown }: Given): string =>
    `${what}: ${shown.called}’s ${shown.edition.kind}`

const sending: FormDefinition<Given, string> = {
  name: 'plan-send',
  path: '/children/:child/plan/:about/send',
  lock: { may: ['write', 'plan'], log: 'sent a plan for approval' },
  here: '/children',
  words: {
    thing: 'sending a plan for approval',
    title: titled('Send for approval'),
    button: 'Send for approval',
    done: 'Sent for approval.',
    fields: { note: 'What the approver should know' },
  },
  load,
  start: () => ({}),
  decide: (typed) => ({ ok: typed.words('note') }),
  save: async (asking, note, { given }) => {
    const { edition } = given.shown.edition
    return outcomeOf(await sendForApproval(asking, edition, note), edition)
  },
  leadsTo: ({ child, about }) => `/children/${child}/plan/read?edition=${about}`,
  Fields: SendFields,
}

const DecideFields: FC<FieldsProps<Given>> = (of) => {
  const { shown, yours, note } = of.given
  return (
    <>
      <p>
        <EditionLine of={shown} />
      </p>
      {note !== undefined && (
        <Notice title="What the sender wrote">
          <p class="kith-written">{note}</p>
        </Notice>
      )}
      {yours && (
        <Notice tone="warn">
          <p>You wrote or sent some of this. Somebody else has to approve it.</p>
        </Notice>
      )}
      {[...shown.texts.values()].map(({ id }) => (
        <input type="hidden" name="versions" value={id} />
      ))}
      <PlanTexts of={shown} />
      <Card title="Your answer">
        <ChoiceField
          of={of}
          name="answer"
          label="What do you decide?"
          items={[
            { value: 'approve', text: 'Approve it', hint: 'Exactly these words. They cannot be changed afterwards.' },
            { value: 'send back', text: 'Send it back', hint: 'Say what is to be different.' },
          ]}
        />
        <WordsField of={of} name="why" label="Why" hint="Both writers and, one day, the child may read it." rows={4} />
      </Card>
    </>
  )
}

type Answered = { readonly answer: 'approve' | 'send back'; readonly why: string; readonly versions: readonly string[] }

const deciding: FormDefinition<Given, Answered> = {
  name: 'plan-decide',
  path: '/children/:child/plan/:about/decide',
  lock: { may: ['approve', 'plan'], log: 'answered a plan sent for approval' },
  here: '/children',
  words: {
    thing: 'an answer to a plan',
    title: titled('Approve, or send back'),
    button: 'Give this answer',
    done: 'Your answer is recorded.',
    fields: { answer: 'What you decide', why: 'Why' },
  },
  load,
  start: () => ({}),
  decide: (typed) => {
    const [answer, why] = [typed.one('answer'), typed.words('why')]
    const faults: Fault[] = []
    if (answer !== 'approve' && answer !== 'send back')
      faults.push({ field: 'answer', says: 'Choose what you decide.' })
    if (why === '') faults.push({ field: 'why', says: 'Say why: the writers and the child are owed it.' })
    if (faults.length > 0 || (answer !== 'approve' && answer !== 'send back')) return { faults }
    return { ok: { answer, why, versions: typed.all('versions') } }
  },
  save: async (asking, { answer, why, versions }, { given }) => {
    const { edition } = given.shown.edition
    const stepped =
      answer === 'approve'
        ? await approvePlan(asking, edition, { read: versions, note: why })
        : await sendBack(asking, edition, why)
    return outcomeOf(stepped, edition)
  },
  leadsTo: ({ child, about }) => `/children/${child}/plan/read?edition=${about}`,
  Fields: DecideFields,
}

export const approvalForms: readonly Form[] = [makeForm(sending), makeForm(deciding)]
