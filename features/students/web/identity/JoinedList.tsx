import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Joined } from '../../identity/contract.ts'
import { SplitForm } from './SplitForm.tsx'

/** Records that were joined, the latest first, each with the way back. */
export function JoinedList({ joined }: { joined: readonly Joined[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [splitting, setSplitting] = useState<string | null>(null)
  return (
    <section aria-labelledby="joined-title">
      <h2 id="joined-title">{t('identities.joined')}</h2>
      <ul className="plain-list">
        {joined.map((each) => (
          <li key={each.id} className="card identity-pair">
            <p>
              <strong>{t('identities.joinedPair', { survivor: each.survivorName, merged: each.mergedName })}</strong>
              <br />
              <span className="soft">
                {t('identities.joinedFacts', {
                  when: format.moment(each.at),
                  by: each.byName,
                  moved: format.number(each.moved),
                  aside: format.number(each.laidAside),
                })}
              </span>
            </p>
            {splitting === each.id ? (
              <SplitForm joined={each} onDone={() => setSplitting(null)} />
            ) : (
              <ActionButton
                aria-label={t('identities.splitThis', { survivor: each.survivorName, merged: each.mergedName })}
                onClick={() => setSplitting(each.id)}
              >
                {t('identities.split')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
