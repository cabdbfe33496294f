import { useTranslation } from 'react-i18next'

export function Waiting() {
  const { t } = useTranslation()
  return (
    <p className="soft" role="status">
      {t('shell.loading')}
    </p>
  )
}
