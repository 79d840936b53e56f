// Whether a version that somebody read may still be superseded: decided from the latest version of its line.

/** The latest version of a line, as far as it decides; `id` is its own. */
export type Latest = {
  readonly id: string
  readonly change: string
  readonly recorded_by: string
  readonly recorded: string
}
export type MaySupersede =
  | { readonly ok: true }
  | { readonly refused: 'not in the record' }
  /** Somebody was first; by whom and when, where the asker may know it. */
  | { readonly refused: 'corrected already'; readonly by: string | undefined; readonly at: string | undefined }
  | { readonly refused: 'retracted'; readonly by: string; readonly at: string }
export type SupersedeRefusal = Exclude<MaySupersede, { readonly ok: true }>

/** `found`: whether the asker sees the version that they name. */
export function maySupersede(read: string, found: boolean, latest: Latest | undefined): MaySupersede {
  if (!found) return { refused: 'not in the record' }
  if (latest === undefined) return { refused: 'corrected already', by: undefined, at: undefined }
  const { recorded_by: by, recorded: at } = latest
  if (latest.change === 'retraction') return { refused: 'retracted', by, at }
  return latest.id === read ? { ok: true } : { refused: 'corrected already', by, at }
}
