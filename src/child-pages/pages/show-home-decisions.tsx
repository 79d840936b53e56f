// Decisions about homes: how each was chosen, what was seen to first, the assessment of a parent, and what stands from a day.
import { dayWords, formatDay } from '#calendar'
import { type Frame, homeWords } from '#child-frame'
import { readParts, type Version } from '#database'
import {
  CONDITION_WORDS,
  CONDITIONS,
  DECISION_KINDS,
  FAR_ANSWERS,
  FAR_HEALTH,
  FAR_PARTS,
  FAR_REASONS,
  FAR_WISHES,
  type HomeRecord,
  homeRecordOf,
  PARENT_OUTCOMES,
  PREFERENCE_NAMES,
  PREFERENCES,
  parentAssessmentsOf,
  WOULD_HELP,
} from '#home-decisions'
import { Columns, Stack } from '#look'
import { saidOf } from '#people'
import { placementsOf } from '#placements'
import { readBeside } from '#triggers/pages'
import { type Approvals, AssessmentNote, assessmentsApproved } from './assessment-note.tsx'
import { type OfRows, Rows } from './fact-rows.tsx'
import { tabPage } from './tab-page.tsx'

type Assessments = readonly Version<'kith.parent_assessment'>[]
type Facts = HomeRecord & {
  readonly homes: ReadonlyMap<string, string>
  /** undefined: not for this reader. */
  readonly assessments: Assessments | undefined
  readonly approvals: Approvals | undefined
}
const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' · ')

export const showHomeDecisions = tabPage<Facts>({
  here: 'where',
  title: 'Decisions about homes',
  read: async (asking, frame) => ({
    ...(await homeRecordOf(asking, frame.id)),
    assessments: frame.sees.has('legal') ? await parentAssessmentsOf(asking, frame.id) : undefined,
    approvals: await assessmentsApproved(asking, frame),
    homes: new Map(
      (await placementsOf(asking, frame.id)).map(({ line, kind, since }) => [
        line,
        `${homeWords(kind)}, since ${formatDay(since)}`,
      ]),
    ),
  }),
  main: (facts, frame) => (
    <>
      <h2 class="govuk-heading-m">Decisions about homes</h2>
      <Columns>
        <Stack>
          <Rows {...choicesOf(facts)} frame={frame} />
          <Rows {...checksOf(facts)} frame={frame} />
        </Stack>
        <Stack>
          <Rows {...farOf(facts)} frame={frame} />
          <Rows {...decisionsOf(facts)} frame={frame} />
          {facts.assessments !== undefined && (
            <Rows {...assessmentsOf(facts, facts.assessments, frame)} frame={frame} scope="legal" />
          )}
        </Stack>
      </Columns>
    </>
  ),
})

const homeOf = ({ homes }: Facts, placement: string): string => homes.get(placement) ?? 'A home'

function reasonsOf({ not_so, words }: Version<'kith.home_choice'>): string {
  const said = readParts(words, ['why', ...PREFERENCE_NAMES])
  const reasons = PREFERENCE_NAMES.filter((one) => not_so.includes(one)).map(
    (one) => `Not ${PREFERENCES[one].toLowerCase()}: ${said?.[one] ?? 'not known'}`,
  )
  return [said?.why ?? '', ...reasons].filter((text) => text !== '').join('\n')
}
const choicesOf = (facts: Facts): OfRows => ({
  ...{ title: 'How each home was chosen', path: 'home-choices', does: 'Record how one was chosen' },
  none: 'Nobody has recorded how a home was chosen.',
  rows: facts.choices.map((choice) => ({
    ...{ id: choice.id, head: homeOf(facts, choice.placement), words: reasonsOf(choice) },
    note: joined([
      `chosen ${dayWords(choice.decided)}`,
      choice.not_so.length === 0 ? 'nothing that the law prefers is missing' : undefined,
    ]),
  })),
})

const stepWords = (name: string, day: string | null): string | undefined =>
  day === null ? undefined : `${name} ${dayWords(day)}`
const checksOf = (facts: Facts): OfRows => ({
  ...{ title: 'Seen to before they moved in', path: 'home-checks', does: 'Record what was seen to' },
  none: 'Nothing is recorded. It is asked for of homes that are neither foster nor children’s homes, of emergencies out of our area, and of homes abroad.',
  rows: facts.checks.map((check) => ({
    ...{ id: check.id, head: homeOf(facts, check.placement), words: check.words },
    note: joined([
      stepWords('suitable', check.suitable),
      check.not_seen ? 'they could not see it first' : stepWords('seen by them', check.seen),
      stepWords('reviewing officer told', check.officer_told),
      stepWords('reviewed', check.reviewed),
      check.emergency ? 'an emergency' : undefined,
      check.no_relatives ? 'it was not right to ask relatives' : stepWords('relatives asked', check.relatives),
      stepWords('that council told', check.area_told),
      check.country === null ? undefined : check.country === 'another country' ? 'abroad' : `in ${check.country}`,
      stepWords('the court approved', check.court_approved),
    ]),
  })),
})

