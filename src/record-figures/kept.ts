// What the pages read of the nights: a kept figure, a baseline that was decided, and a fact that is missing; types alone.
import type { IsoDay } from '#calendar'
import type { NightFigure } from './night.ts'

/** `made`: the night on which it was reckoned. */
export type KeptFigure = NightFigure & { readonly made: IsoDay }

/** Every fact that is missing of a child whom the asker sees, and in how many figures; with who works with the child. */
export type MissingFactOf = {
  readonly child: string
  readonly fact: string
  readonly figures: number
  readonly owner: string | null
  readonly name: string | null
}

/** `name` null: nobody works with them now. */
export type MissingByOwner = { readonly name: string | null; readonly children: number; readonly fact: string }

/** First and last month by their first days. */
export type DecidedBaseline = {
  readonly indicator: string
  readonly first: IsoDay
  readonly last: IsoDay
  readonly aim: number | null
  readonly because: string
  readonly by: string
  readonly at: string
}

export type NewBaseline = Pick<DecidedBaseline, 'first' | 'last' | 'aim' | 'because'>
