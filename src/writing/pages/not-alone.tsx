// Why a child was not spoken with alone, as forms: on a visit (regulation 29), or by the reviewing officer before a review (regulation 36).
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { reviewerSpeaks, spokenAlone } from '#care-planning'
import { childById } from '#children'
import { type Asking, correct, retract } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  CORRECTED,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  type Outcome,
  reading,
  TAKEN_BACK_WORDS,
  WordsField,
} from '#forms'
import { type NewReason, type Occasion, OF_WHAT, type OfWhat, occasionOf, recordReason } from '../reason-store.ts'

type Given = { readonly child: string; readonly name: string; readonly occasion: Occasion }
type Decided = { readonly ok: NewReason } | { readonly faults: readonly Fault[] }

const REASONS: Readonly<Record<OfWhat, Readonly<Record<string, string>>>> = {
  visit: spokenAlone.excuses ?? {},
  review: reviewerSpeaks.excuses ?? {},
}
const WHAT: Readonly<Record<OfWhat, string>> = { visit: 'the visit', review: 'the review' }

const loadIn =
  (of: OfWhat, asked = true) =>
  async (asking: Asking, at: Pick<At, 'child' | 'about'>): Promise<Given | undefined> => {
    const known = at.child === null ? undefined : await childById(asking, at.child)
    if (known === undefined || at.about === null) return undefined
    const occasion = await occasionOf(asking, known.child, { of, line: at.about, asked })
    return occasion && { child: known.child, name: known.name ?? 'this child', occasion }
  }

/** What was so on the day of the visit counts, however late it is written; before a review it was so by its day. */
function decide(typed: Typed, { occasion: { of, on } }: Given, today: IsoDay): Decided {
  const r = reading(typed, today)
  const reason = Object.keys(REASONS[of]).find((one) => one === typed.one('reason'))
  if (reason === undefined) r.fault('reason', 'Choose the reason.')
  const words = r.words('why', 'Say what happened, so that they can understand it one day.')
  const decided = of === 'visit' ? on : r.day('decided', 'the day on which that was so')
  if (decided > on) r.fault('decided', `It was so by the day of the review, ${formatDay(on)}.`)
  return r.result(() => ({ reason: reason ?? '', decided, words }))
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { name, occasion } = of.given
  return (
    <>
      <p>
        For {WHAT[occasion.of]} of {formatDay(occasion.on)}. The law knows these reasons and no others. A visit is a
        visit without one.
      </p>
      <ChoiceField
        of={of}
        name="reason"
        label={`Why was ${name} not spoken with alone?`}
        items={itemsOf(REASONS[occasion.of])}
      />
      {occasion.of === 'review' && <DayField of={of} name="decided" label="On which day was that so?" looks="back" />}
      <WordsField of={of} name="why" label="What happened, in a few words" rows={3} />
    </>
  )
}

const LABELS = { reason: 'The reason', decided: 'The day', why: 'What happened' }
const words = {
  thing: 'why a child was not spoken with alone',
  title: ({ name }: Given) => `Why ${name} was not spoken with alone`,
  ...{ button: 'Save reason', done: 'Saved. It counts as the reason that the law asks for.', fields: LABELS },
}
const leadsTo =
  (of: OfWhat) =>
  ({ child }: Pick<At, 'child'>): string =>
    `/children/${child}/${of === 'visit' ? 'visits' : 'plan'}`
const ALREADY: Outcome = {
  kind: 'refused',
  faults: [{ field: '', says: 'A reason stands already. Put it right where it is shown; your text is kept.' }],
}

const recordingOf = (of: OfWhat): Form =>
  makeForm<Given, NewReason>({
    name: of === 'visit' ? 'not-alone' : 'not-spoken',
    path: of === 'visit' ? '/children/:child/visits/:about/not-alone' : '/children/:child/reviews/:about/not-spoken',
    lock: {
      may: ['write', of === 'visit' ? 'visits' : 'reviews'],
      log: 'recorded why a child was not spoken with alone',
    },
    here: '/children',
    words,
    load: loadIn(of),
    start: () => ({}),
    decide,
    save: async (asking, ok, { given: { child, occasion } }) => {
      const made = await recordReason(asking, child, { ...occasion, ...ok })
      return made === undefined ? ALREADY : { kind: 'saved', id: made.id }
    },
    leadsTo: leadsTo(of),
    elsewhere: { unlessSees: of === 'visit' ? 'visits' : 'plan', to: ({ child }) => `/children/${child}/tonight` },
    undo: async (asking, id) =>
      'ok' in (await retract(asking, 'kith.excuse', { id, reason: 'Taken back by its author within ten minutes.' })),
    Fields,
  })

const dayText = (text: string): string => {
  const day = parseDay(text)
  return day === undefined ? text : formatDay(day)
}
/** `of`: by whom it was written decides who may put it right. */
const changingOf = (of: OfWhat): readonly Form[] => {
  const shared = {
    lock: {
      may: ['write', of === 'visit' ? 'visits' : 'reviews'],
      log: 'corrected why a child was not spoken with alone',
    },
    here: '/children',
    table: 'kith.excuse',
    leadsTo: leadsTo(of),
  } as const
  // A visit that was put right to “seen alone” asks for no reason any more: the one that was written is still put right or taken back.
  const given = async (asking: Asking, { child }: At, { rule, occurrence }: { rule: string; occurrence: string }) =>
    rule === OF_WHAT[of] ? await loadIn(of, false)(asking, { child, about: occurrence }) : undefined
  const path = of === 'visit' ? 'not-alone' : 'not-spoken'
  return [
    makeCorrection<Given, NewReason, 'kith.excuse'>({
      ...{ ...shared, given, decide, Fields },
      name: `${path}-correction`,
      path: `/children/:child/${path}/:about/correct`,
      words: { ...words, ...CORRECTED, thing: 'a correction of a reason' },
      asTyped: ({ reason, decided, words: said }) => ({
        reason: [reason],
        decided: [dayText(decided)],
        why: [said ?? ''],
      }),
      correct: async (asking, { words: said, ...columns }, { version: id }) =>
        await correct(asking, 'kith.excuse', { id, columns, words: said }),
    }),
    makeRetraction<Given, 'kith.excuse'>({
      ...{ ...shared, given },
      name: `${path}-retraction`,
      path: `/children/:child/${path}/:about/retract`,
      thing: 'taking back a reason',
      done: TAKEN_BACK_WORDS,
      shows: ({ reason, decided, words: said }, { name }) => ({
        title: `why ${name} was not spoken with alone`,
        rows: [
          ['The reason', REASONS[of][reason] ?? reason],
          ['The day', dayText(decided)],
          ['What happened', said ?? 'Nothing'],
        ],
      }),
      retract: async (asking, which) => await retract(asking, 'kith.excuse', which),
    }),
  ]
}

export const reasonForms: readonly Form[] = [
  ...[recordingOf('visit'), recordingOf('review')],
  ...[...changingOf('visit'), ...changingOf('review')],
]
