// The forms of a document: added with its file, corrected, given a newer file, and taken back with a reason.

import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  FileField,
  type Form,
  type FormDefinition,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  namesOfWorkers,
  PickField,
  type Takes,
  TicksField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { withUpload } from '../arriving-store.ts'
import { type NewDocument, readWords } from '../document.ts'
import { FILES_TAKEN, uploadRefusalWords } from '../refusal-words.ts'
import {
  addDocument,
  correctDocument,
  documentById,
  filesOf,
  type KeptDocument,
  replaceFile,
  retractDocument,
} from '../store.ts'
import { type Arrived, megabytesOf, type UploadSettings } from '../upload.ts'
import { CHOICES, decideDocument, documentAsTyped, LABELS } from './document-form.ts'
import { childNamed, dayWords, titleOf } from './document-parts.tsx'

type Given = {
  readonly called: string
  readonly me: string
  readonly mustNotKnow: readonly string[]
  readonly standing?: KeptDocument
}

const Facts: FC<FieldsProps<Given>> = (of) => (
  <>
    <LineField of={of} name="title" label="Title" hint="So that a colleague finds it in five years" />
    <PickField of={of} name="kind" label="What is it?" items={CHOICES.kind} />
    <DayField
      of={of}
      name="made"
      label="When was it made?"
      hint="For example 27 Nov or 27/11/26. Leave it empty if not known."
      looks="back"
    />
    <PickField of={of} name="fromWhom" label="Who did it come from?" items={CHOICES.fromWhom} />
    <LineField of={of} name="from" label="Their name, if it helps" />
    <ChoiceField of={of} name="terms" label="Under which terms do we have it?" items={CHOICES.terms} />
  </>
)

const Who: FC<FieldsProps<Given>> = (of) => (
  <details
    class="govuk-details"
    open={
      of.typed.all('audience').length > 0 ||
      of.fault('audience') !== undefined ||
      of.fault('audienceBecause') !== undefined
    }
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">Only some people may know of it</span>
    </summary>
    <div class="govuk-details__text">
      <TicksField
        of={of}
        name="audience"
        label="Who may know of it?"
        hint="Tick none for everybody who sees this child’s documents."
        items={CHOICES.audience}
      />
      <PickField
        of={of}
        name="audienceBecause"
        label="Why only they?"
        items={CHOICES.audienceBecause}
        none="No reason"
      />
    </div>
  </details>
)

const Kept: FC<FieldsProps<Given>> = (of) => (
  <>
    <TicksField
      of={of}
      name="keptForChild"
      label={`Is it for ${of.given.called} to keep?`}
      items={[
        {
          value: 'yes',
          text: `Keep it for ${of.given.called}`,
          hint: 'Photographs, drawings, certificates: it stands on the memory page.',
        },
      ]}
    />
    <WordsField
      of={of}
      name="caption"
      label="Caption"
      hint={`Who, where, what happened. ${of.given.called} may read it one day.`}
      rows={3}
    />
  </>
)

const FieldsOfCorrection: FC<FieldsProps<Given>> = (of) => (
  <>
    <Facts {...of} />
    <Kept {...of} />
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <FieldsOfCorrection {...of} />
    <Who {...of} />
  </>
)

async function given(asking: Asking, { child, me }: At): Promise<Given | undefined> {
  return child === null ? undefined : { called: (await childNamed(asking, child)).called, me, mustNotKnow: [] }
}

const takesOf = (settings: UploadSettings): Takes<Arrived> => ({
  field: 'file',
  arriving: settings,
  // A file that is too large is read past, so that it is said in words with everything typed still there.
  limit: settings.most * 10 + 256 * 1024,
  missing: `Choose a file. ${FILES_TAKEN}`,
  mark: ({ sha256 }) => sha256,
  receive: async (sent, work) => {
    const done = await withUpload(settings, sent, async (arrived) => ({ done: await work(arrived) }))
    return 'refused' in done ? { says: uploadRefusalWords(done.refused, settings) } : done.done
  },
})

const LOCK = { may: ['write', 'documents'], log: 'added a document' } as const
const fileHint = (settings: UploadSettings): string => `${FILES_TAKEN} Up to ${megabytesOf(settings)} MB. ${PLACE}`
const PLACE =
  'Out of a photograph we take the place, time and camera that it holds, since they may say where a child lives.'

