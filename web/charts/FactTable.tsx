import type { ReactNode } from 'react'

type Props = { caption: string; head: string[]; rows: { key: string; cells: ReactNode[] }[] }

/** The table behind a chart: plain, whole, in reading order. */
export const FactTable = ({ caption, head, rows }: Props) => (
  <div className="fact-table">
    <table>
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          {head.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
