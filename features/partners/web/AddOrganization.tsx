import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { sectors } from '../sectors.ts'

type Props = { onDone: () => void; onCancel: () => void }

export function AddOrganization({ onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [sector, setSector] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useMutation({
    mutationFn: () => api.post(`${path}/organizations`, { name: name.trim(), sector }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organizations'] })
      announce(t('partners.added', { name: name.trim() }))
      onDone()
    },
  })
  const isWhole = name.trim() !== '' && sector !== ''
  const submit = () => {
    setMissing(!isWhole)
    if (isWhole) add.mutate()
  }
  return (
    <div className="card">
      <SubmitForm
        label={t('partners.add')}
        submit={t('partners.saveOrganization')}
        waiting={add.isPending}
        problem={add.error}
        onSubmit={submit}
        onCancel={onCancel}
      >
        <Field label={t('partners.name')} error={missing && !name.trim() ? t('partners.nameMissing') : undefined}>
          {(describe) => (
            <input {...describe} value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <Field label={t('partners.sector')} error={missing && !sector ? t('partners.sectorMissing') : undefined}>
          {(describe) => (
            <select {...describe} value={sector} onChange={({ target }) => setSector(target.value)}>
              <option value="">{t('domain.choose')}</option>
              {sectors.map((each) => (
                <option key={each} value={each}>
                  {t(`sector.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </SubmitForm>
    </div>
  )
}
