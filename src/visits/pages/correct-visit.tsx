// Correcting a visit, and taking back one that should never have stood.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking, Version } from '#database'
import { type At, type FieldsProps, type Form, makeCorrection, makeRetraction } from '#forms'
import { correctVisit, retractVisit } from '../store.ts'
import { VISIT_LABELS, visitGiven, visitRecording, WhatWeDid, WhenAndWho } from './record-visit.tsx'
import { decideVisit, MODES, type VisitGiven, visitAsTyped, visitorOf } from './visit-form.ts'

type VisitVersion = Version<'kith.visit'>
const LEADS_TO = ({ child }: Pick<At, 'child'>): string => `/children/${child}/visits`

async function given(asking: Asking, at: At, visit: VisitVersion): Promise<VisitGiven | undefined> {
  const known = await visitGiven(asking, at)
  const was = { by: visitorOf(visit), visitor: visit.visitor, approvedBy: visit.virtual_approved_by }
  return known && { ...known, was }
}

const Fields: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <WhenAndWho {...of} />
    <WhatWeDid {...of} />
    <p class="govuk-hint">
      What stood before stays in the history. {of.given.name}’s own words and what happens next are corrected apart.
    </p>
  </>
)

const correcting = makeCorrection({
  name: 'visit-correction',
  path: '/children/:child/visits/:about/correct',
  lock: { may: ['write', 'visits'], log: 'corrected a visit' },
  here: '/children',
  words: {
    thing: 'a correction of a visit',
    title: ({ name }: VisitGiven) => `Correct a visit to ${name}`,
    button: 'Save correction',
    done: 'Visit corrected. What stood before is in its history.',
    fields: VISIT_LABELS,
  },
  table: 'kith.visit',
  given,
  asTyped: visitAsTyped,
  decide: (typed, known, today) => {
    const decided = decideVisit(typed, known, today)
    return 'ok' in decided ? { ok: decided.ok.visit } : decided
  },
  correct: async (asking, visit, { version }) => await correctVisit(asking, version, visit),
  leadsTo: LEADS_TO,
  Fields,
})

const seenWords = ({ seen, alone }: VisitVersion, name: string): string =>
  alone === true
    ? `${name}, on their own`
    : seen === true
      ? name
      : seen === false
        ? `${name} was not seen`
        : 'Not known'

const takingBack = makeRetraction({
  name: 'visit-retraction',
  path: '/children/:child/visits/:about/retract',
  lock: { may: ['write', 'visits'], log: 'took back a visit' },
  here: '/children',
  thing: 'taking back a visit',
  done: 'Visit taken back. It no longer counts; the history holds your reason.',
  table: 'kith.visit',
  given,
  shows: (visit, known) => {
    const mode = Object.entries(MODES).find(([value]) => value === visit.mode)?.[1] ?? visit.mode
    const rows = [
      ['When', dayWords(visit.happened)],
      ['Who was seen', seenWords(visit, known.name)],
      ['How', mode],
      ['What was written', visit.words ?? 'Nothing'],
    ] as const
    const also = `${known.name}’s own words and what was to happen next stay, unless you take them back too.`
    return { title: `the visit to ${known.name}, ${dayWords(visit.happened)}`, rows, also }
  },
  retract: async (asking, { id, reason }) => await retractVisit(asking, id, reason),
  leadsTo: LEADS_TO,
})

export const visitForms: readonly Form[] = [visitRecording, correcting, takingBack]
