// The mark of Kith, our own drawing: two people, one large and one small, under one roof.
import type { FC } from 'hono/jsx'

const ROOF = 'M16 2.5 29.5 13v14.2a2.3 2.3 0 0 1-2.3 2.3H4.8a2.3 2.3 0 0 1-2.3-2.3V13z'
const PEOPLE =
  'M12.3 11.2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M5.9 26.3c0-4 2.7-6.5 6.4-6.5s6.4 2.5 6.4 6.5zM21.7 15.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2M20.2 26.3c.1-1.7-.2-3-.8-4.1.7-.4 1.5-.6 2.3-.6 2.7 0 4.5 1.9 4.5 4.7z'

/** White on the colour of the header, which shows through the people. */
export const KithMark: FC = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path fill="currentColor" d={ROOF} />
    <path class="kith-mark-people" d={PEOPLE} />
  </svg>
)

/** The same as a file of its own, for the tab of the browser. */
export const markFile = (brand = '#14505c'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${brand}" d="${ROOF}"/><path fill="#fff" d="${PEOPLE}"/></svg>\n`
