// What the child has said already, beside a decision on a home: chosen by whoever hears it, shown to those of whom the child was told.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, changeFrom } from '#database'
import { type Form, type Item, makeCorrection, PickField, reading } from '#forms'
import { InsetText } from '#look'
import { type StandingView, viewHistory, viewsOf } from '#views'
import { type Match, matchWords } from '../store.ts'
import { lock, REQUEST_PAGE } from './request-page.tsx'

export type Heard = ReadonlyMap<string, StandingView | undefined>
const VIEWS = 12
const LETTERS = 90
const short = (words: string): string => (words.length > LETTERS ? `${words.slice(0, LETTERS).trimEnd()}…` : words)
/** Of what the writer hears, the latest first. */
export async function viewsToChoose(asking: Asking, child: string): Promise<readonly Item[]> {
  const own = (await viewsOf(asking, child)).filter(({ whose, words }) => whose === 'child' && words !== undefined)
  return own.slice(0, VIEWS).map(({ line, happened, how, words = '' }) => ({
    value: line,
    text: `${dayWords(happened)}, ${how}: “${short(words)}”`,
  }))
}
/** Views on which decisions stand, by line, of those that the reader hears; undefined: it was taken back. */
export async function heardBehind(asking: Asking, child: string, matches: readonly Match[]): Promise<Heard> {
  const behind = new Set(matches.flatMap(({ view }) => view ?? []))
  if (behind.size === 0) return new Map()
  const heard = new Map<string, StandingView | undefined>()
  for (const one of await viewsOf(asking, child)) if (behind.has(one.line)) heard.set(one.line, one)
  for (const line of behind)
    if (!heard.has(line) && (await viewHistory(asking, line)).at(-1)?.change === 'retraction')
      heard.set(line, undefined)
  return heard
}
export const isTakenBack = (heard: Heard, line: string): boolean => heard.has(line) && heard.get(line) === undefined
export const HeardView: FC<{ readonly heard: Heard; readonly line: string }> = ({ heard, line }) => (
  <>
    <strong>What the child has said</strong>
    {isTakenBack(heard, line) ? (
      <span class="kith-note">What this decision stood on was taken back since. The history holds why.</span>
    ) : (
      <Said heard={heard.get(line)} />
    )}
  </>
)
const Said: FC<{ readonly heard: StandingView | undefined }> = ({ heard }) => (
  <>
    {heard?.words === undefined ? (
      <span class="kith-note">
        Their own words are in the record, for those of whom they were told. Ask their social worker.
      </span>
    ) : (
      <span class="kith-note kith-written">
        “{heard.words}” {dayWords(heard.happened)}, {heard.how}
      </span>
    )}
  </>
)

type Given = { readonly name: string; readonly called: string; readonly views: readonly Item[] }
/** Whoever places hears no views: the child's own worker ties them to the decision. */
export const viewForm: Form = makeCorrection<Given, { readonly view: string }, 'kith.match_decision'>({
  ...{ name: 'match-view', path: '/children/:child/match-decisions/:about/view', here: '/homes/wanted' },
  ...{ table: 'kith.match_decision', lock: lock('said which view a decision on a home stands on') },
  leadsTo: REQUEST_PAGE,
  words: {
    ...{ thing: 'what the child has said', button: 'Save', done: 'Saved.', fields: { view: 'What they have said' } },
    title: ({ name, called }) => `What ${name} has said, beside the decision on ${called}`,
  },
  given: async (asking, { child }, { words }) => {
    const known = child === null ? undefined : await childById(asking, child)
    if (known === undefined) return undefined
    const views = await viewsToChoose(asking, known.child)
    return { name: known.name ?? 'this child', called: matchWords(words).called, views }
  },
  asTyped: ({ view }) => ({ view: [view ?? ''] }),
  decide: (typed, { views }, today) => {
    const r = reading(typed, today)
    const chosen = r.choiceIfAny(
      'view',
      views.map(({ value }) => value),
    )
    if (chosen === null) r.fault('view', 'Choose what they have said.')
    return r.result(() => ({ view: chosen ?? '' }))
  },
  correct: async (asking, columns, { version }) =>
    await changeFrom(asking, 'kith.match_decision', { id: version, columns }),
  Fields: (of) => (
    <>
      {of.given.views.length === 0 && (
        <InsetText>
          Nothing that {of.given.name} said is in the record for you to hear. Record their view first.
        </InsetText>
      )}
      <PickField
        of={of}
        name="view"
        label="What have they said already?"
        hint="Only those of whom they were told read it here; others read that it is kept."
        items={of.given.views}
      />
    </>
  ),
})