function conditionsWords(conditions: readonly string[] | null): string | undefined {
  if (conditions === null) return undefined
  const lacking = CONDITIONS.filter((one) => !conditions.includes(one))
  if (lacking.length === 0) return 'all conditions hold'
  return `does not hold yet: ${lacking.map((one) => CONDITION_WORDS[one].toLowerCase()).join('; ')}`
}
const decisionsOf = (facts: Facts): OfRows => ({
  ...{ title: 'What stands from a day', path: 'home-decisions', does: 'Record a decision' },
  none: 'No decision is recorded: not long-term, not approved for a time, visits as the law says.',
  rows: facts.decisions.map(({ id, placement, kind, since, until, weeks, conditions, officer_told, words }) => ({
    ...{ id, words, head: saidOf(DECISION_KINDS, kind) },
    note: joined([
      homeOf(facts, placement),
      `from ${dayWords(since)}${until === null ? '' : ` until ${dayWords(until)}`}`,
      weeks === null ? undefined : `every ${weeks} weeks`,
      conditionsWords(conditions),
      stepWords('reviewing officer told', officer_told),
    ]),
  })),
})
const assessmentsOf = (facts: Facts, assessments: Assessments, frame: Frame): OfRows => ({
  ...{ title: 'Assessments of a parent', path: 'parent-assessments', does: 'Record an assessment' },
  none: 'No assessment of a parent is recorded.',
  rows: assessments.map((row) => {
    const { id, placement, completed, decided, outcome } = row
    const { words, setOff } = readBeside(row.words)
    const at = frame.writes.has('plan') ? `/children/${frame.id}/parent-assessments` : undefined
    const found =
      decided === null ? 'not decided yet' : `${saidOf(PARENT_OUTCOMES, outcome).toLowerCase()}, ${dayWords(decided)}`
    return {
      ...{ id, words, head: `Completed ${dayWords(completed)}` },
      note: (
        <>
          {joined([homeOf(facts, placement), found])}
          <AssessmentNote row={row} setOff={setOff} approvals={facts.approvals} at={at} />
        </>
      ),
    }
  }),
})

const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string | undefined =>
  code === null ? undefined : words[code]
const minutesWords = (minutes: number | null, to: string): string | undefined =>
  minutes === null ? undefined : `${minutes} minutes to ${to}`

function keptClose({ words }: Version<'kith.home_distance'>): string {
  const said = readParts(words, FAR_PARTS)
  const parts = FAR_PARTS.flatMap((part) => {
    const text = said?.[part] ?? ''
    return text === '' ? [] : [PART_NAMES[part] + text]
  })
  return parts.join('\n')
}
const PART_NAMES = {
  ...{ why: '', plan: 'What is done: ', family: 'Family: ', school: 'School: ' },
  ...{ health_words: 'Health: ', siblings: 'Brothers and sisters: ' },
} as const satisfies Record<(typeof FAR_PARTS)[number], string>
const farOf = (facts: Facts): OfRows => ({
  ...{ title: 'Why a home is far', path: 'far-homes', does: 'Say why it is far' },
  none: 'Nothing is recorded. It is asked where a home is more than 20 miles away, or outside our area and not next to it.',
  rows: facts.far.map((far) => ({
    ...{ id: far.id, head: wordOf(FAR_ANSWERS, far.answer) ?? far.answer, words: keptClose(far) },
    note: joined([
      `${homeOf(facts, far.placement)}, on ${dayWords(far.on_day)}`,
      saidOf(FAR_REASONS, far.reason).toLowerCase(),
      `their wish: ${wordOf(FAR_WISHES, far.wish)?.toLowerCase() ?? ''}`,
      far.would_help.length === 0
        ? undefined
        : `would help: ${far.would_help.map((one) => wordOf(WOULD_HELP, one)?.toLowerCase() ?? one).join('; ')}`,
      far.nearer_by === null ? undefined : `hoped for by ${dayWords(far.nearer_by)}`,
      stepWords('reviewing officer agreed', far.officer_agreed),
      minutesWords(far.family_minutes, 'family'),
      minutesWords(far.school_minutes, 'school'),
      far.health === null ? undefined : `health care: ${wordOf(FAR_HEALTH, far.health)?.toLowerCase() ?? ''}`,
    ]),
  })),
})
