// Preparing, signing, sending: who did what and when, what is still missing, the form for the next step, and taking one back.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  type Outcome,
  PickField,
  WordsField,
} from '#forms'
import { Button, Card, CardList, EmptyState, PageHead } from '#look'
import { tablesOfYear } from '#return-files'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import { freshen } from '../check-store.ts'
import { filesNow } from '../files-store.ts'
import { severityNow } from '../standing-flag.ts'
import {
  decideStep,
  type Kind,
  type Step,
  type StepAsked,
  type StepGiven,
  type StepOk,
  standingOf,
  standingSteps,
  WHOLE,
} from '../state.ts'
import { stepById, stepsOf, takeStep } from '../steps-store.ts'
import { closedFlags, flagsStanding, runsOf, yearOfRun } from '../store.ts'
import { PartByPart } from './part-by-part.tsx'
import {
  counted,
  HERE,
  momentWords,
  type ReturnDeps,
  toCheck,
  Unsigned,
  yearIn,
  yearPath,
  yearWords,
} from './parts.tsx'
import { TakeOut } from './take-out.tsx'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const KIND_WORDS: Readonly<Record<Step['kind'], string>> = {
  prepared: 'Prepared',
  signed: 'Signed',
  made: 'Files made',
  sent: 'Sent',
  'taken back': 'Taken back',
}
const sectionWords = (section: string): string => (section === WHOLE ? 'the whole return' : section)

/** Of a check, or of a step: both belong to one year. */
async function yearAbout(asking: Asking, id: string | null): Promise<number | undefined> {
  if (id === null || !UUID.test(id)) return undefined
  return (await yearOfRun(asking, id)) ?? (await stepById(asking, id))?.year
}

async function givenOf(asking: Asking, year: number, me: string): Promise<StepGiven> {
  const flags = await flagsStanding(asking, year, 'every')
  const steps = await stepsOf(asking, year)
  const unseen = await closedFlags(asking, year)
  return {
    unseen,
    year,
    me,
    steps,
    flags: flags.map((flag) => ({ part: flag.part, found: flag.found, severity: severityNow(flag) })),
  }
}

export const showSigning =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const { door, who } = visit
    const year = await door.as(who, async (asking) => await yearAbout(asking, visit.part('of')))
    if (year === undefined) return notFound
    await freshen(door, toCheck(visit, year), deps.beside)
    const [given, run] = await door.as(who, async (asking) => {
      return [await givenOf(asking, year, who.person), (await runsOf(asking, year))[0]?.id] as const
    })
    const title = `Preparing and signing the return of ${yearWords(year)}`
    return page({ title, here: HERE, main: <Signing title={title} given={given} run={run} /> })
  }

const Signing: FC<{ title: string; given: StepGiven; run: string | undefined }> = ({ title, given, run }) => {
  const { year, steps, flags } = given
  const standing = standingOf(year, steps, flags)
  const stands = new Set(standingSteps(steps).map(({ id }) => id))
  const made = standingSteps(steps).findLast(({ kind }) => kind === 'made')
  return (
    <>
      <PageHead
        title={title}
        lead="One person prepares, another signs. Files are made from the record, and can be made again."
        actions={run !== undefined && <Button href={`/returns/ssda903/step/${run}`}>Prepare, sign or send</Button>}
      />
      <Card title="What is missing">
        {standing.unsigned.length === 0 && <p>Every part is signed.</p>}
        <Unsigned year={year} unsigned={standing.unsigned} />
        <p>
          {counted(flags.length, 'flag remains', 'flags remain')}.
          {given.unseen > 0 &&
            ` ${counted(given.unseen, 'more is', 'more are')} of children whose record is closed to you.`}
        </p>
        {standing.newSince > 0 && <p>{counted(standing.newSince, 'flag was', 'flags were')} found after signing.</p>}
        {standing.unknown > 0 && (
          <p>How grave {standing.unknown} of them are nobody has entered. Who signs decides, and says why.</p>
        )}
        <form method="post" action={`${yearPath(year)}/make`}>
          <FormToken />
          <Button kind="secondary" preventDoubleClick>
            Make the files
          </Button>
        </form>
      </Card>
      <PartByPart year={year} steps={steps} flags={flags} />
      <Card title="Who did what" count={steps.length} flush>
        {steps.length === 0 ? (
          <EmptyState title="Nobody has prepared anything yet." />
        ) : (
          <CardList items={steps.toReversed().map((step) => <Taken step={step} stands={stands.has(step.id)} />)} />
        )}
      </Card>
      {made !== undefined && <TakeOut year={year} made={made.id} />}
    </>
  )
}

const Taken: FC<{ step: Step; stands: boolean }> = ({ step, stands }) => (
  <>
    <h3>
      {KIND_WORDS[step.kind]}: {sectionWords(step.section)}
      {step.kind === 'signed' && step.flags > 0 && ` over ${counted(step.flags, 'flag')}`}
    </h3>
    <p>
      {step.byName}, {momentWords(step.at)}.{!stands && step.kind !== 'taken back' && ' Taken back since.'}
    </p>
    {step.why !== undefined && <p>{step.why}</p>}
    {step.file !== null && (
      <p class="kith-quiet">
        {counted(step.children ?? 0, 'child', 'children')}. SHA-256 of the files:{' '}
        {(step.file.match(/.{16}/g) ?? []).join(' ')}
      </p>
    )}
    {stands && step.kind !== 'made' && (
      <p>
        <a href={`/returns/ssda903/take-back/${step.id}`}>
          Take back
          <span class="govuk-visually-hidden">
            : {KIND_WORDS[step.kind]}, {sectionWords(step.section)}, {momentWords(step.at)}
          </span>
        </a>
      </p>
    )}
  </>
)

