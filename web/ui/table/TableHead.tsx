import type { Column } from './DataTable.tsx'
import type { Sort } from './rows.ts'

type Props<Row> = { columns: readonly Column<Row>[]; sort: Sort | null; sortBy: (key: string) => void }

export function TableHead<Row>({ columns, sort, sortBy }: Props<Row>) {
  const directionOf = (key: string) => (sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending')
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- as cards the parts are blocks, and a browser then forgets what they are
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, label, numeric }) => (
          <th
            key={key}
            role="columnheader"
            scope="col"
            aria-sort={directionOf(key)}
            className={numeric ? 'numeric' : undefined}
          >
            <button type="button" onClick={() => sortBy(key)}>
              {label}
              <SortSign direction={directionOf(key)} />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

const SortSign = ({ direction }: { direction: 'none' | 'ascending' | 'descending' }) => (
  <svg
    className={`sort-${direction}`}
    width="10"
    height="14"
    viewBox="0 0 10 14"
    aria-hidden="true"
    fill="currentColor"
  >
    {direction !== 'descending' && <path d="M5 1 9 6H1Z" />}
    {direction !== 'ascending' && <path d="M5 13 1 8h8Z" />}
  </svg>
)
