// Making the file that goes out: once all of it is decided, and with whom it is for and why.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { type Asking, lockChildren, type Refused } from '#database'
import type { Typed } from '#drafts'
import { ASKERS, LEFT_OUT, type LeftOut } from '#file-requests'
import {
  type At,
  type FieldsProps,
  type FormDefinition,
  LineField,
  makeForm,
  NotNow,
  reading,
  WordsField,
} from '#forms'
import { SummaryList } from '#look'
import { GOES, type Goes, type Line } from '../reading.ts'
import {
  askedFor,
  decidedWords,
  makeFile,
  type NewFile,
  namesIn,
  type RecordRead,
  readRecord,
  unmakeFile,
  wordsIn,
} from '../store.ts'
import { strikesMiss, titleOf } from './entry.tsx'
import { ownFileAt } from './read.tsx'

type Given = {
  readonly child: string
  readonly name: string
  readonly read: RecordRead
  readonly misses: readonly Line[]
  readonly asked: string
}
type Ok = { readonly whom: string; readonly why: string }

async function given(asking: Asking, { child }: At): Promise<Given | undefined> {
  const read = child === null ? undefined : await readRecord(asking, child)
  if (child === null || read === undefined) return undefined
  const name = (await childrenCalled(asking, [child])).get(child) ?? 'this child'
  return { child, read, name, misses: await missesOf(asking, read), asked: await askedFor(asking, read.request) }
}

/** Lines in which words are to be struck that are not found in them any more: a file would withhold each of them whole. */
async function missesOf(asking: Asking, { lines }: RecordRead): Promise<readonly Line[]> {
  const struck = lines.flatMap((line) => (line.decided?.goes === 'struck' ? [{ line, by: line.decided.id }] : []))
  const held = struck.map(({ line }) => line.held)
  const words = await wordsIn(asking, held)
  const names = await namesIn(asking, held)
  const said = await decidedWords(
    asking,
    struck.map(({ by }) => by),
  )
  return struck
    .filter(({ line, by }) => strikesMiss({ held: line.held, words: words.get(line.id), names }, said.get(by)?.strikes))
    .map(({ line }) => line)
}
const NAMED = 5
function missWords(misses: readonly Line[]): string {
  const named = misses.slice(0, NAMED).map((line) => `${titleOf(line)} of ${formatDay(line.day)}`)
  const more = misses.length > NAMED ? `, and ${(misses.length - NAMED).toLocaleString('en-GB')} more` : ''
  return `Words to strike are not found any more in: ${named.join('; ')}${more}. Decide anew what goes out of ${misses.length === 1 ? 'it' : 'them'}.`
}

/** Why it cannot be made now. */
function standsInTheWay({ request, lines, kept }: RecordRead, misses: readonly Line[]): string | undefined {
  const left = lines.filter(({ decided }) => decided === undefined).length
  if (request.identity === 'asked for') return 'They have not shown yet who they are.'
  if (misses.length > 0) return missWords(misses)
  if (left > 0) return `${left.toLocaleString('en-GB')} of its lines ${left === 1 ? 'is' : 'are'} not decided yet.`
  if (kept.length > 0) return 'Some lines of this record are kept from you. Whoever may know all of it makes the file.'
  return lines.length === 0 ? 'The record holds nothing.' : undefined
}

const ofGoes = (lines: readonly Line[], goes: Goes): number =>
  lines.filter(({ decided }) => decided?.goes === goes).length
