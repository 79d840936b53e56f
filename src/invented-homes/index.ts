// Invented homes: why some are far; one for each place where an invented child lives by the record, some with places left, and some where nobody lives yet.
export { inventFar } from './import-far.ts'
export { inventHomes } from './import-homes.ts'
export { inventRequests } from './import-requests.ts'
