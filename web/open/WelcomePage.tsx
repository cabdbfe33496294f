import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CastList } from '#features/demo/web/CastList.tsx'
import { castQuery } from '#features/demo/web/cast.ts'
import { HatChoice } from '#features/people/web/HatChoice.tsx'
import { SignInForm } from '#features/people/web/SignInForm.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { sessionQuery } from '../session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { homeOf, mayBeSignedIn } from './home.ts'
import { StrangerPage } from './StrangerPage.tsx'

/** The start for everyone: newcomers meet Concentric, those signed in go on to what they are here for. */
export function WelcomePage() {
  const [asked] = useState(mayBeSignedIn)
  const session = useQuery({ ...sessionQuery, enabled: asked })
  const home = session.data?.hat ? homeOf(session.data.hat) : null
  useEffect(() => {
    if (home !== null) window.location.replace(home)
  }, [home])
  if (asked && (session.isPending || home !== null)) return <Waiting />
  if (!session.data) return <Newcomer />
  return session.data.hats.length > 0 ? <HatChoice hats={session.data.hats} /> : <StrangerPage />
}

function Newcomer() {
  const { t } = useTranslation()
  const cast = useQuery(castQuery)
  usePageTitle(t('open.welcomeTitle'))
  return (
    <>
      <h1>{t('open.welcomeTitle')}</h1>
      <p>{t('open.welcomeText')}</p>
      {cast.isPending && <Waiting />}
      {cast.isError && <ProblemNotice problem={cast.error} onRetry={() => void cast.refetch()} />}
      {cast.data && cast.data.length > 0 && <CastList people={cast.data} />}
      {cast.data?.length === 0 && <SignInForm />}
    </>
  )
}
