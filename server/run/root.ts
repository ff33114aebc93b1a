import { join, resolve } from 'node:path'

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '..', '..')

/** A program that npm installed here. */
export const program = (name: string): string => join(ROOT, 'node_modules', '.bin', name)

/** Arguments that make Node run a TypeScript file of ours. */
export const typescript = (file: string): string[] => ['--import', 'tsx', join(ROOT, file)]
