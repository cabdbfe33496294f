import { useTranslation } from 'react-i18next'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { Choice, Line, type PartProps, Tick } from './FormParts.tsx'

/** Places, cost, papers to bring, and what research says. */
export function TermsSection(part: PartProps) {
  const { t } = useTranslation()
  const { text, change, lacks } = part
  const costs = ['free', 'sliding', 'fee', 'unknown'] as const
  const states = ['active', 'temporarily_closed', 'inactive', 'defunct'] as const
  return (
    <details className="form-more" open={lacks('capacity') || lacks('citation') || undefined}>
      <summary>{t('partners.service.terms')}</summary>
      <div className="field-row">
        <Line
          {...part}
          name="capacity"
          inputMode="numeric"
          error={lacks('capacity') ? t('partners.capacityWrong') : undefined}
        />
        <Choice
          {...part}
          name="isAccepting"
          options={[
            ['', t('partners.notSaid')],
            ['yes', t('partners.accepting')],
            ['no', t('partners.full')],
          ]}
        />
        <Choice {...part} name="cost" options={costs.map((cost) => [cost, t(`partners.costs.${cost}`)] as const)} />
        <Line {...part} name="costNote" maxLength={1000} />
      </div>
      <LongTextField
        label={t('partners.service.documents')}
        hint={t('partners.service.documentsHint')}
        rows={2}
        value={text.documents}
        onText={(documents) => change({ documents })}
      />
      <Choice
        {...part}
        name="evidenceTier"
        options={[
          ['', t('partners.notSaid')],
          ...(['1', '2', '3', '4'] as const).map((tier) => [tier, t(`partners.tiers.${tier}`)] as const),
        ]}
      />
      <Line
        {...part}
        name="evidenceCitation"
        maxLength={1000}
        error={lacks('citation') ? t('refusal.citation_missing') : undefined}
      />
      <Choice
        {...part}
        name="status"
        options={states.map((state) => [state, t(`partners.serviceStatus.${state}`)] as const)}
      />
      <Tick
        label={t('partners.service.takesReferrals')}
        checked={text.takesReferrals}
        onChange={(takesReferrals) => change({ takesReferrals })}
      />
    </details>
  )
}
