import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { CodeCategory } from '../contract.ts'
import { unknownCodesQuery } from './code-queries.ts'
import { importQuery } from './import-queries.ts'
import { UnknownCodesForm } from './UnknownCodesForm.tsx'

type Props = { importId: string; categories: readonly CodeCategory[] }

/** What one import did not know, prefilled; and, once it is said, the way to read its files again. */
export function CodesOfImport({ importId, categories }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const heading = useRef<HTMLHeadingElement>(null)
  const found = useQuery(importQuery(path, importId))
  const state = found.data?.state ?? ''
  const unknown = useQuery({ ...unknownCodesQuery(path, importId, state), enabled: found.isSuccess })
  const problem = found.error ?? unknown.error
  if (problem) return <ProblemNotice problem={problem} />
  if (!unknown.data) return <Waiting />
  const isKnown = unknown.data.length === 0
  return (
    <section className="card import-part" aria-labelledby="unknown-title">
      <h2 id="unknown-title" ref={heading} tabIndex={-1}>
        {t(isKnown ? 'codes.nothingUnknown' : 'codes.unknown')}
      </h2>
      {isKnown ? (
        <NextStep importId={importId} state={state} />
      ) : (
        <>
          <p>{t('codes.unknownText')}</p>
          <UnknownCodesForm unknown={unknown.data} categories={categories} onSaved={() => heading.current?.focus()} />
        </>
      )}
    </section>
  )
}

const checkable = new Set(['checked', 'needs_answer', 'failed'])

function NextStep({ importId, state }: { importId: string; state: string }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const go = useNavigate()
  const check = useMutation({
    mutationFn: () => api.post(`${path}/imports/${importId}/checking`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['import'] })
      await go({ to: '/app/imports/$id', params: { id: importId } })
    },
  })
  if (!checkable.has(state))
    return (
      <p>
        {t('codes.sendNext')} <Link to="/app/imports">{t('imports.bringIn')}</Link>
      </p>
    )
  return (
    <>
      <p>{t('codes.checkNext')}</p>
      {check.error && <ProblemNotice problem={check.error} />}
      <ActionButton kind="main" aria-busy={check.isPending} onClick={() => !check.isPending && check.mutate()}>
        {t('imports.act.checking')}
      </ActionButton>
    </>
  )
}
