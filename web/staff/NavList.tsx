import { Link } from '@tanstack/react-router'

export type Room = { to: string; label: string }

type Props = { rooms: readonly Room[]; open: boolean; onGo: () => void }

export const NavList = ({ rooms, open, onGo }: Props) => (
  <ul className={`plain-list staff-rooms${open ? ' staff-rooms-open' : ''}`}>
    {rooms.map(({ to, label }) => (
      <li key={to}>
        <Link to={to} onClick={onGo} activeOptions={{ exact: to === '/app' }} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Link>
      </li>
    ))}
  </ul>
)
