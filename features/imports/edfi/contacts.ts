import { childrenOf, elementAt, textAt, type Element } from './element.ts'
import { codeOf } from './meaning.ts'
import type { Reader } from './reading.ts'

const isFax = (telephone: Element) => /fax/i.test(codeOf(textAt(telephone, 'TelephoneNumberType') ?? ''))
const priority = (telephone: Element) => Number(textAt(telephone, 'OrderOfPriority') ?? 99)

const phoneOf = (element: Element) => {
  const spoken = childrenOf(element, 'Telephone').filter((each) => !isFax(each))
  const first = spoken.sort((a, b) => priority(a) - priority(b))[0]
  return first ? textAt(first, 'TelephoneNumber') : null
}

const emailOf = (element: Element) => {
  const mails = childrenOf(element, 'ElectronicMail')
  const primary = mails.find((each) => textAt(each, 'PrimaryEmailAddressIndicator') === 'true') ?? mails[0]
  return primary ? textAt(primary, 'ElectronicMailAddress') : null
}

const languageOf = (element: Element) => {
  const language = elementAt(element, 'Language')
  return language && (elementAt(language, 'Language') ?? elementAt(language, 'LanguageDescriptor') ?? language)
}

/** Before version 5 contacts are called parents; the element's own name says which. */
export const readContact: Reader = ({ row, stage }) =>
  stage('contact', {
    externalId: row.id(`${row.element.name}UniqueId`),
    givenName: row.required('Name/FirstName'),
    familyName: row.required('Name/LastSurname'),
    phone: phoneOf(row.element),
    email: emailOf(row.element),
    language: row.meaning('language', languageOf(row.element)),
  })

export const readStudentContact: Reader = ({ row, stage }) => {
  const name = row.element.name === 'StudentParentAssociation' ? 'Parent' : 'Contact'
  stage('studentContact', {
    studentExternalId: row.student(),
    contactExternalId: row.reference(`${name}Reference`, [`${name}Identity/${name}UniqueId`])?.[0] ?? null,
    relation: row.meaning('relation', elementAt(row.element, 'Relation')),
    isPrimary: row.boolean('PrimaryContactStatus'),
    livesWith: row.boolean('LivesWith'),
    restriction: row.text('ContactRestrictions'),
  })
}
