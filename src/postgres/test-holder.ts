// A second Kith process for the launcher's test: opens the home of its argument and holds it until its input ends.
import { openDatabase } from './open.ts'
import { stopOnSignals } from './signals.ts'

const opened = await openDatabase({ home: process.argv[2] ?? '' })
stopOnSignals(opened.stop)
console.log('open')
process.stdin.resume().once('end', () => void opened.stop().then(() => process.exit(0)))
