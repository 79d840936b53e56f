// Learning as it goes, on the Learning page: attendance, exclusions, finding a school, and pupil premium plus.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { counted, type Frame, firstName } from '#child-frame'
import { wordOf } from '#drafts'
import { Beside, Card, CardList, DutyTable, EmptyState, NotKnown, RowLinks } from '#look'
import {
  APPLICATION_OUTCOMES,
  EXCLUSIONS,
  INTERIM,
  lengthWords,
  poundsWords,
  type SchoolingRows,
  shareDays,
  shareOf,
  USES,
  WAYS,
  yearsOfAttendance,
} from '#schooling'
import { AttendancePicture } from './attendance-picture.tsx'
import { putRight } from './row-links.tsx'

type Props = { readonly rows: SchoolingRows; readonly frame: Frame }
const at = ({ id }: Frame, part: string): string => `/children/${id}/learning/${part}`
const RecordLink: FC<{ readonly frame: Frame; readonly part: string; readonly does: string }> = ({
  frame,
  part,
  does,
}) => (frame.writes.has('learning') ? <Beside links={[{ to: `${at(frame, part)}/record`, does }]} /> : null)
type LinksProps = {
  readonly frame: Frame
  readonly part: string
  readonly id: string
  readonly of: string
  readonly first?: { readonly to: string; readonly does: string }
}
const Links: FC<LinksProps> = ({ frame, part, id, of, first }) =>
  frame.writes.has('learning') ? (
    <RowLinks
      of={of}
      links={[
        ...(first === undefined ? [] : [{ to: `${at(frame, part)}/${id}/${first.to}`, does: first.does }]),
        ...putRight(at(frame, part), id),
      ]}
    />
  ) : null

/** '1 Sep – 18 Dec': short, for a bar. */
const short = (on: string): string => {
  const [, date = '', month = ''] = dayWords(on).split(' ')
  return `${date} ${month}`
}

type Dated = { readonly since: string; readonly last: string }
const Twice: FC<{ readonly pair: readonly [Dated, Dated] | undefined }> = ({ pair }) =>
  pair === undefined ? null : (
    <p>
      {dayWords(pair[0].since)} to {dayWords(pair[0].last)} and {dayWords(pair[1].since)} to {dayWords(pair[1].last)}{' '}
      share days. If both are of one school, these days are counted twice: put one right.
    </p>
  )

export const Attendance: FC<Props> = ({ rows: { attendance }, frame }) => {
  const years = yearsOfAttendance(attendance)
  const name = firstName(frame.called)
  return (
    <Card title="Attendance" beside={<RecordLink frame={frame} part="attendance" does="Record attendance" />} flush>
      {years.length === 0 && (
        <EmptyState>No attendance is recorded here. That does not mean that nobody was at school.</EmptyState>
      )}
      {years.map(({ year, rows, possible, attended }) => (
        <>
          <div class="kith-card__note">
            <p>
              <strong>{year}</strong>: there for {shareOf(attended, possible)}% of {counted(possible, 'session')}
            </p>
            <Twice pair={shareDays(rows)} />
            <AttendancePicture
              of={`${name} in ${year}`}
              bars={rows.map((one) => ({
                label: `${short(one.since)} – ${short(one.last)}`,
                share: shareOf(one.attended, one.possible),
                mark: one.persistent ? '!' : undefined,
              }))}
            />
          </div>
          <DutyTable
            caption={`Attendance of ${name} in ${year}`}
            columns={['Days', 'There', 'Of', 'Without leave', 'Persistent absence']}
            numbers={[0, 1, 2]}
            rows={rows.map((one) => ({
              head: (
                <>
                  {dayWords(one.since)} to {dayWords(one.last)}
                  {one.words !== undefined && <span class="kith-note">{one.words}</span>}
                  <Links frame={frame} part="attendance" id={one.id} of={`attendance from ${dayWords(one.since)}`} />
                </>
              ),
              cells: [
                one.attended,
                one.possible,
                one.unauthorised ?? <NotKnown words="Not known" />,
                one.persistent ? 'Yes (!)' : 'No',
              ],
            }))}
          />
        </>
      ))}
    </Card>
  )
}

