// Meetings about a child: beside the note of each, how and where it was, who was asked and came, the child's part, and the next one.
export {
  ANSWERS,
  type Invited,
  invitationRefusalWords,
  mayAsk,
  type NewPlanned,
  timeOn,
} from './ahead.ts'
export {
  askOthers,
  gatheringOf,
  heldAsNotes,
  invitedTo,
  liesAheadFor,
  type MeetingAhead,
  meetingDays,
  meetingsAhead,
  type NextDay,
  planMeeting,
  plannedWords,
  stepMeeting,
} from './ahead-store.ts'
export {
  CHILD_PARTS,
  type ChildPart,
  GUEST_PARTS,
  GUESTS,
  type Guest,
  type GuestOf,
  HOW_MET,
  type MeetingOk,
  type MeetingRefusal,
  mayHoldMeeting,
  mayInvite,
  meetingRefusalWords,
  type NewMeeting,
  type TypedMeeting,
} from './meeting.ts'
export {
  correctMeeting,
  meetingHistory,
  meetingOf,
  meetingWords,
  type NextMeeting,
  nextMeetings,
  recordMeeting,
  retractMeeting,
} from './store.ts'
