/**
 * Every refusal Tierline can give: code → how it travels. The sentence is in messages/<locale>/errors.json
 * (a test demands one for each code). Nothing here depends on tRPC, so rules and forms can import it.
 */
export const ERRORS = {
  // who may what
  signedOut: 'UNAUTHORIZED',
  notFound: 'NOT_FOUND',
  notAllowed: 'FORBIDDEN',
  companySuspended: 'FORBIDDEN',
  targetSuspended: 'FORBIDDEN',
  targetCancelled: 'FORBIDDEN',
  // sign-in
  wrongCredentials: 'UNAUTHORIZED',
  signInLocked: 'TOO_MANY_REQUESTS',
  // input
  invalidInput: 'BAD_REQUEST',
  changedMeanwhile: 'CONFLICT',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  // companies
  slugTaken: 'CONFLICT',
  dayInFuture: 'BAD_REQUEST',
  wrongParent: 'BAD_REQUEST',
  kindFixed: 'BAD_REQUEST',
  cancelledFinal: 'CONFLICT',
  statusUnchanged: 'CONFLICT',
  notClp: 'CONFLICT',
  productsLeft: 'CONFLICT',
  nameMismatch: 'BAD_REQUEST',
  wrongKind: 'BAD_REQUEST',
  // accounts
  loginNameTaken: 'CONFLICT',
  loginNameFixed: 'BAD_REQUEST',
  lastAdministrator: 'CONFLICT',
  roleAboveOwn: 'FORBIDDEN',
  ownRole: 'FORBIDDEN',
  passwordWrong: 'BAD_REQUEST',
  passwordWeak: 'BAD_REQUEST',
  // views, notes
  viewNameTaken: 'CONFLICT',
  // operations
  operationOver: 'CONFLICT',
  operationNotReady: 'CONFLICT',
  nothingSelected: 'BAD_REQUEST',
  tagsUnchanged: 'CONFLICT',
  tooManyTags: 'CONFLICT',
  planExpired: 'CONFLICT',
  selectionTooLarge: 'PAYLOAD_TOO_LARGE',
  // import files
  fileEmpty: 'BAD_REQUEST',
  fileTooLarge: 'PAYLOAD_TOO_LARGE',
  fileNotText: 'BAD_REQUEST',
  fileNotWorkbook: 'BAD_REQUEST',
  fileBroken: 'BAD_REQUEST',
  fileTooManyRows: 'PAYLOAD_TOO_LARGE',
  fileTooManyColumns: 'PAYLOAD_TOO_LARGE',
  fileCellTooLong: 'PAYLOAD_TOO_LARGE',
  fileExpandsTooFar: 'PAYLOAD_TOO_LARGE',
  headersMissing: 'BAD_REQUEST',
  columnMappedTwice: 'BAD_REQUEST',
  columnNotMapped: 'BAD_REQUEST',
  // the house
  busy: 'CONFLICT',
  databaseGone: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<string, TransportCode>

type TransportCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

export type ErrorCode = keyof typeof ERRORS

/** A refusal on its way to the person: a code and the figures of its sentence, never a sentence. `field` is where it was typed. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly field?: string,
  ) {
    super(code)
    this.name = 'DomainError'
  }
}
