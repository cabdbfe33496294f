import ts from 'typescript'

const spoken = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'caption',
  'finding',
  'confirm',
])
const hasWord = (text: string) => /\p{L}{2,}/u.test(text)

const literalIn = (node: ts.Node): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  if (ts.isConditionalExpression(node)) return [...literalIn(node.whenTrue), ...literalIn(node.whenFalse)]
  if (ts.isBinaryExpression(node))
    return [
      ...(node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? [] : literalIn(node.left)),
      ...literalIn(node.right),
    ]
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node))
    return node.expression ? literalIn(node.expression) : []
  return []
}

const seen = (node: ts.Node): string[] => {
  if (ts.isJsxText(node)) return [node.text]
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
    return literalIn(node)
  if (ts.isJsxAttribute(node) && node.initializer && spoken.has(node.name.getText())) return literalIn(node.initializer)
  return []
}

/** Words written straight into a page, where a translation could never reach them. */
export function visibleText(fileName: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    found.push(...seen(node).filter(hasWord))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found.map((text) => text.trim())
}
