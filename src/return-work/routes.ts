// The routes of the return as work: the whole of it, one's own part, what changed, signing, files, and the figures.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { showChanges } from './pages/changes.tsx'
import { showBehind, showFigures } from './pages/figures.tsx'
import { showMine } from './pages/mine.tsx'
import { namingForm, showNamed } from './pages/naming.tsx'
import type { ReturnDeps } from './pages/parts.tsx'
import { askCheck, showReturn } from './pages/return.tsx'
import { showReturns } from './pages/returns.tsx'
import { makeFiles, showSigning, stepForms } from './pages/sign.tsx'
import { takeOut } from './pages/take-out.tsx'

const KEEPERS = { as: ['analyst', 'director'] } as const
const READERS = { as: ['analyst', 'director', 'quality-lead'] } as const

const named = (deps: ReturnDeps): Route =>
  route(
    'GET',
    '/returns/names',
    { may: { as: ['analyst'] }, log: 'read the names that were told for the return' },
    showNamed(deps),
  )

export function returnRoutes(deps: ReturnDeps): readonly Route[] {
  return [
    route('GET', '/returns', { may: 'worker', log: 'read the list of returns' }, showReturns),
    route('GET', '/returns/ssda903/:year', { may: KEEPERS, log: 'read what the return says' }, showReturn(deps)),
    named(deps),
    route('POST', '/returns/ssda903/:year/check', { may: KEEPERS, log: 'asked for a check of the return' }, askCheck),
    route(
      'GET',
      '/returns/ssda903/:year/changes',
      { may: KEEPERS, log: 'read what changed in the return' },
      showChanges(deps),
    ),
    route('GET', '/returns/ssda903/:year/mine', { may: 'worker', log: 'read own part of the return' }, showMine(deps)),
    route(
      'GET',
      '/returns/ssda903/sign-off/:of',
      { may: KEEPERS, log: 'read who signed the return' },
      showSigning(deps),
    ),
    route(
      'POST',
      '/returns/ssda903/:year/make',
      { may: KEEPERS, log: 'made the files of the return' },
      makeFiles(deps),
    ),
    route(
      'POST',
      '/returns/ssda903/:year/take-out',
      { may: { as: ['analyst', 'director', 'records-officer'] }, log: 'asked to take the return out' },
      takeOut,
    ),
    route(
      'GET',
      '/returns/ssda903/:year/figures',
      { may: { as: [...READERS.as, 'member'] }, log: 'read the figures of the return' },
      showFigures,
    ),
    route(
      'GET',
      '/returns/ssda903/:year/figures/:figure',
      { may: READERS, log: 'read the children behind a figure' },
      showBehind,
    ),
  ]
}

export const returnForms: readonly Form[] = [...stepForms, namingForm]

export const returnPlaces: readonly Place[] = [{ to: '/returns', words: 'Return', for: 'worker' }]
