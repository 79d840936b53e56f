// The routes of the council's settings: what stands, an earlier one again, a logo, and the two forms.
import type { Council, Door } from '#database'
import type { UploadSettings } from '#documents'
import { type Form, makeForm } from '#forms'
import { type Place, type Route, route } from '#web'
import { plainFace } from './face.ts'
import { faceForm, numbersForm } from './pages/face-form.tsx'
import { showSettings, takeAgain, takeLogo } from './pages/settings.tsx'
import { MOST_LOGO } from './store.ts'

type Deps = { readonly door: Door; readonly council: Council; readonly uploads: UploadSettings }
const AS = { as: ['administrator'] as const }

export function councilFaceForms({ door, council }: Deps): readonly Form[] {
  return [makeForm(faceForm(plainFace(council.name))), makeForm(numbersForm(door))]
}

export function councilFaceRoutes({ door, council, uploads }: Deps): readonly Route[] {
  const deps = { door, uploads, plain: plainFace(council.name) }
  return [
    route(
      'GET',
      '/settings/council',
      { may: AS, log: 'read the settings of the council' },
      async (visit) => await showSettings(visit, deps),
    ),
    route(
      'POST',
      '/settings/council/again',
      { may: AS, log: 'took an earlier face of the council again' },
      async (visit) => await takeAgain(visit, deps),
    ),
    route(
      'POST',
      '/settings/council/logo',
      { may: AS, log: 'added a logo of the council' },
      async (visit) => await takeLogo(visit, deps),
      {
        files: { folder: deps.uploads.folder, most: MOST_LOGO },
        limit: 8 * 1024 * 1024,
      },
    ),
  ]
}

export const councilFacePlaces: readonly Place[] = [
  { to: '/settings/council', words: 'The council', for: ['administrator'] },
]
