import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type Room = { to: string; label: string; after?: ReactNode }

type Props = { rooms: readonly Room[]; open: boolean; onGo: () => void }

export const NavList = ({ rooms, open, onGo }: Props) => (
  <ul className={`plain-list staff-rooms${open ? ' staff-rooms-open' : ''}`}>
    {rooms.map(({ to, label, after }) => (
      <li key={to}>
        <Link to={to} onClick={onGo} activeOptions={{ exact: to === '/app' }} activeProps={{ 'aria-current': 'page' }}>
          {label}
          {after}
        </Link>
      </li>
    ))}
  </ul>
)
