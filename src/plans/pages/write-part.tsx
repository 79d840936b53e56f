// The forms of a plan's parts, one for each part or one for all: what each asks, the child's own words, the law; saved part by part.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  namesOfWorkers,
  type Outcome,
  savedAt,
  WordsField,
} from '#forms'
import { Card, capital } from '#look'
import { KINDS, PLAN_KINDS, type PlanKind, type PlanPart, partsOf, planAt } from '#plan-kinds'
import { type LatestWords, latestWordsOf } from '#views'
import { fieldOf, keysOf, mergesField, namesOf, renumbered, versionsIn, versionsText } from '../part-fields.ts'
import { LONGEST_TEXT, mayBeWritten } from '../plan.ts'
import { type Edition, editionsOf, latestParts, type PartText, versionsRead } from '../reading-store.ts'
import { planRefusalWords } from '../refusal-words.ts'
import { type Save, type Saved, savePlan } from '../store.ts'
import { childNamed } from './child-named.tsx'
import { called, PartLaw, TheirWords } from './plan-parts.tsx'
import { editionsIn } from './read-plan.tsx'

type PartGiven = {
  readonly child: string
  readonly called: string
  readonly edition: Edition
  readonly keys: readonly string[]
  readonly standing: ReadonlyMap<string, PartText>
  readonly names: ReadonlyMap<string, string>
  readonly said: LatestWords | undefined
}

const APPROVED: Fault = {
  field: '',
  says: 'This edition was approved while you were writing. Your text is kept here. Begin a new edition, then send it.',
}

/** What one form is of: of which kind of plan, and which of its parts. */
type Sheet = { readonly kind: PlanKind; readonly parts: readonly PlanPart[] }

const load =
  ({ kind, parts }: Sheet) =>
  async (asking: Asking, { child }: At): Promise<PartGiven | undefined> => {
    const named = child === null ? undefined : await childNamed(asking, child)
    const edition = named && editionsIn(kind, await editionsOf(asking, named.child))[0]
    if (named === undefined || edition === undefined) return undefined
    const mine = new Set(parts.map(({ part }) => part))
    const own = (await latestParts(asking, edition.plan)).filter(({ part: key }) => mine.has(key.split('/')[0] ?? ''))
    const names = await namesOfWorkers(
      asking,
      own.map(({ by }) => by),
    )
    return {
      ...{ child: named.child, called: named.called, edition, names },
      keys: parts.flatMap((part) =>
        keysOf(
          part,
          own.map(({ part: key }) => key),
        ),
      ),
      standing: new Map(own.map((text) => [text.part, text])),
      said: (await latestWordsOf(asking, [named.child])).get(named.child),
    }
  }

function start({ keys, standing }: PartGiven): Values {
  const versions = new Map(keys.map((key) => [key, standing.get(key)?.version ?? 0]))
  const fields = keys.map((key) => [fieldOf(key), [standing.get(key)?.text ?? '']] as const)
  return { ...Object.fromEntries(fields), _read: [versionsText(versions)] }
}

/** What was typed, part by part, upon the versions that the form was opened on. */
function decide(typed: Typed): { readonly ok: readonly Save[] } | { readonly faults: readonly Fault[] } {
  const saves = [...versionsIn(typed.all('_read')[0] ?? '')].flatMap(([part, read]): readonly Save[] => {
    if (!Object.hasOwn(typed.values, fieldOf(part))) return []
    const merges = typed.one(mergesField(part))
    return [{ part, read, text: typed.words(fieldOf(part)), ...(merges === '' ? {} : { merges }) }]
  })
  const faults = saves.flatMap(({ part, text }) =>
    text.length > LONGEST_TEXT ? [{ field: fieldOf(part), says: planRefusalWords('text too long') }] : [],
  )
  return faults.length > 0 ? { faults } : { ok: saves }
}

