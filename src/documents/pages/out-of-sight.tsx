// Taking a document out of sight for good: one person asks with the reason, another agrees; the row and the reason stay.
import type { FC } from 'hono/jsx'
import { type AskedOutOfSight, askedOutOfSight, type OutOfSightReason } from '#access'
import type { Asking } from '#database'
import { type At, ChoiceField, type FieldsProps, type Form, itemsOf, makeForm, namesOfWorkers, savedAt } from '#forms'
import { Notice, WarningText } from '#look'
import {
  agreeDocumentOutOfSight,
  askDocumentOutOfSight,
  documentById,
  type KeptDocument,
  readableRows,
} from '../store.ts'
import { titleOf } from './document-parts.tsx'

const REASONS: Readonly<Record<OutOfSightReason, string>> = {
  'wrong record': 'It was put onto the wrong child’s record',
  'protected fact': 'It tells a protected fact where it must not be',
  'court or data-protection right': 'A court, or a data-protection right, requires it',
}
const reasonOf = (text: string): OutOfSightReason | undefined => {
  if (text === 'wrong record' || text === 'protected fact' || text === 'court or data-protection right') return text
  return undefined
}

type Given = {
  readonly document: KeptDocument
  readonly requests: readonly AskedOutOfSight[]
  /** Rows of the document that nobody has asked for yet. */
  readonly notAsked: number
  readonly by: string
  readonly yours: boolean
}

async function load(asking: Asking, { child, about, me }: At): Promise<Given | undefined> {
  const document = child && about ? await documentById(asking, { child, document: about }) : undefined
  if (document === undefined || child === null) return undefined
  const rows = new Set((await readableRows(asking, document.line)).map(({ record }) => record))
  const requests = (await askedOutOfSight(asking, child)).filter(({ record }) => rows.has(record))
  const asked = new Set(requests.map(({ record }) => record))
  const names = await namesOfWorkers(
    asking,
    requests.map(({ asked_by }) => asked_by),
  )
  const by = names.get(requests[0]?.asked_by ?? '') ?? 'Somebody'
  return {
    document,
    requests,
    by,
    notAsked: rows.size - asked.size,
    yours: requests.some((one) => one.asked_by === me),
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { requests, by, yours, document } = of.given
  const [first] = requests
  if (document.words === undefined) return <p>This document is out of sight already. Its row and the reason stay.</p>
  if (first === undefined)
    return (
      <>
        <WarningText>
          Once a second person agrees, nobody can read its title or open its files again. There is no way back.
        </WarningText>
        <ChoiceField of={of} name="reason" label="Why has it to go out of sight?" items={itemsOf(REASONS)} />
      </>
    )
  const reason = reasonOf(first.reason)
  return (
    <>
      <Notice>
        <p>
          {by} asked on {savedAt(first.asked)}. {reason && REASONS[reason]}.
        </p>
      </Notice>
      {yours ? (
        <p>You asked. A second person has to agree here.</p>
      ) : (
        <>
          <WarningText>Nobody can read its title or open its files again. There is no way back.</WarningText>
          <ChoiceField
            of={of}
            name="answer"
            label="Do you agree, as the second person?"
            items={[{ value: 'agree', text: 'I agree: take it out of sight' }]}
          />
        </>
      )}
    </>
  )
}

type Asked = { readonly ask: OutOfSightReason } | { readonly agree: true }
const fault = (field: string, says: string) => ({ faults: [{ field, says }] })

export const outOfSightForm: Form = makeForm<Given, Asked>({
  name: 'document-out-of-sight',
  path: '/children/:child/documents/:about/out-of-sight',
  lock: { may: ['takeOut', 'documents'], log: 'read about taking a document out of sight' },
  here: '/children',
  words: {
    thing: 'taking a document out of sight',
    title: ({ document }) => `Out of sight: ${titleOf(document)}`,
    button: 'Go on',
    done: 'Recorded. It takes two people.',
    fields: { reason: 'Why', answer: 'Your answer' },
  },
  load,
  start: () => ({}),
  decide: (typed, { requests, yours, document }) => {
    if (document.words === undefined) return fault('', 'This document is out of sight already.')
    if (requests.length === 0) {
      const reason = reasonOf(typed.one('reason'))
      return reason === undefined ? fault('reason', 'Say why it has to go.') : { ok: { ask: reason } }
    }
    if (yours) return fault('', 'You asked. A second person has to agree.')
    return typed.one('answer') === 'agree'
      ? { ok: { agree: true } }
      : fault('answer', 'Say that you agree, or leave it as it is.')
  },
  save: async (asking, asked, { given: { document, requests } }) => {
    if ('ask' in asked) await askDocumentOutOfSight(asking, document.line, asked.ask)
    else {
      const ids = requests.map(({ request }) => request)
      const { left } = await agreeDocumentOutOfSight(asking, document.line, ids)
      // Somebody corrected it since it was asked: that version has to be asked for as well.
      if (left.length > 0)
        await askDocumentOutOfSight(asking, document.line, reasonOf(requests[0]?.reason ?? '') ?? 'wrong record')
    }
    return { kind: 'saved', id: document.line }
  },
  refused: ({ constraint }) => ({
    field: '',
    says:
      constraint === 'no_legal_hold'
        ? 'A legal hold stands on this record, or on one whose file quotes it. Nothing of it goes out of sight while it does.'
        : 'The record does not allow this. Your answer is kept; ask your manager.',
  }),
  leadsTo: ({ child }) => `/children/${child}/documents`,
  Fields,
})
