/** What is taken from one upload at most. A zip that unpacks to far more than it weighs is an attack or a mistake. */
export const limits = {
  files: 500,
  totalBytes: 8 * 1024 ** 3,
  ratio: 150,
  ratioCountsFrom: 10 * 1024 ** 2,
  nameLength: 150,
}