async function save(
  asking: Asking,
  typed: readonly Save[],
  { given: { edition } }: At & { readonly given: PartGiven },
): Promise<Outcome> {
  if (!mayBeWritten(edition.state)) return { kind: 'refused', faults: [APPROVED] }
  const standing = new Set((await latestParts(asking, edition.plan)).map(({ part }) => part))
  const saves = renumbered(typed, standing)
  const saved = await savePlan(asking, edition.edition, saves)
  if ('refused' in saved) {
    const refused =
      typeof saved.refused === 'string'
        ? ['This plan is no longer in the record.']
        : saved.refused.map(planRefusalWords)
    return { kind: 'refused', faults: refused.map((says) => ({ field: '', says })) }
  }
  const apart = saved.ok.filter((one) => one.kind === 'kept apart')
  if (apart.some(({ because }) => because === 'edition approved')) return { kind: 'refused', faults: [APPROVED] }
  if (apart.length > 0) return await clashOf(asking, edition, { saves, apart })
  const first = saved.ok.find((one) => one.kind === 'saved')
  return { kind: 'saved', id: first?.id ?? edition.edition }
}

type Apart = Extract<Saved, { readonly kind: 'kept apart' }>
type Clashed = { readonly saves: readonly Save[]; readonly apart: readonly Apart[] }

/** Both texts of each part that two people changed. The other parts are in already: there, theirs is what was read. */
async function clashOf(asking: Asking, { plan }: Edition, { saves, apart }: Clashed): Promise<Outcome> {
  const keys = saves.map(({ part }) => part)
  const latest = new Map((await latestParts(asking, plan, keys)).map((text) => [text.part, text]))
  const read = new Map((await versionsRead(asking, plan, saves)).map((text) => [text.part, text.text ?? '']))
  const unmerged = new Map(apart.map((one) => [one.part, one.unmerged]))
  const theirs = saves.flatMap(({ part }) => {
    const kept = unmerged.get(part)
    if (kept === undefined) return [[fieldOf(part), [read.get(part) ?? '']] as const]
    return [[fieldOf(part), [latest.get(part)?.text ?? '']] as const, [mergesField(part), [kept]] as const]
  })
  const base = saves.flatMap(({ part, merges }) => [
    [fieldOf(part), [read.get(part) ?? '']] as const,
    [mergesField(part), merges === undefined ? [] : [merges]] as const,
  ])
  const [first] = apart
  const by = first?.standing?.by ?? ''
  const names = await namesOfWorkers(asking, by === '' ? [] : [by])
  return {
    kind: 'clash',
    keeps: true,
    standing: {
      id: versionsText(new Map(keys.map((key) => [key, latest.get(key)?.version ?? 0]))),
      by: called(names, by),
      at: first?.standing?.at ?? '',
      values: Object.fromEntries(theirs),
    },
    base: Object.fromEntries(base),
  }
}

type PartFields = FC<FieldsProps<PartGiven>>

