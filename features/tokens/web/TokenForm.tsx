import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { useHatSentence } from '../../people/web/use-hat-sentence.ts'
import type { MadeToken } from '../contract.ts'
import {
  emptyToken,
  type HatChoice,
  lifetimes,
  type Missing,
  missingIn,
  requestFor,
  type TokenText,
} from './new-token.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import { SystemChoice } from './SystemChoice.tsx'

export type PartProps = {
  text: TokenText
  change: (part: Partial<TokenText>) => void
  lacks: (part: Missing) => string | undefined
}
type Props = {
  hats: readonly HatChoice[]
  areas: readonly string[]
  onMade: (token: string) => void
  onCancel: () => void
}

/** A new token: for which hat, how long, and what it may do. */
export function TokenForm({ hats, areas, onMade, onCancel }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const worn = hats.find(({ hat }) => hat.isCurrent) ?? hats[0]!
  const [text, setText] = useState(() => emptyToken(worn, areas))
  const [isChecked, setChecked] = useState(false)
  const chosen = hats.find(({ hat }) => hat.id === text.hat) ?? worn
  const make = useMutation({
    mutationFn: () => {
      const { path, body } = requestFor(text, worn.hat.community)
      return api.post<MadeToken>(path, body)
    },
    onSuccess: async ({ token }) => {
      onMade(token)
      await client.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  const missing = missingIn(text)
  const part: PartProps = {
    text,
    change: (changed) => setText({ ...text, ...changed }),
    lacks: (key) => (isChecked && missing.includes(key) ? t(`tokens.missing.${key}`) : undefined),
  }
  const submit = () => {
    setChecked(true)
    if (missing.length === 0) make.mutate()
  }
  return (
    <section className="card" aria-label={t('tokens.make')}>
      <SubmitForm
        label={t('tokens.make')}
        submit={t('tokens.make')}
        waiting={make.isPending}
        problem={make.error}
        onSubmit={submit}
        onCancel={onCancel}
      >
        <NameField {...part} />
        {hats.length > 1 && text.system === null && <HatField {...part} hats={hats} />}
        {worn.hat.role === 'data_steward' && <SystemChoice {...part} community={worn.hat.community} />}
        <DaysField {...part} />
        <ScopeChoice {...part} elements={chosen.elements} areas={areas} />
      </SubmitForm>
    </section>
  )
}

function NameField({ text, change, lacks }: PartProps) {
  const { t } = useTranslation()
  return (
    <Field label={t('tokens.name')} hint={t('tokens.nameHint')} error={lacks('name')}>
      {(describe) => (
        <input
          {...describe}
          value={text.name}
          maxLength={80}
          onChange={({ target }) => change({ name: target.value })}
        />
      )}
    </Field>
  )
}

function HatField({ text, change, hats }: PartProps & { hats: readonly HatChoice[] }) {
  const { t } = useTranslation()
  const sentence = useHatSentence()
  const choose = (id: string) => {
    const chosen = hats.find(({ hat }) => hat.id === id)
    if (chosen) change({ hat: id, elements: emptyToken(chosen, []).elements })
  }
  return (
    <Field label={t('tokens.hat')}>
      {(describe) => (
        <select {...describe} value={text.hat} onChange={({ target }) => choose(target.value)}>
          {hats.map(({ hat }) => (
            <option key={hat.id} value={hat.id}>
              {sentence(hat)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function DaysField({ text, change }: PartProps) {
  const { t } = useTranslation()
  return (
    <Field label={t('tokens.days')}>
      {(describe) => (
        <select {...describe} value={text.days} onChange={({ target }) => change({ days: Number(target.value) })}>
          {lifetimes.map((days) => (
            <option key={days} value={days}>
              {t('tokens.daysOption', { count: days })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
