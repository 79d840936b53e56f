// Allocations: who works with whom, from when to when, and who covers.
export {
  ALLOCATION_PARTS,
  type Allocation,
  type AllocationPart,
  type AllocationRefusal,
  mayAllocate,
  mayEndAllocation,
  type NewAllocation,
  type TypedAllocation,
} from './allocation.ts'
export { allocationForms } from './pages/correct-allocation.tsx'
export { letInRoutes } from './pages/let-in.tsx'
export { organisationPeopleForms } from './pages/organisation-people.tsx'
export { allocationRefusalWords } from './refusal-words.ts'
export {
  allocate,
  allocationsOf,
  endAllocation,
  holdInTeam,
  mayAllocateHere,
  type StandingAllocation,
  type TeamOfChild,
  teamOf,
  worksWithOn,
} from './store.ts'
