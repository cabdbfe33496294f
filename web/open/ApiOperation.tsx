import { useTranslation } from 'react-i18next'
import { type Field, type Operation } from './api-fields.ts'

/** One operation, folded until somebody looks. Its own words are those of the document, which is English. */
export function ApiOperation({ operation }: { operation: Operation }) {
  const { t } = useTranslation()
  const { method, path, summary, parameters, body, answer, needs } = operation
  return (
    <details className="api-operation">
      <summary>
        <code>
          {method} {path}
        </code>
        <span lang="en">{summary}</span>
      </summary>
      <p className="small soft">{t(`apiPage.needs.${needs}`)}</p>
      <Fields title={t('apiPage.parameters')} fields={parameters} />
      <Fields title={t('apiPage.body')} fields={body} />
      <Fields title={t('apiPage.answer')} fields={answer} />
    </details>
  )
}

function Fields({ title, fields }: { title: string; fields: readonly Field[] }) {
  const { t } = useTranslation()
  if (fields.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <dl className="api-fields" lang="en">
        {fields.map(({ name, type, isRequired, about }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {type}
              {isRequired && <span lang={undefined}> · {t('apiPage.required')}</span>}
              {about && <span className="soft"> · {about}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
