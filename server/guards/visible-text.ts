import { lineOf, type Node, part, textOf, treeOf, visit } from './source'

/** Attributes that people read or hear. */
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|description|summary|hint|header)$/
/** Keys of objects that end up as such (columns, options, metadata). */
const SPOKEN_KEY = /^(aria-label|ariaLabel|title|placeholder|label|description|header|hint|message)$/
/** Functions that show what they are given. */
const SHOWING = /^(toast|alert|confirm|prompt)$/

/** Names that no language changes, and keys as they stand on a keyboard. */
const NAMES = /\b(Tierline|Ctrl|Esc|CSV|XLSX|UTC)\b/g

const hasWord = (text: string) => /\p{L}{2,}/u.test(text.replaceAll(NAMES, ''))
/** A sentence or a capitalised word, not a key: `Company name`, `Save`, but neither `customers.title` nor `start`. */
const isSentence = (text: string) =>
  hasWord(text) && (/\p{L}\s+\p{L}/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text.trim()))

/** The literals that an expression can become: both arms of a condition, what follows && or ??, the fixed parts of a template. */
function literalsIn(node: Node | null): { text: string; node: Node }[] {
  if (!node) return []
  switch (node.type) {
    case 'StringLiteral':
      return [{ text: textOf(node, 'value'), node }]
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map((quasi) => {
        const value = quasi.value as { cooked?: string }
        return { text: value.cooked ?? '', node: quasi }
      })
    case 'ConditionalExpression':
      return [...literalsIn(part(node, 'consequent')), ...literalsIn(part(node, 'alternate'))]
    case 'LogicalExpression':
      return [...literalsIn(part(node, 'left')), ...literalsIn(part(node, 'right'))]
    case 'BinaryExpression':
      return node.operator === '+' ? [...literalsIn(part(node, 'left')), ...literalsIn(part(node, 'right'))] : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return literalsIn(part(node, 'expression'))
    default:
      return []
  }
}

function calleeName(node: Node): string {
  const callee = part(node, 'callee')
  if (callee?.type === 'Identifier') return textOf(callee, 'name')
  return callee?.type === 'MemberExpression' ? textOf(part(callee, 'object'), 'name') : ''
}

/** Every word that a person would see and no translator could reach: `line: text`. */
export function visibleTextIn(code: string): string[] {
  const found: string[] = []
  const report = (node: Node, text: string) => found.push(`${lineOf(node)}: ${text.trim().replaceAll(/\s+/g, ' ')}`)
  visit(treeOf(code), (node, parents) => {
    const parent = parents.at(-1)
    if (node.type === 'JSXText' && hasWord(textOf(node, 'value'))) report(node, textOf(node, 'value'))
    if (node.type === 'JSXExpressionContainer' && (parent?.type === 'JSXElement' || parent?.type === 'JSXFragment')) {
      for (const { text, node: at } of literalsIn(node)) if (hasWord(text)) report(at, text)
    }
    if (node.type === 'JSXAttribute' && SPOKEN.test(textOf(part(node, 'name'), 'name'))) {
      for (const { text, node: at } of literalsIn(part(node, 'value'))) if (isSentence(text)) report(at, text)
    }
    if (node.type === 'ObjectProperty') {
      const key = part(node, 'key')
      const name = textOf(key, 'name') || textOf(key, 'value')
      if (SPOKEN_KEY.test(name))
        for (const { text, node: at } of literalsIn(part(node, 'value'))) if (isSentence(text)) report(at, text)
    }
    if (node.type === 'CallExpression' && SHOWING.test(calleeName(node))) {
      for (const argument of node.arguments as Node[])
        for (const { text, node: at } of literalsIn(argument)) if (isSentence(text)) report(at, text)
    }
  })
  return found
}
