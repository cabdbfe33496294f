import type { ComponentProps } from 'react'
import { wordsFor } from '../mapped/meanings.ts'
import { useMappingWords } from './use-mapping-words.ts'

type Props = {
  field: string
  /** What stands for no choice. */
  none: string
  onMeaning: (meaning: string) => void
} & Omit<ComponentProps<'select'>, 'onChange'>

/** The meanings that a coded field knows, in the reader's words. */
export function MeaningSelect({ field, none, onMeaning, ...select }: Props) {
  const words = useMappingWords()
  return (
    <select {...select} onChange={({ target }) => onMeaning(target.value)}>
      <option value="">{none}</option>
      {wordsFor(field).map(
        (each) =>
          each && (
            <option key={each} value={each}>
              {words.meaning(each)}
            </option>
          ),
      )}
    </select>
  )
}
