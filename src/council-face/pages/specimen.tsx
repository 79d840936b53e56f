// A look at a council's name and colours as a page would wear them; a drawing, since no page may bring styles of its own.
import type { FC } from 'hono/jsx'
import type { Face } from '../face.ts'

export const Specimen: FC<{ readonly face: Face }> = ({ face: { name, brand, accent } }) => (
  <svg
    viewBox="0 0 480 120"
    width="480"
    height="120"
    role="img"
    aria-label={`How it looks: ${name}, ${brand} and ${accent}`}
  >
    <rect width="480" height="120" fill="#ffffff" stroke="#b1b4b6" />
    <rect width="480" height="48" fill={brand} />
    <text x="16" y="30" fill="#ffffff" font-size="18" font-weight="600">
      {name.slice(0, 40)}
    </text>
    <text x="16" y="90" fill={accent} font-size="16" text-decoration="underline">
      A link to a child
    </text>
    <rect x="340" y="68" width="124" height="36" fill={brand} />
    <text x="402" y="91" fill="#ffffff" font-size="16" text-anchor="middle">
      Save visit
    </text>
  </svg>
)
