// Writing down that a plan was agreed on paper: who agreed, in which office, on which day, and where the paper is.
import type { FC } from 'hono/jsx'
import { type IsoDay, parseDay } from '#calendar'
import type { Asking } from '#database'
import { type PaperFault, type PaperRead, paperFaultWords, readPaper, type TypedReading } from '#decisions'
import { PAPER_FIELDS, PaperFields, PaperInset, paperFieldOf, readingTyped } from '#decisions/pages'
import { papersOf } from '#documents'
import { type At, type FieldsProps, type FormDefinition, type Item, makeForm, type Outcome, WordsField } from '#forms'
import { Card, Notice } from '#look'
import { birthOf } from '#people'
import { workersCalled } from '#workforce'
import { mayWritePlanPaper, writeAgreed } from '../paper-store.ts'
import { editionsOf, handsIn, partsOfEdition } from '../reading-store.ts'
import { childNamed } from './child-named.tsx'
import { outcomeOf } from './decide-plan.tsx'
import { EditionLine, type PlanShown, PlanTexts } from './plan-parts.tsx'
import { shownPlan } from './read-plan.tsx'

type Given = { readonly shown: PlanShown; readonly documents: readonly Item[]; readonly born: IsoDay | undefined }
type Typed = { readonly reading: TypedReading; readonly versions: readonly string[] }

async function load(asking: Asking, { child, about }: At): Promise<Given | undefined> {
  const named = child === null ? undefined : await childNamed(asking, child)
  const all = named === undefined ? [] : await editionsOf(asking, named.child)
  const edition = all.find((one) => one.edition === about)
  if (named === undefined || edition === undefined) return undefined
  // Answered meanwhile, the form still opens, so that what was typed is not lost.
  if (edition.approved === undefined && !(await mayWritePlanPaper(asking, edition))) return undefined
  const documents = (await papersOf(asking, named.child)).map(({ line, title }) => ({ value: line, text: title }))
  const born = parseDay((await birthOf(asking, named.child))?.born ?? '')
  return {
    shown: await shownPlan(asking, named, { edition, texts: await partsOfEdition(asking, edition) }),
    documents,
    born,
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { shown, documents } = of.given
  return (
    <>
      <p>
        <EditionLine of={shown} />
      </p>
      {shown.edition.state !== 'sent for approval' && (
        <Notice tone="warn">
          <p>Nobody asks for approval of this edition now. It can be agreed to once it is sent.</p>
        </Notice>
      )}
      <PaperInset did="You wrote and sent none of this" />
      {[...shown.texts.values()].map(({ id }) => (
        <input type="hidden" name="versions" value={id} />
      ))}
      <PlanTexts of={shown} />
      <Card title="What the paper says">
        <PaperFields of={of} documents={documents} />
        <WordsField of={of} name="reasons" label="What it says, and the reasons that stand there" />
      </Card>
    </>
  )
}

const faultsOf = (refused: readonly PaperFault[], today: IsoDay) =>
  refused.map((one) => ({ field: paperFieldOf(one), says: paperFaultWords(one, today) }))

/** Nobody agrees to their own: by name, neither who wrote or sent any of it, nor who writes this down. */
async function read(
  asking: Asking,
  { reading }: Typed,
  { given, today }: { readonly given: Given; readonly today: IsoDay },
): Promise<{ readonly ok: PaperRead } | { readonly refused: readonly PaperFault[] }> {
  const hands = [...(await handsIn(asking, given.shown.edition))]
  const names = await workersCalled(asking, [...hands, asking.who.person])
  return readPaper(reading, {
    askers: hands.flatMap((hand) => names.get(hand) ?? []),
    writer: names.get(asking.who.person) ?? '',
    documents: given.documents.map(({ value }) => value),
    born: given.born,
    today,
  })
}

type Context = At & { readonly given: Given }
async function save(asking: Asking, typed: Typed, { today, given }: Context): Promise<Outcome> {
  const paper = await read(asking, typed, { given, today })
  if ('refused' in paper) return { kind: 'refused', faults: faultsOf(paper.refused, today) }
  const { edition } = given.shown.edition
  return outcomeOf(await writeAgreed(asking, edition, { read: typed.versions, paper: paper.ok }), edition)
}

const writing: FormDefinition<Given, Typed> = {
  name: 'plan-on-paper',
  path: '/children/:child/plan/:about/on-paper',
  lock: { may: ['see', 'plan'], log: 'wrote down that a plan was agreed on paper' },
  here: '/children',
  words: {
    thing: 'a plan agreed on paper',
    title: ({ shown }) => `Agreed on paper: ${shown.called}’s ${shown.edition.kind}`,
    button: 'Write it down',
    done: 'Written down. It stands as agreed on paper, with your name beside it.',
    fields: PAPER_FIELDS,
  },
  load,
  start: () => ({}),
  decide: (typed, _, today) => ({ ok: { reading: readingTyped(typed, today), versions: typed.all('versions') } }),
  save,
  leadsTo: ({ child, about }) => `/children/${child}/plan/read?edition=${about}`,
  Fields,
}
export const planPaperForm = makeForm(writing)
