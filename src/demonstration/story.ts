// The shape of a told story of the demonstration: what would be typed into forms, with keys for the people of one family.
import type { IsoDay } from '#calendar'
import type { TypedConsent, TypedPractice, TypedReferral } from '#health-care'
import type { TypedApplication, TypedAttendance, TypedExclusion, TypedPremium } from '#schooling'

export type StoryPerson = {
  readonly key: string
  readonly relation: string
  readonly gap?: true
  readonly name: string
  readonly sex: string
  readonly born: string
  readonly responsibility: string
  readonly ground?: string
  readonly note?: string
  readonly home?: {
    readonly where: string
    readonly since: string
    readonly household?: string
    readonly withChild?: true
    /** The power by which fewer may know it. */
    readonly kept?: string
  }
}
/** '' is the child. */
export type StoryTie = { readonly one: string; readonly other: string; readonly kind: string; readonly state?: string }
export type StoryNote = {
  readonly key: string
  readonly kind: string
  readonly on: string
  readonly text: string
  readonly terms?: string
  readonly cameFrom?: string
  readonly keyEvent?: { readonly what: string; readonly why: string }
  /** The key event is of the home that began on that day, and not of the note. */
  readonly marks?: 'placement'
}
export type Story = {
  /** The code of the return. */
  readonly child: string
  readonly called?: string
  readonly calledSince?: string
  readonly school: readonly { readonly name: string; readonly since: string; readonly until?: string }[]
  readonly people: readonly StoryPerson[]
  readonly ties: readonly StoryTie[]
  readonly siblings?: {
    readonly members: readonly string[]
    readonly counted: string
    readonly said: string
    readonly decision: {
      readonly kind: string
      readonly decided: string
      readonly by: string
      readonly reviewBy: string
      readonly why: string
    }
  }
  readonly times?: readonly {
    readonly person: string
    readonly stance: string
    readonly way: string
    readonly every: string
    readonly unit: string
    readonly support: string
    readonly basis: string
    readonly since: string
    readonly note: string
  }[]
  readonly timeDays?: readonly {
    readonly person: string
    readonly happens: string
    readonly state: string
    readonly by?: string
    readonly note: string
  }[]
  readonly mustKnow: readonly {
    readonly kind: string
    readonly fact: string
    readonly audience: readonly string[]
    readonly reviewBy: string
  }[]
  readonly notes: readonly StoryNote[]
  readonly views: readonly {
    readonly on: string
    readonly how: string
    readonly about: string
    readonly words: string
    readonly answer?: { readonly outcome: string; readonly decided: string; readonly words: string }
  }[]
  readonly visits: readonly { readonly on: string; readonly seen: boolean; readonly alone: boolean }[]
  readonly peps?: readonly {
    readonly stage: string
    readonly on: string
    readonly quality: string
    readonly term?: string
    readonly ratedBy?: string
    readonly rated?: string
  }[]
  readonly health?: readonly {
    readonly kind: string
    readonly on: string
    readonly by: string
    readonly reported: string
  }[]
  /** As they would be typed; the words beside them. */
  readonly referrals?: readonly TypedReferral[]
  readonly answers?: readonly (TypedConsent & { readonly words: string })[]
  readonly practices?: readonly Omit<TypedPractice, 'until' | 'near'>[]
  readonly attendance?: readonly (TypedAttendance & { readonly words: string })[]
  readonly exclusions?: readonly TypedExclusion[]
  readonly applications?: readonly TypedApplication[]
  readonly premium?: readonly TypedPremium[]
  readonly actions: readonly {
    readonly what: string
    readonly intended: string
    readonly due: string
    readonly origin: string
    readonly done?: { readonly on: string; readonly said: string }
  }[]
  readonly plan?: Readonly<Record<string, string>>
  /** Plans of other kinds, written and not sent. */
  readonly drafted?: readonly { readonly kind: string; readonly parts: Readonly<Record<string, string>> }[]
}

/** The typed words of a story are ours: a refusal is a mistake of this file, and ends the loading. */
type May<Ok> = { readonly ok: Ok } | { readonly refused: unknown } | { readonly faults: unknown }
export function allowed<Ok>(may: May<Ok>): Ok {
  if ('ok' in may) return may.ok
  throw new Error(`A story of the demonstration was refused: ${JSON.stringify(may)}`)
}

export type Told = { readonly child: string; readonly today: IsoDay; readonly worker: string }
