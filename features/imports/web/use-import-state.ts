import { useTranslation } from 'react-i18next'

/** The state of an import in words. */
export function useImportState() {
  const { t, i18n } = useTranslation()
  return (state: string): string =>
    i18n.exists(`importState.${state}`) ? t(`importState.${state}` as 'importState.applied') : state
}
