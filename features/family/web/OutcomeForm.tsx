import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FamilyWord, Referral } from '../../referrals/contract.ts'
import { useSayOutcome } from '../../referrals/web/referral-queries.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { useFamily } from './use-family.ts'

const answers = ['yes', 'partly', 'no'] as const

/** The family's own word on how it went. The school reads it, the organization does not. */
export function OutcomeForm({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { gotHelp, familyWords, serviceName: service } = referral
  if (isOpen) return <WordForm referral={referral} onDone={() => setOpen(false)} />
  return (
    <div>
      {gotHelp && (
        <p>
          {t('help.youSaid')} <strong>{t(`referralLoop.gotHelp.${gotHelp}`)}</strong>{' '}
          {familyWords && <q>{familyWords}</q>}
        </p>
      )}
      <div className="family-actions not-in-print">
        <ActionButton onClick={() => setOpen(true)} aria-label={t('help.sayHowOne', { service })}>
          {t(gotHelp ? 'help.sayAgain' : 'help.sayHow')}
        </ActionButton>
      </div>
    </div>
  )
}

function WordForm({ referral, onDone }: { referral: Referral; onDone: () => void }) {
  const { t } = useTranslation()
  const { community } = useFamily()
  const [gotHelp, setAnswer] = useState<FamilyWord['gotHelp'] | null>(null)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const say = useSayOutcome(`/${community}`)
  const send = () => {
    setMissing(gotHelp === null)
    if (gotHelp === null) return
    const said = () => {
      announce(t('help.wordSaved'))
      onDone()
    }
    say.mutate({ id: referral.id, gotHelp, words: words.trim() }, { onSuccess: said })
  }
  return (
    <SubmitForm
      submit={t('help.sendWord')}
      waiting={say.isPending}
      problem={say.error}
      onSubmit={send}
      onCancel={onDone}
    >
      <fieldset className="fieldset">
        <legend>{t('help.didItHelp')}</legend>
        {answers.map((answer) => (
          <label key={answer} className="choice">
            <input
              type="radio"
              name={`help-${referral.id}`}
              checked={gotHelp === answer}
              onChange={() => setAnswer(answer)}
            />
            {t(`help.answer.${answer}`)}
          </label>
        ))}
        {isMissing && (
          <p className="field-error" role="alert">
            {t('help.answerMissing')}
          </p>
        )}
      </fieldset>
      <LongTextField
        label={t('help.wordLabel')}
        hint={t('help.wordHint')}
        rows={2}
        maxLength={1000}
        value={words}
        onText={setWords}
      />
    </SubmitForm>
  )
}
