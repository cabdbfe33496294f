import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useHat } from '#web/use-hat.ts'
import type { Agreement } from '../contract.ts'
import { EndAgreement } from './EndAgreement.tsx'
import { SignAgreement } from './SignAgreement.tsx'
import { Standing } from './Standing.tsx'
import { useElementList } from './use-element-list.ts'

const sideOf: Record<string, string> = { data_steward: 'school', partner_worker: 'partner' }

export function AgreementCard({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const { role } = useHat()
  const side = sideOf[role]
  const mayStillSign =
    side !== undefined &&
    agreement.standing !== 'ended' &&
    !agreement.signatures.some((signature) => signature.side === side)
  return (
    <article className="card">
      <h2>{agreement.title}</h2>
      <p>
        <span className="soft">
          {agreement.organizationName} · {agreement.number}
        </span>{' '}
        <Standing standing={agreement.standing} />
      </p>
      <AgreementTerms {...agreement} />
      <Signatures {...agreement} />
      <div className="form-actions not-in-print">
        {mayStillSign && <SignAgreement agreement={agreement} />}
        {role === 'data_steward' && agreement.standing !== 'ended' && <EndAgreement agreement={agreement} />}
      </div>
      {side === undefined && <p className="soft small">{t('agreements.onlyRead')}</p>}
    </article>
  )
}

function AgreementTerms({ elements, basis, purpose, fromOn, untilOn, terminatedOn }: Agreement) {
  const { t } = useTranslation()
  const format = useFormat()
  const elementList = useElementList()
  const rows: [string, string][] = [
    [t('agreements.schedule'), elementList(elements)],
    [t('agreements.basis'), t(`basis.${basis as 'consent'}`)],
    [t('agreements.purpose'), purpose],
    [t('agreements.term'), t('origin.fromTo', { from: format.day(fromOn), to: format.day(untilOn) })],
    ...(terminatedOn ? [[t('agreements.endedOn'), format.day(terminatedOn)] as [string, string]] : []),
  ]
  return (
    <dl className="agreement-terms">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="small soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Signatures({ signatures }: Agreement) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="plain-list service-list">
      {(['school', 'partner'] as const).map((side) => {
        const signed = signatures.find((signature) => signature.side === side)
        const words = signed
          ? t('agreements.signedBy', { name: signed.signedName, moment: format.moment(signed.signedAt) })
          : t('agreements.notSigned')
        return (
          <li key={side}>
            <strong>{t(`agreements.side.${side}`)}</strong> <span className={signed ? undefined : 'soft'}>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
