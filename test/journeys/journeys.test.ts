// More than a dozen journeys across the rooms, each gone twice: with scripts and without.
import { goAll } from './journey.ts'
import { OF_HEALTH_AND_SCHOOL } from './of-health-and-school.ts'
import { OF_HOMES } from './of-homes.ts'
import { OF_MANAGERS } from './of-managers.ts'
import { OF_OTHERS } from './of-others.ts'
import { OF_QUALITY } from './of-quality.ts'
import { OF_REVIEWING } from './of-reviewing.ts'
import { OF_SUPERVISION } from './of-supervision.ts'
import { OF_WORKERS } from './of-workers.ts'

goAll([
  ...[...OF_WORKERS, ...OF_MANAGERS, ...OF_OTHERS, ...OF_REVIEWING],
  ...[...OF_HOMES, ...OF_HEALTH_AND_SCHOOL, ...OF_SUPERVISION, ...OF_QUALITY],
])
