import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const spruce: MantineColorsTuple = [
  '#eef6f4',
  '#dcebe8',
  '#b8d8d2',
  '#8fd0c4',
  '#5fa89d',
  '#3f8e83',
  '#2d7a70',
  '#236a62',
  '#1b5e58',
  '#123f3b',
]

/** Grays with the warmth of the paper, for the dark scheme. */
const dark: MantineColorsTuple = [
  '#f1ebe2',
  '#d8cfc4',
  '#c0b6aa',
  '#94897c',
  '#6b6259',
  '#47413b',
  '#2f2b28',
  '#252220',
  '#1c1a18',
  '#141210',
]

export const theme = createTheme({
  primaryColor: 'spruce',
  colors: { spruce, dark },
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-hover': 'var(--surface-soft)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--primary)',
  '--mantine-color-error': 'var(--concern)',
}

/** Mantine's parts take the colors of `style/tokens.css`, so both shells look like one product. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
