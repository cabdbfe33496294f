import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { TokenRow } from '../contract.ts'
import { MadeTokenCard } from './MadeTokenCard.tsx'
import { TokenCard } from './TokenCard.tsx'
import { TokenForm } from './TokenForm.tsx'
import { areasQuery, tokensQuery } from './tokens-query.ts'

/** For whoever connects a program: which tokens there are, a new one, and the end of one. */
export function TokensPage() {
  const { t } = useTranslation()
  const list = useQuery(tokensQuery)
  const areas = useQuery(areasQuery)
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  usePageTitle(t('tokens.title'))
  const problem = list.error ?? areas.error
  const retry = () => void Promise.all([list.refetch(), areas.refetch()])
  if (problem) return <ProblemNotice problem={problem} onRetry={retry} />
  if (!list.data || !areas.data) return <Waiting />
  const onMade = (token: string) => {
    setMade(token)
    setMaking(false)
  }
  return (
    <>
      <h1>{t('tokens.title')}</h1>
      <p>
        {t('tokens.text')} <a href="/api/docs">{t('tokens.toDocs')}</a>
      </p>
      {made && <MadeTokenCard token={made} onDone={() => setMade(null)} />}
      {isMaking ? (
        <TokenForm hats={list.data.hats} areas={areas.data} onMade={onMade} onCancel={() => setMaking(false)} />
      ) : (
        <p>
          <ActionButton kind="main" onClick={() => setMaking(true)}>
            {t('tokens.make')}
          </ActionButton>
        </p>
      )}
      {list.data.tokens.length === 0 && !isMaking && (
        <EmptyPlace title={t('tokens.none')}>{t('tokens.noneText')}</EmptyPlace>
      )}
      <TokenCards tokens={list.data.tokens} />
    </>
  )
}

function TokenCards({ tokens }: { tokens: readonly TokenRow[] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asked, setAsked] = useState<TokenRow | null>(null)
  const end = useMutation({
    mutationFn: ({ id }: TokenRow) => api.delete(`/tokens/${id}`),
    onSuccess: (_, { name }) => announce(t('tokens.ended', { name })),
    onSettled: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  })
  const confirm = () => {
    if (asked) end.mutate(asked)
    setAsked(null)
  }
  return (
    <>
      {end.isError && <ProblemNotice problem={end.error} />}
      <ul className="plain-list">
        {tokens.map((token) => (
          <li key={token.id}>
            <TokenCard token={token} onEnd={() => setAsked(token)} />
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== null}
        title={t('tokens.endAsked', { name: asked?.name ?? '' })}
        confirm={t('tokens.end')}
        grave
        onConfirm={confirm}
        onCancel={() => setAsked(null)}
      >
        <p>{t('tokens.endText')}</p>
      </ConfirmDialog>
    </>
  )
}
