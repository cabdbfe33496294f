import { choosableRules, measures } from '../preset-bounds.ts'
import type { Cut, Indicator, PresetRules } from '../preset-rules.ts'

export type Draft = { title: string; rules: PresetRules }

const without = (rules: PresetRules, place: number) => rules.cuts.filter((_, at) => at !== place)

export const withCut = (rules: PresetRules, place: number, cut: Cut): PresetRules => ({
  ...rules,
  cuts: rules.cuts.map((each, at) => (at === place ? cut : each)),
})

export const withoutCut = (rules: PresetRules, place: number): PresetRules => ({
  ...rules,
  cuts: without(rules, place),
})

/** A new cut point starts as the indicator's first rule, at the value where others of its rule stand, or at the least one. */
export function withNewCut(rules: PresetRules, indicator: Indicator): PresetRules {
  const rule = choosableRules[indicator][0]!
  const like = rules.cuts.find((cut) => cut.rule === rule)
  const made: Cut = { indicator, level: 'concern', rule, value: like?.value ?? measures[rule].least }
  return { ...rules, cuts: [...rules.cuts, made] }
}

/** Without a list, rules apply in every grade; a list without the key would be refused. */
export function withGrades<T extends { grades?: string[] }>(of: T, grades: string[] | undefined): T {
  const changed = { ...of }
  if (grades) changed.grades = grades
  else delete changed.grades
  return changed
}

export function withSubjects(cut: Cut, subjects: Cut['subjects']): Cut {
  const changed = { ...cut }
  if (subjects) changed.subjects = subjects
  else delete changed.subjects
  return changed
}

/** What was typed for a number; nothing typed is no number, and is told as a fault. */
export const numberTyped = (text: string) => (text.trim() === '' ? NaN : Number(text.replace(',', '.')))

const keyOf = (id: string) => `concentric.preset.${id}`

/** Drafts stay in this browser, so that a closed window loses nothing. Where storage is forbidden they last as long as the page. */
export const keptDrafts = {
  read(id: string): Draft | null {
    try {
      return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Draft | null
    } catch {
      return null
    }
  },
  write(id: string, draft: Draft | null) {
    try {
      if (draft) localStorage.setItem(keyOf(id), JSON.stringify(draft))
      else localStorage.removeItem(keyOf(id))
    } catch {
      return
    }
  },
}
