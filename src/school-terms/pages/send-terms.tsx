// The form with which a file of school terms is sent: it is read and shown, and nothing of it is taken yet.
import type { FC } from 'hono/jsx'
import { type FieldsProps, FileField, type FormDefinition } from '#forms'
import { Details } from '#look'
import { type ArrivedList, NO_TEXT, takesList } from '#sent-lists'
import type { Arriving } from '#uploads'
import { readTerms } from '../read-terms.ts'
import { keepList } from '../store.ts'
import { COLUMNS, NEEDED } from '../term-row.ts'

const Fields: FC<FieldsProps<true>> = (of) => (
  <>
    <p>
      Each row is one term of one school. You see what it would change before anything is taken. The file itself is not
      kept.
    </p>
    <FileField
      of={of}
      name="file"
      label="The file"
      hint="A CSV file of at most 2 MB. Its first line names the columns."
    />
    <Details summary="Which columns it may have">
      <p>
        {Object.keys(COLUMNS).join(', ')}. These have to be there: school or urn, {NEEDED.join(', ')}.
      </p>
      <p>
        The school is one of the list, by its name or its number (URN). Days are written with their year; training days
        with ; between them. What the file leaves empty of half-term and training days stays as it stands.
      </p>
    </Details>
  </>
)

export const sendTermsForm = (arriving: Pick<Arriving, 'folder'>): FormDefinition<true, true, ArrivedList> => ({
  name: 'school-terms-file',
  path: '/settings/schools/file',
  lock: { may: { as: ['administrator'] }, log: 'sent a file of school terms' },
  here: '/settings/schools',
  words: {
    ...{ thing: 'a file of school terms', button: 'Read the file' },
    done: 'The file was read. Nothing is taken yet: this is what it would change.',
    title: () => 'Send a file of school terms',
    fields: {},
  },
  load: async () => await Promise.resolve(true as const),
  start: () => ({}),
  decide: () => ({ ok: true }),
  save: async (asking, _, { file, today }) => {
    if (file === undefined) return { kind: 'refused', faults: [{ field: 'file', says: NO_TEXT }] }
    const read = readTerms(file.text, today)
    if ('wrong' in read) return { kind: 'refused', faults: [{ field: 'file', says: read.wrong }] }
    return { kind: 'saved', id: await keepList(asking, file.fingerprint, read) }
  },
  leadsTo: (_, id) => `/settings/schools/file/${id}`,
  takes: takesList(arriving),
  Fields,
})
