// The routes of campaigns: the list and one of them, for those who read whether there are homes enough, and those who write them.
import { type Route, route } from '#web'
import { CAMPAIGNS } from './pages/campaign-forms.tsx'
import { showCampaign, showCampaigns } from './pages/show-campaigns.tsx'

const may = { as: ['director', 'manager-line', 'placement-team', 'supervising-worker'] } as const
export const campaignRoutes = (): readonly Route[] => [
  route('GET', CAMPAIGNS, { may, log: 'read the campaigns of recruiting' }, showCampaigns),
  route('GET', `${CAMPAIGNS}/:about{[0-9a-f-]{36}}`, { may, log: 'read a campaign of recruiting' }, showCampaign),
]