export const Exclusions: FC<Props> = ({ rows: { exclusions }, frame }) => (
  <Card
    title="Suspensions and exclusions"
    count={exclusions.length}
    beside={<RecordLink frame={frame} part="exclusions" does="Record one" />}
    flush
  >
    {exclusions.length === 0 ? (
      <EmptyState>None is recorded here.</EmptyState>
    ) : (
      <DutyTable
        caption={`Suspensions and exclusions of ${firstName(frame.called)}, the latest first`}
        columns={['What', 'From', 'We were told', 'Other education', 'Governors']}
        rows={exclusions.map((one) => ({
          head: (
            <>
              {wordOf(EXCLUSIONS, one.kind)}
              <span class="kith-note">
                {lengthWords(one)}
                {one.overturned !== null && `; overturned ${dayWords(one.overturned)}`}
              </span>
              {one.words !== undefined && <span class="kith-note">{one.words}</span>}
              <Links
                frame={frame}
                part="exclusions"
                id={one.id}
                of={`${wordOf(EXCLUSIONS, one.kind)} from ${dayWords(one.began)}`}
                first={{ to: 'since', does: 'What happened since' }}
              />
            </>
          ),
          cells: [
            dayWords(one.began),
            one.told === null ? <NotKnown words="Not said" /> : dayWords(one.told),
            one.education_from === null ? <NotKnown words="Not recorded" /> : `from ${dayWords(one.education_from)}`,
            one.governors === null ? '' : dayWords(one.governors),
          ],
        }))}
      />
    )}
  </Card>
)

const Meanwhile: FC<Pick<SchoolingRows, 'interim'> & Pick<Props, 'frame'>> = ({ interim, frame }) => (
  <CardList
    items={interim.map((one) => (
      <>
        <strong>{wordOf(INTERIM, one.kind)}</strong>
        <span class="kith-note">
          {dayWords(one.since)} to {one.until === null ? 'now' : dayWords(one.until)}
          {one.hours_a_week !== null && `, ${counted(one.hours_a_week, 'hour')} a week`}
        </span>
        {one.words !== undefined && <span class="kith-note">{one.words}</span>}
        <Links frame={frame} part="meanwhile" id={one.id} of={`${one.kind} from ${dayWords(one.since)}`} />
      </>
    ))}
  />
)

type FindingProps = Props & { readonly schools: ReadonlyMap<string, string>; readonly today: IsoDay }
export const Finding: FC<FindingProps> = ({ rows: { applications, interim }, frame, schools, today }) => (
  <Card
    title="Finding a school"
    beside={
      frame.writes.has('learning') && (
        <Beside
          links={[
            { to: `${at(frame, 'applications')}/record`, does: 'Record an application' },
            { to: `${at(frame, 'meanwhile')}/record`, does: 'Learning meanwhile' },
          ]}
        />
      )
    }
    flush
  >
    {applications.length + interim.length === 0 && (
      <EmptyState>No school is being looked for, as far as is recorded.</EmptyState>
    )}
    {interim.length > 0 && <Meanwhile interim={interim} frame={frame} />}
    {applications.length > 0 && (
      <DutyTable
        caption={`Schools asked for a place for ${firstName(frame.called)}, the latest first`}
        columns={['School', 'Asked', 'How', 'Answer']}
        rows={applications.map((one) => ({
          head: (
            <>
              {one.school === null ? 'Another school' : (schools.get(one.school) ?? 'Another school')}
              {one.words !== undefined && <span class="kith-note">{one.words}</span>}
              <Links
                frame={frame}
                part="applications"
                id={one.id}
                of={`application of ${dayWords(one.asked)}`}
                {...(one.outcome === null ? { first: { to: 'answer', does: 'The answer came' } } : {})}
              />
            </>
          ),
          cells: [
            dayWords(one.asked),
            wordOf(WAYS, one.way),
            one.outcome === null || one.answered === null
              ? `No answer yet on ${dayWords(today)}`
              : `${wordOf(APPLICATION_OUTCOMES, one.outcome)} ${dayWords(one.answered)}`,
          ],
        }))}
      />
    )}
  </Card>
)

const GIVEN_BACK = 'given back'
const HELD = 'held for the child'
export const PupilPremium: FC<Props> = ({ rows: { premium }, frame }) => {
  const years = [...Map.groupBy(premium, ({ year_ending }) => year_ending)].sort(([a], [b]) => (a > b ? -1 : 1))
  const sum = (of: typeof premium): string => poundsWords(of.reduce((all, { pence }) => all + pence, 0))
  return (
    <Card title="Pupil premium plus" beside={<RecordLink frame={frame} part="premium" does="Record a sum" />} flush>
      {years.length === 0 && <EmptyState>No pupil premium plus is recorded here.</EmptyState>}
      {years.map(([year, of]) => (
        <>
          <p class="kith-card__note">
            <strong>Year to {dayWords(year)}</strong>: held {sum(of.filter(({ use }) => use === HELD))}, spent{' '}
            {sum(of.filter(({ use }) => use !== HELD && use !== GIVEN_BACK))}
          </p>
          <CardList
            items={of.map((one) => (
              <>
                <strong>{poundsWords(one.pence)}</strong> {wordOf(USES, one.use)}
                <span class="kith-note">{dayWords(one.happened)}</span>
                {one.words !== undefined && <span class="kith-note">{one.words}</span>}
                <Links
                  frame={frame}
                  part="premium"
                  id={one.id}
                  of={`${poundsWords(one.pence)}, ${dayWords(one.happened)}`}
                />
              </>
            ))}
          />
        </>
      ))}
    </Card>
  )
}
