// What every part of a told story knows, and a story that the record would not take.
import type { IsoDay } from '#calendar'

export function allowed<Ok>(may: { readonly ok: Ok } | { readonly refused: unknown }): Ok {
  if ('ok' in may) return may.ok
  throw new Error(`A story of the demonstration was refused: ${JSON.stringify(may.refused)}`)
}

export type Told = { readonly child: string; readonly today: IsoDay; readonly worker: string }
