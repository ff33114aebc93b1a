/** Hard limits of an import file. Whatever a file says about itself, reading it costs no more than this. */
export const IMPORT_LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  /** Size of the pieces in which a file arrives and is kept; only the last one is shorter. */
  pieceBytes: 512 * 1024,
  rows: 100_000,
  columns: 200,
  /** A spreadsheet's own limit. */
  cellChars: 32_767,
  rowChars: 262_144,
  /** Workbooks: entries of the archive, bytes they unpack to together, and how many times their packed size. */
  entries: 5_000,
  expandedBytes: 512 * 1024 * 1024,
  expansionRatio: 200,
  /** Below this nothing is suspicious about a ratio: a sheet of equal rows packs very well. */
  expansionFreeBytes: 16 * 1024 * 1024,
  /** All cells together: in a workbook one text can stand in a million of them. */
  allChars: 128 * 1024 * 1024,
  sharedChars: 64 * 1024 * 1024,
  /** XML without the end of anything for this long is no workbook. */
  tokenChars: 1024 * 1024,
} as const

export type ImportLimits = { readonly [Name in keyof typeof IMPORT_LIMITS]: number }
