import { useTranslation } from 'react-i18next'
import type { Contact, StudentRecord } from '#features/students/contract.ts'
import { WrongButton } from '#features/students/web/corrections/WrongButton.tsx'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { holds } from './StudentSheet.tsx'
import { useRingWords } from './use-ring-words.ts'

export function FamilyPart({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  if (!holds(record, 'contacts')) return null
  return (
    <section className="card" id="family" tabIndex={-1} aria-labelledby="family-title">
      <h2 id="family-title">{t('ring.family')}</h2>
      {record.contacts.length === 0 ? (
        <EmptyPlace title={t('student.noContacts')}>{t('student.noContactsText')}</EmptyPlace>
      ) : (
        <ul className="plain-list contact-list">
          {record.contacts.map((contact) => (
            <li key={contact.id}>
              <ContactWords {...contact} />
            </li>
          ))}
        </ul>
      )}
      {record.contacts.length > 0 && <WrongButton student={record.studentId} fact="contact" />}
    </section>
  )
}

function ContactWords({ name, relation, phone, email, language, isPrimary }: Contact) {
  const { t } = useTranslation()
  const { locale } = useCommunity()
  const words = useRingWords()
  const details = [
    words.relation(relation),
    language && languageName(language, locale),
    isPrimary && t('student.firstContact'),
  ]
  return (
    <>
      <strong>{name}</strong> <span className="soft">· {details.filter(Boolean).join(' · ')}</span>
      <br />
      {phone && <a href={`tel:${phone}`}>{phone}</a>} {email && <a href={`mailto:${email}`}>{email}</a>}
    </>
  )
}

/** A language in the reader's words; a code that the browser does not know is shown as it came. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