const Hand: FC<{ readonly given: PartGiven; readonly keys: readonly string[] }> = ({ given, keys }) => {
  const last = keys.flatMap((key) => given.standing.get(key) ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last === undefined ? null : (
    <p class="kith-quiet">
      Last written by {called(given.names, last.by)}, {savedAt(last.at)}
    </p>
  )
}

type OnePart = { readonly of: FieldsProps<PartGiven>; readonly part: PlanPart }

/** What was taken out of sight is not shown to whoever writes: an empty field over it is no rewriting. */
const unseen = (of: FieldsProps<PartGiven>, key: string): string | undefined =>
  of.given.standing.get(key)?.outOfSight === true
    ? 'What was written here was taken out of sight. It stays as it is unless you write something new.'
    : undefined

const RepeatedFields: FC<OnePart & { readonly fields: Readonly<Record<string, string>> }> = ({ of, part, fields }) => {
  const own = of.given.keys.filter((key) => key.startsWith(`${part.part}/`))
  const numbers = [...new Set(own.map((key) => Number(key.split('/')[1])))]
  return (
    <>
      <p>{part.asks}</p>
      {numbers.map((number) => (
        <fieldset class="govuk-fieldset kith-rows">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {part.one ?? part.name} {number}
            {number > 1 && number === numbers.at(-1) && ', where there is another'}
          </legend>
          <div class="kith-row">
            {Object.entries(fields).map(([field, name]) => (
              <WordsField
                of={of}
                name={fieldOf(`${part.part}/${number}/${field}`)}
                label={name}
                hint={unseen(of, `${part.part}/${number}/${field}`)}
                rows={2}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

const ownKeys = (of: FieldsProps<PartGiven>, { part }: PlanPart): readonly string[] =>
  of.given.keys.filter((key) => key.split('/')[0] === part)

const PartFields: FC<OnePart & { readonly rows: number }> = ({ of, part, rows }) => (
  <>
    {part.fields === undefined ? (
      <WordsField
        of={of}
        name={fieldOf(part.part)}
        label={part.name}
        hint={[part.asks, unseen(of, part.part)].filter((one) => one !== undefined).join(' ')}
        rows={rows}
      />
    ) : (
      <RepeatedFields of={of} part={part} fields={part.fields} />
    )}
  </>
)

const fieldsOf =
  ({ kind, parts }: Sheet): PartFields =>
  (of) => (
    <>
      <p class="kith-alone">
        <a href={`${planAt(of.given.child, kind)}/write`}>All parts of the plan</a>
      </p>
      <Card title={`What ${of.given.called} said last`} tone="good">
        <TheirWords said={of.given.said} called={of.given.called} />
      </Card>
      {parts.map((part) => (
        <>
          {parts.length > 1 && part.fields !== undefined && <h2 id={`part-${part.part}`}>{part.name}</h2>}
          <PartFields of={of} part={part} rows={parts.length > 1 ? 4 : 10} />
          {parts.length > 1 && <Hand given={of.given} keys={ownKeys(of, part)} />}
          {parts.length > 1 && part.level !== 'practice' && <PartLaw part={part} />}
        </>
      ))}
      <Carried of={of} />
      {parts.length === 1 && <Hand given={of.given} keys={of.given.keys} />}
      {parts.map((part) => parts.length === 1 && <PartLaw part={part} />)}
    </>
  )

/** A text that is being put together with another one goes on naming it. */
const Carried: FC<{ readonly of: FieldsProps<PartGiven> }> = ({ of: { typed } }) => (
  <>
    {[...versionsIn(typed.all('_read')[0] ?? '').keys()].flatMap((key) => {
      const merges = typed.one(mergesField(key))
      return merges === '' ? [] : [<input type="hidden" name={mergesField(key)} value={merges} />]
    })}
  </>
)

type Named = { readonly name: string; readonly path: string; readonly of: string; readonly done: string }

const formOf = (sheet: Sheet, { name, path, of, done }: Named): FormDefinition<PartGiven, readonly Save[]> => ({
  ...{ name, here: '/children', start, decide, save },
  path: `/children/:child/${KINDS[sheet.kind].at}/write/${path}`,
  lock: { may: ['write', 'plan'], log: `wrote a ${sheet.kind}` },
  words: {
    thing: sheet.parts.length === 1 ? `the ${sheet.kind}: ${of}` : `the ${sheet.kind}`,
    title: ({ called: child }) => (sheet.parts.length === 1 ? `${of}: ${child}’s plan` : `${of}: ${child}`),
    button: sheet.parts.length === 1 ? 'Save this part' : 'Save the plan',
    done,
    fields: Object.fromEntries(sheet.parts.flatMap((part) => Object.entries(namesOf(part)))),
  },
  load: load(sheet),
  leadsTo: ({ child }) => `${planAt(child ?? '', sheet.kind)}/write`,
  Fields: fieldsOf(sheet),
})

/** One form for each part of a long plan; one for all parts of a short one, where whoever writes has to see them together. */
function formsOf(kind: PlanKind): readonly Form[] {
  const parts = partsOf(kind)
  if (parts.length === 0) return []
  const done = 'Saved in the plan.'
  if (KINDS[kind].written === 'in one form')
    return [
      makeForm(formOf({ kind, parts }, { name: `${KINDS[kind].at}-parts`, path: 'parts', of: capital(kind), done })),
    ]
  return parts.map((part) =>
    makeForm(
      formOf(
        { kind, parts: [part] },
        { name: `${kind.replace(' ', '-')}-${part.part}`, path: part.part, of: part.name, done },
      ),
    ),
  )
}

export const partForms: readonly Form[] = PLAN_KINDS.flatMap(formsOf)
