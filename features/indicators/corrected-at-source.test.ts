import { afterAll, beforeAll, expect, test } from 'vitest'
import { district } from '../imports/fixtures/district.ts'
import { openImportTown, type ImportTown } from '../imports/fixtures/town.ts'
import { applyImport, undoImport, type AfterApply } from '../imports/importer.ts'
import { askCorrection, linkCorrections, listCorrections } from '../students/corrections/queries.ts'
import { refreshFlags } from './import-tasks.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const linking: { afterApply: AfterApply } = {
  afterApply: async (tx, { importId }) => void (await tx(linkCorrections(importId))),
}
const bring = async (files: Record<string, string>, after = linking) =>
  applyImport(await town.receive([await town.folderOf(files)]), { ...town.options, ...after })
const spelled = (name: string, files = district()) => ({
  ...files,
  'users.csv': files['users.csv']!.replace('Ana,Lopez', `${name},Lopez`),
})

test('the import that changes the fact is linked to the question, and unlinked when it is undone', async () => {
  await bring(district())
  const [ana, ben] = await town.rows<{ id: string }>(
    `select id from student where community_id = $1 and external_id in ('000001', '000002') order by external_id`,
    [town.place.communityId],
  )
  const ask = (student: string) => ({ fact: 'name', wrong: 'One n is missing.', rightIs: 'Anna', student }) as const
  for (const { id } of [ana!, ben!])
    await town.world.database.as(town.place.session, null, (tx) => tx(askCorrection(id, ask(id))))
  const asked = async () =>
    Object.fromEntries(
      (await town.world.database.as(town.place.session, null, (tx) => tx(listCorrections(null)))).map((each) => [
        each.studentId,
        {
          was: each.was,
          now: each.saysNow,
          became: each.became,
          from: each.correctedFrom,
          at: each.correctedAt !== null,
        },
      ]),
    )
  const waiting = { became: null, from: null, at: false }
  const ofBen = { ...waiting, was: ["Ben O'Neil, Jr."], now: ["Ben O'Neil, Jr."] }
  const was = ['Ana Maria Lopez']
  expect(await asked()).toEqual({ [ana!.id]: { ...waiting, was, now: was }, [ben!.id]: ofBen })
  await bring(district())
  expect((await asked())[ana!.id]).toEqual({ ...waiting, was, now: was })
  // As the worker does it: with the flags.
  const { id } = await bring(spelled('Anna'), { afterApply: refreshFlags })
  const became = ['Anna Maria Lopez']
  expect(await asked()).toEqual({
    [ana!.id]: { was, now: became, became, from: 'Our system', at: true },
    [ben!.id]: ofBen,
  })
  await undoImport(id, { ...town.options, ...linking })
  expect((await asked())[ana!.id]).toEqual({ ...waiting, was, now: was })
})
