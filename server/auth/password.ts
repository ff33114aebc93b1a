import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Argon2id (2 in the enum, which isolated modules cannot read) with the memory and passes that OWASP recommends. */
const ARGON2ID = 2 as Algorithm.Argon2id
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash of nobody's password, of the same cost: checking it takes as long as checking a real one. */
export const DECOY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$29VzTEaGVy8qPOOMIJ7R1A$6R+TFNfKy0Bfgm105qpXkrwm/N5s50Cyarq5qjRf8bg'

/** The same password typed on another keyboard is the same password (NIST 800-63B 3.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST)

/** Does the password belong to the hash? An account without a hash costs the same time and is never matched. */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(storedHash ?? DECOY_HASH, normal(password)).catch(() => false)
  return storedHash !== null && isRight
}
