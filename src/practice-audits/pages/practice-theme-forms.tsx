// A theme of practice as forms: what comes up again, whose it is, what was learned, and from when practice is different.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  begunFrom,
  clashUpon,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  itemsOf,
  LineField,
  makeForm,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { TAGS } from '../questions-data.ts'
import { type CouncilRow, councilRowRead, councilRows, writeCouncilRow } from '../round-store.ts'
import { colleagues, picked, refused } from './audit-form.tsx'

const LEAD = { as: ['quality-lead'] } as const
type Theming = { readonly colleagues: readonly Item[]; readonly of: CouncilRow<'kith.practice_theme'> | undefined }
const ThemeFields: FC<FieldsProps<Theming>> = (of) => (
  <>
    <LineField of={of} name="title" label="What comes up again?" />
    <PickField of={of} name="tag" label="What is it about?" items={itemsOf(TAGS)} />
    <PickField of={of} name="owner" label="Whose is it?" hint="One person." items={of.given.colleagues} />
    <DayField of={of} name="due" label="By when is practice different?" looks="ahead" />
    <DayField
      of={of}
      name="learned"
      label="When were workers told what was learned?"
      hint="Leave it empty while they were not."
      looks="back"
    />
    <WordsField of={of} name="learning" label="What was learned, and how were they told?" rows={4} />
    <DayField
      of={of}
      name="changed"
      label="From when on is practice different?"
      hint="Leave it empty while it is not."
      looks="back"
    />
    <WordsField of={of} name="practice" label="What do we do differently, and how do we know?" rows={4} />
  </>
)
function decideTheme(typed: Typed, given: Theming, today: IsoDay) {
  const read = reading(typed, today)
  const since = given.of?.since ?? today
  const columns = {
    tag: picked(read, 'tag', { of: itemsOf(TAGS), says: 'Choose what it is about.' }),
    owner: picked(read, 'owner', { of: given.colleagues, says: 'Choose one person.' }),
    ...{
      since,
      due: read.dayAhead('due', 'the day'),
      learned: read.dayIfAny('learned', 'the day'),
      changed: read.dayIfAny('changed', 'the day'),
    },
  }
  const title = read.words('title', 'Say what comes up again.')
  const [learned, changed] = [typed.words('learning'), typed.words('practice')]
  if (columns.due < since) read.fault('due', 'That day is over.')
  if (columns.learned !== null && learned === '') read.fault('learning', 'Say what was learned.')
  if (columns.changed !== null && changed === '') read.fault('practice', 'Say what we do differently.')
  if (columns.changed !== null && (columns.learned === null || columns.changed < columns.learned))
    read.fault('changed', 'Practice changes after workers were told: write that day too.')
  return read.result(() => ({ columns, words: { title, learned, changed } }))
}
type Themed = {
  readonly columns: Parameters<typeof writeCouncilRow<'kith.practice_theme'>>[2]['columns']
  readonly words: { readonly title: string; readonly learned: string; readonly changed: string }
}
async function loadTheme(
  asking: Asking,
  { about, anew }: Pick<At, 'about'> & { readonly anew: boolean },
): Promise<Theming | undefined> {
  const [of] = about !== null && isId(about) ? await councilRows(asking, 'kith.practice_theme', about) : []
  return !anew && of === undefined ? undefined : { colleagues: await colleagues(asking), of }
}
const asTyped = (of: CouncilRow<'kith.practice_theme'>): Values => ({
  ...{
    title: [of.words.title],
    tag: [of.tag],
    owner: [of.owner],
    due: [dayWords(of.due)],
    learning: [of.words.learned],
  },
  ...{
    learned: [of.learned === null ? '' : dayWords(of.learned)],
    changed: [of.changed === null ? '' : dayWords(of.changed)],
  },
  practice: [of.words.changed],
})
const startTheme = ({ of }: Theming, today: IsoDay): Values =>
  of === undefined ? { due: [dayWords(addDays(today, 84))] } : begunFrom(of, asTyped(of))

const theming = (anew: boolean): FormDefinition<Theming, Themed> => ({
  ...{
    name: anew ? 'practice-theme' : 'practice-theme-change',
    path: anew ? '/audits/themes/record' : '/audits/themes/:about/change',
    here: '/audits',
    refused,
  },
  lock: { may: LEAD, log: anew ? 'recorded a theme of practice' : 'changed a theme of practice' },
  words: {
    ...{
      thing: 'a theme of practice',
      title: () => (anew ? 'A theme of practice' : 'Go on with a theme of practice'),
      button: 'Save',
      done: 'Saved.',
    },
    fields: {
      ...{ title: 'What comes up', tag: 'About', owner: 'Whose', due: 'By when', learned: 'When workers were told' },
      ...{
        learning: 'What was learned',
        changed: 'From when practice is different',
        practice: 'What we do differently',
      },
    },
  },
  load: async (asking, { about }) => await loadTheme(asking, { about, anew }),
  start: startTheme,
  decide: decideTheme,
  save: async (asking, ok, { given: { of }, read }) => {
    const versionRead = async (id: string) => await councilRowRead(asking, 'kith.practice_theme', id)
    const clash = await clashUpon({ of, read, asTyped, versionRead })
    const written = { ...ok, ...(of === undefined ? {} : { of }) }
    return clash ?? { kind: 'saved', id: await writeCouncilRow(asking, 'kith.practice_theme', written) }
  },
  leadsTo: () => '/audits/themes',
  Fields: ThemeFields,
})

export const practiceThemeForms: readonly Form[] = [true, false].map((anew) => makeForm(theming(anew)))
