// Campaigns of recruiting carers: what each looks for, carers' part in it, what was counted, and the homes that came of it.
export { campaignForms } from './pages/hanging-forms.tsx'
export { campaignRoutes } from './routes.ts'
