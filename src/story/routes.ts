// The routes of a child's story: the page, and the chronology, asked for and then printed.
import { type Route, route } from '#web'
import { printChronology, showChronology } from './pages/show-chronology.tsx'
import { showStory } from './pages/show-story.tsx'

export function storyRoutes(): readonly Route[] {
  return [
    route('GET', '/children/:child/story', { may: ['see', 'story'], log: 'read the story' }, showStory, {
      together: true,
    }),
    route('GET', '/children/:child/chronology', { may: ['see', 'story'], log: 'read the chronology' }, showChronology),
    route(
      'POST',
      '/children/:child/chronology',
      { may: ['takeOut', 'story'], log: 'asked for a print of the chronology' },
      printChronology,
    ),
  ]
}
