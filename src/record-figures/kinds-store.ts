// What is read of the record for figures: of each kind of row its table, its columns in the order of the plain rows, and which of them.
import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { COUNTED_BASES, MISSING, PARTICIPATIONS, YEAR_QUESTIONS } from './child-year.ts'
import type { RecordedRows } from './recorded-child.ts'

/** `from`: earlier rows are not asked for where no figure of a later day looks at them. */
export type Asked = { readonly from: IsoDay; readonly to: IsoDay }
export type Kind = {
  readonly of: RawBuilder<unknown>
  readonly columns: RawBuilder<unknown>
  readonly only?: RawBuilder<unknown>
  /** Nothing but whole numbers, which come as one array: to write each row as JSON takes three times as long. */
  readonly numbers?: true
}
type Kinds = Readonly<Record<string, Kind>>
type Since = RawBuilder<unknown>
const standing = (table: string) => sql`${sql.table(`kith.${table}_current`)} t`

const careKinds = (since: Since) =>
  ({
    births: {
      of: standing('birth_claim'),
      columns: sql`kith.ms(t.recorded), kith.day(t.born)`,
      numbers: true,
      only: sql`t.standing = 'in force'`,
    },
    periods: {
      of: standing('care_period'),
      columns: sql`kith.day(t.began), kith.day(t.began_by), kith.day(t.ended), t.end_reason`,
    },
    bases: {
      of: standing('legal_basis'),
      columns: sql`t.kind, kith.day(coalesce(t.made, t.made_by)), kith.day(least(t.until, t.ended))`,
      only: sql`coalesce(t.made, t.made_by) is not null`,
    },
    placements: {
      of: sql`kith.placement_current t left join kith.placement_distance d on d.council = t.council and d.placement = t.line`,
      columns: sql`kith.day(lower(t.during)), t.start_known, kith.day(upper(t.during)), t.kind, t.same_carers, coalesce(t.home, t.place), d.miles, d.inside`,
    },
    unaccompanied: { of: standing('unaccompanied'), columns: sql`kith.day(t.until)` },
    allocations: {
      of: standing('allocation'),
      columns: sql`kith.day(lower(t.during)), kith.day(upper(t.during)), t.worker`,
      only: sql`t.role = 'allocated-worker' and (upper(t.during) is null or upper(t.during) >= ${since})`,
    },
  }) satisfies Kinds

const practiceKinds = (since: Since) =>
  ({
    missing: {
      of: standing('missing_episode'),
      columns: sql`kith.day(t.since), t.kind, kith.day(t.until), kith.ms(t.until_at), t.line`,
      only: sql`(t.until is null or t.until >= ${since})`,
    },
    interviews: {
      of: standing('return_interview'),
      columns: sql`kith.day(t.happened), t.episode, kith.day(t.offered), kith.ms(t.happened_at), t.outcome`,
      only: sql`t.happened >= ${since}`,
    },
    reviews: {
      of: standing('review'),
      columns: sql`kith.day(t.held), array_position(${PARTICIPATIONS}::text[], t.participation) - 1`,
      numbers: true,
      only: sql`not t.adjourned and t.held >= ${since} - 366`,
    },
    officerVisits: {
      of: standing('visit'),
      columns: sql`kith.day(t.happened)`,
      only: sql`t.visitor_role = 'reviewing officer' and t.happened >= ${since}`,
    },
    midpoints: {
      of: standing('midpoint_check'),
      columns: sql`kith.day(t.happened), t.contact`,
      only: sql`t.happened >= ${since} - 366`,
    },
    carePlans: {
      of: sql`kith.plan_state t join kith.plan p on p.council = t.council and p.id = t.plan`,
      columns: sql`kith.day((t.recorded at time zone 'Europe/London')::date)`,
      only: sql`t.state = 'approved' and p.kind = 'care plan'`,
    },
    permanence: {
      of: standing('permanence_plan'),
      columns: sql`kith.day(t.decided)`,
      only: sql`t.option <> 'not decided'`,
    },
  }) satisfies Kinds

const yearKinds = (since: Since) =>
  ({
    health: {
      of: standing('health_assessment'),
      columns: sql`kith.day(t.happened), t.kind`,
      only: sql`t.outcome <> 'refused' and t.happened >= ${since}`,
    },
    // One row for all answers of a year: seven of each child cost more than the figures made from them.
    yearAnswers: {
      of: sql`(select y.council, y.child, y.year_ending, array_agg(array_position(${YEAR_QUESTIONS}::text[], y.question) - 1) as asked, array_agg(y.answer) as said
        from kith.year_answer_current y where y.year_ending >= ${since} and y.question = any (${YEAR_QUESTIONS}::text[])
        group by y.council, y.child, y.year_ending) t`,
      columns: sql`kith.day(t.year_ending), t.asked, t.said`,
    },
    convictions: {
      of: standing('conviction_year'),
      columns: sql`kith.day(t.year_ending), t.convicted`,
      only: sql`t.year_ending >= ${since}`,
    },
    leaver: {
      of: standing('care_leaver_answer'),
      columns: sql`kith.day(t.year_ending), t.in_touch, t.activity, t.accommodation`,
      only: sql`t.year_ending >= ${since}`,
    },
    schools: {
      of: standing('school_place'),
      columns: sql`kith.day(lower(t.during)), kith.day(upper(t.during)), t.school`,
    },
    attendance: {
      of: standing('attendance'),
      columns: sql`kith.day(t.since), kith.day(t.last), t.possible, t.attended`,
      only: sql`t.last >= ${since}`,
    },
    suspensions: {
      of: standing('exclusion'),
      columns: sql`kith.day(t.began)`,
      only: sql`t.kind = 'suspension' and t.overturned is null and t.began >= ${since}`,
    },
  }) satisfies Kinds

/** The standing by its place in `STANDINGS`; the basis by its place among those counted: its name on half a million rows costs more than the figures. */
const duties = (since: Since, to: IsoDay): Kind => ({
  of: sql`kith.duty t join unnest(${COUNTED_BASES}::text[]) with ordinality b (basis, place) on b.basis = t.basis`,
  columns: sql`kith.day(t.due), b.place::int - 1, case t.standing when 'open' then 0 when 'doneOnTime' then 1 when 'doneLate' then 2 else 3 end, kith.day(t.done), kith.day(t.closes),
    kith.day(t.covered_until), case when t.missing is not null then array_position(${MISSING}::text[], t.missing) - 1 end`,
  only: sql`t.standing in ('open', 'doneOnTime', 'doneLate', 'unknown') and (t.due is null or t.due between ${since} and ${to}::date)`,
  numbers: true,
})

/** Each list begins with the column by which it is put in order. */
export function kindsOf({ from, to }: Asked): Readonly<Record<keyof RecordedRows, Kind>> {
  const since = sql`${from}::date`
  return { ...careKinds(since), ...practiceKinds(since), ...yearKinds(since), duties: duties(since, to) }
}
