import { hash, verify } from '@node-rs/argon2'

// Compared with when nobody has the address, so that the answer takes as long.
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$YTiXaF2IpRMdP3rJUdOuJhHKGVx2HPOGpc5WcMEXXB8'

/** Whether the password belongs to the hash; without a hash it takes as long and is no. */
export async function isPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? nobodysHash, password).catch(() => false)
  return Boolean(kept) && isRight
}

export const hashPassword = (password: string): Promise<string> => hash(password)
