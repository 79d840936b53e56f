// How far a home is, as pages say it: miles or a band, whose area, whether it adjoins; three facts that are often taken for one. Pure.
import { distanceWords, type Journey, type MatchExplanation } from '#matching'

export const farWords = (far: Journey['far']): string => {
  if (far.kind === 'minutes') return `${far.minutes} minutes`
  if (far.kind === 'unknown') return 'Not known'
  return distanceWords(far).replace(/ from home$/, '')
}
export const homeFar = ({ distance }: Pick<MatchExplanation, 'distance'>): string =>
  distance.kind === 'noHomeToMeasureFrom' ? 'Nowhere to measure from' : farWords(distance)

export function areaWords({ inArea, adjoining }: Pick<MatchExplanation, 'inArea' | 'adjoining'>): string {
  if (inArea === 'unknown') return 'Area not known'
  if (inArea) return 'In our area'
  if (adjoining === 'unknown') return 'Outside our area; whether it adjoins is not known'
  return adjoining === true ? 'Outside our area, next to it' : 'Outside our area, and not next to it: at a distance'
}
const BANDS = { strong: 'Strong', good: 'Good', possible: 'Possible' } as const
export const bandWords = ({ band, bandFrom, bandTo }: Pick<MatchExplanation, 'band' | 'bandFrom' | 'bandTo'>) => ({
  band: BANDS[band],
  known:
    bandFrom === bandTo
      ? 'by all that is known'
      : `from ${BANDS[bandFrom].toLowerCase()} to ${BANDS[bandTo].toLowerCase()}, once all is known`,
})
