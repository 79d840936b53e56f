// Whether the same few homes stand first for everybody: the share of first places that the busiest tenth of homes holds.

export interface Concentration {
  /** Of all first places. */
  readonly share: number
  readonly lists: number
  readonly busiest: readonly { readonly home: string; readonly firsts: number }[]
  readonly alert: boolean
}

/** `firsts`: the home that stood first, list by list. `homes`: how many homes could have. */
export function concentration(
  firsts: readonly string[],
  { homes, alertOver }: { readonly homes: number; readonly alertOver: number },
): Concentration {
  const counts = [...Map.groupBy(firsts, (home) => home)]
    .map(([home, of]) => ({ home, firsts: of.length }))
    .toSorted((one, other) => other.firsts - one.firsts || (one.home < other.home ? -1 : 1))
  const busiest = counts.slice(0, Math.max(1, Math.ceil(homes / 10)))
  const held = busiest.reduce((sum, one) => sum + one.firsts, 0)
  const share = firsts.length === 0 ? 0 : held / firsts.length
  return { share, lists: firsts.length, busiest, alert: share > alertOver }
}
