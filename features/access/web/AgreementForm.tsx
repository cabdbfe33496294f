import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { organizationsQuery } from '#features/partners/web/organizations-query.ts'
import { api } from '#web/api.ts'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { AgreementParties } from './AgreementParties.tsx'
import { BasisChoice } from './BasisChoice.tsx'
import { emptyAgreement, type AgreementText, missingIn, type Missing } from './new-agreement.ts'
import { ScheduleChoice } from './ScheduleChoice.tsx'
import { TermFields } from './TermFields.tsx'

export type PartProps = {
  text: AgreementText
  change: (part: Partial<AgreementText>) => void
  lacks: (part: Missing) => string | undefined
}

/** Draws up an agreement: with whom, what for, on which basis, what is shared, and for how long. */
export function AgreementForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const timeZone = useContext(CommunityTimeZone)
  const organizations = useQuery(organizationsQuery(path))
  const [text, setText] = useState(() => emptyAgreement(dayOf(new Date(), timeZone)))
  const [checked, setChecked] = useState(false)
  const draw = useMutation({
    mutationFn: () => api.post(`${path}/agreements`, text),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['agreements'] })
      announce(t('agreements.drawn', { title: text.title }))
      onDone()
    },
  })
  const missing = missingIn(text)
  const part: PartProps = {
    text,
    change: (changed) => setText({ ...text, ...changed }),
    lacks: (key) => (checked && missing.includes(key) ? t(`agreements.missing.${key}`) : undefined),
  }
  const submit = () => {
    setChecked(true)
    if (missing.length === 0) draw.mutate()
  }
  return (
    <div className="card">
      <SubmitForm
        label={t('agreements.draw')}
        submit={t('agreements.save')}
        waiting={draw.isPending}
        problem={draw.error ?? organizations.error}
        onSubmit={submit}
        onCancel={onCancel}
      >
        <AgreementParties {...part} organizations={organizations.data ?? []} />
        <BasisChoice {...part} />
        <ScheduleChoice {...part} />
        <TermFields {...part} />
      </SubmitForm>
    </div>
  )
}
