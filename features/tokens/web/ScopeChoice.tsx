import { useTranslation } from 'react-i18next'
import { toggled } from './new-token.ts'
import type { PartProps } from './TokenForm.tsx'
import { useScopeWords } from './use-scope-words.ts'
import './TokensPage.css'

type Props = PartProps & { elements: readonly string[]; areas: readonly string[] }

/** What the program may do: read or write, which information about students, which parts of the API. */
export function ScopeChoice({ text, change, lacks, elements, areas }: Props) {
  const { t } = useTranslation()
  const words = useScopeWords()
  return (
    <>
      <fieldset className="fieldset">
        <legend>{t('tokens.may')}</legend>
        {[false, true].map((mayWrite) => (
          <label key={String(mayWrite)} className="choice">
            <input type="radio" name="may" checked={text.mayWrite === mayWrite} onChange={() => change({ mayWrite })} />
            <span>{t(mayWrite ? 'tokens.mayWrite' : 'tokens.mayRead')}</span>
          </label>
        ))}
      </fieldset>
      <Boxes
        legend={t('tokens.elements')}
        names={elements}
        chosen={text.elements}
        word={words.element}
        onToggle={(name) => change({ elements: toggled(text.elements, name) })}
      />
      <Boxes
        legend={t('tokens.areas')}
        problem={lacks('areas')}
        names={areas}
        chosen={text.areas}
        word={words.area}
        onToggle={(name) => change({ areas: toggled(text.areas, name) })}
      />
    </>
  )
}

type BoxesProps = {
  legend: string
  problem?: string | undefined
  names: readonly string[]
  chosen: readonly string[]
  word: (name: string) => string
  onToggle: (name: string) => void
}

const Boxes = ({ legend, problem, names, chosen, word, onToggle }: BoxesProps) => (
  <fieldset className="fieldset">
    <legend>{legend}</legend>
    {problem && <p className="field-error">{problem}</p>}
    <div className="token-choices">
      {names.map((name) => (
        <label key={name} className="choice">
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => onToggle(name)} />
          <span>{word(name)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
