import { CommunityTimeZone } from '../format.ts'
import { StaffShell } from '../staff/StaffShell.tsx'
import { FlagReason } from '../ui/FlagReason.tsx'
import { PrintFooter } from '../ui/PrintFooter.tsx'
import { type Column, DataTable } from '../ui/table/DataTable.tsx'
import { Charts } from './Charts.tsx'
import { type StudentRow, students } from './facts.ts'
import { Parts } from './Parts.tsx'
import './Gallery.css'

const columns: Column<StudentRow>[] = [
  { key: 'name', label: 'Student', value: (row) => row.name, show: (row) => <a href={`#${row.name}`}>{row.name}</a> },
  { key: 'grade', label: 'Grade', value: (row) => row.grade, numeric: true },
  { key: 'school', label: 'School', value: (row) => row.school, hiddenAtFirst: true },
  {
    key: 'missed',
    label: 'Days missed',
    value: (row) => row.missed,
    show: (row) => (row.missed === null ? 'no rate yet' : `${row.missed.toFixed(1)}%`),
    numeric: true,
  },
  {
    key: 'flag',
    label: 'Flag',
    value: (row) => row.flag,
    show: (row) => row.flag && <FlagReason level={row.flag} reason={`Missed ${row.missed}% of days`} />,
  },
]

const rooms = ['Today', 'Students', 'Supports', 'Partners', 'Voices', 'Outcomes', 'Learn']
const nothing = () => undefined

export const Gallery = () => (
  <CommunityTimeZone value="America/Chicago">
    <StaffShell
      community="Riverbend"
      person="Dana Whitfield"
      hat={{ id: '1', role: 'Coordinator', place: 'Lincoln School' }}
      otherHats={[{ id: '2', role: 'Parent', place: 'Harbor High' }]}
      nav={rooms.map((label, index) => ({ label, to: index === 0 ? '/app' : `/app/${label.toLowerCase()}` }))}
      onChangeHat={nothing}
      onSignOut={nothing}
      onRetry={nothing}
    >
      <h1>Good morning, Dana</h1>
      <Parts />
      <Charts />
      <h2>A table people work in</h2>
      <DataTable
        caption="Students of Lincoln School"
        rows={students}
        columns={columns}
        rowKey={({ name }) => name}
        firstSort={{ key: 'missed', descending: true }}
        exportName="students"
        empty={null}
      />
      <PrintFooter forWhom="Dana Whitfield, coordinator" />
    </StaffShell>
  </CommunityTimeZone>
)
