// What is read of the record for figures: of each kind of row its table, its columns in the order of the plain rows, and which of them.
import { type RawBuilder, sql } from 'kysely'
import { addMonths, type IsoDay } from '#calendar'
import { GRADES, PARTS } from '#practice-audits'
import { SHORT_BREAKS } from './care.ts'
import {
  BASIS_AT,
  COUNTED_BASES,
  COUNTED_KINDS,
  MISSING,
  PARTICIPATIONS,
  SECOND_REVIEW,
  STANDING_AT,
  STANDINGS,
  YEAR_QUESTIONS,
} from './child-year.ts'
import type { RecordedRows } from './recorded-child.ts'

/** `from`: earlier rows are not asked for where no figure of a later day looks at them. */
export type Asked = { readonly from: IsoDay; readonly to: IsoDay }
export type Kind = {
  readonly of: RawBuilder<unknown>
  readonly columns: readonly RawBuilder<unknown>[]
  readonly only?: RawBuilder<unknown>
}
type Kinds = Readonly<Record<string, Kind>>
type Since = RawBuilder<unknown>
/** Of two joined records the one that goes on, and every record that stands alone. */
export const GOES_ON = sql`k.at > 0`
const standing = (table: string) => sql`${sql.table(`kith.${table}_current`)} t`

const careKinds = (since: Since) =>
  ({
    births: {
      of: standing('birth_claim'),
      columns: [sql`kith.ms(t.recorded)`, sql`kith.day(t.born)`],
      // Of two records of one child, what holds is said in the one that goes on.
      only: sql`t.standing = 'in force' and ${GOES_ON}`,
    },
    periods: {
      of: standing('care_period'),
      columns: [sql`kith.day(t.began)`, sql`kith.day(t.began_by)`, sql`kith.day(t.ended)`, sql`t.end_reason`],
    },
    bases: {
      of: standing('legal_basis'),
      columns: [sql`t.kind`, sql`kith.day(coalesce(t.made, t.made_by))`, sql`kith.day(least(t.until, t.ended))`],
      // They tell short breaks from care, and nothing else: a child without any needs none.
      only: sql`coalesce(t.made, t.made_by) is not null and t.child in (
        select s.child from kith.legal_basis_current s where s.council = t.council and s.kind ^@ ${SHORT_BREAKS})`,
    },
    placements: {
      of: sql`kith.placement_current t left join kith.placement_distance d on d.council = t.council and d.placement = t.line`,
      columns: [
        sql`kith.day(lower(t.during))`,
        sql`t.start_known`,
        sql`kith.day(upper(t.during))`,
        sql`t.kind`,
        sql`t.same_carers`,
        sql`coalesce(t.home, t.place)`,
        sql`d.miles`,
        sql`d.inside`,
      ],
    },
    unaccompanied: { of: standing('unaccompanied'), columns: [sql`kith.day(t.until)`] },
    allocations: {
      of: sql`kith.allocation_current t left join (select s.worker, min(s.held) as first from kith.supervision_current s
        where s.cancelled is null group by s.worker) b on b.worker = t.worker`,
      columns: [sql`kith.day(lower(t.during))`, sql`kith.day(upper(t.during))`, sql`t.worker`, sql`kith.day(b.first)`],
      only: sql`t.role = 'allocated-worker' and (upper(t.during) is null or upper(t.during) >= ${since})`,
    },
  }) satisfies Kinds

const practiceKinds = (since: Since) =>
  ({
    missing: {
      of: standing('missing_episode'),
      columns: [sql`kith.day(t.since)`, sql`t.kind`, sql`kith.day(t.until)`, sql`kith.ms(t.until_at)`, sql`t.line`],
      only: sql`(t.until is null or t.until >= ${since})`,
    },
    interviews: {
      of: standing('return_interview'),
      columns: [
        sql`kith.day(t.happened)`,
        sql`t.episode`,
        sql`kith.day(t.offered)`,
        sql`kith.ms(t.happened_at)`,
        sql`t.outcome`,
      ],
      only: sql`t.happened >= ${since}`,
    },
    reviews: {
      of: standing('review'),
      columns: [sql`kith.day(t.held)`, sql`array_position(${PARTICIPATIONS}::text[], t.participation) - 1`],
      only: sql`not t.adjourned and t.held >= ${since} - 366`,
    },
    officerVisits: {
      of: standing('visit'),
      columns: [sql`kith.day(t.happened)`],
      only: sql`t.visitor_role = 'reviewing officer' and t.happened >= ${since}`,
    },
    midpoints: {
      of: standing('midpoint_check'),
      columns: [sql`kith.day(t.happened)`, sql`t.contact`],
      only: sql`t.happened >= ${since} - 366`,
    },
    carePlans: {
      of: sql`kith.plan_state t join kith.plan p on p.council = t.council and p.id = t.plan`,
      columns: [sql`kith.day(coalesce(t.agreed, (t.recorded at time zone 'Europe/London')::date))`],
      only: sql`t.state = 'approved' and p.kind = 'care plan'`,
    },
    permanence: {
      of: standing('permanence_plan'),
      columns: [sql`kith.day(t.decided)`],
      only: sql`t.option <> 'not decided'`,
    },
  }) satisfies Kinds

