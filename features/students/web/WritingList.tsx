import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Writing } from '../contract.ts'
import './RecordParts.css'

/** What people wrote, each with who and when. */
export const WritingList = ({ writings }: { writings: readonly Writing[] }) => (
  <ul className="plain-list writing-list">
    {writings.map((writing) => (
      <li key={writing.id}>
        <WritingWords {...writing} />
      </li>
    ))}
  </ul>
)

function WritingWords({ body, authorName, writtenAt, domain }: Writing) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const kind =
    domain && i18n.exists(`record.domain.${domain}`) ? t(`record.domain.${domain}` as 'record.domain.health') : null
  return (
    <>
      {kind && <strong className="writing-kind">{kind}</strong>}
      <blockquote>{body}</blockquote>
      <p className="small soft">{[authorName, format.moment(writtenAt)].filter(Boolean).join(' · ')}</p>
    </>
  )
}
