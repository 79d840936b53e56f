// What the forms of staff have in common: who may, where they lead, the minutes, and taking back within ten minutes.
import type { Asking } from '#database'
import type { At, Reading } from '#forms'
import { sessionBy, takeBackSession } from '../staff-store.ts'

export const HERE = '/supervision'
export const LEADS = { as: ['manager-line', 'director'] } as const
export const SHORT = 'govuk-input--width-5'
export const toSession = (_: At, id: string): string => `/supervision/sessions/${id}`
export const toList = (): string => HERE
const TAKEN_BACK = 'Taken back by its author within ten minutes.'
export const undoSession = async (asking: Asking, id: string): Promise<boolean> => {
  const session = await sessionBy(asking, id)
  return session !== undefined && (await takeBackSession(asking, { session, reason: TAKEN_BACK })) !== undefined
}

export const minutesIn = (read: Reading): number => {
  const minutes = Number(read.typed.one('minutes'))
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 480)
    read.fault('minutes', 'Write how many minutes it took, as a number: 90 for an hour and a half.')
  return minutes
}
