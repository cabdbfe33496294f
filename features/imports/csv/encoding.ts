export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
}

/** UTF-16 shows in the first bytes; anything else is taken for UTF-8 until its bytes say otherwise. */
export function encodingByHead(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let i = 0; i < Math.min(head.length, 1000); i++) if (head[i] === 0) zeros[i % 2]!++
  if (zeros[1]! > 20 && zeros[1]! > zeros[0]! * 4) return 'utf-16le'
  if (zeros[0]! > 20 && zeros[0]! > zeros[1]! * 4) return 'utf-16be'
  return 'utf-8'
}

const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122

/**
 * Whether bytes that are not UTF-8 were written on Windows or on an old Mac: between two letters, Windows has its accents above
 * 0xC0 and the Mac below 0xA0. 0x92 says nothing: it is the apostrophe of O’Brien in one and an í in the other.
 */
export function encodingByLetters(sample: Buffer): Encoding {
  let mac = 0
  let windows = 0
  for (let i = 1; i < sample.length; i++) {
    const byte = sample[i]!
    if (byte < 0x80 || !(isLetter(sample[i - 1]) || isLetter(sample[i + 1]))) continue
    if (byte >= 0xc0 && byte !== 0xd5) windows++
    else if (byte < 0xa0 && byte !== 0x92) mac++
  }
  return mac > windows ? 'macintosh' : 'windows-1252'
}
