// The pack of the night: what a duty worker may know of each child in care, encrypted, to be opened without the server.
export { type PackCommandDeps, packCommands } from './commands.ts'
export { nightlyPack } from './jobs.ts'
export { checkPack, makePack, type PackSettings } from './pack-store.ts'