const isKind = (kind: LeftOut | null | undefined): kind is LeftOut => kind !== null && kind !== undefined
const kindsIn = (lines: readonly Line[]): readonly LeftOut[] =>
  [...new Set(lines.map(({ decided }) => decided?.kind).filter(isKind))].toSorted()

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { child, read, misses } = of.given
  const says = standsInTheWay(read, misses)
  const kinds = kindsIn(read.lines).map((kind) => LEFT_OUT[kind])
  return (
    <>
      {says !== undefined && (
        <NotNow
          says={`${says} The file cannot be made yet; what you write here is kept.`}
          to={{ at: ownFileAt(child), words: 'Read the record' }}
        />
      )}
      <SummaryList
        rows={[
          { key: GOES.whole, value: ofGoes(read.lines, 'whole').toLocaleString('en-GB') },
          { key: GOES.struck, value: ofGoes(read.lines, 'struck').toLocaleString('en-GB') },
          { key: GOES['left out'], value: ofGoes(read.lines, 'left out').toLocaleString('en-GB') },
          { key: 'What the file says is left out of it', value: kinds.length === 0 ? 'Nothing' : kinds.join('; ') },
          { key: 'Asked', value: dayWords(read.request.asked) },
        ]}
      />
      <LineField of={of} name="whom" label="Whom is it for?" hint="This is printed in the file." />
      <WordsField
        of={of}
        name="why"
        label="Why does it go out?"
        hint="This is printed in the file. What they asked for, in their words."
        rows={3}
      />
      <p class="kith-quiet">
        Whom it is for and why are kept with the file. The access log says that you made it, and how many entries go out
        whole, with words struck, or not at all. It does not change any more: what is decided or written later is in a
        file that is made later.
      </p>
    </>
  )
}

function decide(typed: Typed, { read, misses }: Given, today: IsoDay) {
  const r = reading(typed, today)
  const says = standsInTheWay(read, misses)
  if (says !== undefined) r.fault('', says)
  const whom = r.words('whom', 'Write whom it is for.')
  const why = r.words('why', 'Write why it goes out.')
  return r.result((): Ok => ({ whom, why }))
}

function fileOf({ request, lines, drafts }: RecordRead, today: IsoDay): NewFile {
  return {
    ...{ request: request.line, made: today, drafts },
    decided: lines.flatMap(({ decided }) => (decided === undefined ? [] : [decided.id])),
    ...{ out_whole: ofGoes(lines, 'whole'), struck: ofGoes(lines, 'struck'), kept_back: ofGoes(lines, 'left out') },
    left_out: [...kindsIn(lines)],
  }
}

const MEANWHILE = 'Something was written or decided meanwhile. Read the record again; your text is kept.'
const refused = ({ kind }: Refused) =>
  kind === 'against a rule of the table' ? { field: '', says: MEANWHILE } : undefined

const making: FormDefinition<Given, Ok> = {
  ...{ name: 'own-file', path: '/children/:child/own-file/make', here: '/children', Fields, decide, refused },
  lock: { may: ['takeOut', 'documents'], log: 'made their own file to hand over' },
  words: {
    ...{
      thing: 'a file to hand over',
      button: 'Make the file',
      done: 'The file is made. Print it, or save it as PDF.',
    },
    title: ({ name }) => `Make the file of ${name}`,
    fields: { whom: 'Whom it is for', why: 'Why' },
  },
  load: given,
  start: ({ name, asked, read: { request } }) => ({
    whom: [request.asker === 'themselves' ? name : wordsOfAsker(request.asker)],
    why: [asked],
  }),
  save: async (asking, { whom, why }, { given: { child }, today }) => {
    await lockChildren(asking, [child])
    const read = await readRecord(asking, child)
    const says = read === undefined ? MEANWHILE : standsInTheWay(read, await missesOf(asking, read))
    if (read === undefined || says !== undefined)
      return { kind: 'refused', faults: [{ field: '', says: says ?? MEANWHILE }] }
    const file = fileOf(read, today)
    const { id } = await makeFile(asking, child, { ...file, words: JSON.stringify({ whom, why }) })
    const { out_whole: whole, struck, kept_back: leftOut } = file
    for (const whose of new Set(read.lines.map(({ held }) => String(held.row.child))))
      await asking.note('made the file that is handed over', whose, { file: id, whole, struck, leftOut })
    return { kind: 'saved', id }
  },
  undo: unmakeFile,
  leadsTo: ({ child }, id) => `${ownFileAt(child ?? '')}/${id}`,
}
const ASKER_WORDS: Readonly<Record<string, string>> = ASKERS
const wordsOfAsker = (asker: string): string => ASKER_WORDS[asker] ?? ''
export const makingForm = makeForm(making)
