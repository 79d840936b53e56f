// Complaints: what a child, or somebody for them, says is not right in their care; each stage with who answers, by when, and what changed.
export {
  askFurther,
  childsComplaints,
  complaintWords,
  goOnWithStage,
  recordComplaint,
  type SaidInComplaint,
} from './store.ts'
