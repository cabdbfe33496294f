/** One XML element as it was read: names without their prefix, text without what belongs to children. */
export type Element = { name: string; id: string | null; ref: string | null; text: string; children: Element[] }

export const childrenOf = (element: Element, name: string) => element.children.filter((each) => each.name === name)

/** The first element at a path such as `Name/FirstName`. */
export const elementAt = (element: Element, path: string): Element | undefined => {
  let found: Element | undefined = element
  for (const name of path.split('/')) found = found?.children.find((each) => each.name === name)
  return found
}

/** Inside, text stays as it was written; around it, line breaks and indentation are the file's layout. Blank is null. */
export const textOf = (element: Element | undefined) => element?.text.trim() || null

export const textAt = (element: Element, path: string) => textOf(elementAt(element, path))
