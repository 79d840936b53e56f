// A journey of quality: a round of 18 children from the draw to a verified action, what is different for one child, and the report to the board.
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

async function plan(at: Going): Promise<void> {
  await at.be('Paul Amesbury')
  await at.to('Quality')
  await at.press('Plan a round')
  await at.write('What is the round called?', 'Round of eighteen')
  await at.tick('Case audit, with the worker')
  await at.write('How many children?', '0')
  await at.press('Save the plan')
  await at.sees('There is something to put right', 'Tick who audits.')
  await at.write('How many children?', '18')
  for (const name of ['Ruth Obi', 'Nathan Birch', 'Comfort Adeyemi']) await at.tick(name)
  await at.write('The seed', 'Eighteen, one')
  await at.press('Save the plan')
  await at.press('Draw the sample')
  await at.tick('Plan, auditors and seed are as they should be')
  await at.press('Draw the sample')
  await at.sees('Drawn. The seed is on its page.', 'Eighteen, one', 'Child 1 of the sample', 'Child 18 of the sample')
}

/** The auditor's own page of the audit, by its row on the page of the round. */
const OPEN = /^Child|^[A-Z]/
async function openFirst(at: Going): Promise<string> {
  const row = at.page.getByRole('row', { name: /Ruth Obi/ }).first()
  await at.press(OPEN, row)
  return at.path()
}

async function themes(at: Going, audit: string): Promise<void> {
  await at.go(audit)
  await at.press('Go on with the themes')
  for (let theme = 0; theme < 7; theme += 1) {
    for (const at_ of [0, 1, 2]) await at.page.locator(`[name="answer${at_}"][value="requires improvement"]`).check()
    for (const at_ of [0, 1, 2]) await at.page.locator(`[name="seen${at_}"]`).fill('Seen in the record, and late.')
    const evidence = at.page.locator('[name="evidence"]')
    const some = (await evidence.count()) > 0
    if (some) await evidence.first().check()
    await at.page.locator(`[name="grade"][value="${some ? 'requires improvement' : 'not enough to tell'}"]`).check()
    await at.page.locator('[name="why"]').fill('It came late.')
    await at.press('Save and next part')
  }
}

async function handIn(at: Going): Promise<void> {
  await at.press('Hand in')
  await at.tick('Requires improvement')
  await at.write(/^Why, and what difference/, 'Good people, and drift.')
  await at.press('Hand in')
  await at.press('Record a finding')
  await at.write('What did you find?', 'The plan came late.')
  await at.pick('What is it about?', 'Plans and drift')
  await at.write('What is to be done?', 'Send the plan')
  await at.write(/^What is it meant to change/, 'They know what happens next')
  await at.pick('Whose is it?', 'Nathan Birch')
  await at.write('By when?', '20 Apr 2027')
  await at.press('Save')
  await at.sees('An action is not verified by somebody else.')
}
async function moderate(at: Going, audit: string): Promise<void> {
  await at.be('Paul Amesbury')
  await at.go(audit)
  await at.press('Say who moderates')
  await at.pick('Who grades it a second time?', 'Nathan Birch')
  await at.press('Save')
  await at.sees('Saved.', /^Nathan Birch, by/)
  await at.be('Nathan Birch')
  await at.go(audit)
  await at.sees('The first grade is kept from you until you have given yours.')
  await at.seesNot('Good people, and drift.')
  await at.press('Give the second grade')
  await at.tick('Good')
  await at.write(/^Why\?/, 'The plan came late, once.')
  await at.press('Save the second grade')
  await at.sees('1 step higher than the first', /Good people, and drift\./)
  await at.press('Close it')
  await at.tick(/^Done/i)
  await at.write(/^What changed for/, 'They have it on the wall.')
  await at.press('Close action')
}
async function verify(at: Going, audit: string): Promise<void> {
  await at.be('Paul Amesbury')
  await at.go(audit)
  await at.press('Look at it again')
  await at.pick('Who looks again?', 'Comfort Adeyemi')
  await at.press('Start it')
  await at.be('Comfort Adeyemi')
  await at.go(audit)
  await at.press('Verify an action')
  await at.write(/^What did you read/, 'The plan of April is there, and was sent.')
  await at.tick('Yes, I verify it')
  await at.press('Save')
  await at.press('Say what is different')
  await at.tick('Clearly different, and you can see it')
  await at.write(/^What is different for/, 'They talk about their plan.')
  await at.press('Save')
  await at.press('Close the audit')
  await at.tick(/^Both grades/)
  await at.press('Close the audit')
  await at.sees('Verified', /^Closed on/, 'They talk about their plan.')
}

const audited: Journey = {
  name: 'audits: 18 children drawn, one audited, graded twice, acted on, verified by somebody else, closed, and in the report',
  tell: async (at) => {
    await plan(at)
    const audit = await openFirst(at)
    await at.be('Ruth Obi')
    await themes(at, audit)
    await handIn(at)
    await moderate(at, audit)
    await verify(at, audit)
    await at.be('Dawn Hale')
    await at.to('Quality')
    await at.press('Report to the board')
    return [
      'Practice, of audits drawn at random',
      'Do two auditors agree?',
      'Duties met in time, before and after an audit',
    ]
  },
}

export const OF_QUALITY: readonly Journey[] = [audited]
