import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Problem, problems } from '#platform/problems.ts'
import { enqueueImport } from '../imports/desk/queries.ts'
import { Done, Made } from '../people/contract.ts'
import { stepsOfChoice } from './choice-job.ts'
import { ChoosePreset, LastChoice, PresetVersion, Preview, Rules, SavePreset } from './contract.ts'
import * as query from './desk/queries.ts'
import { previewRules } from './preview.ts'
import { faultsOf } from './preset-bounds.ts'
import { readRules, type PresetRules } from './preset-rules.ts'

const readers = new Set(['data_steward', 'principal', 'counselor', 'nurse', 'social_worker', 'coordinator'])

/** Rules as they may be stored. Throws what is wrong with them, for whoever sends them without our form. */
function checked(sent: unknown, title: string): PresetRules {
  const rules = read(sent)
  const faults = faultsOf(rules, title)
  if (faults.length > 0)
    throw new Problem(400, 'preset_rules', 'These rules cannot be saved yet. Look at what is wrong with each.', faults)
  return rules
}

function read(sent: unknown) {
  try {
    return readRules(sent)
  } catch (error) {
    throw new Problem(400, 'preset_rules', (error as Error).message)
  }
}

/** The rules by which students are flagged: school leaders read them, the data steward makes, tries and chooses them. */
export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/presets',
    { schema: { summary: 'List the district’s presets, every version', response: { 200: Type.Array(PresetVersion) } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.listPresets()])
      if (!readers.has(entered.role ?? '')) throw problems.notYours()
      return rows[0]
    },
  )

  app.post(
    '/:community/presets',
    { schema: { summary: 'Save a version of a preset, or a copy', body: SavePreset, response: { 201: Made } } },
    async (request, reply) => {
      const { body } = request
      const rules = checked(body.rules, body.title)
      const [made] = await doors.as(request, null, (tx) => tx(query.savePreset({ ...body, rules })))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/presets/preview',
    {
      schema: {
        summary: 'Count whom rules would flag, school by school, beside the present ones; nothing is stored',
        body: Type.Object({ rules: Rules }),
        response: { 200: Preview },
      },
    },
    async (request) => {
      const rules = checked(request.body.rules, 'preview')
      return doors.as(request, null, async (tx, entered) => {
        if (entered.role !== 'data_steward' || !entered.districtId) throw problems.notYours()
        return previewRules(tx, { communityId: entered.communityId, districtId: entered.districtId, rules })
      })
    },
  )

  app.get(
    '/:community/presets/choice',
    { schema: { summary: 'Read how far the flags have followed the last choice', response: { 200: LastChoice } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.findLastChoice()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      const [choice] = rows[0]
      return { choice: choice ? { ...choice, steps: stepsOfChoice } : null }
    },
  )

  app.put(
    '/:community/presets/choice',
    {
      schema: {
        summary: 'Choose the district’s preset; its flags follow',
        body: ChoosePreset,
        response: { 200: Done },
      },
    },
    async (request) => {
      await doors.as(request, null, async (tx) => {
        const [chosen] = await tx(query.choosePreset(request.body))
        if (chosen?.door) await tx(enqueueImport('follow_choice', chosen.door))
      })
      return { ok: true }
    },
  )
}
