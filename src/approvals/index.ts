// What is approved before it happens, and homes in which a child may live only for a time, or not at their age.
export {
  APPROVAL_BASES,
  type DecisionTaken,
  type HomeOfPlacement,
  type LeavingCare,
  leavingApproval,
  type PlacementApprovals,
  placementApprovals,
} from './approval-duties.ts'
export { type CarerApproval, HOME_BASES, type HomeKnown, homeDuties } from './home-duties.ts'
export { registeredAccommodation, underSixteenOnlyListed } from './other-arrangements.ts'
export { ceasing, outOfArea, withParent } from './rules.ts'
export { type ApprovalReading, extendedApproval, temporaryApproval } from './temporary-approval.ts'
