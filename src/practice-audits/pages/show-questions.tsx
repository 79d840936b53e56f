// What audits ask, by kind, and on which words practice is graded: in the council's own words or as they ship, and since when.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant } from '#calendar'
import { Card, capital, FoldedCard, InsetText, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type AuditKind, isKind, questionsOf, type Scale, scaleOf, titleOf } from '../questions.ts'
import { asked } from '../questions-data.ts'
import { type Wording, wordings } from '../round-store.ts'
import { GRADES } from '../scale.ts'
import { QUESTIONS_AT } from './question-forms.tsx'
import { KINDS } from './round-forms.tsx'

type Shown = {
  readonly own: ReadonlyMap<string, Wording>
  readonly names: ReadonlyMap<string, string>
  readonly lead: boolean
}
/** GET /audits/questions */
export async function showQuestions({ door, who, me }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const own = await wordings(asking)
    const names = await workersCalled(
      asking,
      [...own.values()].map(({ recorded_by }) => recorded_by),
    )
    return { own, names, lead: me.parts.includes('quality-lead') }
  })
  return page({ title: 'What audits ask', here: '/audits', main: <Questions {...shown} /> })
}

/** 'As they ship with Kith', or whose words they are and since when. */
function sinceWords(of: Wording | undefined, names: Shown['names']): string {
  if (of === undefined) return 'As they ship with Kith'
  const at = parseInstant(of.recorded)
  return `The council’s own, written by ${names.get(of.recorded_by) ?? 'somebody'}${at === undefined ? '' : `, ${formatDay(londonDay(at))}`}`
}
const Change: FC<{ readonly kind: string; readonly lead: boolean; readonly of: string }> = ({ kind, lead, of }) =>
  lead ? (
    <p class="kith-no-print">
      <a href={`${QUESTIONS_AT}/${kind.replace(' ', '-')}`}>
        Change<span class="govuk-visually-hidden"> {of}</span>
      </a>
    </p>
  ) : null

const Kind: FC<Shown & { readonly kind: AuditKind }> = ({ kind, own, names, lead }) => (
  <FoldedCard title={KINDS[kind]}>
    <p class="kith-note">{sinceWords(own.get(kind), names)}</p>
    <Change kind={kind} lead={lead} of={KINDS[kind]} />
    {[...questionsOf(kind, own.get(kind)?.words)].map(([part, { questions }]) => (
      <>
        <h3 class="govuk-heading-s">{capital(asked(titleOf(part), 'the child'))}</h3>
        <ol class="govuk-list govuk-list--number">
          {questions.map(({ asks, hint }) => (
            <li>
              {asked(asks, 'the child')} <span class="kith-note">{asked(hint, 'the child')}</span>
            </li>
          ))}
        </ol>
      </>
    ))}
  </FoldedCard>
)
const ScaleCard: FC<Shown> = ({ own, names, lead }) => {
  const scale: Scale = scaleOf(own.get('scale')?.words)
  return (
    <Card title="The scale">
      <p class="kith-note">{sinceWords(own.get('scale'), names)}. A round may go without any.</p>
      <Change kind="scale" lead={lead} of="the scale" />
      {GRADES.map((grade) => (
        <p>
          <strong>{scale.words[grade]}</strong>: {scale.meanings[grade]}
        </p>
      ))}
    </Card>
  )
}
const Questions: FC<Shown> = (shown) => (
  <>
    <PageHead
      title="What audits ask"
      lead="By kind of audit. Practice is graded, never a child."
      actions={<a href="/audits">Quality</a>}
    />
    <Stack>
      <InsetText>
        Each round keeps the questions and the words of the day on which it was drawn; each audit keeps what was asked
        with its answers. A change here changes no audit of before.
      </InsetText>
      {Object.keys(KINDS)
        .filter(isKind)
        .map((kind) => (
          <Kind {...shown} kind={kind} />
        ))}
      <ScaleCard {...shown} />
    </Stack>
  </>
)
