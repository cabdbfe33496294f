import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { noticesQuery } from './notices-query.ts'
import './Notices.css'

/** How many notices are new, in the header of every page. */
export function NoticeBell() {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const unseen = useQuery(noticesQuery(path)).data?.unseen ?? 0
  const words = unseen === 0 ? t('notices.title') : t('notices.new', { count: unseen, number: format.number(unseen) })
  return (
    <Link to="/app/notices" className="header-button notice-bell" aria-label={words} title={words}>
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      >
        <path
          d="M10 2.5a5 5 0 0 1 5 5c0 4 1.6 5 1.6 6.4H3.4C3.4 12.5 5 11.5 5 7.5a5 5 0 0 1 5-5Z"
          strokeLinejoin="round"
        />
        <path d="M8 16.4a2.1 2.1 0 0 0 4 0" strokeLinecap="round" />
      </svg>
      {unseen > 0 && (
        <span className="notice-count" aria-hidden="true">
          {unseen > 99 ? '99+' : unseen}
        </span>
      )}
    </Link>
  )
}
