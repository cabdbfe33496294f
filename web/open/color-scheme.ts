/** Follows the device. The attribute is the one that the staff shell uses, so one set of colors serves both. */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const follow = () =>
    document.documentElement.setAttribute('data-mantine-color-scheme', dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', follow)
  follow()
}
