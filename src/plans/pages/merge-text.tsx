// A text that came second: put together with what stands, or taken off its author's list with a reason; and all such of one person.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import {
  type At,
  differences,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type KeptBeside,
  makeForm,
  makeRetraction,
  namesOfWorkers,
  type Outcome,
  savedAt,
  WordsField,
} from '#forms'
import { ConflictDiff } from '#look'
import { nameOfKey } from '#plan-kinds'
import { versionsIn, versionsText } from '../part-fields.ts'
import { LONGEST_TEXT, mayBeWritten } from '../plan.ts'
import {
  type Edition,
  editionsOf,
  latestParts,
  type PartText,
  type Unmerged,
  unmergedTexts,
  versionsRead,
} from '../reading-store.ts'
import { planRefusalWords } from '../refusal-words.ts'
import { savePlan, withdrawText } from '../store.ts'
import { childNamed } from './child-named.tsx'
import { called } from './plan-parts.tsx'

type Merging = {
  readonly unmerged: Unmerged
  readonly called: string
  readonly edition: Edition
  readonly base: string
  readonly standing: PartText | undefined
  readonly by: string
}

async function mineOf(asking: Asking, { child, about, me }: At): Promise<Unmerged | undefined> {
  const mine = await unmergedTexts(asking, { person: me })
  return mine.find((text) => text.id === about && text.child === child)
}

async function load(asking: Asking, at: At): Promise<Merging | undefined> {
  const unmerged = await mineOf(asking, at)
  const named = unmerged && (await childNamed(asking, unmerged.child))
  if (unmerged === undefined || named === undefined) return undefined
  const edition = (await editionsOf(asking, named.child)).find(({ plan }) => plan === unmerged.plan)
  if (edition === undefined) return undefined
  const [standing] = await latestParts(asking, unmerged.plan, [unmerged.part])
  const [base] = unmerged.read === 0 ? [] : await versionsRead(asking, unmerged.plan, [unmerged])
  const names = await namesOfWorkers(asking, standing === undefined ? [] : [standing.by])
  const by = standing === undefined ? '' : called(names, standing.by)
  return { unmerged, called: named.called, edition, standing, by, base: base?.text ?? '' }
}

const together = ({ standing, unmerged }: Merging): string =>
  [standing?.text, unmerged.text].filter((text) => text !== undefined && text !== '').join('\n\n')

const Fields: FC<FieldsProps<Merging>> = (of) => {
  const { unmerged, standing, by, base } = of.given
  return (
    <>
      <p>
        You typed this on {savedAt(unmerged.at)}.{' '}
        {unmerged.because === 'somebody was first'
          ? `${by} had saved the part first.`
          : 'The edition was approved first.'}
      </p>
      <ConflictDiff
        theirs={{
          heading: standing === undefined ? 'Saved now: nothing' : `Saved now, by ${by}, ${savedAt(standing.at)}`,
          parts: differences(base, standing?.text ?? ''),
        }}
        yours={{ heading: 'Yours, not in the plan', parts: differences(base, unmerged.text ?? '') }}
      />
      <WordsField of={of} name="text" label="Put both together" hint="This is what the plan will say." rows={8} />
      <p class="kith-alone">
        <a href={`/children/${unmerged.child}/plan/unmerged/${unmerged.id}/withdraw`}>
          It is not needed: take it off your list
        </a>
      </p>
    </>
  )
}

const refusal = (says: string): Outcome => ({ kind: 'refused', faults: [{ field: '', says }] })

/** `versions`: those that the form was opened on. */
type Merged = { readonly text: string; readonly versions: ReadonlyMap<string, number> }

async function save(asking: Asking, { text, versions }: Merged, { given }: { given: Merging }): Promise<Outcome> {
  const { unmerged, edition, standing } = given
  if (!mayBeWritten(edition.state))
    return refusal('The plan is approved. Begin a new edition, then send this. Your text is kept.')
  const version = versions.get(unmerged.part) ?? 0
  const now = standing?.version ?? 0
  if (version !== now && standing !== undefined) {
    const [before] =
      version === 0 ? [] : await versionsRead(asking, unmerged.plan, [{ part: unmerged.part, read: version }])
    const id = versionsText(new Map([[unmerged.part, now]]))
    const stands = { id, by: given.by, at: standing.at, values: { text: [standing.text ?? ''] } }
    return { kind: 'clash', standing: stands, base: { text: [before?.text ?? ''] } }
  }
  const saved = await savePlan(asking, edition.edition, [
    { part: unmerged.part, read: version, text, merges: unmerged.id },
  ])
  if ('refused' in saved)
    return refusal(
      typeof saved.refused === 'string'
        ? 'This plan is no longer in the record.'
        : saved.refused.map(planRefusalWords).join(' '),
    )
  const [one] = saved.ok
  return one?.kind === 'saved'
    ? { kind: 'saved', id: one.id }
    : refusal('Somebody saved this part at the same moment. Send it again; your text is kept.')
}

const merging: FormDefinition<Merging, Merged> = {
  name: 'plan-merge',
  path: '/children/:child/plan/unmerged/:about',
  lock: { may: ['write', 'plan'], log: 'put two texts of a plan together' },
  here: '/children',
  words: {
    thing: 'putting two texts of a plan together',
    title: ({ unmerged, called: name }) => `${nameOfKey(unmerged.kind, unmerged.part)}: ${name}’s plan`,
    button: 'Save both together',
    done: 'Both are in the plan.',
    fields: { text: 'Both together' },
  },
  load,
  start: (given) => ({
    text: [together(given)],
    _read: [versionsText(new Map([[given.unmerged.part, given.standing?.version ?? 0]]))],
  }),
  decide: (typed) => {
    const text = typed.words('text')
    return text.length > LONGEST_TEXT
      ? { faults: [{ field: 'text', says: planRefusalWords('text too long') }] }
      : { ok: { text, versions: versionsIn(typed.all('_read')[0] ?? '') } }
  },
  save,
  leadsTo: ({ child }) => `/children/${child}/plan`,
  Fields,
}

const withdrawing = makeRetraction({
  name: 'plan-withdraw',
  path: '/children/:child/plan/unmerged/:about/withdraw',
  lock: { may: ['write', 'plan'], log: 'withdrew a text of a plan' },
  here: '/children',
  thing: 'taking a text of a plan off your list',
  done: 'It is off your list. The words stay in the history.',
  leadsTo: ({ child }) => `/children/${child}/plan`,
  table: 'kith.plan_unmerged',
  given: mineOf,
  shows: (_, text) => ({
    title: nameOfKey(text.kind, text.part),
    rows: [
      ['You typed', text.text ?? 'These words were taken out of sight.'],
      ['Kept', savedAt(text.at)],
    ],
  }),
  retract: async (asking, { id, reason }) => {
    const done = await withdrawText(asking, id, reason)
    if ('ok' in done) return done
    return 'standing' in done ? done : { refused: 'not in the record', standing: undefined }
  },
})

/** For the list of unfinished writing: what this person typed into plans and is in none. */
export async function textsKeptApart(asking: Asking): Promise<readonly KeptBeside[]> {
  const mine = await unmergedTexts(asking, { person: asking.who.person })
  return mine.map(({ id, child, kind, part, because, at }) => ({
    child,
    thing: `the ${kind}: ${nameOfKey(kind, part)}`,
    to: `/children/${child}/plan/unmerged/${id}`,
    kept: at,
    why: because === 'somebody was first' ? 'somebody saved the part first' : 'the edition was approved first',
  }))
}

export const mergeForms: readonly Form[] = [makeForm(merging), withdrawing]
