// What is approved before it happens, who is told of it, and homes in which a child may live only for a time, or not at their age.
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
export { homesToTell, homeToTell } from './home-to-tell.ts'
export {
  endNotices,
  type HomeEnded,
  NOTICE_BASES,
  type PlacementNotices,
  placementNotices,
  type ToldOf,
} from './notice-duties.ts'
export { endingPlacement, noticeOfPlacement, noticeToArea } from './notice-rules.ts'
export { registeredAccommodation, underSixteenOnlyListed } from './other-arrangements.ts'
export { ceasing, outOfArea, withParent } from './rules.ts'
export { type ApprovalReading, extendedApproval, temporaryApproval } from './temporary-approval.ts'
