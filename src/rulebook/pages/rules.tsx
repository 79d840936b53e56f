// The rulebook: every rule that the clock applies, by area, and every duty of the catalogue that no rule is built for.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { choicesRecorded, type RecordedChoice } from '#clock'
import { type ListedRule, SWITCH_NAMES } from '#duties'
import { citationText } from '#law'
import { Card, CardList, FoldedCard, PageHead } from '#look'
import { type Answer, page, type Visit } from '#web'
import { byArea } from '../areas.ts'
import { BESIDE_THE_CLOCK, COUNTED_RULES, type NotApplied, notApplied } from '../rulebook.ts'
import { tablesInWords } from '../rulebook-words.ts'
import { choiceWords, interpretationOf, switchOf } from './choose-reading.tsx'
import { Standing } from './standing.tsx'

export async function showRules({ door, who, today }: Visit): Promise<Answer> {
  const choices = await door.as(who, async (asking) => await choicesRecorded(asking))
  const main = <Rulebook rules={COUNTED_RULES} missing={notApplied()} choices={choices} today={today} />
  return page({ title: 'Rulebook', here: '/rules', main })
}

type Lists = {
  readonly rules: readonly ListedRule[]
  readonly missing: readonly NotApplied[]
  readonly choices: readonly RecordedChoice[]
  readonly today: IsoDay
}

const Rulebook: FC<Lists> = ({ rules, missing, choices, today }) => (
  <>
    <PageHead
      title="Rulebook"
      lead={`The clock counts by ${rules.length - BESIDE_THE_CLOCK.length} rules, and ${BESIDE_THE_CLOCK.length} of supervision, audits, complaints, actions taken further and requests for one’s own file are counted on pages of their own. ${missing.filter(({ kind }) => kind !== 'ofHomes').length} duties of the catalogue nothing counts yet: each is listed with the reason.`}
    />
    <p class="kith-above kith-alone">
      <a href="/rules/simulate">What would fall due if a child came into care today</a>
    </p>
    <Chosen choices={choices} today={today} />
    {byArea(rules).map(({ area, letters, items }) => (
      <section class="kith-area" aria-labelledby={letters}>
        <h2 id={letters}>{area}</h2>
        <ul class="kith-index">
          {items.map((rule) => (
            <RuleItem rule={rule} />
          ))}
        </ul>
      </section>
    ))}
    {KINDS.map((kind) => (
      <Missing kind={kind} duties={missing.filter((one) => one.kind === kind)} />
    ))}
  </>
)

const TITLES = {
  ofHomes: 'Counted for homes, not for children',
  waiting: 'Waiting for the record',
  listed: 'Not written down yet',
  notInForce: 'Not in force',
  later: 'Of areas that come later',
} as const satisfies Record<NotApplied['kind'], string>
const KINDS = ['ofHomes', 'waiting', 'listed', 'notInForce', 'later'] as const
const NOTES: Readonly<Record<NotApplied['kind'], string>> = {
  ofHomes:
    'These are owed to a foster home of ours. The pages of homes count them by day and say which are late; no child’s list has them.',
  waiting:
    'The law of these is written down and its examples hold, but the record cannot yet show what it asks for. They never show as due here: keep watching them as you do now.',
  listed: 'Kith has no rule for these yet. They never show as due here: keep watching them as you do now.',
  notInForce: 'These were enacted and not commenced, as far as was found. They are no breach, and never show as due.',
  later: 'Kith keeps no record of what these are about yet. Keep watching them as you do now.',
}

/** Of an area that comes later the reason is one for all of it, and said once. */
const Missing: FC<{ kind: NotApplied['kind']; duties: readonly NotApplied[] }> = ({ kind, duties }) => (
  <FoldedCard title={TITLES[kind]} count={duties.length} flush>
    <p class="kith-quiet kith-card__note">{NOTES[kind]}</p>
    {byArea(duties).map(({ area, items }) => (
      <div class="kith-card__part">
        <h3>{area}</h3>
        {kind === 'later' && <p>{items[0]?.because}</p>}
        <ul class="kith-bullets">
          {items.map((duty) => (
            <NotCounted duty={duty} />
          ))}
        </ul>
      </div>
    ))}
  </FoldedCard>
)

const NotCounted: FC<{ duty: NotApplied }> = ({ duty: { id, name, level, verification, kind, because } }) => (
  <li>
    {kind === 'waiting' || kind === 'notInForce' ? <a href={`/rules/${id}`}>{name}</a> : name} ({id}).{' '}
    <Standing level={level} verification={verification} />
    {kind !== 'later' && (
      <>
        <br />
        <span class="kith-quiet">
          {kind === 'notInForce' || kind === 'ofHomes' ? '' : 'Missing: '}
          {tablesInWords(because ?? '')}
        </span>
      </>
    )}
  </li>
)

/** What this council has chosen, switch by switch; the rest is read as the rules say. */
const Chosen: FC<Pick<Lists, 'choices' | 'today'>> = ({ choices, today }) => (
  <Card title="How this council reads the law" flush>
    <CardList
      items={SWITCH_NAMES.map((name) => {
        const own = choices.filter(({ switch: one }) => one === name)
        const standing = own.find(({ from }) => from <= today)
        const known = interpretationOf(name)
        const rules = COUNTED_RULES.filter(({ interpretations = [] }) =>
          interpretations.some((one) => switchOf(one) === name),
        )
        return (
          <>
            {known?.asks}{' '}
            {standing === undefined ? (
              <span class="kith-quiet">Not set: {choiceWords(name, known?.taken ?? '')}</span>
            ) : (
              <strong>Set: {choiceWords(name, standing.choice)}</strong>
            )}{' '}
            {own.some(({ from }) => from > today) && <em>Another choice holds from a later day. </em>}
            {rules.map(({ id }) => (
              <>
                <a href={`/rules/${id}`}>{id}</a>{' '}
              </>
            ))}
          </>
        )
      })}
    />
  </Card>
)

const RuleItem: FC<{ rule: ListedRule }> = ({ rule: { id, name, level, verification, cites } }) => (
  <li>
    <a href={`/rules/${id}`}>{name}</a>
    <span class="kith-quiet">
      {id} · <Standing level={level} verification={verification} />
    </span>
    <span class="kith-quiet">{citationText(cites[0])}</span>
  </li>
)
