import { goAll } from './journey.ts'
import { OF_HEALTH_AND_SCHOOL } from './of-health-and-school.ts'

goAll(OF_HEALTH_AND_SCHOOL.slice(1))
