/** The looks of whatever is typed into. */
export const CONTROL =
  'control rounded-md border border-line-strong bg-surface px-2.5 text-ink transition-colors duration-100 hover:border-ink-3 focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-accent-text focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-danger-text aria-invalid:focus-visible:outline-danger-text'
