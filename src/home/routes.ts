// The routes of homes and of reviews, and their places in the navigation.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { HOME_LOOK } from './pages/aside.tsx'
import { showHome } from './pages/home.tsx'
import { showReviews } from './pages/reviewing-home.tsx'

/** `forms`: every form there is; a button on a home leads to the one that settles what is due. */
export const homeRoutes = (forms: readonly Form[]): readonly Route[] => [
  route('GET', '/', { may: 'worker', log: HOME_LOOK }, showHome(forms), { together: true }),
  route('GET', '/reviews', { may: 'worker', log: 'read the list of reviews' }, showReviews),
]

export const homePlace: Place = { to: '/', words: 'Home', for: 'worker' }
export const reviewsPlace: Place = {
  to: '/reviews',
  words: 'Reviews',
  for: ['reviewing-officer', 'allocated-worker', 'co-worker', 'cover', 'manager-line', 'director', 'business-support'],
}
