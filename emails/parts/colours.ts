/** Mails know no style sheet of ours: the console's light theme in the colours that every mail program understands. */
export const COLOURS = {
  ground: '#f6f7f9',
  surface: '#ffffff',
  line: '#e3e6eb',
  ink: '#1b1f27',
  quiet: '#5a6372',
  accent: '#2453c9',
  onAccent: '#ffffff',
  sunken: '#f1f3f6',
} as const

export const FONT = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
