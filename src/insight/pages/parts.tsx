// What the pages of insight share: addresses, how a verdict looks, and the card of one measure.
import type { Child, FC } from 'hono/jsx'
import { EmptyState, PageHead } from '#look'
import { type Answer, page } from '#web'
import { type Charted, figureWords, isTooUnknown, type Measure } from '../measure.ts'
import { ControlChart } from './chart.tsx'

export const HERE = '/insight'
export const measurePath = (id: string): string => `${HERE}/measures/${encodeURIComponent(id)}`
/** Those whom it counts; where it is not known of too many, those of whom it is not known. */
export const opens = (measure: Measure, figure: Charted['now']): string =>
  behindPath(measure.id, isTooUnknown(figure) ? 'u' : 'a')
export const behindPath = (id: string, how: 'a' | 'b' | 'u' = 'a'): string => `${measurePath(id)}/children?how=${how}`

export const VERDICTS: Readonly<Record<Charted['verdict'], string>> = {
  better: 'Better',
  worse: 'Worse',
  changed: 'Changed',
  usual: 'No change',
  'no baseline': 'No baseline',
  'too few': 'Too few',
  'not known': 'Not known',
  slow: 'Moves slowly',
}
const COLOURS: Readonly<Record<'better' | 'worse' | 'changed', string>> = {
  ...{ better: 'govuk-tag--green', worse: 'govuk-tag--red', changed: 'govuk-tag--blue' },
}
export const isChange = (verdict: Charted['verdict']): verdict is keyof typeof COLOURS =>
  Object.hasOwn(COLOURS, verdict)
export const tagOf = (verdict: keyof typeof COLOURS): string => COLOURS[verdict]

export const Says: FC<{ readonly of: Charted }> = ({ of: { verdict, sentence } }) => (
  <p class={`kith-measure__says${isChange(verdict) ? ` kith-measure__says--${verdict}` : ''}`}>{sentence}</p>
)

/** The large number opens those whom it counts. */
export const NumberOf: FC<{ readonly of: Charted; readonly link?: boolean }> = ({
  of: { measure, now },
  link = true,
}) => {
  const { large, beside } = figureWords(measure, now)
  const words: Child = <strong>{large}</strong>
  return (
    <p class="kith-measure__number">
      {link ? <a href={opens(measure, now)}>{words}</a> : words} <span class="kith-quiet">{beside}</span>
      {now.unknown > 0 && (
        <>
          {' '}
          <a class="kith-quiet" href={behindPath(measure.id, 'u')}>
            {now.unknown.toLocaleString('en-GB')} not known
          </a>
        </>
      )}
    </p>
  )
}

export const MeasureCard: FC<{ readonly of: Charted }> = ({ of }) => (
  <li class="kith-measure">
    <h3>
      <a href={measurePath(of.measure.id)}>{of.measure.name}</a>
    </h3>
    <NumberOf of={of} />
    <ControlChart of={of} />
    <Says of={of} />
  </li>
)

/** Figures are read by more people than how the practice in one record was graded. */
export const keptBehind = ({ id, name }: Measure): Answer =>
  page({
    title: `${name}: who is behind it`,
    here: HERE,
    main: (
      <>
        <PageHead title={name} lead={<a href={measurePath(id)}>The figure</a>} />
        <EmptyState title="Read by fewer people">
          In whose record an audit was, and its grade, is read by who leads quality and by the director.
        </EmptyState>
      </>
    ),
  })
