import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ProblemError } from '#web/problem.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Organization, Service } from '../../contract.ts'
import { lacksOf, textOf, toNewService } from './service-text.ts'
import { TermsSection } from './TermsSection.tsx'
import { WhatSection } from './WhatSection.tsx'
import { WhenSection } from './WhenSection.tsx'
import { WhereSection } from './WhereSection.tsx'
import { WhoSection } from './WhoSection.tsx'
import './ServiceForm.css'

type Props = {
  organization: Organization
  /** The listing to change; without it a new one is added. */
  service?: Service
  onDone: () => void
  onCancel: () => void
}

const isStale = (error: unknown) => error instanceof ProblemError && error.code === 'listing_changed'

/** A service as its organization tells it. Only a name and a need are asked for; whoever knows more opens the rest. */
export function ServiceForm({ organization, service, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [text, setText] = useState(() => textOf(service))
  const [version, setVersion] = useState(service?.version)
  const [tried, setTried] = useState(false)
  const lacking = lacksOf(text)
  const refresh = () => client.invalidateQueries({ queryKey: ['organizations'] })
  const save = useMutation({
    mutationFn: (seen: number | undefined) =>
      service
        ? api.patch(`${path}/services/${service.id}`, { version: seen, service: toNewService(text) })
        : api.post(`${path}/organizations/${organization.id}/services`, toNewService(text)),
    onSuccess: async () => {
      await refresh()
      announce(t(service ? 'partners.saved' : 'partners.added', { name: text.name.trim() }))
      onDone()
    },
    onError: (error) => {
      if (isStale(error)) void refresh()
    },
  })
  const submit = () => {
    setTried(true)
    // Whoever sends it once more has been told, and has seen the listing as it is now above the form.
    const seen = isStale(save.error) ? service?.version : version
    setVersion(seen)
    if (lacking.length === 0) save.mutate(seen)
  }
  const part = {
    text,
    change: (more: Partial<typeof text>) => setText((now) => ({ ...now, ...more })),
    lacks: (what: (typeof lacking)[number]) => tried && lacking.includes(what),
  }
  return (
    <SubmitForm
      label={t(service ? 'partners.changeServiceNamed' : 'partners.addServiceOf', {
        name: service?.name ?? organization.name,
      })}
      submit={t('partners.saveService')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <WhatSection {...part} />
      <WhoSection {...part} />
      <WhenSection {...part} />
      <WhereSection {...part} />
      <TermsSection {...part} />
    </SubmitForm>
  )
}