const adding = (settings: UploadSettings): FormDefinition<Given, NewDocument, Arrived> => ({
  name: 'document',
  path: '/children/:child/documents/add',
  lock: LOCK,
  here: '/children',
  words: {
    ...{ thing: 'a document', title: ({ called }) => `Add a document to ${called}’s record`, button: 'Add document' },
    ...{ done: 'The document is in the record.', fields: LABELS },
  },
  load: given,
  start: () => ({}),
  decide: decideDocument,
  save: async (asking, made, { child, file }) => {
    if (file === undefined) return { kind: 'refused', faults: [{ field: 'file', says: FILES_TAKEN }] }
    return { kind: 'saved', id: (await addDocument(asking, child ?? '', { made, arrived: file })).document }
  },
  leadsTo: ({ child }, id) => `/children/${child}/documents/${id}`,
  takes: takesOf(settings),
  Fields: (of) => (
    <>
      <Fields {...of} />
      <FileField of={of} name="file" label="The file" hint={fileHint(settings)} />
    </>
  ),
})

type Replaced = { readonly document: KeptDocument }

const replacing = (settings: UploadSettings): FormDefinition<Replaced, true, Arrived> => ({
  name: 'document-file',
  path: '/children/:child/documents/:about/new-file',
  lock: { ...LOCK, log: 'added a newer file' },
  here: '/children',
  words: {
    ...{
      thing: 'a newer file',
      title: ({ document }) => `A newer file: ${titleOf(document)}`,
      button: 'Add this file',
    },
    ...{ done: 'The newer file is in the record. The older one stays.', fields: {} },
  },
  load: async (asking, { child, about }) => {
    const document = child && about ? await documentById(asking, { child, document: about }) : undefined
    return document && { document }
  },
  start: ({ document }) => ({ _read: [document.file?.file ?? ''] }),
  decide: () => ({ ok: true }),
  save: async (asking, _, { given: { document }, read, file }) => {
    if (file === undefined) return { kind: 'refused', faults: [{ field: 'file', says: FILES_TAKEN }] }
    const known = (await filesOf(asking, document.line)).some((one) => one.file === read)
    const done = known ? await replaceFile(asking, read, file) : undefined
    if (done !== undefined && 'ok' in done) return { kind: 'saved', id: done.ok.id }
    const stands = document.file
    if (stands === undefined || stands.file === read)
      return { kind: 'refused', faults: [{ field: '', says: 'This document is no longer in the record.' }] }
    // Somebody else added one meanwhile: both are kept, one after the other.
    const by = (await namesOfWorkers(asking, [stands.by])).get(stands.by) ?? 'Somebody'
    return { kind: 'clash', standing: { id: stands.file, by, at: stands.at, values: {} }, base: {} }
  },
  leadsTo: ({ child, about }) => `/children/${child}/documents/${about}`,
  takes: takesOf(settings),
  Fields: (of) => (
    <>
      <p>The older file stays, with who added it and when.</p>
      <FileField of={of} name="file" label="The file" hint={fileHint(settings)} />
    </>
  ),
})

const correcting = makeCorrection<Given, NewDocument, 'kith.document'>({
  name: 'document-correction',
  path: '/children/:child/documents/:about/correct',
  lock: { ...LOCK, log: 'corrected a document' },
  here: '/children',
  words: {
    ...{
      thing: 'a correction of a document',
      title: ({ called }) => `Correct a document of ${called}`,
      button: 'Save correction',
    },
    ...{ done: 'Corrected. What stood before stays in the history.', fields: LABELS },
  },
  decide: decideDocument,
  Fields: FieldsOfCorrection,
  table: 'kith.document',
  given: async (asking, at, { words }) => (words === undefined ? undefined : await given(asking, at)),
  asTyped: (version) => (version.words === undefined ? {} : documentAsTyped(version, readWords(version.words))),
  correct: async (asking, made, { version }) => await correctDocument(asking, version, made),
  leadsTo: ({ child }, id) => `/children/${child}/documents/version/${id}`,
})

const retracting = makeRetraction({
  name: 'document-retraction',
  path: '/children/:child/documents/:about/take-back',
  lock: { ...LOCK, log: 'took a document back' },
  here: '/children',
  thing: 'taking a document back',
  done: 'The document no longer stands. It stays in the history, with your reason.',
  leadsTo: ({ child }) => `/children/${child}/documents`,
  table: 'kith.document',
  given,
  shows: (version) => {
    const words = version.words === undefined ? undefined : readWords(version.words)
    return {
      title: words?.title ?? 'a document',
      rows: [
        ['What it is', capital(version.kind)],
        ['Made', dayWords(version.made)],
        ['From', words?.from || capital(version.from_whom)],
      ],
      also: 'Its file can no longer be opened.',
    }
  },
  retract: async (asking, which) => {
    const done = await retractDocument(asking, which)
    if ('ok' in done) return done
    return 'standing' in done ? done : { refused: 'not in the record', standing: undefined }
  },
})

export const documentForms = (settings: UploadSettings): readonly Form[] => [
  makeForm(adding(settings)),
  makeForm(replacing(settings)),
  correcting,
  retracting,
]
