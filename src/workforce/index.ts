// The workforce: teams, workers, and who belongs to which team when.
export {
  type Membership,
  type MembershipRefusal,
  mayJoin,
  mayLeave,
  membershipRefusalWords,
  type NewMembership,
  TEAM_PARTS,
  type TeamPart,
  type TypedMembership,
} from './membership.ts'
export {
  addWorker,
  joinTeam,
  leaveTeam,
  type MembershipEnded,
  makeTeam,
  managersOf,
  membershipHistory,
  membershipsOf,
  membersOn,
  type StandingMembership,
  type Worker,
  workerById,
  workersCalled,
} from './store.ts'
