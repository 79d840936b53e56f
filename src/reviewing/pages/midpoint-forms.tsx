// The midpoint check: what was looked at, how far each decision has come, how the child is heard, worries, and whether an alert is raised.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import {
  type Asking,
  correct,
  currentOf,
  readParts,
  recordFirst,
  retract,
  versionOf,
  type Written,
  writeParts,
} from '#database'
import { decisionsOf } from '#decisions'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords, theirWordsOf } from '#views'
import { CONTACT, LOOKED_AT, TRACK } from '../midpoint.ts'
import { reviewsHeld } from '../store.ts'
import { ALERT_ABOUT, ALERT_KINDS, wordsOf } from '../words.ts'
import { chosen } from './dispute-given.tsx'
import type { Row } from './hanging.tsx'
import {
  Decided,
  type Decision,
  type Found,
  foundIn,
  type Reviewed,
  reviewBefore,
  wasAsked,
} from './midpoint-decided.tsx'

type Given = Reviewed & {
  readonly me: string
  /** It is written, and not corrected: words of the child and an alert are asked too. */
  readonly first: boolean
}
type Ok = Row<'kith.midpoint_check'> & {
  readonly found: readonly Found[]
  /** Decisions that the form asked about: of no other is anything taken back. */
  readonly asked: readonly string[]
  readonly view: ReturnType<typeof theirWordsOf>['view']
  readonly alert: Row<'kith.reviewer_alert'> | undefined
}

async function load(asking: Asking, { child, about, me, today }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || child === null) return undefined
  const standing = about === null ? undefined : await versionOf(asking, 'kith.midpoint_check', about)
  const reviews = (await reviewsHeld(asking, child)).filter(({ held }) => held <= today)
  const progress = standing === undefined ? [] : await currentOf(asking, 'kith.midpoint_progress', child)
  const decided = await decisionsOf(asking, child)
  const decisionsAt = (review: string): Decision[] =>
    decided
      .filter(({ on }) => on !== null && on.line === review)
      .map(({ line, said }) => ({
        ...{ line, words: said?.decision ?? 'Taken out of sight' },
        progress: progress.find(({ midpoint, decision }) => midpoint === standing?.line && decision === line),
      }))
  return {
    ...{ name: known.name ?? 'this child', me, first: about === null },
    reviews: reviews.map(({ line, held }) => ({ line, held: day(held), decided: decisionsAt(line) })),
  }
}

const Looked: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField of={of} name="happened" label="When did you look?" looks="back" />
    <TicksField of={of} name="looked_at" label="What did you look at?" items={itemsOf(LOOKED_AT)} />
    <Decided {...of} />
    <ChoiceField
      of={of}
      name="contact"
      label={`How were you in touch with ${of.given.name}?`}
      items={itemsOf(CONTACT)}
    />
  </>
)
const Judged: FC<FieldsProps<Given>> = (of) => (
  <>
    <WordsField
      of={of}
      name="found"
      label={`To ${of.given.name}: how it goes`}
      hint={`Write it to ${of.given.name}, who may read it one day.`}
    />
    <WordsField of={of} name="worries" label="What worries you, if anything" rows={3} />
    <ChoiceField of={of} name="track" label="How does it go?" items={itemsOf(TRACK)} />
  </>
)
const Alert: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="alert"
      label="Do you raise an alert?"
      items={[{ value: 'none', text: 'No' }, ...itemsOf(ALERT_KINDS)]}
    />
    <PickField of={of} name="alert_about" label="What is the alert about?" items={itemsOf(ALERT_ABOUT)} />
    <WordsField of={of} name="alert_words" label="What do you say in the alert?" rows={3} />
  </>
)
const CorrectionFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Looked {...of} />
    <Judged {...of} />
    <p class="govuk-hint">What {of.given.name} said, and an alert, are corrected apart.</p>
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Looked {...of} />
    <TheirOwnWords of={of} name={of.given.name} none="This check" />
    <Judged {...of} />
    <Alert {...of} />
  </>
)

function alertIn(read: ReturnType<typeof reading>, raised: IsoDay): Row<'kith.reviewer_alert'> | undefined {
  const kind = chosen(read, {
    ...{ field: 'alert', of: { none: '', ...ALERT_KINDS }, says: 'Say whether you raise an alert.' },
  })
  if (!Object.hasOwn(ALERT_KINDS, kind)) return undefined
  const about = chosen(read, { field: 'alert_about', of: ALERT_ABOUT, says: 'Say what the alert is about.' })
  const words = writeParts({ what: read.words('alert_words', 'Say what the alert is.') })
  return { columns: { kind, about, raised }, words }
}

