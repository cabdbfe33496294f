import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Address } from '../../protection/contract.ts'
import { PersonField } from './PersonField.tsx'
import { useProtectionAct } from './protection-queries.ts'
import type { ProtectionProps } from './RestrictionPart.tsx'

/** Where the student lives. A confidential address is here for the data steward alone. */
export function AddressPart({ addresses, ...about }: ProtectionProps & { addresses: Address[] }) {
  const { t } = useTranslation()
  const [isWriting, setWriting] = useState(false)
  const isConfidential = about.protection.restrictions?.some(
    ({ kind, standing }) => kind === 'confidential_address' && standing === 'holds',
  )
  return (
    <section className={`card${addresses.length === 0 ? ' not-in-print' : ''}`} aria-labelledby="address-title">
      <h2 id="address-title">{t('address.title')}</h2>
      {isConfidential && <p className="small soft">{t('address.confidential')}</p>}
      {addresses.length === 0 && <p>{t('address.none')}</p>}
      <ul className="plain-list protection-list">
        {addresses.map(({ personId, personName, address }) => (
          <li key={personId}>
            <strong>{personName}</strong>
            <p>{address}</p>
          </li>
        ))}
      </ul>
      {isWriting ? (
        <AddressForm {...about} addresses={addresses} onDone={() => setWriting(false)} />
      ) : (
        <ActionButton className="not-in-print" onClick={() => setWriting(true)}>
          {t('address.write')}
        </ActionButton>
      )}
    </section>
  )
}

type FormProps = ProtectionProps & { addresses: Address[]; onDone: () => void }

function AddressForm({ studentId, name, protection, addresses, onDone }: FormProps) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [personId, setPerson] = useState('')
  const [address, setAddress] = useState('')
  const [isTried, setTried] = useState(false)
  const save = useProtectionAct(
    () => ({ to: `${path}/students/${studentId}/addresses`, body: { personId, address } }),
    () => {
      announce(t('address.saved', { name }))
      onDone()
    },
  )
  const choose = (id: string) => {
    setPerson(id)
    setAddress(addresses.find((each) => each.personId === id)?.address ?? '')
  }
  const submit = () => {
    setTried(true)
    if (personId) save.mutate(undefined)
  }
  const form = { waiting: save.isPending, problem: save.error, onSubmit: submit, onCancel: onDone }
  return (
    <SubmitForm {...form} label={t('address.write')} submit={t('address.save')}>
      <PersonField
        label={t('address.with')}
        people={protection.people}
        value={personId}
        error={isTried && !personId ? t('protection.missing') : undefined}
        onChange={choose}
      />
      <LongTextField
        label={t('address.title')}
        hint={t('address.hint')}
        rows={2}
        maxLength={500}
        value={address}
        onText={setAddress}
      />
    </SubmitForm>
  )
}
