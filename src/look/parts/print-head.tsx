// What stands at the top of a printed page and nowhere else: whose it is, what it is, who printed it, and when.
import type { FC } from 'hono/jsx'

export type PrintHeadProps = {
  readonly council: string
  readonly page: string
  /** 'Wed 31 Mar 2027' */
  readonly printed: string
  readonly who?: string | undefined
}

export const PrintHead: FC<PrintHeadProps> = ({ council, page, printed, who }) => (
  <div class="kith-print-head">
    <p>
      <strong>{council}</strong> · Children in care · Confidential
    </p>
    <p>
      {page} · printed {printed}
      {who && <> by {who}</>}
    </p>
  </div>
)
