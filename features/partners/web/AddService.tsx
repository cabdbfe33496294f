import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DomainField } from './DomainField.tsx'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Organization } from '../contract.ts'
import { emptyService, type ServiceText, toNewService } from './service-text.ts'

type Props = { organization: Organization; onDone: () => void; onCancel: () => void }

const texts = ['name', 'description', 'eligibility', 'schedule', 'capacity'] as const

export function AddService({ organization, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [text, setText] = useState<ServiceText>(emptyService)
  const [missing, setMissing] = useState(false)
  const add = useMutation({
    mutationFn: () => api.post(`${path}/organizations/${organization.id}/services`, toNewService(text)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organizations'] })
      announce(t('partners.added', { name: text.name.trim() }))
      onDone()
    },
  })
  const change = (part: Partial<ServiceText>) => setText({ ...text, ...part })
  const isWhole = text.name.trim() !== '' && text.needDomain !== ''
  const submit = () => {
    setMissing(!isWhole)
    if (isWhole) add.mutate()
  }
  return (
    <SubmitForm
      label={t('partners.addServiceOf', { name: organization.name })}
      submit={t('partners.saveService')}
      waiting={add.isPending}
      problem={add.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {texts.map((key) => (
        <Field
          key={key}
          label={t(`partners.service.${key}`)}
          error={key === 'name' && missing && !text.name.trim() ? t('partners.nameMissing') : undefined}
        >
          {(describe) => (
            <input
              {...describe}
              maxLength={key === 'description' ? 2000 : 200}
              {...(key === 'capacity' && { inputMode: 'numeric' as const })}
              value={text[key]}
              onChange={({ target }) => change({ [key]: target.value })}
            />
          )}
        </Field>
      ))}
      <DomainField
        value={text.needDomain}
        onChange={(needDomain) => change({ needDomain })}
        missing={missing && text.needDomain === ''}
      />
    </SubmitForm>
  )
}
