import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { OriginFacts } from '#web/ui/Origin.tsx'
import type { Origin } from '../contract.ts'

/** What the ⓘ beside a number says: definition, window, source, when it came in, and over how many. */
export function useOrigin() {
  const { t } = useTranslation()
  const format = useFormat()
  return (definition: string, origin: Origin, n?: number): OriginFacts => {
    const source = [origin.sourceName, origin.fileNames.join(', ')].filter(Boolean).join(': ')
    return {
      definition,
      window: t('origin.fromTo', { from: format.day(origin.windowFrom), to: format.day(origin.windowTo) }),
      ...(source && { source }),
      ...(origin.importedAt && { importedAt: origin.importedAt }),
      ...(n !== undefined && { n }),
    }
  }
}
