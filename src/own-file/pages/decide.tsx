// What goes out of one row of the record: whole, with words struck through, or not at all; and why.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { Asking, Refused } from '#database'
import type { Typed, Values } from '#drafts'
import { LEFT_OUT, type LeftOut } from '#file-requests'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type FormDefinition,
  isId,
  itemsOf,
  keysOf,
  makeForm,
  namesOfWorkers,
  type Outcome,
  reading,
  WordsField,
} from '#forms'
import { Card, InsetText } from '#look'
import { type Decided, type DecidedWords, GOES, type Goes, isDocument, type Line } from '../reading.ts'
import {
  type Deciding,
  decide,
  decideAnew,
  decidedWords,
  decisionRead,
  type NewDecision,
  namesIn,
  readRecord,
  standingOf,
  undecide,
  wordsIn,
} from '../store.ts'
import { countOf, type Strike, strikesIn, strikesTyped } from '../striking.ts'
import { byWords, type Entry, EntryText, textsOf, titleOf } from './entry.tsx'
import { ownFileAt } from './read.tsx'

type Given = {
  readonly of: Deciding
  readonly line: Line
  readonly entry: Entry
  readonly said: DecidedWords | undefined
}

async function given(asking: Asking, { child, about }: At): Promise<Given | undefined> {
  if (child === null || about === null || !isId(about)) return undefined
  const read = await readRecord(asking, child)
  const line = read?.lines.find(({ id }) => id === about)
  if (read === undefined || line === undefined) return undefined
  const { held, day } = line
  const decided = line.decided ?? line.lapsed
  const words = (await wordsIn(asking, [held])).get(line.id)
  const said = decided && (await decidedWords(asking, [decided.id])).get(decided.id)
  const of = { child, request: read.request.line, table: held.table, row: line.id }
  return { of, line, said, entry: { held, day, words, names: await namesIn(asking, [held]) } }
}

