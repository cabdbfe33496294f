import { useTranslation } from 'react-i18next'
import { baseOf } from '../mapped/row-kinds.ts'
import type { Fault } from '../mapped/mapping.ts'
import type { Reason } from '../mapped/reasons.ts'

/** The words of the mapping's page: kinds of rows, fields, meanings, reasons and what is missing. */
export function useMappingWords() {
  const { t, i18n } = useTranslation()
  const word = (key: string, otherwise: string) => (i18n.exists(key) ? t(key as 'mapping.title') : otherwise)
  const field = (name: string) => word(`mapping.field.${baseOf(name)}`, name)
  const kind = (name: string) => word(`mapping.kind.${name}`, name)
  const order = (name: string) => word(`mapping.order.${name}`, name)
  const meaning = (name: string) =>
    name === ''
      ? t('mapping.unknown')
      : word(`mapping.meaning.${name}`, word(`codeMeaning.${name}`, name.replaceAll('_', ' ')))
  const reason = ({ code, with: words }: Pick<Reason, 'code' | 'with'>) =>
    t(
      `mapping.reason.${code}` as 'mapping.reason.kind',
      {
        ...words,
        kind: kind(words.kind ?? ''),
        interpolation: { escapeValue: false },
      } as { kind: string },
    )
  const about = (name: string) => {
    if (name === 'holds') return t('mapping.aboutKind')
    const [what, ...rest] = name.split(' ')
    return what === 'constant' ? field(rest.join(' ')) : rest.join(' ').replace('=', ': ')
  }
  const fault = ({ file, about: name, code }: Fault) =>
    [file, about(name), t(`mapping.fault.${code}`)].filter(Boolean).join(' · ')
  return { field, kind, order, meaning, reason, about, fault }
}
