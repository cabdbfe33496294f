import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { useWrite } from './family-queries.ts'
import { useFamily } from './use-family.ts'

const domains = ['academic', 'social_emotional', 'health', 'basic_needs', 'safety', 'family', 'enrichment'] as const

/** The family says what it needs; the coordinator of the school reads it. */
export function NeedForm() {
  const { t } = useTranslation()
  const titleId = useId()
  const { community, child, about } = useFamily()
  const body = useRef<HTMLTextAreaElement>(null)
  const [domain, setDomain] = useState('')
  const [missing, setMissing] = useState<'domain' | 'body' | null>(null)
  const write = useWrite(community, child.studentId)
  const submit = () => {
    const words = body.current?.value.trim() ?? ''
    const gap = !domain ? 'domain' : !words ? 'body' : null
    setMissing(gap)
    if (!gap) write.mutate({ element: 'needs', body: words, domain }, { onSuccess: clear })
  }
  const clear = () => {
    setDomain('')
    if (body.current) body.current.value = ''
    announce(t('help.needSaved'))
  }
  return (
    <section aria-labelledby={titleId} className="not-in-print">
      <h2 id={titleId}>{t('help.sayNeed')}</h2>
      <p>{t('help.sayNeedText')}</p>
      <SubmitForm submit={t('help.send')} waiting={write.isPending} problem={write.error} onSubmit={submit}>
        <Field label={t('help.kind')} error={missing === 'domain' ? t('help.kindMissing') : undefined}>
          {(describe) => (
            <select {...describe} value={domain} onChange={({ target }) => setDomain(target.value)}>
              <option value="">{t('help.choose')}</option>
              {domains.map((each) => (
                <option key={each} value={each}>
                  {t(`record.domain.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('help.needLabel', about)}
          hint={t('help.needHint')}
          error={missing === 'body' ? t('help.needMissing') : undefined}
        >
          {(describe) => <textarea {...describe} ref={body} rows={4} maxLength={10_000} />}
        </Field>
      </SubmitForm>
    </section>
  )
}
