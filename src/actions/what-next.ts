// What happens next, as any form asks it: rows of what is to be done, what for and by when, decided in one way for all of them.
import { dayTyped, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import type { Origin } from './action.ts'
import { type ActionRefusal, mayRecordAction, type NewAction } from './record-action.ts'
import { actionRefusalWords } from './refusal-words.ts'

/** The rows of a form that asks it: the first field of a row, and all of its fields. */
export const WHAT_NEXT_ROWS = { next: ['next', 'intended', 'by_when'] } as const
export const WHAT_NEXT_LABELS = {
  next: 'What is to be done',
  intended: 'What it is meant to change',
  by_when: 'By when',
} as const

const fieldOf = (refusal: ActionRefusal): string =>
  refusal === 'intended outcome missing' ? 'intended' : refusal.startsWith('what') ? 'next' : 'by_when'
const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }

type Asked = { readonly owner: string; readonly origin: Origin; readonly today: IsoDay }
export type WhatNext = {
  readonly faults: readonly { readonly field: string; readonly says: string }[]
  readonly actions: readonly NewAction[]
}

/** Rows left empty are none. `owner`: the worker whose they become; whence they came is known when it is stored. */
export function whatNextOf(typed: Typed, { owner, origin, today }: Asked): WhatNext {
  const faults: WhatNext['faults'][number][] = []
  const actions: NewAction[] = []
  typed.all('next').forEach((what, at) => {
    const [intended, due] = [typed.all('intended')[at] ?? '', typed.all('by_when')[at] ?? '']
    if ([what, intended, due].every((text) => text.trim() === '')) return
    const given = { what, intended, origin, from: null, whoMayKnow: null, owner: { worker: owner, service: '' } }
    const may = mayRecordAction({ ...given, due: dayTyped(due, today, 'ahead'), noDueWhy: '' }, today)
    if ('ok' in may) actions.push(may.ok)
    else
      for (const one of may.refused) {
        const field = at === 0 ? fieldOf(one) : `${fieldOf(one)}-${at + 1}`
        faults.push({ field, says: actionRefusalWords(one, today, SHOWN) })
      }
  })
  return { faults, actions }
}
