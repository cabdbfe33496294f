import { Menu, type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A role of a person at a place, in the words of the reader. */
export type Hat = { id: string; role: string; place: string }

type Props = {
  person: string
  hat: Hat
  otherHats: readonly Hat[]
  onChangeHat: (hat: Hat) => void
  onSignOut: () => void
}

const schemes = { auto: 'shell.schemeAuto', light: 'shell.schemeLight', dark: 'shell.schemeDark' } as const

export function HatMenu({ person, hat, otherHats, onChangeHat, onSignOut }: Props) {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className="hat-button"
          aria-label={t('shell.switchHat', { name: person, role: hat.role })}
        >
          <span>
            <strong>{person}</strong>
            <span className="small">
              {hat.role} · {hat.place}
            </span>
          </span>
          <svg
            width="12"
            height="8"
            viewBox="0 0 12 8"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          >
            <path d="M1 1l5 5 5-5" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person}: {hat.role} · {hat.place}
        </Menu.Label>
        <Menu.Label>{t(otherHats.length > 0 ? 'shell.otherHats' : 'shell.noOtherHats')}</Menu.Label>
        {otherHats.map((other) => (
          <Menu.Item key={other.id} onClick={() => onChangeHat(other)}>
            {other.role} · {other.place}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.colorScheme')}</Menu.Label>
        {(Object.keys(schemes) as MantineColorScheme[]).map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={scheme === colorScheme ? '✓' : null}
          >
            {t(schemes[scheme])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/account">
          {t('account.title')}
        </Menu.Item>
        <Menu.Item component="a" href="/app/sessions">
          {t('sessions.title')}
        </Menu.Item>
        <Menu.Item onClick={onSignOut}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
