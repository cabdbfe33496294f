import { useEffect } from 'react'
import { announcement } from './announcement.ts'
import './Announcement.css'

const shownForMs = 8_000

export function Announcement() {
  const sentence = announcement.use()
  useEffect(() => {
    if (sentence === null) return
    const timer = setTimeout(() => announcement.set(null), shownForMs)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <div role="status" className="announcement not-in-print">
      {sentence && <p>{sentence}</p>}
    </div>
  )
}
