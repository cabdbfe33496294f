import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { usePageTitle } from '../page/use-page-title.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { ApiOperation } from './ApiOperation.tsx'
import { type Description, firstCall, operationsByTag } from './api-fields.ts'
import './ApiPage.css'

/** For whoever writes a program: every operation, with what goes in and what comes out, from the document that programs read. */
export function ApiPage() {
  const { t, i18n } = useTranslation()
  const description = useQuery({
    queryKey: ['api-description'],
    queryFn: ({ signal }) => api.get<Description>('/openapi.json', { signal }),
  })
  usePageTitle(t('apiPage.title'))
  if (description.isPending) return <Waiting />
  if (description.isError)
    return <ProblemNotice problem={description.error} onRetry={() => void description.refetch()} />
  const area = (tag: string) =>
    i18n.exists(`tokens.area.${tag}`) ? t(`tokens.area.${tag}` as 'tokens.area.students') : tag
  return (
    <>
      <h1>{t('apiPage.title')}</h1>
      <p>{t('apiPage.text')}</p>
      <ul>
        <li>
          <a href="/app/tokens">{t('apiPage.toTokens')}</a>
        </li>
        <li>
          <a href="/api/v1/openapi.json" download>
            {t('apiPage.download')}
          </a>
        </li>
      </ul>
      <p>{t('apiPage.firstCall')}</p>
      <pre className="api-call">{firstCall(window.location.origin)}</pre>
      {operationsByTag(description.data).map(([tag, operations]) => (
        <section key={tag}>
          <h2>{area(tag)}</h2>
          {operations.map((operation) => (
            <ApiOperation key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
    </>
  )
}
