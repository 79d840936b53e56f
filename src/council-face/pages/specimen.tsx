// A look at a council's name and colours as a page would wear them; a drawing, since no page may bring styles of its own, and
// no wider than a narrow page.
import type { FC } from 'hono/jsx'
import type { Face } from '../face.ts'

export const Specimen: FC<{ readonly face: Face }> = ({ face: { name, brand, accent } }) => (
  <svg
    viewBox="0 0 270 110"
    width="270"
    height="110"
    role="img"
    aria-label={`How it looks: ${name}, ${brand} and ${accent}`}
  >
    <rect width="270" height="110" fill="#ffffff" stroke="#b1b4b6" />
    <rect width="270" height="48" fill={brand} />
    <text x="12" y="30" fill="#ffffff" font-size="16" font-weight="600">
      {name.slice(0, 26)}
    </text>
    <text x="12" y="86" fill={accent} font-size="16" text-decoration="underline">
      A link to a child
    </text>
    <rect x="156" y="62" width="102" height="36" fill={brand} />
    <text x="207" y="85" fill="#ffffff" font-size="15" text-anchor="middle">
      Save visit
    </text>
  </svg>
)
