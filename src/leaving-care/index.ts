// Leaving care: from when a young person is owed its duties; and, in its pages, what is known of them each year.
export { eligibleChild, turningEighteen } from './eligible.ts'
