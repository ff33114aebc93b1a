import { lineOf, type Node, part, textOf, treeOf, visit } from './source'

/** A place that asks for a message: a whole key, or the fixed beginning of one that is put together. */
export type MessageUse = { line: number; key: string; isWhole: boolean }

const MAKERS = /^(useTranslations|getTranslations|translator)$/

/** The namespace that `useTranslations('x')`, `await getTranslations('x')` or `translator(locale, 'x')` speaks from; null: not one of them. */
function namespaceOf(init: Node | null): string | null {
  const call = init?.type === 'AwaitExpression' ? part(init, 'argument') : init
  if (call?.type !== 'CallExpression' || !MAKERS.test(textOf(part(call, 'callee'), 'name'))) return null
  const [first, second] = call.arguments as Node[]
  const named = (second ?? first) as Node | undefined
  if (!named) return ''
  return named.type === 'StringLiteral' ? textOf(named, 'value') : null
}

/** Literal keys, or beginnings of keys, that an expression can be. */
function keysIn(node: Node | undefined | null): { key: string; isWhole: boolean }[] {
  if (node?.type === 'StringLiteral') return [{ key: textOf(node, 'value'), isWhole: true }]
  if (node?.type === 'ConditionalExpression')
    return [...keysIn(part(node, 'consequent')), ...keysIn(part(node, 'alternate'))]
  if (node?.type === 'TemplateLiteral') {
    const [head] = node.quasis as Node[]
    const value = head?.value as { cooked?: string } | undefined
    return [{ key: value?.cooked ?? '', isWhole: (node.expressions as Node[]).length === 0 }]
  }
  return []
}

/** Every message that a file asks for by a key it spells out, with its namespace. */
export function messageUsesIn(code: string): MessageUse[] {
  const speakers = new Map<Node, Map<string, string>>()
  const uses: MessageUse[] = []
  const tree = treeOf(code)
  const home = (parents: readonly Node[]) => parents.findLast(({ type }) => /Function|Program/.test(type)) ?? tree
  visit(tree, (node, parents) => {
    if (node.type !== 'VariableDeclarator') return
    const namespace = namespaceOf(part(node, 'init'))
    const name = textOf(part(node, 'id'), 'name')
    if (namespace === null || name === '') return
    const owner = home(parents)
    speakers.set(owner, (speakers.get(owner) ?? new Map()).set(name, namespace))
  })
  visit(tree, (node, parents) => {
    if (node.type !== 'CallExpression') return
    const callee = part(node, 'callee')
    const name = callee?.type === 'MemberExpression' ? textOf(part(callee, 'object'), 'name') : textOf(callee, 'name')
    const owner = parents.findLast((parent) => speakers.get(parent)?.has(name))
    const namespace = owner && speakers.get(owner)?.get(name)
    if (namespace === undefined) return
    for (const { key, isWhole } of keysIn((node.arguments as Node[])[0])) {
      uses.push({ line: lineOf(node), key: [namespace, key].filter(Boolean).join('.'), isWhole })
    }
  })
  return uses
}

/** Uses for which no message was written. */
export const unknownMessages = (uses: readonly MessageUse[], keys: readonly string[]): string[] =>
  uses
    .filter(({ key, isWhole }) => !keys.some((known) => (isWhole ? known === key : known.startsWith(key))))
    .map(({ line, key, isWhole }) => `${line}: ${key}${isWhole ? '' : '…'}`)
