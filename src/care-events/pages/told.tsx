// Who was told, as forms: of a home, each to whom the law owes notice; of anything else; and each of them put right or taken back.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  type Reading,
  reading,
  takeBackSent,
} from '#forms'
import { capital, InsetText } from '#look'
import { correctNotice, type NewNotice, owedOf, recordNotices, TOLD_ABOUT, type ToldAbout } from '#notices'
import {
  decideHomeNotices,
  type HomeNotices,
  NOTICE_ROWS,
  NoticeFields,
  noticesIn,
  noticesStart,
  OneNotice,
  stillOwed,
} from '#notices/pages'
import { calledChild } from '../event-store.ts'
import { type NoticesGiven, noticesGiven, type Telling, tellingGiven } from '../notice-store.ts'
import type { Decision } from '../orders.ts'
import { HOMES, textOf } from '../plain-words-data.ts'
import { common, corrected, dayOrUnknown, refusedOn, shownDay, takenBack, timeTyped } from './event-words.tsx'
import { items } from './shared-fields.tsx'

const lock = (log: string) => ({ may: ['write', 'where'], log }) as const
type Told = { readonly about: ToldAbout; readonly told: readonly NewNotice[] }
const aboutIn = (r: Reading): ToldAbout => r.choice('about', TOLD_ABOUT, 'Say what they were told about.')
function decideTelling(typed: Typed, { keptPostcodes, deciders }: Telling, today: IsoDay): Decision<Told> {
  const r = reading(typed, today)
  const about = aboutIn(r)
  const told = noticesIn(r, { about, keptPostcodes, deciders })
  if (told.length === 0 && r.faults.length === 0) r.fault('told_who', 'Say who was told, or who was not.')
  return r.result(() => ({ about, told }))
}
const TOLD_LABELS = {
  ...{
    about: 'About what',
    told_who: 'Who',
    told_day: 'The day',
    told_day_time: 'What time',
    told_why: 'Why not',
    told_how: 'How',
    told_teller: 'Who told them',
  },
  ...{ told_by: 'Who decided', told_said: 'Name, or reason' },
}
const TellFields: FC<FieldsProps<Telling>> = (of) => (
  <>
    <PickField of={of} name="about" label="About what?" items={items(TOLD_ABOUT)} />
    <NoticeFields of={of} deciders={of.given.deciders} tellers />
  </>
)
const tell: FormDefinition<Telling, Told> = {
  ...common,
  name: 'told',
  path: '/children/:child/told/record',
  lock: lock('recorded who was told'),
  words: {
    ...{ thing: 'who was told', title: ({ name }) => `Who was told about ${name}` },
    ...{ button: 'Save who was told', done: 'Saved.', fields: TOLD_LABELS },
  },
  load: tellingGiven,
  start: () => ({ told_day: ['today'] }),
  decide: decideTelling,
  save: async (asking, { about, told }, { given: { child } }) => {
    await recordNotices(asking, child, { notices: told, about })
    return { kind: 'saved', id: child }
  },
  refused: refusedOn('told_day'),
  Fields: TellFields,
  rows: { told_who: NOTICE_ROWS },
}

const AnsweredAlready: FC<{ readonly given: NoticesGiven }> = ({ given }) => {
  const answeredOf = (about: string): string => {
    const still = stillOwed(given, about).map(({ words }) => words)
    return (given.why === undefined ? [] : owedOf(about, given.why))
      .map(({ words }) => words)
      .filter((words) => !still.includes(words))
      .join(', ')
  }
  const [began, over] = [answeredOf(given.about), answeredOf('home ended')]
  return (
    <>
      {began !== '' && <p>Answered already: {began}.</p>}
      {over !== '' && <p>Answered already, of its end: {over}.</p>}
    </>
  )
}

