import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { chosenFrom, type ChosenFile, filesOfDrop } from './files-of-drop.ts'

type Props = { files: readonly ChosenFile[]; onChoose: (files: readonly ChosenFile[]) => void }

/** Files, a zip or a folder: dropped here or chosen. */
export function DropPlace({ files, onChoose }: Props) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void filesOfDrop(event.dataTransfer).then(onChoose)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={`drop-place${over ? ' drop-place-over' : ''}`}
      role="group"
      aria-label={t('imports.files')}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('imports.drop')}</p>
      <div className="drop-ways">
        <FileInput label={t('imports.chooseFiles')} onChoose={onChoose} />
        <FileInput label={t('imports.chooseFolder')} folder onChoose={onChoose} />
      </div>
      {files.length > 0 && <ChosenFiles files={files} onClear={() => onChoose([])} />}
    </div>
  )
}

type InputProps = { label: string; folder?: boolean; onChoose: Props['onChoose'] }

function FileInput({ label, folder, onChoose }: InputProps) {
  const id = useId()
  return (
    <span className="file-way">
      <input
        id={id}
        type="file"
        multiple
        {...(folder ? { webkitdirectory: '' } : { accept: '.csv,.txt,.xml,.zip' })}
        onChange={({ target }) => onChoose(chosenFrom(target.files ?? []))}
      />
      <label htmlFor={id} className="button">
        {label}
      </label>
    </span>
  )
}

const shown = 12

function ChosenFiles({ files, onClear }: { files: readonly ChosenFile[]; onClear: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const megabytes = files.reduce((sum, { file }) => sum + file.size, 0) / 1_000_000
  return (
    <>
      <p role="status">
        <strong>{t('imports.chosen', { count: files.length, size: format.number(megabytes, 1) })}</strong>
      </p>
      <ul className="small chosen-files">
        {files.slice(0, shown).map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
        {files.length > shown && <li>{t('imports.andMore', { count: files.length - shown })}</li>}
      </ul>
      <ActionButton kind="quiet" onClick={onClear}>
        {t('imports.clear')}
      </ActionButton>
    </>
  )
}
