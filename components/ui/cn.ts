import { type ClassValue, clsx } from 'clsx'

/** Joins class names. A `className` from outside places a component (margin, width, grid cell); looks are variants. */
export const cn = (...classes: ClassValue[]): string => clsx(classes)
