import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { StaffRow } from '../contract.ts'
import { EndRole } from './EndRole.tsx'
import { InviteHolder } from './InviteHolder.tsx'
import { PeopleNav } from './PeopleNav.tsx'

/** Who has which role in the district, and when they last signed in. No place and no address of a network is kept. */
export function StaffPage() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const staff = useQuery({
    queryKey: ['staff', path],
    queryFn: ({ signal }) => api.get<StaffRow[]>(`${path}/staff`, { signal }),
  })
  usePageTitle(t('staff.title'))
  const roleWord = (role: string) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role)
  const [invited, setInvited] = useState<StaffRow>()
  const inviteThis = ({ personName, role }: StaffRow) =>
    t('staff.inviteThis', { name: personName, role: roleWord(role) })
  const lastOf = (row: StaffRow) => {
    if (row.lastAt) return format.moment(row.lastAt)
    if (row.hasAccount) return t('staff.never')
    return (
      <>
        {t('staff.noAccount')}{' '}
        <ActionButton aria-label={inviteThis(row)} onClick={() => setInvited(row)}>
          {t('staff.invite')}
        </ActionButton>
      </>
    )
  }
  const columns: Column<StaffRow>[] = [
    { key: 'name', label: t('staff.name'), value: ({ personName }) => personName },
    { key: 'role', label: t('staff.role'), value: ({ role }) => roleWord(role) },
    { key: 'place', label: t('staff.place'), value: ({ place }) => place },
    { key: 'last', label: t('staff.last'), value: ({ lastAt }) => lastAt, show: lastOf },
    { key: 'refused', label: t('staff.refused'), value: ({ refused }) => refused, numeric: true },
    { key: 'second', label: t('staff.second'), value: ({ hasSecond }) => t(hasSecond ? 'staff.yes' : 'staff.no') },
    {
      key: 'end',
      label: t('staff.end'),
      value: () => null,
      show: (row) => <EndRole row={row} roleWord={roleWord(row.role)} />,
    },
  ]
  return (
    <>
      <h1>{t('staff.title')}</h1>
      <PeopleNav />
      <p>{t('staff.text')}</p>
      {invited && (
        <InviteHolder
          key={invited.id}
          row={invited}
          label={inviteThis(invited)}
          onClose={() => setInvited(undefined)}
        />
      )}
      {staff.isPending && <Waiting />}
      {staff.isError && <ProblemNotice problem={staff.error} onRetry={() => void staff.refetch()} />}
      {staff.data && (
        <DataTable
          caption={t('staff.title')}
          rows={staff.data}
          columns={columns}
          rowKey={({ id }) => id}
          firstSort={{ key: 'name', descending: false }}
          empty={<EmptyPlace title={t('staff.none')} />}
        />
      )}
    </>
  )
}
