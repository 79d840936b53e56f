// Opening a closed record in an emergency: why, for how long, who is told; and the banner above it while it is open.
import type { Child, FC } from 'hono/jsx'
import { breakGlass, openRecord } from '#access'
import { parseInstant, timeInLondon } from '#calendar'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  WordsField,
} from '#forms'
import { Notice } from '#look'
import type { Visit } from '#web'
import { openByGlassUntil } from '../store.ts'

/** `already`: they see the record without breaking anything. */
type Given = { readonly child: string; readonly ask: string | null; readonly already: boolean }
type Reason = { readonly reason: string; readonly hours: number }
const LEAST_WORDS = 10

/** Hidden, one's own family's, another council's and unknown are one answer: not found. */
async function load(asking: Asking, { about }: At): Promise<Given | undefined> {
  if (about === null) return undefined
  const looked = await openRecord(asking, about, 'asked to open in an emergency')
  if (looked.kind === 'not found') return undefined
  return { child: about, ask: looked.kind === 'closed' ? looked.ask : null, already: looked.kind === 'open' }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { child, ask, already } = of.given
  if (already)
    return (
      <Notice role="status">
        <p>
          You see this record already. <a href={`/children/${child}`}>Open it</a>
        </p>
      </Notice>
    )
  return (
    <>
      <Notice title="Ask first, if there is time" tone="warn">
        <p>
          {ask === null ? 'Ask your manager.' : `Ask ${ask}.`} This way in is for a child who may be harmed while you
          wait.
        </p>
        <p>
          As soon as you open it, the child's manager and reviewing officer are told that it was you. They read your
          reason. Every page that you look at is logged. You can read, and write nothing.
        </p>
      </Notice>
      <WordsField
        of={of}
        name="reason"
        label="Why you have to see this record now"
        hint="In your own words: what has happened, and what you need to know."
      />
      <ChoiceField
        of={of}
        name="hours"
        label="For how long?"
        inline
        items={[1, 2, 3, 4].map((hours) => ({ value: String(hours), text: hours === 1 ? '1 hour' : `${hours} hours` }))}
      />
    </>
  )
}

const REASON: Fault = { field: 'reason', says: 'Say in your own words why you have to see this record now.' }
const HOURS: Fault = { field: 'hours', says: 'Choose one to four hours.' }

const breaking: FormDefinition<Given, Reason> = {
  name: 'break-glass',
  path: '/break-glass/:about',
  lock: { may: 'worker', log: 'asked to open in an emergency' },
  here: '/children',
  words: {
    thing: 'a reason for opening a closed record',
    title: () => 'Open a closed record in an emergency',
    button: 'Open the record',
    done: 'The record is open to you. Those who answer for the child have been told.',
    fields: { reason: 'Why', hours: 'For how long' },
  },
  load,
  start: () => ({ hours: ['1'] }),
  decide: (typed) => {
    const [reason, hours] = [typed.words('reason'), Number(typed.one('hours'))]
    const faults = [
      ...(reason.trim().length < LEAST_WORDS ? [REASON] : []),
      ...(Number.isInteger(hours) && hours >= 1 && hours <= 4 ? [] : [HOURS]),
    ]
    return faults.length > 0 ? { faults } : { ok: { reason, hours } }
  },
  save: async (asking, why, { given }) => {
    const broken = await breakGlass(asking, given.child, why)
    if (broken.kind === 'opened') return { kind: 'saved', id: broken.use }
    return { kind: 'refused', faults: [broken.kind === 'one to four hours' ? HOURS : REASON] }
  },
  leadsTo: ({ about }) => `/children/${about ?? ''}`,
  Fields,
}

export const breakGlassForm: Form = makeForm(breaking)

/** Costs nothing for whoever has broken no glass. */
export async function glassBanner({ door, who, me, part }: Visit): Promise<Child | undefined> {
  if (!me.parts.includes('break-glass')) return undefined
  const until = await door.as(who, async (asking) => await openByGlassUntil(asking, part('child')))
  const moment = until === undefined ? undefined : parseInstant(until)
  if (moment === undefined) return undefined
  return (
    <Notice title={`Open to you in an emergency until ${timeInLondon(moment)}`} tone="warn">
      <p>Those who answer for this child have been told. Every page that you look at is logged.</p>
    </Notice>
  )
}
