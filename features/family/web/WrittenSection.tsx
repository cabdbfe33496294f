import { useId } from 'react'
import type { Writing } from '../../students/contract.ts'
import { WritingList } from '../../students/web/WritingList.tsx'

type Props = { title: string; empty: string; writings: readonly Writing[] }

export function WrittenSection({ title, empty, writings }: Props) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {writings.length > 0 ? <WritingList writings={writings} /> : <p>{empty}</p>}
    </section>
  )
}