const HomeFields: FC<FieldsProps<NoticesGiven>> = (of) => {
  const { home, kept, deciders } = of.given
  return (
    <>
      <p>
        {textOf(HOMES, home.kind)}, since {formatDay(home.since)}. Each has a row of their own. They are told in
        writing, before a planned move, or within five working days of one that could not wait. Leave a row as it is
        where nothing has been said to them yet.
      </p>
      {kept && (
        <InsetText>
          <p>
            Fewer people may know where this home is. Do not write here where it is, nor in what they are sent. Whether
            another council has to be told is not asked, since that would tell it too: add a row.
          </p>
        </InsetText>
      )}
      <AnsweredAlready given={of.given} />
      <ChoiceField
        of={of}
        name="about"
        label="What are they told?"
        items={[
          { value: 'home', text: 'That it began' },
          {
            value: 'home ended',
            text: home.until === null ? 'That it will end' : 'That it ended',
            hint: 'The carers of this home are told too. Who was not told before is told within ten working days of the end',
          },
        ]}
      />
      <NoticeFields of={of} deciders={deciders} legend="Who is told" />
    </>
  )
}
const ofHome: FormDefinition<NoticesGiven, HomeNotices> = {
  name: 'home-notices',
  here: '/children',
  path: '/children/:child/homes/:about/told',
  lock: lock('recorded who was told of a home'),
  words: {
    ...{ thing: 'who was told of a home', title: ({ name }) => `Who was told where ${name} lives` },
    ...{
      button: 'Save who was told',
      done: 'Saved. Whoever is still to be told stays on the list.',
      fields: TOLD_LABELS,
    },
  },
  load: noticesGiven,
  start: noticesStart,
  decide: decideHomeNotices,
  save: async (asking, { about, notices }, { given: { child, home } }) => {
    const [first] = await recordNotices(asking, child, { notices, about, on: { table: 'placement', line: home.line } })
    return { kind: 'saved', id: first?.id ?? home.line }
  },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.told', id }),
  leadsTo: ({ child }) => `/children/${child}/where`,
  refused: refusedOn('told_day'),
  Fields: HomeFields,
  rows: { told_who: NOTICE_ROWS },
}

const OneTold: FC<FieldsProps<Telling>> = (of) => (
  <>
    <PickField of={of} name="about" label="About what?" items={items(TOLD_ABOUT)} />
    <OneNotice of={of} deciders={of.given.deciders} />
  </>
)
const correcting = makeCorrection<Telling, Told, 'kith.told'>({
  ...{ ...common, refused: refusedOn('told_day'), Fields: OneTold },
  name: 'told-correct',
  path: '/children/:child/told/:about/correct',
  lock: lock('corrected who was told'),
  words: {
    ...corrected('who was told'),
    title: ({ name }) => `Put right who was told about ${name}`,
    fields: TOLD_LABELS,
  },
  table: 'kith.told',
  given: async (asking, at, { decided_by: by }) => {
    const given = await tellingGiven(asking, at)
    // Who is named already can stay named, though they are no manager of the child any more.
    const named = by === null || by === at.me || given?.deciders.some(({ value }) => value === by)
    return named || given === undefined
      ? given
      : { ...given, deciders: [...given.deciders, { value: by, text: 'As it stands', stands: true }] }
  },
  asTyped: (
    { about, recipient, told, told_at, not_told, how, teller, planned, decided, decided_by: by, words },
    { deciders },
  ) => ({
    ...{ about: [about], told_who: [recipient], told_day: shownDay(told ?? planned ?? decided) },
    told_day_time: timeTyped(told_at),
    ...{ told_why: [not_told ?? ''], told_how: [how ?? ''], told_teller: [teller ?? ''], told_said: [words ?? ''] },
    told_by: [deciders.some(({ value }) => value === by) ? (by ?? '') : ''],
  }),
  decide: decideTelling,
  correct: async (asking, { about, told: [notice] }, { version: id }) => {
    if (notice === undefined) throw new Error('A notice was decided upon and is none.')
    return await correctNotice(asking, id, { about, notice })
  },
})
const takingBack = makeRetraction({
  ...takenBack('who was told'),
  name: 'told-retract',
  path: '/children/:child/told/:about/retract',
  lock: lock('took back who was told'),
  table: 'kith.told',
  given: calledChild,
  shows: ({ about, recipient, told, not_told, how, words }, { name }) => ({
    title: `who was told about ${name}`,
    rows: [
      ['Who', capital(recipient)],
      ['About', capital(about)],
      ['Told', told === null ? capital(not_told ?? 'not known') : dayOrUnknown(told)],
      ['How', capital(how ?? 'not said')],
      ['Name, or reason', words ?? 'Nothing'],
    ],
  }),
})

export const toldForms: readonly Form[] = [makeForm(tell), makeForm(ofHome), correcting, takingBack]
