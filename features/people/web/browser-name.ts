// The first that fits names the browser: each later one is also claimed by those before it.
const browsers: [string, RegExp][] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\/|HeadlessChrome\//],
  ['Safari', /Safari\//],
]
const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['Mac', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
]

const first = (names: [string, RegExp][], text: string) => names.find(([, shape]) => shape.test(text))?.[0]

/** Which browser on which device, roughly: enough for a person to recognize their own. */
export const browserOf = (userAgent: string): { browser: string | undefined; system: string | undefined } => ({
  browser: first(browsers, userAgent),
  system: first(systems, userAgent),
})
