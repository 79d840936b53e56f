// Invented homes: why some are far; one for each place where an invented child lives by the record, some with places left, some where nobody lives, and what came of looking.
export { inventCampaigns } from './import-campaigns.ts'
export { inventChosen } from './import-chosen.ts'
export { inventEndings } from './import-endings.ts'
export { inventFar } from './import-far.ts'
export { inventHomes } from './import-homes.ts'
export { inventRequests } from './import-requests.ts'