/** Makes the files of the moment, and keeps their hash: not the files. */
export const makeFiles =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const year = yearIn(visit)
    if (year === undefined) return notFound
    const { door, who, today } = visit
    await freshen(door, toCheck(visit, year), deps.beside)
    const { file, children, withheld, knownAt } = await filesNow(door, toCheck(visit, year))
    const step = await door.as(who, async (asking) => {
      const flags = (await flagsStanding(asking, year, 'every')).length
      const made = { file, children, day: today, known_at: knownAt }
      return await takeStep(asking, { year, kind: 'made', section: WHOLE, flags, why: withheld.join(' '), ...made })
    })
    return redirect(`/returns/ssda903/sign-off/${step}`)
  }

const KINDS: readonly { value: Exclude<Kind, 'made'>; text: string; hint: string }[] = [
  { value: 'prepared', text: 'I have prepared it', hint: 'It is looked through, and what can be put right is' },
  { value: 'signed', text: 'I sign it', hint: 'Another person has prepared it. Say why, where flags remain' },
  { value: 'sent', text: 'It was sent', hint: 'It was ready, and went to the portal' },
]

const StepFields: FC<FieldsProps<StepGiven>> = (of) => (
  <>
    <p>{counted(of.given.flags.length, 'flag remains', 'flags remain')} in the whole return.</p>
    <ChoiceField of={of} name="kind" label="What have you done?" items={KINDS} />
    <PickField
      of={of}
      name="section"
      label="Which part?"
      items={tablesOfYear(of.given.year).map((value) => ({ value, text: value }))}
      none="The whole return"
    />
    <WordsField
      of={of}
      name="why"
      label="Why, where flags remain"
      hint="We know, because … Name no child: use the id of the return."
      rows={4}
    />
  </>
)

const isKind = (word: string): word is Kind => KINDS.some(({ value }) => value === word)

const stepping: FormDefinition<StepGiven, StepOk> = {
  name: 'return-step',
  path: '/returns/ssda903/step/:about',
  lock: { may: { as: ['analyst', 'director'] }, log: 'prepared, signed or sent the return' },
  here: HERE,
  words: {
    thing: 'a step of the return',
    title: ({ year }) => `Prepare, sign or send the return of ${yearWords(year)}`,
    button: 'Save',
    done: 'Saved.',
    fields: { kind: 'What was done', section: 'Which part', why: 'Why' },
  },
  load: async (asking, { about, me }) => {
    const year = await yearAbout(asking, about)
    return year === undefined ? undefined : await givenOf(asking, year, me)
  },
  start: () => ({}),
  decide: (typed, given) => {
    const kind = typed.one('kind')
    if (!isKind(kind)) return { faults: [{ field: 'kind', says: 'Choose what you have done.' }] }
    const asked: StepAsked = { kind, section: typed.one('section') || WHOLE, why: typed.one('why') }
    const decided = decideStep(asked, given)
    return 'says' in decided ? { faults: [decided] } : { ok: decided }
  },
  save: async (asking, ok, { given }): Promise<Outcome> => ({
    kind: 'saved',
    id: await takeStep(asking, { year: given.year, ...ok }),
  }),
  leadsTo: (_, id) => `/returns/ssda903/sign-off/${id}`,
  refused: () => ({
    field: 'kind',
    says: 'Somebody changed something at the same moment. Look at the page of signing first.',
  }),
  Fields: StepFields,
}

type Undone = { readonly year: number; readonly step: Step }
type TakeBackOk = { readonly why: string }

const takingBack: FormDefinition<Undone, TakeBackOk> = {
  name: 'return-step-back',
  path: '/returns/ssda903/take-back/:about',
  lock: { may: { as: ['analyst', 'director'] }, log: 'took back a step of the return' },
  here: HERE,
  words: {
    thing: 'taking back a step of the return',
    title: ({ step }) => `Take back: ${KIND_WORDS[step.kind].toLowerCase()}, ${sectionWords(step.section)}`,
    button: 'Take back',
    done: 'Taken back.',
    fields: { why: 'Why' },
  },
  load: async (asking, { about }: At) => {
    const year = await yearAbout(asking, about)
    if (year === undefined) return undefined
    const step = standingSteps(await stepsOf(asking, year)).find(({ id, kind }) => id === about && kind !== 'made')
    return step === undefined ? undefined : { year, step }
  },
  start: () => ({}),
  decide: (typed) => {
    const why = typed.one('why')
    return why === '' ? { faults: [{ field: 'why', says: 'Say why it is taken back.' }] } : { ok: { why } }
  },
  save: async (asking, { why }, { given: { year, step } }): Promise<Outcome> => {
    const back = { year, kind: 'taken back', section: step.section, undoes: step.id, flags: 0, why } as const
    return { kind: 'saved', id: await takeStep(asking, back) }
  },
  leadsTo: (_, id) => `/returns/ssda903/sign-off/${id}`,
  refused: () => ({ field: '', says: 'Somebody took this back already.' }),
  Fields: (of) => (
    <>
      <p>
        {of.given.step.byName}, {momentWords(of.given.step.at)}. It stays to be read, and does not count any more.
      </p>
      <WordsField of={of} name="why" label="Why is it taken back?" rows={3} />
    </>
  ),
}

export const stepForms: readonly Form[] = [makeForm(stepping), makeForm(takingBack)]
