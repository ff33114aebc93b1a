/** Long rather than intricate (NIST 800-63B): docs/decisions/010-passwords.md. Without zod, for pages that check nothing else. */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
