import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { NewRestriction } from '../../protection/contract.ts'
import { restrictionKinds } from '../../protection/restriction-kinds.ts'
import { PersonField } from './PersonField.tsx'
import { useProtectionAct } from './protection-queries.ts'
import type { ProtectionProps } from './RestrictionPart.tsx'

/** A mark takes effect with the next page that the person named opens. */
export function RestrictionForm({ studentId, name, protection, onDone }: ProtectionProps & { onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [text, setText] = useState({
    personId: '',
    kind: '',
    document: '',
    description: '',
    fromOn: protection.today,
    untilOn: '',
  })
  const [isTried, setTried] = useState(false)
  const change = (part: Partial<typeof text>) => setText((before) => ({ ...before, ...part }))
  const enter = useProtectionAct(
    () => ({ to: `${path}/students/${studentId}/restrictions`, body: bodyOf(text) }),
    () => {
      announce(t('protection.entered', { name }))
      onDone()
    },
  )
  const isWhole = [text.personId, text.kind, text.document.trim(), text.fromOn].every(Boolean)
  const lacks = (value: string) => (isTried && !value.trim() ? t('protection.missing') : undefined)
  const submit = () => {
    setTried(true)
    if (isWhole) enter.mutate(undefined)
  }
  const form = { waiting: enter.isPending, problem: enter.error, onSubmit: submit, onCancel: onDone }
  return (
    <SubmitForm {...form} label={t('protection.enter')} submit={t('protection.save')}>
      <PersonField
        label={t('protection.person')}
        people={protection.people}
        value={text.personId}
        error={lacks(text.personId)}
        onChange={(personId) => change({ personId })}
      />
      <KindField value={text.kind} error={lacks(text.kind)} onChange={(kind) => change({ kind })} />
      <Field label={t('protection.documentLabel')} hint={t('protection.documentHint')} error={lacks(text.document)}>
        {(describe) => (
          <input
            {...describe}
            maxLength={500}
            value={text.document}
            onChange={({ target }) => change({ document: target.value })}
          />
        )}
      </Field>
      <LongTextField
        label={t('protection.description')}
        rows={2}
        maxLength={1000}
        value={text.description}
        onText={(said) => change({ description: said })}
      />
      <div className="field-row">
        <DateField
          label={t('protection.from')}
          error={lacks(text.fromOn)}
          value={text.fromOn}
          onDay={(day) => change({ fromOn: day })}
        />
        <DateField
          label={t('protection.until')}
          hint={t('protection.untilHint')}
          value={text.untilOn}
          onDay={(day) => change({ untilOn: day })}
        />
      </div>
    </SubmitForm>
  )
}

type Text = Record<'personId' | 'kind' | 'document' | 'description' | 'fromOn' | 'untilOn', string>
const bodyOf = ({ untilOn, ...text }: Text) => ({ ...text, ...(untilOn && { untilOn }) }) as NewRestriction

type KindProps = { value: string; error: string | undefined; onChange: (kind: string) => void }

function KindField({ value, error, onChange }: KindProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="fieldset">
      <legend>{t('protection.kindLabel')}</legend>
      {restrictionKinds.map((kind) => (
        <label key={kind} className="choice">
          <input type="radio" name="restriction-kind" checked={value === kind} onChange={() => onChange(kind)} />
          <span>
            {t(`protection.kind.${kind}`)}
            <span className="small soft choice-facts">{t(`protection.kindHint.${kind}`)}</span>
          </span>
        </label>
      ))}
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
