import type { SelectHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeCategory } from '../contract.ts'
import { useCodeWords } from './use-code-words.ts'

/** Nothing is chosen yet; an empty meaning is a choice of its own. */
export const notChosen = '?'

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & {
  category: Pick<CodeCategory, 'category' | 'meanings'>
  value: string
  onChoose: (meaning: string) => void
}

export function MeaningChoice({ category: { category, meanings }, value, onChoose, ...rest }: Props) {
  const { t } = useTranslation()
  const words = useCodeWords()
  return (
    <select {...rest} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value={notChosen}>{t('codes.choose')}</option>
      {meanings.map((meaning) => (
        <option key={meaning} value={meaning}>
          {words.meaning(category, meaning)}
        </option>
      ))}
    </select>
  )
}
