// Journeys of others: who works at night, by thumb; the analyst; the administrator; and a day by keyboard alone.
import assert from 'node:assert/strict'
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

async function allocates(at: Going, part: string, who: string): Promise<void> {
  await at.search('Teodor Vance')
  await at.press('Teodor Vance')
  await at.press('Record')
  await at.press('Allocate, change or cover')
  await at.tick(part)
  await at.pick('Who?', who)
  await at.press('Save who works with them')
  await at.sees('Saved.')
}

const comesIntoCare: Journey = {
  name: 'a child comes into care at night: looked for first, brought in, found by the night, given a worker, and reviewed',
  tell: async (at) => {
    await at.be('Gareth Pugsley')
    await at.to('A child comes into care')
    await at.press('Look for them')
    await at.sees('Write a name, a birth date or a number.')
    await at.write('Any name that you know', 'Teodor Vance')
    await at.write(/^Birth date/, '30 Apr 2014')
    await at.press('Look for them')
    await at.sees('There is nobody of this name, birth date or number whom you may see.')
    await at.press('It is somebody new')
    await at.write('The day they came into care', 'today')
    await at.tick('Police protection')
    await at.pick('Where do they sleep tonight?', 'Elsewhere')
    await at.tick('No home is found yet')
    await at.pick('Team', 'Children in care, north')
    await at.press('Bring them into care')
    await at.sees('There is something to put right', /^Write the day on which it ends/)
    await at.write(/^The day on which it ends/, '3 Apr')
    await at.press('Bring them into care')
    await at.sees('Saved. What is owed to them is counted from now on.')
    await at.to('Tonight')
    await at.write('Name, birth date or number', 'Teodor')
    await at.press('Find')
    await at.press('Teodor Vance')
    await at.sees('Teodor Vance', /Police protection/)
    await at.be('Imran Bashir')
    await allocates(at, 'Their worker', 'Priya Kandola')
    await allocates(at, 'Reviewing officer', 'Ruth Adomako, outside your teams')
    await at.be('Ruth Adomako')
    await at.search('Teodor Vance')
    await at.press('Teodor Vance')
    await at.sees('First review')
    await at.go(`${at.path()}/reviews/record`)
    await at.tick('Was there and spoke')
    await at.write(/what we talked about/, 'You asked when you can see your dog. Priya finds out.')
    await at.press('Save review')
    await at.sees('Review saved.')
    await at.press('Overview')
    await at.press('Every duty')
    return ['Second review', /^Police protection/, /^Ruth Adomako/]
  },
}

const byThumb: Journey = {
  name: 'a night worker finds a child with one thumb, reads whom to ring, and records what was done',
  hand: 'thumb',
  tell: async (at) => {
    await at.be('Gareth Pugsley')
    await at.write('Name, birth date or number', 'Cass')
    await at.press('Find')
    const height = (await at.page.locator('.kith-lines a').first().boundingBox())?.height ?? 0
    assert.ok(height >= 44, 'a target for a thumb')
    await at.press('Cass Ellis')
    await at.sees('Must know', 'Whom to ring', 'Where tonight')
    await at.press('Record what was done')
    await at.tick('A call or message')
    await at.write(/^To Cass/, 'Alison rang: you could not sleep. We talked about Ruby.')
    await at.press('Save')
    await at.sees('Note saved.')
    return ['Cass Ellis', 'Whom to ring']
  },
}

const byKeyboard: Journey = {
  name: 'a day by keyboard alone: a form is opened, filled, refused, put right and sent',
  hand: 'keyboard',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.open('Record a visit')
    await at.press('Orla Pearce', at.page.locator('.kith-menu'))
    await at.write(/what we did and talked about/, 'We fed the ducks.')
    await at.tick('By video')
    await at.tick(/on their own/)
    await at.pick('What is it about?', 'Home')
    await at.write('When was it?', 'last Tuesda')
    await at.press('Save visit')
    await at.sees('There is something to put right')
    await at.write('When was it?', '29 Mar')
    await at.press('Save visit')
    await at.sees('Visit saved.')
    return ['We fed the ducks.', 'Visit, not in person']
  },
}

const analyst: Journey = {
  name: 'the analyst has the return checked, and goes from a rule to its child and to the figures',
  tell: async (at) => {
    await at.be('Mei Tan')
    await at.to('Return')
    await at.press('The whole return of 2026/27')
    await at.press('Check the return')
    await at.until(async () => {
      await at.page.reload()
      return (await at.page.getByText('Last checked as a whole').count()) > 0
    })
    await at.press(/^624/)
    await at.sees('Show everything')
    await at.press('Show everything')
    await at.press('What changed')
    await at.to('Return')
    await at.press('Figures of 2026/27')
    await at.press(/./, at.page.locator('.kith-table tbody th').first())
    await at.back()
    return ['Figures of the return of 2026/27']
  },
}

const tuned: Journey = {
  name: 'a rule that can be read in two ways is chosen, and the rulebook and what would fall due say so',
  tell: async (at) => {
    await at.be('Robert Enfield')
    await at.to('Rulebook')
    await at.press('CP-16')
    await at.press('Choose how this is read')
    await at.press('Record this choice')
    await at.sees('There is something to put right')
    await at.tick('A visit on that day is the first one.')
    await at.write(/^Who decided it/, 'Dawn Hale, since our workers are with the child on the first evening.')
    await at.press('Record this choice')
    await at.sees('The choice is recorded.')
    await at.to('Rulebook')
    await at.press(/^What would fall due/)
    await at.write('Age in years', '9')
    await at.press('Show what would fall due')
    for (const one of await at.page.locator('.kith-due summary').all()) await one.click()
    await at.to('Rulebook')
    return ['Another choice holds from a later day.']
  },
}

export const OF_OTHERS: readonly Journey[] = [comesIntoCare, byThumb, byKeyboard, analyst, tuned]