const answerAt = (at: number) => `answer_${at}`

const yearKinds = (since: Since) =>
  ({
    health: {
      of: standing('health_assessment'),
      columns: [sql`kith.day(t.happened)`, sql`t.kind`],
      only: sql`t.outcome <> 'refused' and t.happened >= ${since}`,
    },
    // One row for all answers of a year: seven of each child cost more than the figures made from them.
    yearAnswers: {
      of: sql`(select y.council, y.child, y.year_ending, ${sql.join(YEAR_QUESTIONS.map((asked, at) => sql`max(y.answer) filter (where y.question = ${asked}) as ${sql.ref(answerAt(at))}`))}
        from kith.year_answer_current y where y.year_ending >= ${since} and y.question = any (${YEAR_QUESTIONS}::text[])
        group by y.council, y.child, y.year_ending) t`,
      columns: [sql`kith.day(t.year_ending)`, ...YEAR_QUESTIONS.map((_, at) => sql`t.${sql.ref(answerAt(at))}`)],
    },
    convictions: {
      of: standing('conviction_year'),
      columns: [sql`kith.day(t.year_ending)`, sql`t.convicted`],
      only: sql`t.year_ending >= ${since}`,
    },
    leaver: {
      of: standing('care_leaver_answer'),
      columns: [sql`kith.day(t.year_ending)`, sql`t.in_touch`, sql`t.activity`, sql`t.accommodation`],
      only: sql`t.year_ending >= ${since}`,
    },
    schools: {
      of: standing('school_place'),
      columns: [sql`kith.day(lower(t.during))`, sql`kith.day(upper(t.during))`, sql`t.school`],
    },
    attendance: {
      of: standing('attendance'),
      columns: [sql`kith.day(t.since)`, sql`kith.day(t.last)`, sql`t.possible`, sql`t.attended`],
      only: sql`t.last >= ${since}`,
    },
    suspensions: {
      of: standing('exclusion'),
      columns: [sql`kith.day(t.began)`],
      only: sql`t.kind = 'suspension' and t.overturned is null and t.began >= ${since}`,
    },
  }) satisfies Kinds

const WORST_FIRST = [...GRADES].toReversed()
const gradeOf = (stage: 'first' | 'second') =>
  sql`kith.audit_grade_current ${sql.ref(stage)} on ${sql.ref(`${stage}.council`)} = t.council and ${sql.ref(`${stage}.child`)} = t.child
    and ${sql.ref(`${stage}.audit`)} = t.line and ${sql.ref(`${stage}.stage`)} = ${sql.lit(stage)}`