const goesOf = (line: Line): Readonly<Record<string, string>> =>
  isDocument(line.held) ? { whole: GOES.whole, 'left out': GOES['left out'] } : GOES

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { line, entry } = of.given
  return (
    <>
      <Card title={`${formatDay(entry.day)}: ${titleOf(entry)}`}>
        <p class="kith-quiet">{byWords(entry)}</p>
        <EntryText of={entry} />
      </Card>
      {line.because.length > 0 && (
        <InsetText>
          <p>Why it has to be looked at:</p>
          <ul class="govuk-list govuk-list--bullet">
            {line.because.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <ChoiceField of={of} name="goes" label="What goes out of it?" items={itemsOf(goesOf(line))} />
      {isDocument(line.held) ? (
        <p>In a document nothing can be struck: it goes out as it came, or it is left out.</p>
      ) : (
        <WordsField
          of={of}
          name="strike"
          label="Words to strike"
          hint="One passage a line, as it stands above, from the beginning of a word; each word goes to its end. Each place where it stands is struck; for the second place alone in what was written, write 2: and a space before it."
          rows={4}
        />
      )}
      <ChoiceField
        of={of}
        name="kind"
        label="If anything is left out: of which kind is it?"
        items={itemsOf(LEFT_OUT)}
      />
      <WordsField
        of={of}
        name="why"
        label="Why"
        hint="Also who was asked, and what they said. It stays with us: it is not in the file."
        rows={4}
      />
    </>
  )
}

const asTyped = ({ goes, kind }: Pick<Decided, 'goes' | 'kind'>, said: DecidedWords | undefined): Values => ({
  ...{ goes: [goes], kind: [kind ?? ''], why: [said?.why ?? ''] },
  strike: [strikesTyped(said?.strikes ?? [])],
})

/** A passage that is not there would strike nothing, and nobody would notice. */
function strikeFault(strikes: readonly Strike[], entry: Entry): string | undefined {
  const { texts, written } = textsOf(entry)
  for (const [at, { words, which }] of strikes.entries()) {
    if (countOf(texts, words) === 0) return `Line ${at + 1} does not stand in the text above. Copy it from there.`
    const count = countOf(texts.slice(written), words)
    if (which !== null && count === 0)
      return `Line ${at + 1}: a number counts what was written, and it does not stand there. Leave the number out.`
    if (which !== null && (which < 1 || which > count))
      return `Line ${at + 1}: it stands there ${count === 1 ? 'once' : `${count} times`}. Write a number up to ${count}.`
  }
  return undefined
}

function decideRow(typed: Typed, { line, entry }: Given, today: IsoDay) {
  const r = reading(typed, today)
  const goes: Goes = r.choice('goes', keysOf(GOES), 'Choose what goes out of it.')
  const kind: LeftOut | null = r.choiceIfAny('kind', keysOf(LEFT_OUT))
  const why = typed.words('why')
  const strikes = strikesIn(typed.words('strike'), textsOf(entry).texts)
  if (goes === 'struck' && isDocument(line.held)) r.fault('goes', 'In a document nothing can be struck.')
  if (goes === 'struck' && strikes.length === 0) r.fault('strike', 'Write the words to strike.')
  if (goes !== 'struck' && strikes.length > 0)
    r.fault('strike', 'Say above that words are struck through, or empty this field.')
  const wrong = goes === 'struck' ? strikeFault(strikes, entry) : undefined
  if (wrong !== undefined) r.fault('strike', wrong)
  if (goes === 'whole' && kind !== null) r.fault('kind', 'It goes out whole: this is for what is left out.')
  if (goes !== 'whole' && kind === null) r.fault('kind', 'Choose of which kind it is.')
  if (goes !== 'whole' && why === '') r.fault('why', 'Write why it is left out.')
  if (goes === 'whole' && line.because.length > 0 && why === '')
    r.fault('why', 'It stands under a condition: write why it may go out, and who was asked.')
  const words = why === '' && strikes.length === 0 ? null : { why, strikes }
  return r.result((): NewDecision => ({ goes, kind: goes === 'whole' ? null : kind, words }))
}

/** Somebody decided the same row meanwhile: both texts are shown to the second. */
async function clashWith(asking: Asking, standing: Decided, read: string): Promise<Outcome> {
  const before = read === '' ? undefined : await decisionRead(asking, read)
  const words = await decidedWords(asking, [standing.id, ...(before === undefined ? [] : [before.id])])
  const by = (await namesOfWorkers(asking, [standing.recorded_by])).get(standing.recorded_by) ?? 'Somebody'
  const values = asTyped(standing, words.get(standing.id))
  const base = before === undefined ? {} : asTyped(before, words.get(before.id))
  return { kind: 'clash', standing: { id: standing.id, by, at: standing.recorded, values }, base }
}

async function save(asking: Asking, ok: NewDecision, { of, read }: { of: Deciding; read: string }): Promise<Outcome> {
  const standing = await standingOf(asking, of)
  if (standing === undefined) return { kind: 'saved', id: (await decide(asking, of, ok)).id }
  if (standing.id !== read) return await clashWith(asking, standing, read)
  const done = await decideAnew(asking, standing.id, ok)
  return 'ok' in done ? { kind: 'saved', id: done.ok.id } : await clashWith(asking, standing, '')
}

const refused = ({ constraint }: Refused) =>
  constraint === 'decided_before_it_is_handed_over'
    ? { field: '', says: 'The request was answered meanwhile: what went out stays as it is. Your text is kept.' }
    : undefined

const deciding: FormDefinition<Given, NewDecision> = {
  ...{ name: 'own-file-decision', path: '/children/:child/own-file/:about/decide', here: '/children', Fields, refused },
  lock: { may: ['takeOut', 'documents'], log: 'decided what goes out of their own file' },
  words: {
    ...{ thing: 'what goes out of a file', button: 'Save', done: 'Decided.' },
    title: () => 'What goes out of this?',
    fields: { goes: 'What goes out', strike: 'Words to strike', kind: 'Of which kind', why: 'Why' },
  },
  load: given,
  start: ({ line: { decided, lapsed }, said }) => {
    const stands = decided ?? lapsed
    return stands === undefined ? {} : { ...asTyped(stands, said), _read: [stands.id] }
  },
  decide: decideRow,
  save: async (asking, ok, { given: { of }, read }) => await save(asking, ok, { of, read }),
  undo: undecide,
  leadsTo: ({ child }) => ownFileAt(child ?? ''),
}
export const decidingForm = makeForm(deciding)
