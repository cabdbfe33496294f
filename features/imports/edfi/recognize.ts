/** Whether the first kilobytes are an Ed-Fi interchange, by its root or its namespace. */
export const isEdFi = (head: string) =>
  /<(?:\w+:)?Interchange[A-Z]\w*[\s>]/.test(head) || head.includes('http://ed-fi.org/')
