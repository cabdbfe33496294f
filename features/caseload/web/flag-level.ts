import type { FlagLevel } from '#web/ui/FlagReason.tsx'

export const levelOf = (level: string): FlagLevel => (level === 'concern' ? 'concern' : 'caution')
