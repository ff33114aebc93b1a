import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import { ROOT } from './surface'

/** A node of a syntax tree, as far as the guards look. */
export type Node = { type: string; loc?: { start: { line: number } } | null } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The syntax tree of TypeScript with JSX. */
export const treeOf = (code: string): Node =>
  parse(code, { sourceType: 'module', plugins: ['jsx', 'typescript'] }) as unknown as Node

export const treeOfFile = (file: string): Node => treeOf(readFileSync(join(ROOT, file), 'utf8'))

export const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) => {
    if (key === 'loc' || key.endsWith('Comments') || key === 'comments' || key === 'tokens' || key === 'errors')
      return []
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
  })

/** Visits every node, parents first. */
export function visit(
  node: Node,
  see: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  see(node, parents)
  for (const child of childrenOf(node)) visit(child, see, [...parents, node])
}

export const lineOf = (node: Node): number => node.loc?.start.line ?? 0

/** A child node by name, if there is one. */
export function part(node: Node, name: string): Node | null {
  const value = node[name]
  return isNode(value) ? value : null
}

export const textOf = (node: Node | null, name: string): string => {
  const value = node?.[name]
  return typeof value === 'string' ? value : ''
}
