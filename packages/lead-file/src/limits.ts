/** Every limit of a lead file, in one place. Characters are UTF-16 code units, as `String.length` counts them. */
export const FILE_LIMITS = {
  /** What one Excel sheet can hold; the header is not counted. */
  rows: 1_048_576,
  columns: 1_000,
  /** Excel's own cell limit is 32,767; a longer cell fails its row, not the file. */
  cellChars: 32_768,
  /** A record that has not ended by now is a runaway quote, not a row. */
  recordChars: 2 * 1024 * 1024,
  /** How far down the header is looked for: reports put a title and a date above it. */
  headerSearchRecords: 15,
  /** How much text decides delimiter and header. */
  sampleChars: 256 * 1024,
  /** How many bytes are looked at to tell text from something else. */
  sniffBytes: 64 * 1024,
} as const;

export type FileLimits = { readonly [K in keyof typeof FILE_LIMITS]: number };

/** Limits of one lead's fields, after cleaning. */
export const LEAD_LIMITS = {
  nameChars: 200,
  /** The identity column has a unique index; Postgres refuses index entries above 2,704 bytes. */
  referenceIdChars: 200,
  groupIdChars: 200,
  /** A phone cell longer than this holds prose, not a number. */
  phoneChars: 200,
  /** RFC 5321: 254 in all, 64 before the @. */
  emailChars: 254,
  emailLocalChars: 64,
  variableChars: 2_000,
  metadataKeyChars: 100,
  metadataValueChars: 4_000,
  /** All keys and values of one lead's metadata together. */
  metadataChars: 65_536,
} as const;
