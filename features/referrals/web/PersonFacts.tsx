import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Contact, EnrollmentSpan, StudentRecord } from '../../students/contract.ts'

type Facts = readonly (readonly [string, string | null | undefined])[]

const FactLines = ({ facts }: { facts: Facts }) => (
  <ul className="plain-list">
    {facts.map(
      ([name, value]) =>
        value && (
          <li key={name}>
            <span className="soft">{name}</span> {value}
          </li>
        ),
    )}
  </ul>
)

/** Name, school and grade; or, as an element of its own, birth date, languages and the like. */
export function PersonFacts({ record, isDemographic }: { record: StudentRecord; isDemographic?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { student, demographics } = record
  const own: Facts = [
    [
      t('person.name'),
      student && [student.givenName, student.middleName, student.familyName].filter(Boolean).join(' '),
    ],
    [t('person.preferredName'), student?.preferredName],
    [t('person.school'), student?.schoolName],
    [t('person.grade'), student?.gradeLevel],
  ]
  const more: Facts = [
    [t('person.birthDate'), demographics?.birthDate && format.day(demographics.birthDate)],
    [t('person.sex'), demographics?.sex],
    [t('person.homeLanguage'), demographics?.homeLanguage],
    [t('person.races'), demographics?.races.join(', ')],
  ]
  return <FactLines facts={isDemographic ? more : own} />
}

export function EnrollmentList({ spans }: { spans: readonly EnrollmentSpan[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="plain-list">
      {spans.map(({ schoolName, entryOn, exitOn }) => (
        <li key={`${schoolName} ${entryOn}`}>
          {exitOn
            ? t('person.enrolledUntil', {
                school: schoolName ?? '',
                from: format.day(entryOn),
                until: format.day(exitOn),
              })
            : t('person.enrolledSince', { school: schoolName ?? '', from: format.day(entryOn) })}
        </li>
      ))}
    </ul>
  )
}

export const ContactList = ({ contacts }: { contacts: readonly Contact[] }) => (
  <ul className="plain-list">
    {contacts.map(({ id, name, relation, phone, email }) => (
      <li key={id}>{[name, relation, phone, email].filter(Boolean).join(' · ')}</li>
    ))}
  </ul>
)
