// What stands beside the questions of an audit: its parts, what was checked, what people said, and the guide to grades.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { readParts } from '#database'
import { Card, CardList, DueMark, EmptyState, Steps } from '#look'
import type { Checked } from '../evidence-store.ts'
import { type Part, type Scale, titleOf } from '../questions.ts'
import { asked } from '../questions-data.ts'
import { GRADES, isGrade } from '../scale.ts'
import type { Audit } from '../store.ts'
import { auditAddress, type Given } from './audit-form.tsx'

const gradeWords = ({ words }: Scale, grade: string | null | undefined): string =>
  isGrade(grade) ? words[grade] : grade === null ? 'Written' : grade === undefined ? 'To do' : 'Not enough to tell'

export { gradeWords }

/** `here`: the theme that is open; undefined: the page of the audit. */
export const ThemeSteps: FC<{
  readonly given: Pick<Given, 'child' | 'name' | 'audit' | 'asks'>
  readonly here?: Part
}> = ({ given: { child, name, audit, asks }, here }) => {
  const at = auditAddress(child, audit.audit.line)
  const graded = new Map<string, string | null>(audit.themes.map((one) => [one.theme, one.grade]))
  return (
    <Steps
      label="Parts of this audit"
      steps={[
        { to: at, words: 'About this audit', current: here === undefined },
        ...[...asks.questions.keys()].map((theme, index) => ({
          to: `${at}/${theme}`,
          words: `${index + 1}. ${asked(titleOf(theme), name)}`,
          state: gradeWords(asks.scale, graded.get(theme)),
          done: graded.has(theme),
          current: theme === here,
        })),
        {
          to: `${at}/hand-in`,
          words: 'The whole',
          state: audit.first === undefined ? 'To do' : 'Handed in',
          done: audit.first !== undefined,
        },
      ]}
    />
  )
}

export const CheckedCard: FC<{ readonly checked: readonly Checked[] }> = ({ checked }) => (
  <Card title="Checked for you" tone="quiet" flush>
    {checked.length === 0 ? (
      <EmptyState>Nothing that can be counted is known of the last twelve months.</EmptyState>
    ) : (
      <CardList
        items={checked.map(({ what, of, n }) => (
          <DueMark mark={of === n ? 'done' : of * 2 < n ? 'late' : 'soon'} words={`${what}: ${of} of ${n}`} />
        ))}
      />
    )}
    <div class="kith-card__body kith-note">Of the last twelve months. Counts do not give the grade. You do.</div>
  </Card>
)

const WHOSE: Readonly<Record<string, string>> = { carer: 'Their carer', parent: 'A parent' }
const PARTS: Readonly<Record<string, string>> = {
  said: '',
  'chose not to': 'chose to say nothing',
  'could not be asked': 'could not be asked',
}
/** Whose words they are is shown where they let it be seen. */
export const SaidCard: FC<{
  readonly audit: Audit
  readonly name: string
  readonly child: string
  readonly asks?: boolean
}> = ({ audit, name, child, asks = true }) => (
  <Card title="What people said" flush>
    <CardList
      items={[
        ...audit.voices.map(({ id, whose, part, named, words, asked: on }) => (
          <>
            <strong>{named ? (whose === 'child' ? name : WHOSE[whose]) : 'Somebody around the child'}</strong>
            {part === 'said' ? (
              <q class="kith-quote">{readParts(words, ['words'])?.words ?? 'Taken out of sight'}</q>
            ) : (
              ` ${PARTS[part]}`
            )}
            <span class="kith-note">
              asked {dayWords(on)}
              {asks && audit.closing === undefined && (
                <span class="kith-no-print">
                  {' '}
                  · <a href={`/children/${child}/audit-voices/${id}/correct`}>Put right</a>
                </span>
              )}
            </span>
          </>
        )),
        ...(['child', 'carer', 'parent'] as const)
          .filter((whose) => !audit.voices.some((one) => one.whose === whose))
          .map((whose) => (
            <>
              {whose === 'child' ? name : WHOSE[whose]}:{' '}
              {asks ? (
                <a href={`${auditAddress(child, audit.audit.line)}/said`}>
                  not asked yet<span class="govuk-visually-hidden">: {whose}</span>
                </a>
              ) : (
                'not asked yet'
              )}
            </>
          )),
      ]}
    />
  </Card>
)

export const GuideCard: FC<{ readonly scale: Scale }> = ({ scale }) => (
  <Card title="Grade guide" flush>
    <CardList
      items={GRADES.map((grade) => (
        <>
          <strong>{scale.words[grade]}</strong>
          <span class="kith-note">{scale.meanings[grade]}</span>
        </>
      ))}
    />
  </Card>
)
