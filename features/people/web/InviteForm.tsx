import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { placesQuery } from './invitations-query.ts'
import { MailLanguage } from './MailLanguage.tsx'
import { TextField } from './TextField.tsx'

type Answer = { givenName: string; familyName: string; email: string; locale: string; role: string; place: string }
const nothing: Answer = { givenName: '', familyName: '', email: '', locale: 'en', role: '', place: '' }

/** Whom to invite, to which role, and where. The choices are those that the inviter may give. */
export function InviteForm({ onDone, onCancel }: { onDone: () => Promise<void>; onCancel: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const places = useQuery(placesQuery(path))
  const [answer, setAnswer] = useState(nothing)
  const [isTried, setTried] = useState(false)
  const set = (part: Partial<Answer>) => setAnswer((before) => ({ ...before, ...part }))
  const { role, place, email, ...person } = answer
  const isPartner = role === 'partner_worker'
  const needsPlace = role !== 'data_steward'
  const missing = {
    email: !/\S@\S/.test(email),
    role: role === '',
    place: needsPlace && place === '',
  }
  const invite = useMutation({
    mutationFn: () =>
      api.post(`${path}/invitations`, {
        ...person,
        email: email.trim(),
        role,
        ...(needsPlace && (isPartner ? { organizationId: place } : { schoolId: place })),
      }),
    onSuccess: () => {
      announce(t('invitations.invited', { email }))
      return onDone()
    },
  })
  const submit = () => {
    setTried(true)
    if (!Object.values(missing).some(Boolean)) invite.mutate()
  }
  if (places.isPending) return <Waiting />
  if (places.isError) return <ProblemNotice problem={places.error} onRetry={() => void places.refetch()} />
  const choices = isPartner ? places.data.organizations : places.data.schools
  const said = (isMissing: boolean, words: string) => (isTried && isMissing ? words : undefined)
  return (
    <SubmitForm
      label={t('invitations.invite')}
      submit={t('invitations.send')}
      waiting={invite.isPending}
      problem={invite.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <div className="field-row">
        <TextField label={t('invitations.given')} value={answer.givenName} onText={(givenName) => set({ givenName })} />
        <TextField
          label={t('invitations.family')}
          value={answer.familyName}
          onText={(familyName) => set({ familyName })}
        />
      </div>
      <TextField
        label={t('signIn.email')}
        type="email"
        value={email}
        error={said(missing.email, t('signIn.addressFirst'))}
        onText={(typed) => set({ email: typed })}
      />
      <Field label={t('invitations.role')} error={said(missing.role, t('invitations.chooseRole'))}>
        {(describe) => (
          <select {...describe} value={role} onChange={({ target }) => set({ role: target.value, place: '' })}>
            <option value="">{t('invitations.choose')}</option>
            {places.data.roles.map((each) => (
              <option key={each} value={each}>
                {t(`role.${each}` as 'role.teacher')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role !== '' && needsPlace && (
        <Field
          label={t(isPartner ? 'invitations.organization' : 'invitations.school')}
          error={said(missing.place, t('invitations.choosePlace'))}
        >
          {(describe) => (
            <select {...describe} value={place} onChange={({ target }) => set({ place: target.value })}>
              <option value="">{t('invitations.choose')}</option>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <MailLanguage value={answer.locale} onChange={(locale) => set({ locale })} />
    </SubmitForm>
  )
}