/** Those of a year earlier too: a full discussion may stand long, and what an audit found is looked at again months later. */
const oversightKinds = (since: Since) =>
  ({
    fullDiscussions: {
      of: standing('supervision_entry'),
      columns: [sql`kith.day(t.held)`],
      only: sql`t.kind = 'full' and t.held >= ${since} - 366`,
    },
    discussionIntervals: {
      of: standing('supervision_interval'),
      columns: [sql`kith.day(t.decided)`, sql`t.weeks`],
    },
    audits: {
      of: sql`kith.practice_audit_current t left join ${gradeOf('first')} left join ${gradeOf('second')}`,
      columns: [
        ...[sql`kith.day(t.due)`, sql`t.line`, sql`kith.day(first.given)`, sql`first.grade`],
        ...[sql`kith.day(second.given)`, sql`second.grade`, sql`t.again`],
        // The worse the lower; of a part that was not graded '-'. Only where somebody looks at two audits together.
        sql`case when t.again is not null or second.grade in ('requires improvement', 'inadequate') then (select string_agg(coalesce((array_position(${WORST_FIRST}::text[], h.grade) - 1)::text, '-'), '' order by n.place)
          from unnest(${PARTS}::text[]) with ordinality n (theme, place)
          left join kith.audit_theme_current h on h.council = t.council and h.child = t.child and h.audit = t.line and h.theme = n.theme) else '' end`,
        sql`case when second.grade in ('requires improvement', 'inadequate') then (select kith.day(greatest(c.closed, i.seen)) from kith.audit_closing_current c
          join kith.audit_impact_current i on i.council = c.council and i.child = c.child and i.audit = c.audit
          where c.council = t.council and c.child = t.child and c.audit = t.line and i.difference in ('clear', 'some')) end`,
      ],
      only: sql`t.due >= ${since} - 366`,
    },
    auditActions: {
      of: sql`(select x.council, x.child, x.due, (select min(v.read) from kith.action_verification_current v
          where v.council = x.council and v.child = x.child and v.action = x.line and v.result = 'verified') as verified
        from kith.action_current x where x.on_table = 'audit_finding' and x.due >= ${since}) t`,
      columns: [sql`kith.day(t.due)`, sql`kith.day(t.verified)`],
    },
  }) satisfies Kinds

const COUNTED = sql`unnest(${COUNTED_BASES}::text[], ${COUNTED_KINDS}::int[]) with ordinality b (basis, kind, place)`
const isCounted = sql`d.basis in (${sql.join(COUNTED_BASES.map((id) => sql.lit(id)))})`
/** As `dutyCode` writes it: its words on half a million rows cost more than the figures. `place`: of the basis, from one. */
type Parts = {
  readonly place: RawBuilder<unknown>
  readonly standing: RawBuilder<unknown>
  readonly missing: RawBuilder<unknown>
}
const code = ({ place, standing: at, missing }: Parts) =>
  sql`(${place}::int - 1) * ${BASIS_AT}::int + ${at} * ${STANDING_AT}::int + ${missing}`
const IN_TIME = 'doneOnTime'
const MET = sql`d.standing = ${sql.lit(IN_TIME)} and d.basis <> ${SECOND_REVIEW}`

/** Only the last of each kind counts, of each month where figures are asked to the end of more than one. They are a quarter of a million rows: what is the same of all of a kind is reckoned of the kind. */
const met = (since: Since, { from, to }: Asked) => sql`
  select d.council, d.child, kith.day(max(d.due)) as due,
    ${code({ place: sql`min(b.place)`, standing: sql.lit(STANDINGS.indexOf(IN_TIME)), missing: sql.lit(0) })} as code, null::int as also
  from kith.duty d join ${COUNTED} on b.basis = d.basis
  where ${isCounted} and ${MET} and d.due between ${since} and ${to}::date
  group by d.council, d.child, b.kind${from < addMonths(to, -12) ? sql`, date_trunc('month', d.due)` : sql``}`

/** Each by itself. */
const single = (those: RawBuilder<unknown>) => sql`
  select d.council, d.child, kith.day(d.due) as due,
    ${code({
      place: sql`b.place`,
      standing: sql`(array_position(${STANDINGS}::text[], d.standing) - 1)`,
      missing: sql`case when d.missing is null then 0 else coalesce(array_position(${MISSING}::text[], d.missing), 0) end`,
    })} as code,
    kith.day(case when d.due is null then d.closes when d.standing = 'open' then d.covered_until when d.basis = ${SECOND_REVIEW} then d.done end) as also
  from kith.duty d join ${COUNTED} on b.basis = d.basis
  where ${isCounted} and ${those} and d.standing = any (${STANDINGS}::text[]) and (d.standing <> 'open' or coalesce(d.closes > d.due, true))`

/** Met in time, not met, and of no known day: asked for together, all in groups, they cost half as much again. */
const duties = (since: Since, asked: Asked): Kind => ({
  of: sql`(${met(since, asked)}
    union all ${single(sql`d.due between ${since} and ${asked.to}::date and not (${MET})`)}
    union all ${single(sql`d.due is null`)}) t`,
  columns: [sql`t.due`, sql`t.code`, sql`t.also`],
})

/** Each list begins with the column by which it is put in order. */
export function kindsOf(asked: Asked): Readonly<Record<keyof RecordedRows, Kind>> {
  const since = sql`${asked.from}::date`
  return {
    ...careKinds(since),
    ...practiceKinds(since),
    ...yearKinds(since),
    ...oversightKinds(since),
    duties: duties(since, asked),
  }
}
