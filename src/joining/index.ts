// Joining: two records that are found to be of one child, joined by two people, and parted again where that was wrong.
export { joinedBanner } from './pages/banner.tsx'
export { joiningForms } from './pages/forms.tsx'
export { joiningPlaces, joiningRoutes } from './routes.ts'
