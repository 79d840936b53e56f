// What every form of an audit knows beforehand and how it is made: the child, the audit with all that hangs on it, and whom one may choose.

import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { numberOf } from '#calendar'
import { childById } from '#children'
import { choicesKnown } from '#clock'
import type { Asking, RecordTable, Refused } from '#database'
import type { Values } from '#drafts'
import { readingsOn } from '#duties'
import {
  type At,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type FormOf,
  type Item,
  isId,
  makeForm,
  takeBackSent,
} from '#forms'
import { everyColleague } from '#workforce'
import { type Invitable, invitableFor } from '../invitations-store.ts'
import type { AuditNumbers } from '../loop.ts'
import { type AskedIn, askedIn } from '../round-store.ts'
import { type Audit, auditOf } from '../store.ts'

export type Given = {
  readonly child: string
  /** As in a sentence: the first name, or 'this child' for who may not know it. */
  readonly name: string
  readonly me: string
  readonly audit: Audit
  /** They lead quality. */
  readonly lead: boolean
  readonly colleagues: readonly Item[]
  /** Who may be asked to be part of it. */
  readonly invitable: readonly Invitable[]
  /** What this audit asks and on which words, as its round was drawn. */
  readonly asks: AskedIn
  /** As the council has chosen them for today. */
  readonly numbers: AuditNumbers
}
export const auditAddress = (child: string | null, audit: string | null): string => `/children/${child}/audits/${audit}`
export const firstOf = (name: string | undefined): string => name?.split(' ')[0] ?? 'this child'
export const colleagues = async (asking: Asking): Promise<readonly Item[]> =>
  (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))

export const numbersOn = async (asking: Asking, today: At['today']): Promise<AuditNumbers> =>
  readingsOn(await choicesKnown(asking), numberOf(today))

export async function givenOf(
  asking: Asking,
  { child, me, today }: Pick<At, 'child' | 'me' | 'today'>,
  line: string | null,
): Promise<Given | undefined> {
  if (child === null || line === null || !isId(line)) return undefined
  const audit = await auditOf(asking, child, line)
  if (audit === undefined) return undefined
  const known = await childById(asking, child)
  return {
    child,
    name: firstOf(known?.name),
    me,
    audit,
    lead: await standsAs(asking, ['quality-lead']),
    colleagues: await colleagues(asking),
    invitable: await invitableFor(asking, child, today),
    asks: await askedIn(asking, audit.round),
    numbers: await numbersOn(asking, today),
  }
}

/** What only the database can refuse, since no page may be trusted with it. */
export const CLOSED = 'This audit is closed, and what was written in it stays. Write what is new beside it.'
const REFUSED: Readonly<Record<string, string>> = {
  auditor_has_no_part: 'They have or had a part in this child’s case. Choose somebody who has none.',
  moderator_has_no_part: 'They audited this, or have a part in the child’s case. Choose somebody else.',
  asked_by_somebody_else: 'Who works with the child does not ask about their own work. Choose who asked.',
  first_grade_stays: 'The grade stays as it was given: the second one is in the record, or the audit is closed.',
  themes_stay_once_graded: 'The whole is graded, so its themes stay as they are.',
  overall_no_better_than_its_themes: 'The whole cannot be good: a theme that decides it is inadequate.',
  closed_without_a_second_grade: 'Nobody has given a second grade yet.',
  closed_without_impact: 'Nobody has said what is different for the child.',
  closed_without_an_action: 'A finding has no action yet.',
  closed_with_an_unverified_action: 'An action has not been verified by somebody else.',
  closed_with_a_worry: 'A worry has no answer yet.',
  sent_back_audit_waits: 'This audit was sent back: its auditor hands it in again first. Your text is kept.',
  closed_audit_stays: 'This audit is closed: write what is new beside it. Your text is kept.',
  one_standing_audit_grade: 'This grade is in the record already. Open the audit again; your text is kept.',
  one_standing_audit_invitation: 'They were asked in another window. Open the audit again; your text is kept.',
  one_standing_audit_theme: 'This theme was written in another window. Open it again; your text is kept.',
}
export const refused = ({ kind, constraint }: Refused): Fault => ({
  field: '',
  says:
    REFUSED[constraint ?? ''] ??
    (kind === 'not allowed'
      ? 'Your part in this audit does not allow this. Your text is kept.'
      : 'The record does not take this as it is. Your text is kept.'),
})

type AuditForm<Ok> = Pick<FormOf<Given, Ok>, 'decide' | 'Fields'> & {
  readonly name: string
  /** Below the audit: 'talk'. */
  readonly at: string
  readonly thing: string
  readonly title: (given: Given) => string
  readonly button: string
  readonly done: string
  readonly log: string
  readonly fields: Readonly<Record<string, string>>
  readonly lock?: FormDefinition<Given, Ok>['lock']['may']
  readonly start?: (given: Given, today: At['today']) => Values
  readonly save: (asking: Asking, ok: Ok, at: At & { readonly given: Given; readonly read: string }) => Promise<string>
  readonly leadsTo?: (at: Pick<At, 'child' | 'about'>, id: string) => string
  /** By whom it may be opened at all. */
  readonly opens?: (given: Given) => boolean
  /** Taken back within ten minutes. */
  readonly undoes?: RecordTable
}
export function auditForm<Ok>(of: AuditForm<Ok>): Form {
  const { name, thing, title, button, done, log, fields, undoes, opens = () => true } = of
  const definition: FormDefinition<Given, Ok> = {
    ...{ name: `audit-${name}`, path: `/children/:child/audits/:about/${of.at}`, here: '/audits', refused },
    lock: { may: of.lock ?? ['write', 'audit'], log },
    words: { thing, title, button, done, fields },
    load: async (asking, at) => {
      const given = await givenOf(asking, at, at.about)
      return given !== undefined && opens(given) ? given : undefined
    },
    start: of.start ?? (() => ({})),
    decide: of.decide,
    save: async (asking, ok, at) => ({ kind: 'saved', id: await of.save(asking, ok, at) }),
    leadsTo: of.leadsTo ?? (({ child, about }) => auditAddress(child, about)),
    ...(undoes === undefined ? {} : { undo: async (asking, id) => await takeBackSent(asking, { table: undoes, id }) }),
    Fields: of.Fields,
  }
  return makeForm(definition)
}
export type Fields = FC<FieldsProps<Given>>

/** One of the list; a fault beside the field where it is none. */
export function picked(
  read: {
    readonly typed: { readonly one: (name: string) => string }
    readonly fault: (field: string, says: string) => void
  },
  field: string,
  { of, says }: { readonly of: readonly Item[]; readonly says: string },
): string {
  const value = read.typed.one(field)
  if (!of.some((one) => one.value === value)) read.fault(field, says)
  return value
}
