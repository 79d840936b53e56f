// The forms by which a document that came under terms is let into packs, profiles, prints or copies, and left out again.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { type Asking, retract } from '#database'
import { lettingInOf } from '#documents'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TicksField,
  takeBackSent,
  WordsField,
} from '#forms'
import { capital, InsetText, WarningText } from '#look'
import {
  AGREED,
  LET_IN_BY,
  type LettingInRefusal,
  lettingInRefusalWords,
  mayLetIn,
  type NewLettingIn,
  USES,
} from '../letting-in.ts'
import { correctLettingIn, letIn, type Release, type UnderTerms, underTerms } from '../letting-in-store.ts'

type Given = UnderTerms & {
  /** What stands already: put right, not begun anew. */
  readonly stands: string | undefined
}

const FIELD_OF: Readonly<Record<LettingInRefusal, string>> = {
  ...{ 'no use': 'uses', 'decided no day': 'decided', 'decided after today': 'decided' },
  ...{ 'until no day': 'until_day', 'until not ahead': 'until_day', 'told unknown': 'told' },
  ...{ 'agreed unknown': 'agreed', 'agreed untold': 'agreed', 'power unknown': 'power' },
  ...{ 'power without agreement': 'power', 'why empty': 'why' },
}
const LABELS = {
  ...{ uses: 'What it may go into', told: 'Whether they were told', agreed: 'Whether they agreed' },
  ...{ power: 'What it rests on', decided: 'When it was decided', until_day: 'Until when', why: 'Why' },
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <WarningText>This document came to us: {of.given.terms}. Packs, prints and copies leave it out.</WarningText>
    {of.given.stands !== undefined && (
      <InsetText>It is let in already. Put that right, or leave it out again.</InsetText>
    )}
    <TicksField of={of} name="uses" label="What may it go into?" items={itemsOf(USES)} />
    <ChoiceField
      of={of}
      name="told"
      label="Was whoever it came from, or is about, told?"
      hint="Being told and agreeing are two things."
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <ChoiceField of={of} name="agreed" label="Did they agree?" items={itemsOf(AGREED)} />
    <PickField
      of={of}
      name="power"
      label="What does it rest on?"
      items={LET_IN_BY.map((value) => ({ value, text: capital(value) }))}
    />
    <DayField of={of} name="decided" label="When was that decided?" hint="You stand as whoever decided" looks="back" />
    <DayField
      of={of}
      name="until_day"
      label="From which day is it left out again?"
      hint="Empty, if no day was set"
      looks="ahead"
    />
    <WordsField of={of} name="why" label="Why may it go in?" rows={3} />
  </>
)

function decide(typed: Typed, { stands }: Given, today: IsoDay) {
  const may = mayLetIn(
    {
      uses: typed.all('uses').filter((one) => one !== ''),
      ...{ told: typed.one('told'), agreed: typed.one('agreed'), power: typed.one('power'), why: typed.words('why') },
      decided: dayTyped(typed.one('decided'), today, 'back'),
      until: dayTyped(typed.one('until_day'), today, 'ahead'),
    },
    today,
  )
  const already = stands === undefined ? [] : [{ field: '', says: 'It is let in already. Put that right instead.' }]
  const refused = 'ok' in may ? [] : may.refused
  const faults = [...already, ...refused.map((one) => ({ field: FIELD_OF[one], says: lettingInRefusalWords(one) }))]
  return 'ok' in may && faults.length === 0 ? may : { faults }
}

const given = async (asking: Asking, at: Pick<At, 'child'>, { document }: Release): Promise<Given | undefined> => {
  const found = at.child === null ? undefined : await underTerms(asking, at.child, document)
  return found && { ...found, stands: undefined }
}
const asTyped = (release: Release): Values => ({
  ...{ uses: release.goes_into, told: [release.told], agreed: [release.agreed], power: [release.power] },
  ...{ decided: [dayWords(release.decided)], until_day: release.until === null ? [] : [dayWords(release.until)] },
  why: [release.words ?? ''],
})
const lock = (log: string) => ({ may: ['write', 'documents'], log }) as const
const shared = { here: '/children', leadsTo: ({ child }: At): string => `/children/${child}/documents` } as const

const letting = makeForm<Given, NewLettingIn>({
  ...{ ...shared, name: 'document-let-in', path: '/children/:child/documents/:about/let-in', Fields, decide },
  leadsTo: ({ child, about }) => `/children/${child}/documents/${about}`,
  lock: lock('let a document into prints, packs or copies'),
  words: {
    ...{ thing: 'letting a document in', title: () => 'Let this document into packs, prints or copies' },
    ...{ button: 'Let it in', done: 'Saved. It may go into what you ticked.', fields: LABELS },
  },
  load: async (asking, { child, about }) => {
    const found = child !== null && about !== null ? await underTerms(asking, child, about) : undefined
    return found && { ...found, stands: await lettingInOf(asking, child ?? '', found.line) }
  },
  start: () => ({}),
  save: async (asking, made, { child, given: { line } }) => ({
    kind: 'saved',
    id: (await letIn(asking, { child: child ?? '', document: line }, made)).id,
  }),
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.document_release', id }),
})
const correcting = makeCorrection<Given, NewLettingIn, 'kith.document_release'>({
  ...{ ...shared, name: 'document-let-in-correction', path: '/children/:child/document-releases/:about/correct' },
  ...{ lock: lock('corrected what a document may go into'), table: 'kith.document_release', given, Fields, decide },
  words: {
    ...{ thing: 'a correction of what a document may go into', button: 'Save correction', fields: LABELS },
    ...{
      done: 'Corrected. What stood before is in its history.',
      title: () => 'Correct what this document may go into',
    },
  },
  asTyped,
  correct: async (asking, made, { version }) => await correctLettingIn(asking, version, made),
})
const leavingOut = makeRetraction<Given, 'kith.document_release'>({
  ...{ ...shared, name: 'document-left-out', path: '/children/:child/document-releases/:about/leave-out' },
  lock: lock('left a document out of prints, packs and copies again'),
  ...{ thing: 'leaving a document out again', done: 'It is left out again. The history holds your reason.' },
  ...{ table: 'kith.document_release', given },
  shows: ({ goes_into: uses, power, words }) => ({
    title: 'what a document may go into',
    rows: [
      ['It may go into', uses.map((one) => Object.entries(USES).find(([use]) => use === one)?.[1] ?? one).join(', ')],
      ['It rests on', capital(power)],
      ['Why', words ?? 'Taken out of sight'],
    ],
  }),
  retract: async (asking, which) => await retract(asking, 'kith.document_release', which),
})

export const lettingInForms: readonly Form[] = [letting, correcting, leavingOut]
