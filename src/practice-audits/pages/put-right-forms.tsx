// Putting right what was found and said in an audit, each with what was wrong, until it is closed.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { type Asking, correct, readParts, writeParts } from '#database'
import {
  type At,
  CORRECTED,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { TAGS } from '../questions-data.ts'
import { auditAddress, CLOSED, type Given, givenOf, picked, refused } from './audit-form.tsx'
import { TALK_NAMES, TalkFields, talkIn, VOICE_NAMES, VoiceFields, voiceIn } from './people-forms.tsx'

const HERE = '/audits'
/** The page of an audit is found by what stands in it. */
const onto = ({ child }: At, id: string): string => auditAddress(child, id)
const BECAUSE = { because: 'What was wrong' }
const lock = (log: string) => ({ may: ['write', 'audit'] as const, log })
const shared = { here: HERE, refused, leadsTo: onto }
const ofAudit = async (asking: Asking, at: At, version: { readonly audit: string }): Promise<Given | undefined> =>
  await givenOf(asking, at, version.audit)

function becauseIn(read: Reading, { audit }: Given): string {
  if (audit.closing !== undefined) read.fault('', `${CLOSED} Your text is kept.`)
  return read.words('because', 'Say what was wrong in it.')
}
const Because: FC<{ readonly of: FieldsProps<Given> }> = ({ of }) => (
  <>
    {of.given.audit.closing !== undefined && <p>{CLOSED}</p>}
    <WordsField of={of} name="because" label="What was wrong in it?" rows={2} />
  </>
)
const finding = makeCorrection<
  Given,
  { readonly tag: string; readonly words: string | undefined },
  'kith.audit_finding'
>({
  ...{ name: 'audit-finding-correction', path: '/children/:child/audit-findings/:about/correct', ...shared },
  lock: lock('corrected a finding of an audit'),
  words: {
    ...{ thing: 'a correction of a finding', ...CORRECTED, title: ({ name }) => `Correct: a finding, ${name}` },
    fields: { found: 'What you found', tag: 'What it is about', ...BECAUSE },
  },
  table: 'kith.audit_finding',
  given: ofAudit,
  asTyped: ({ tag, words }) => ({ tag: [tag], found: [readParts(words, ['found'])?.found ?? ''] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const tag = picked(read, 'tag', { of: itemsOf(TAGS), says: 'Choose what it is about.' })
    const found = read.words('found', 'Say what you found.')
    const because = becauseIn(read, given)
    return read.result(() => ({ tag, words: writeParts({ found, because }) }))
  },
  Fields: (of) => (
    <>
      <WordsField of={of} name="found" label="What did you find?" rows={4} />
      <PickField of={of} name="tag" label="What is it about?" items={itemsOf(TAGS)} />
      <p class="govuk-hint">
        Whether it is a strength or something to improve stays, since actions may have come of it. Take it back from
        where it stands within ten minutes, or write another.
      </p>
      <Because of={of} />
    </>
  ),
  correct: async (asking, { tag, words }, { version }) =>
    await correct(asking, 'kith.audit_finding', { id: version, columns: { tag }, words: words ?? null }),
})

type Talked = { readonly columns: ReturnType<typeof talkIn>['columns']; readonly words: string | undefined }
const talk = makeCorrection<Given, Talked, 'kith.audit_talk'>({
  ...{ name: 'audit-talk-correction', path: '/children/:child/audit-talks/:about/correct', ...shared },
  lock: lock('corrected the talk of an audit'),
  words: {
    ...{
      thing: 'a correction of a talk',
      ...CORRECTED,
      title: ({ name }) => `Correct: talk with the worker of ${name}`,
    },
    fields: { ...TALK_NAMES, ...BECAUSE },
  },
  table: 'kith.audit_talk',
  given: ofAudit,
  asTyped: ({ worker, state, happens, words }) => ({
    ...{ worker: [worker], state: [state], happens: [dayWords(happens)] },
    says: [readParts(words, ['says'])?.says ?? ''],
  }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const { columns, says } = talkIn(read, given)
    const because = becauseIn(read, given)
    return read.result(() => ({ columns, words: writeParts({ says, because }) }))
  },
  Fields: (of) => (
    <>
      <TalkFields {...of} />
      <Because of={of} />
    </>
  ),
  correct: async (asking, { columns, words }, { version }) =>
    await correct(asking, 'kith.audit_talk', { id: version, columns, words: words ?? null }),
})

type Said = { readonly columns: ReturnType<typeof voiceIn>['columns']; readonly words: string | undefined }
const voice = makeCorrection<Given, Said, 'kith.audit_voice'>({
  ...{ name: 'audit-voice-correction', path: '/children/:child/audit-voices/:about/correct', ...shared },
  lock: lock('corrected what somebody says of our work'),
  words: {
    ...{ thing: 'a correction of what somebody says', ...CORRECTED },
    title: ({ name }) => `Correct: what people say of our work with ${name}`,
    fields: { ...VOICE_NAMES, ...BECAUSE },
  },
  table: 'kith.audit_voice',
  given: ofAudit,
  asTyped: ({ whose, part, named, asked_by, asked, words }) => ({
    ...{ whose: [whose], part: [part], named: [named ? 'yes' : 'no'], asked_by: [asked_by], asked: [dayWords(asked)] },
    words: [readParts(words, ['words'])?.words ?? ''],
  }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const { columns, words } = voiceIn(read, given)
    const because = becauseIn(read, given)
    return read.result(() => ({ columns, words: writeParts({ words, because }) }))
  },
  Fields: (of) => (
    <>
      <VoiceFields {...of} />
      <Because of={of} />
    </>
  ),
  correct: async (asking, { columns, words }, { version }) =>
    await correct(asking, 'kith.audit_voice', { id: version, columns, words: words ?? null }),
})

export const putRightForms: readonly Form[] = [finding, talk, voice]
