import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { ConsentRequest } from '../contract.ts'
import { ElementChoice } from './ElementChoice.tsx'
import { useGiveConsent } from './family-queries.ts'
import { RefuseRequest } from './RefuseRequest.tsx'
import { useFamily } from './use-family.ts'

type Props = { request: ConsentRequest; onAnswered: (sentence: string) => void }

/** One request for permission: who, what for, what exactly, until when, and a signature (34 CFR 99.30). */
export function ConsentForm({ request, onAnswered }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const { community, about } = useFamily()
  const [elements, setElements] = useState<readonly string[]>(request.elements)
  const [missing, setMissing] = useState<'elements' | 'name' | null>(null)
  const signature = useRef<HTMLInputElement>(null)
  const give = useGiveConsent(community)
  const { organizationId, organizationName, purpose, untilOn } = request
  const submit = () => {
    const signedName = signature.current?.value.trim() ?? ''
    const gap = elements.length === 0 ? 'elements' : signedName.length < 2 ? 'name' : null
    setMissing(gap)
    if (gap === 'name') signature.current?.focus()
    if (gap) return
    give.mutate(
      { organizationId, elements: [...elements], purpose, untilOn, signedName },
      { onSuccess: () => onAnswered(t('consent.thanks', { organization: organizationName })) },
    )
  }
  return (
    <article className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('consent.request', { organization: organizationName, ...about })}</h2>
      <RequestFacts request={request} />
      <SubmitForm
        submit={t('consent.allow')}
        waiting={give.isPending || give.isSuccess}
        problem={give.error}
        onSubmit={submit}
      >
        <ElementChoice
          all={request.elements}
          chosen={elements}
          onChange={setElements}
          isMissing={missing === 'elements'}
        />
        <p>{t('consent.noDisadvantage', about)}</p>
        <Field
          label={t('consent.signature')}
          hint={<Today />}
          error={missing === 'name' ? t('consent.nameMissing') : undefined}
        >
          {(describe) => <input {...describe} ref={signature} autoComplete="name" maxLength={200} />}
        </Field>
      </SubmitForm>
      <RefuseRequest request={request} onAnswered={onAnswered} />
    </article>
  )
}

function Today() {
  const { t } = useTranslation()
  const format = useFormat()
  const { child } = useFamily()
  return t('consent.signedToday', { day: format.day(child.today) })
}

function RequestFacts({ request }: { request: ConsentRequest }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { about } = useFamily()
  const facts = [
    [t('consent.service'), request.serviceName],
    [t('consent.schoolAsks', about), request.request],
    [t('consent.purpose'), request.purpose],
    [t('consent.until'), t('consent.untilDay', { day: format.day(request.untilOn) })],
  ] as const
  return (
    <dl className="family-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
