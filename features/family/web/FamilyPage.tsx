import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ChildSwitch } from './ChildSwitch.tsx'
import { useFamily } from './use-family.ts'
import './FamilyPage.css'

type Props = { title: string; intro?: string; children: ReactNode }

/** What each page of a family has: its name, whose record it is, the other children, and how it prints. */
export function FamilyPage({ title, intro, children }: Props) {
  const { t } = useTranslation()
  const { child, name } = useFamily()
  usePageTitle(title)
  return (
    <div className="family-page">
      <ChildSwitch />
      <h1>{title}</h1>
      {intro && <p>{intro}</p>}
      {children}
      <PrintFooter forWhom={t('family.printedFor', { name: child.name ?? name })} />
    </div>
  )
}
