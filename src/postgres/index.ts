// PostgreSQL itself: the server that npm brings, or the one a URL names; started, joined, left, and how its values are read.
import './parsers.ts'

export { type Binaries, binariesIn, embeddedBinaries } from './binaries.ts'
export { type Cluster, makeCluster, serverSettings, startServer, stopServer } from './cluster.ts'
export { findServer } from './find-server.ts'
export { type OpenedDatabase, type OpenOptions, openDatabase, withClient } from './open.ts'
export { ownerRole } from './places.ts'
export { makeClosedFolder, type ServerAccount, serverAccount, serverEnvironment } from './server-account.ts'
export { stopOnSignals } from './signals.ts'
