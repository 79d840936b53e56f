// Lines of the council: rows of no child, as versions of a line, with words in named parts.
export {
  type CouncilLine,
  councilLines,
  lineVersion,
  type NewCouncilLine,
  takeBackLine,
  writeCouncilLine,
} from './store.ts'
