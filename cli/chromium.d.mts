/** The path of a Chromium: the one that is named, one that is found, or one that is installed now. */
export function ensureChromium(): Promise<string>
