// A journey of a reviewing officer: from a midpoint check to a dispute that rises by itself, is answered by a leader, and goes to Cafcass.
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

async function check(at: Going): Promise<void> {
  await at.press('Record a midpoint check')
  await at.tick('Spoke with them')
  await at.write(/how it goes$/, 'You told me that you wait for your own room.')
  await at.tick('It has to be taken further')
  await at.press('Save the check')
  await at.sees('There is something to put right', 'Say what worries you.')
  await at.write(/^What worries you/, 'The room was promised in October.')
  await at.tick('A concern')
  await at.pick('What is the alert about?', 'A decision that is not carried out')
  await at.write(/in the alert/, 'The room was promised in October, and is not there.')
  await at.press('Save the check')
  await at.sees('Midpoint check saved.', 'The room was promised in October, and is not there.')
}

async function raise(at: Going): Promise<void> {
  await at.press('Raise a dispute')
  await at.write(/^What is not right/, 'Zara has shared a room for a year, and sleeps badly.')
  await at.write(/^What should change/, 'A room of her own before May.')
  await at.tick('It takes too long')
  await at.write('When did you raise it?', '1 Mar')
  await at.press('Raise it')
  await at.sees('There is something to put right', 'Say whether Zara Ellis knows.')
  await at.tick('Yes')
  await at.press('Raise it')
  await at.sees('It stands with: Head of service', /^It rose here by itself/)
}

const ofDisputes = (at: Going) => at.page.locator('.kith-card', { hasText: 'Disputes' })

const dispute: Journey = {
  name: 'a dispute: from the midpoint check, up by itself to the head of service, not agreed, and on to Cafcass',
  tell: async (at) => {
    await at.be('Colin Treadwell')
    await at.search('Zara Ellis')
    await at.press('Zara Ellis')
    await at.press('Plan and reviews', at.page.getByRole('navigation', { name: /record$/ }))
    await at.press('Checks between reviews, alerts and disputes')
    await check(at)
    await raise(at)
    await at.be('Margaret Osei')
    await at.press('Zara Ellis', ofDisputes(at))
    await at.seesNot('Take it on')
    await at.press('Answer')
    await at.tick('Not agreed')
    await at.write(/^What will be done/, 'There is no money for another room this year.')
    await at.press('Save the answer')
    await at.sees('Answer saved.')
    await at.be('Colin Treadwell')
    await at.press('Zara Ellis', ofDisputes(at))
    await at.sees('There is no money for another room this year.')
    await at.press('Cafcass')
    await at.tick('I refer it to Cafcass')
    await at.tick('Yes')
    await at.write('Why?', 'Nobody above can change it before May.')
    await at.press('Save the decision')
    return [
      'I refer it to Cafcass',
      'Nobody above can change it before May.',
      /It stays until the reviewing officer says/,
    ]
  },
}

export const OF_REVIEWING: readonly Journey[] = [dispute]
