// Audit sampling: whose record is looked at, by chance that anybody can repeat from its seed, and who looks.
export { type Allotted, allot } from './allotting.ts'
export { type Candidate, type Drawn, drawSample, fingerprintOf, type Stratum, strataOf } from './sample.ts'
