// The rulebook: the rules as any worker may read them.
export { casesWords } from './cases.ts'
export { type RulebookCommandDeps, rulebookCommand } from './commands.ts'
export { choiceForms as rulebookForms } from './pages/choose-reading.tsx'
export { rulebookPlaces, rulebookRoutes } from './routes.ts'
export { notApplied, type RulePage, ruleById, rulePage } from './rulebook.ts'
