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
  twoFactorNeeded: 'UNAUTHORIZED',
  codeWrong: 'BAD_REQUEST',
  linkNotUsable: 'NOT_FOUND',
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
  accountDisabled: 'CONFLICT',
  mailDayMissing: 'BAD_REQUEST',
  twoFactorOn: 'CONFLICT',
  twoFactorOff: 'CONFLICT',
  twoFactorRequired: 'FORBIDDEN',
  policyInherited: 'CONFLICT',
  // views, notes
  viewNameTaken: 'CONFLICT',
  // operations
  operationOver: 'CONFLICT',
  operationNotReady: 'CONFLICT',
  nothingSelected: 'BAD_REQUEST',
  tagsUnchanged: 'CONFLICT',
  tooManyTags: 'CONFLICT',
  planExpired: 'CONFLICT',
  movedSince: 'CONFLICT',
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
  fileRowTooLong: 'PAYLOAD_TOO_LARGE',
  fileOldWorkbook: 'BAD_REQUEST',
  fileIncomplete: 'CONFLICT',
  noGoodRows: 'CONFLICT',
  headersMissing: 'BAD_REQUEST',
  columnMappedTwice: 'BAD_REQUEST',
  columnNotMapped: 'BAD_REQUEST',
  // products
  productCodeTaken: 'CONFLICT',
  endOfSale: 'CONFLICT',
  endOfLife: 'CONFLICT',
  notSuite: 'BAD_REQUEST',
  suiteInSuite: 'BAD_REQUEST',
  componentTwice: 'CONFLICT',
  lastComponent: 'CONFLICT',
  lifeBeforeSale: 'BAD_REQUEST',
  priceTaken: 'CONFLICT',
  priceInForce: 'CONFLICT',
  // allocation
  notAllocated: 'CONFLICT',
  allocationDisabled: 'CONFLICT',
  poolExceeded: 'CONFLICT',
  belowProvisioned: 'CONFLICT',
  // plans
  planNameTaken: 'CONFLICT',
  planDisabled: 'CONFLICT',
  planLocked: 'CONFLICT',
  planNotLocked: 'CONFLICT',
  sameManager: 'CONFLICT',
  noPlanThere: 'CONFLICT',
  planNotGranted: 'CONFLICT',
  planInUse: 'CONFLICT',
  versionNotOffered: 'BAD_REQUEST',
  nfrNotOffered: 'BAD_REQUEST',
  nfrFixed: 'CONFLICT',
  nfrTaken: 'CONFLICT',
  trialMonths: 'BAD_REQUEST',
  trialAutoRenewal: 'BAD_REQUEST',
  trialFormOnly: 'BAD_REQUEST',
  notManageable: 'BAD_REQUEST',
  onlySaasWaits: 'BAD_REQUEST',
  dataCentreMissing: 'BAD_REQUEST',
  dataCentreClosed: 'CONFLICT',
  remoteManagementOff: 'CONFLICT',
  remoteManagementInUse: 'CONFLICT',
  // licences
  customerDisabled: 'CONFLICT',
  licenceCancelled: 'CONFLICT',
  licenceSuspended: 'CONFLICT',
  licenceNotSuspended: 'CONFLICT',
  licenceIsTrial: 'CONFLICT',
  licenceNotTrial: 'CONFLICT',
  licenceExpired: 'CONFLICT',
  licenceNotActivated: 'CONFLICT',
  licenceActivated: 'CONFLICT',
  licenceNotRunning: 'CONFLICT',
  termNotOver: 'CONFLICT',
  autoRenewalOff: 'CONFLICT',
  graceOver: 'CONFLICT',
  unitsOutOfRange: 'BAD_REQUEST',
  monthsOutOfRange: 'BAD_REQUEST',
  daysOutOfRange: 'BAD_REQUEST',
  startInPast: 'BAD_REQUEST',
  startTooFar: 'BAD_REQUEST',
  endInPast: 'BAD_REQUEST',
  endBeforeStart: 'BAD_REQUEST',
  endTooFar: 'BAD_REQUEST',
  endOutOfTerm: 'BAD_REQUEST',
  nothingChanges: 'CONFLICT',
  otherFamily: 'CONFLICT',
  otherProduct: 'CONFLICT',
  planIsTrial: 'CONFLICT',
  productAlreadyAssigned: 'CONFLICT',
  secondAgents: 'CONFLICT',
  severalSubscriptions: 'CONFLICT',
  // keys
  keyNotUsable: 'NOT_FOUND',
  keyUsedUp: 'CONFLICT',
  keyCancelled: 'CONFLICT',
  keyNotCancelled: 'CONFLICT',
  keyExpired: 'CONFLICT',
  registrationClosed: 'CONFLICT',
  trialClosed: 'NOT_FOUND',
  trialTaken: 'CONFLICT',
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