function decide(typed: Typed, given: Given, today: IsoDay) {
  const read = reading(typed, today)
  const happened = read.day('happened', 'the day on which you looked')
  const review = reviewBefore(given, happened)
  const decided = review?.decided ?? []
  if (review !== given.reviews[0] && decided.length > 0 && !decided.some((decision) => wasAsked(typed, decision)))
    read.fault(
      'happened',
      `The review before that day was on ${dayWords(review?.held ?? '')}. What it decided is asked below: say how far it had come, or leave it, and save again.`,
    )
  const looked_at = typed.all('looked_at').filter((one) => one !== '')
  if (looked_at.length === 0) read.fault('looked_at', 'Say what you looked at.')
  else if (looked_at.some((one) => !Object.hasOwn(LOOKED_AT, one))) read.fault('looked_at', 'Choose from the list.')
  const contact = chosen(read, { field: 'contact', of: CONTACT, says: `Say how you were in touch with ${given.name}.` })
  const track = chosen(read, { field: 'track', of: TRACK, says: 'Say how it goes.' })
  const found = foundIn(read, given, review)
  const [worries, how] = [typed.words('worries'), typed.words('found')]
  if (track !== 'on track' && worries === '') read.fault('worries', 'Say what worries you.')
  const said = given.first ? theirWordsOf(typed, { toldTo: given.me, unless: 'review', today }) : undefined
  for (const { field, says } of said?.faults ?? []) read.fault(field, says)
  const alert = given.first ? alertIn(read, happened) : undefined
  const columns = { happened, review: review?.line ?? null, looked_at, contact, track }
  return read.result(
    (): Ok => ({ columns, words: writeParts({ found: how, worries }), ...found, view: said?.view, alert }),
  )
}

async function record(asking: Asking, ok: Ok, child: string): Promise<Written> {
  const written = await recordFirst(asking, 'kith.midpoint_check', { child, columns: ok.columns, words: ok.words })
  const midpoint = written.line
  for (const { words, ...found } of ok.found)
    await recordFirst(asking, 'kith.midpoint_progress', { child, columns: { ...found, midpoint }, words })
  if (ok.view !== undefined) await recordView(asking, child, ok.view)
  if (ok.alert !== undefined) {
    const { columns, words } = ok.alert
    const from = { on_table: 'midpoint_check', on_line: midpoint }
    await recordFirst(asking, 'kith.reviewer_alert', { child, columns: { ...columns, ...from }, words })
  }
  return written
}

/** The check, and how far each decision has come: what was not looked at before is written, what was is corrected. */
async function corrected(asking: Asking, { columns, words, found, asked }: Ok, id: string) {
  const done = await correct(asking, 'kith.midpoint_check', { id, columns, words: words ?? null })
  if (!('ok' in done)) return done
  const check = await versionOf(asking, 'kith.midpoint_check', done.ok.id)
  const child = check?.child ?? ''
  const standing = (await currentOf(asking, 'kith.midpoint_progress', child)).filter(
    ({ midpoint }) => midpoint === done.ok.line,
  )
  for (const { decision, progress, words: came } of found) {
    const before = standing.find((one) => one.decision === decision)
    if (before === undefined)
      await recordFirst(asking, 'kith.midpoint_progress', {
        ...{ child, columns: { midpoint: done.ok.line, decision, progress }, words: came },
      })
    else if (before.progress !== progress || before.words !== came)
      await correct(asking, 'kith.midpoint_progress', { id: before.id, columns: { progress }, words: came ?? null })
  }
  for (const { id: gone, decision } of standing)
    if (asked.includes(decision) && !found.some((one) => one.decision === decision))
      await retract(asking, 'kith.midpoint_progress', {
        id: gone,
        reason: 'Not looked at, as the check was corrected.',
      })
  return done
}

export const midpointForms: readonly Form[] = makeRecordForms<Given, Ok, 'kith.midpoint_check'>({
  ...{ name: 'midpoint-check', path: 'midpoint-checks', table: 'kith.midpoint_check', here: '/children', decide },
  ...{ Fields, FieldsOfCorrection: CorrectionFields, given: load },
  leadsTo: ({ child }: At) => `/children/${child}/reviewing`,
  lock: { may: ['write', 'reviews'], log: 'recorded a midpoint check' },
  words: {
    ...{ thing: 'a midpoint check', button: 'Save the check', done: 'Midpoint check saved.' },
    title: ({ name }) => `A midpoint check for ${name}`,
    fields: {
      ...{ happened: 'When', looked_at: 'What was looked at', contact: 'How you were in touch', found: 'How it goes' },
      ...{ worries: 'What worries you', track: 'How it goes', alert: 'An alert', alert_about: 'What it is about' },
      ...{ alert_words: 'The alert', ...THEIR_WORDS_LABELS },
    },
  },
  start: () => ({ happened: ['today'], alert: ['none'], looked_at: ['decisions'] }),
  record: async (asking, ok, { child }) => await record(asking, ok, child),
  asTyped: ({ happened, looked_at, contact, track, words }, { reviews }) => {
    const said = readParts(words, ['found', 'worries'])
    const each = reviews
      .flatMap(({ decided }) => decided)
      .flatMap(({ line, progress }) =>
        progress === undefined
          ? []
          : [
              [`progress_${line}`, [progress.progress]] as const,
              [`came_${line}`, [readParts(progress.words, ['came'])?.came ?? '']] as const,
            ],
      )
    return {
      ...{ happened: [dayWords(happened)], looked_at, contact: [contact], track: [track] },
      ...{ found: [said?.found ?? ''], worries: [said?.worries ?? ''] },
      ...Object.fromEntries(each),
    }
  },
  correct: corrected,
  shows: ({ happened, track, words }, { name }) => ({
    title: `the midpoint check for ${name} of ${dayWords(happened)}`,
    rows: [
      ['When', dayWords(happened)],
      ['How it goes', wordsOf(TRACK, track)],
      ['What was written', readParts(words, ['found'])?.found ?? 'Nothing'],
    ],
    also: 'Words of the child and an alert that were written with it stay, unless they are taken back too.',
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.midpoint_check', { id, reason }),
})
