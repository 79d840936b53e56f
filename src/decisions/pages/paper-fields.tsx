// The fields in which a paper is read: who gave it, in which office, on which day, which document it is or where it is kept.
import type { FC } from 'hono/jsx'
import { type IsoDay, spokenDay } from '#calendar'
import type { Typed } from '#drafts'
import { DayField, type Item, LineField, type Of, PickField } from '#forms'
import { InsetText } from '#look'
import type { PaperRefusal, TypedReading } from '../paper.ts'

export const PaperFields: FC<{ readonly of: Of; readonly documents: readonly Item[] }> = ({ of, documents }) => (
  <>
    <LineField of={of} name="by" label="Who gave it?" hint="Their name, as it stands on the paper" />
    <LineField of={of} name="office" label="In which office?" hint="For example: director of children’s services" />
    <DayField of={of} name="given" label="On which day?" hint="The day on the paper" looks="back" />
    <PickField
      of={of}
      name="document"
      label="Which document is the paper?"
      items={documents}
      none="It is not among the documents"
    />
    <LineField of={of} name="kept" label="Where is the paper kept?" />
  </>
)

/** `did`: what whoever writes it down did not do themselves. */
export const PaperInset: FC<{ readonly did: string }> = ({ did }) => (
  <InsetText>{did}, and have read the paper. Your name stands beside what you write down.</InsetText>
)

export const PAPER_FIELDS = {
  ...{ by: 'Who gave it', office: 'Office', given: 'Day', document: 'Document' },
  ...{ kept: 'Where it is kept', reasons: 'What it says' },
} as const

const FIELD_OF: Readonly<Record<string, string>> = {
  ...{ 'by missing': 'by', 'by who asked': 'by', 'by who writes': 'by', 'office missing': 'office' },
  ...{ 'given no day': 'given', 'given after today': 'given', 'given long before birth': 'given', 'no paper': 'kept' },
  ...{ 'no such document': 'document', 'says missing': 'reasons' },
}
/** Beside which field a refusal stands; none: above the form. */
export const paperFieldOf = (refusal: PaperRefusal): string =>
  typeof refusal === 'string' ? (FIELD_OF[refusal] ?? '') : ''

export const readingTyped = (typed: Typed, today: IsoDay): TypedReading => ({
  ...{ by: typed.one('by'), office: typed.one('office'), kept: typed.one('kept') },
  ...{ document: typed.one('document'), reasons: typed.words('reasons') },
  given: spokenDay(typed.one('given'), today, 'back') ?? typed.one('given'),
})
