import { join, resolve } from 'node:path'

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '..', '..')

/** A program that npm installed here. */
export const program = (name: string): string => join(ROOT, 'node_modules', '.bin', name)

/** What `next` on the command line starts, as a file for Node. */
export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Arguments that make Node run a TypeScript file of ours. */
export const typescript = (file: string): string[] => ['--import', 'tsx', join(ROOT, file)]
