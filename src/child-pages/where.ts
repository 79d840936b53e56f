// Where a child lives, in words: how far, and inside, outside or adjoining as three facts; a protected home has a band only.

export type HomeDistance = {
  readonly miles: number | null
  readonly band: string | null
  readonly inside: boolean | null
  readonly adjoining: boolean | null
  readonly missing: string | null
}
/** Two exact distances find a house: `kept`, whoever reads. */
export function distanceWords(distance: HomeDistance | undefined, kept: boolean): string {
  if (distance === undefined) return 'Not measured'
  if (kept || distance.miles === null) {
    if (distance.band !== null) return distance.band
    return distance.missing === null ? 'Not known' : `Not known: ${distance.missing}`
  }
  return distance.miles === 1 ? '1 mile' : `${distance.miles} miles`
}
/** Inside, adjoining and elsewhere are said apart: a short way may lead over the border. */
export function areaWords(distance: HomeDistance | undefined, kept: boolean): string {
  if (distance === undefined || kept) return kept ? 'Not said of a protected home' : 'Not known'
  const { inside, adjoining } = distance
  if (inside === true) return 'Inside our area'
  if (inside === null) return 'Not known whether inside our area'
  if (adjoining === null) return 'Outside our area; not known whether next to it'
  return adjoining ? 'Outside our area, in one next to it' : 'Outside our area, and not next to it'
}
export const plannedWords = (planned: boolean | null): string =>
  planned === null ? 'Not said' : planned ? 'Planned' : 'Not planned'
