// Meetings about a child: beside the note of each, how and where it was, who was asked and came, the child's part, and the next one.
export {
  CHILD_PARTS,
  type ChildPart,
  GUEST_PARTS,
  GUESTS,
  type Guest,
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
