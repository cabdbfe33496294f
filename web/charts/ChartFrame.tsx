import { type ReactNode, useId } from 'react'
import { TableToggle } from './TableToggle.tsx'
import './ChartFrame.css'

type Props = {
  /** The finding, in a sentence: "Missed 9 of 61 days, most of them on Mondays". */
  finding: string
  origin?: ReactNode
  table: ReactNode
  /** A chart whose words show only under the pointer is printed with its table. */
  printTable?: boolean
  children: ReactNode
}

/** A chart under its finding, with the same facts as a table one click away. */
export function ChartFrame({ finding, origin, table, printTable, children }: Props) {
  const titleId = useId()
  return (
    <section className="chart-frame" aria-labelledby={titleId}>
      <h3>
        <span id={titleId}>{finding}</span> {origin}
      </h3>
      <TableToggle chart={children} table={table} />
      {printTable && <div className="only-in-print">{table}</div>}
    </section>
  )
}
