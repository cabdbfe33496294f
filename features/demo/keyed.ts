/** Gives every entry its own key as a property, so that an entry can be passed on alone and still say which one it is. */
export const keyed =
  <Entry>() =>
  <Key extends string>(entries: Record<Key, Entry>) =>
    Object.fromEntries(Object.entries<Entry>(entries).map(([key, entry]) => [key, { key, ...entry }])) as Record<
      Key,
      Entry & { key: Key }
    >
