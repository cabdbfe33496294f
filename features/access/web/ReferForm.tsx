import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { organizationsQuery } from '#features/partners/web/organizations-query.ts'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { agreementsQuery } from './agreements-query.ts'
import { ServiceChoice } from './ServiceChoice.tsx'
import { asksFamilyFirst } from './why-not-referable.ts'

type Props = { studentId: string; name: string; onDone: () => void; onCancel: () => void }

/** Asks an organization to serve a student. Services that cannot be asked are shown with the reason. */
export function ReferForm({ studentId, name, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const organizations = useQuery(organizationsQuery(path))
  const agreements = useQuery(agreementsQuery(path))
  const [serviceId, setServiceId] = useState('')
  const [request, setRequest] = useState('')
  const [missing, setMissing] = useState(false)
  const refer = useMutation({
    mutationFn: (isDraft: boolean) =>
      api.post(`${path}/students/${studentId}/referrals`, { serviceId, request: request.trim(), isDraft }),
    onSuccess: onDone,
  })
  const problem = organizations.error ?? agreements.error
  if (problem) return <ProblemNotice problem={problem} />
  if (!organizations.data || !agreements.data) return <Waiting />
  const chosen = organizations.data.find(({ services }) => services.some(({ id }) => id === serviceId))
  const isWhole = serviceId !== '' && request.trim() !== ''
  const submit = (isDraft: boolean) => {
    setMissing(!isWhole)
    if (isWhole && !refer.isPending) refer.mutate(isDraft)
  }
  return (
    <SubmitForm
      label={t('refer.title', { name })}
      submit={t('refer.send')}
      waiting={refer.isPending}
      problem={refer.error}
      onSubmit={() => submit(false)}
      onCancel={onCancel}
    >
      <ServiceChoice
        organizations={organizations.data}
        agreements={agreements.data}
        value={serviceId}
        onChange={setServiceId}
        missing={missing && serviceId === ''}
      />
      <LongTextField
        label={t('refer.request')}
        hint={t('refer.requestHint')}
        error={missing && request.trim() === '' ? t('write.empty') : undefined}
        rows={3}
        maxLength={2000}
        value={request}
        onText={setRequest}
      />
      {chosen && (
        <p role="status">
          {t(asksFamilyFirst(chosen.id, agreements.data) ? 'refer.familyFirst' : 'refer.noConsentNeeded', {
            organization: chosen.name,
          })}
        </p>
      )}
      <ActionButton kind="quiet" onClick={() => submit(true)}>
        {t('refer.saveDraft')}
      </ActionButton>
    </SubmitForm>
  )
}
