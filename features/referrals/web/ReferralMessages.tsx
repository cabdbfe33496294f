import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { NewMessage, ReferralMessage } from '../messages/contract.ts'

const messagesQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['referral-messages', path, id],
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => api.get<ReferralMessage[]>(`${path}/referrals/${id}/messages`, { signal }),
  })

type Props = {
  path: string
  id: string
  about: string
  /** Who reads along and does not write: the family. */
  isReader?: boolean
}

/** What the school and the organization say to each other, read when somebody asks for it. */
export function ReferralMessages({ path, id, about, isReader = false }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="not-in-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={t('messages.of', { about })}>{t('messages.title')}</summary>
      {isOpen && <Messages path={path} id={id} />}
      {isOpen &&
        (isReader ? <p className="small soft">{t('messages.forFamilies')}</p> : <NewMessageForm path={path} id={id} />)}
    </details>
  )
}

function Messages({ path, id }: { path: string; id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const messages = useQuery(messagesQuery(path, id))
  if (messages.isPending) return <Waiting />
  if (messages.isError) return <ProblemNotice problem={messages.error} onRetry={() => void messages.refetch()} />
  if (messages.data.length === 0) return <p className="soft">{t('messages.none')}</p>
  return (
    <ol className="referral-timeline">
      {messages.data.map(({ id, body, authorName, side, isForFamily, writtenAt }) => (
        <li key={id}>
          <p>{body}</p>
          <span className="small soft">
            {[
              authorName,
              t(`referralLoop.side.${side}`),
              format.moment(writtenAt),
              isForFamily && t('messages.familyToo'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  )
}

function NewMessageForm({ path, id }: { path: string; id: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [body, setBody] = useState('')
  const [isForFamily, setForFamily] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const writing = useMutation({
    mutationFn: (message: NewMessage) => api.post(`${path}/referrals/${id}/messages`, message),
    onSuccess: () => {
      announce(t('messages.sent'))
      setBody('')
      void client.invalidateQueries({ queryKey: ['referral-messages'] })
    },
  })
  const send = () => {
    setMissing(body.trim() === '')
    if (body.trim() !== '') writing.mutate({ body: body.trim(), isForFamily })
  }
  return (
    <SubmitForm submit={t('messages.send')} waiting={writing.isPending} problem={writing.error} onSubmit={send}>
      <LongTextField
        label={t('messages.label')}
        hint={t('messages.hint')}
        error={isMissing ? t('referralLoop.wordsMissing') : undefined}
        rows={2}
        maxLength={2000}
        value={body}
        onText={setBody}
      />
      <label className="choice">
        <input type="checkbox" checked={isForFamily} onChange={({ target }) => setForFamily(target.checked)} />
        {t('messages.letFamilyRead')}
      </label>
    </SubmitForm>
  )
}
