// One home on the list: why it could work, what to think about, how far it is, and what can be done next.
import type { Child, FC } from 'hono/jsx'
import { areaOf, type HomeOn, KINDS } from '#carers'
import { wordOf } from '#drafts'
import type { Standing } from '#home-requests'
import { citationText } from '#law'
import { Button, Card, DueMark, Tag } from '#look'
import { decisionsNeeded, type MatchExplanation, ROLES } from '#matching'
import { areaWords, bandWords, farWords, homeFar } from '../distances.ts'

export type HomeCardProps = {
  readonly child: string
  readonly one: MatchExplanation
  readonly number: number | undefined
  readonly on: HomeOn | undefined
  readonly standing: Standing | undefined
  readonly tradeOff: string | undefined
  readonly writes: boolean
}
const Line: FC<{ readonly sign: string; readonly says: string; readonly children: Child }> = ({
  sign,
  says,
  children,
}) => (
  <li>
    <span aria-hidden="true">{sign}</span>
    <span class="govuk-visually-hidden">{says}: </span>
    {children}
  </li>
)
const HALF = 0.5
const whys = ({ factors }: MatchExplanation) => factors.filter(({ low }) => low >= HALF).map(({ because }) => because)
const lows = ({ factors }: MatchExplanation) => factors.filter(({ high }) => high < HALF).map(({ because }) => because)

const Think: FC<Pick<HomeCardProps, 'one' | 'tradeOff'>> = ({ one, tradeOff }) => (
  <ul>
    {tradeOff !== undefined && (
      <Line sign="⇄" says="Beside another">
        {tradeOff}
      </Line>
    )}
    {[...lows(one), ...one.flags].map((words) => (
      <Line sign="!" says="Think about">
        {words}
      </Line>
    ))}
    {one.inArea === false && (
      <Line sign="!" says="Think about">
        {one.gates.find(({ code }) => code === 'area')?.fact}
      </Line>
    )}
    {one.ask.map((words) => (
      <Line sign="?" says="Not known">
        {words}
      </Line>
    ))}
  </ul>
)
const Far: FC<Pick<HomeCardProps, 'one' | 'on'>> = ({ one, on }) => (
  <dl>
    <dt>To the family home</dt>
    <dd>{homeFar(one)}</dd>
    {one.journeys.map(({ to, far }) => (
      <>
        <dt>To {to}</dt>
        <dd>{farWords(far)}</dd>
      </>
    ))}
    <dt>Area</dt>
    <dd>{areaWords(one)}</dd>
    <dt>Places</dt>
    <dd>{on?.vacancies.known ? `${on.vacancies.free} free` : 'Not known'}</dd>
  </dl>
)
/** Which decisions stand between this home and this child, each with its law and who takes it. */
export const Needed: FC<{ readonly one: MatchExplanation }> = ({ one }) => (
  <ul>
    {decisionsNeeded(one).map(({ decision, by, ground }) => (
      <Line sign="§" says="Needs a decision">
        <strong>{decision}</strong>, by {ROLES[by]}.
        <span class="kith-note">
          {ground.local ? 'Asked for by this council' : citationText(ground.cites)}
          {ground.verification === 'knowledge' && ', unconfirmed'}
        </span>
      </Line>
    ))}
    {one.gates
      .filter(({ passed }) => passed === 'unknown')
      .map(({ fact }) => (
        <Line sign="?" says="Not known">
          {fact}
        </Line>
      ))}
  </ul>
)
const title = ({ one, number, on }: HomeCardProps): string =>
  [
    number === undefined ? '' : `${number}. `,
    one.called,
    on === undefined ? '' : ` · ${wordOf(KINDS, on.home.kind)}`,
  ].join('')

export const HomeCard: FC<HomeCardProps> = (props) => {
  const { one, on, standing, tradeOff, number } = props
  const { band, known } = bandWords(one)
  const needs = decisionsNeeded(one).length > 0 || one.verdict === 'needsDecision'
  return (
    <Card
      title={title(props)}
      beside={
        <>
          {standing?.shortlisted && <Tag>On the shortlist</Tag>}{' '}
          {standing?.saidNo && <Tag classes="govuk-tag--orange">The child says no</Tag>}{' '}
          {standing?.answered === 'yes' && <Tag classes="govuk-tag--green">They say yes</Tag>}{' '}
          {standing?.asked && standing.answered === undefined && <Tag classes="govuk-tag--blue">Asked</Tag>}
        </>
      }
      flush
    >
      <p class="kith-card-text">
        {number !== undefined && (
          <>
            <DueMark mark="plain" words={band} /> <span class="kith-quiet">{known}. </span>
          </>
        )}
        <span class="kith-quiet">{on === undefined ? '' : (areaOf(on) ?? 'Area not shown')}</span>{' '}
        <span class="kith-note">{on?.vacancies.says}</span>
      </p>
      <div class="kith-found kith-found--three">
        <div>
          <h3>Why this could work</h3>
          <ul>
            {whys(one).map((words) => (
              <Line sign="✓" says="For it">
                {words}
              </Line>
            ))}
          </ul>
          {whys(one).length === 0 && <p class="kith-quiet">Nothing speaks for it yet by what is known.</p>}
          {needs && (
            <>
              <h3>Before it could be</h3>
              <Needed one={one} />
            </>
          )}
        </div>
        <div>
          <h3>Think about</h3>
          <Think one={one} tradeOff={tradeOff} />
        </div>
        <div>
          <h3>How far</h3>
          <Far one={one} on={on} />
        </div>
      </div>
      <Foot {...props} />
    </Card>
  )
}
const Foot: FC<HomeCardProps> = ({ child, one, standing, writes }) => {
  const at = `/children/${child}/homes-found/${one.home}`
  const named = <span class="govuk-visually-hidden">: {one.called}</span>
  return (
    <div class="kith-found-foot kith-no-print">
      {writes && (
        <>
          <Button href={`${at}/${standing?.asked ? 'answer' : 'ask'}`} classes="kith-button--small">
            {standing?.asked ? 'Their answer' : 'Ask'}
            {named}
          </Button>
          <a href={`${at}/step`}>Shortlist, not right, or what the child says{named}</a>
          {standing?.answered === 'yes' && <a href={`${at}/choose`}>Decide on this home{named}</a>}
          {standing?.asked && <a href={`${at}/ask`}>Ask again{named}</a>}
        </>
      )}
      <a href={`/homes/${one.home}`}>The home itself{named}</a>
    </div>
  )
}
