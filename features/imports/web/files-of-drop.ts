/** A file with its place inside the dropped folder. */
export type ChosenFile = { name: string; file: File }

const unseen = /(^|\/)(\.|__MACOSX)/

/** Hidden files, such as those that a Mac leaves in folders, are not what anyone means to bring in. */
export const isMeant = ({ name }: ChosenFile): boolean => !unseen.test(name)

export const chosenFrom = (files: Iterable<File>): ChosenFile[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })).filter(isMeant)

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

const batchOf = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))

/** A browser hands out a folder's entries a hundred at a time, until it hands out none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (let batch = await batchOf(reader); batch.length > 0; batch = await batchOf(reader)) all.push(...batch)
  return all
}

async function filesUnder(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) return [{ name: entry.fullPath.slice(1), file: await fileOf(entry as FileSystemFileEntry) }]
  const inside = await entriesIn(entry as FileSystemDirectoryEntry)
  return (await Promise.all(inside.map(filesUnder))).flat()
}

/** Everything that was dropped, with what is in dropped folders. */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  return (await Promise.all(entries.map(filesUnder))).flat().filter(isMeant)
}
