import { readRules, type Cut, type PresetRules, type Subject } from './preset-rules.ts'

export type Preset = { name: string; version: number; title: string; citation: string; rules: PresetRules }

/** The preset of a district that has not chosen another. */
export const defaultPresetName = 'air-ewims'

const yearToDate = { window: 'year_to_date', minimumDays: 10, passMark: 60 } as const
const englishAndMathematics: Subject[] = ['english', 'mathematics']
const failedEnglishOrMathematics: Cut = {
  indicator: 'course',
  level: 'concern',
  rule: 'failed_at_least',
  value: 1,
  subjects: englishAndMathematics,
}

const airEwims: Preset = {
  name: 'air-ewims',
  version: 1,
  title: 'AIR EWIMS, as used in Shiawassee',
  citation:
    'American Institutes for Research, Early Warning Intervention and Monitoring System (EWIMS), cut points as used by Shiawassee Regional Education Service District, Michigan.',
  rules: {
    ...yearToDate,
    cuts: [
      { indicator: 'attendance', level: 'caution', rule: 'missed_at_least', value: 5 },
      { indicator: 'attendance', level: 'concern', rule: 'missed_at_least', value: 10 },
      { indicator: 'behavior', level: 'caution', rule: 'incidents_at_least', value: 4 },
      { indicator: 'behavior', level: 'concern', rule: 'incidents_at_least', value: 6 },
      { indicator: 'behavior', level: 'concern', rule: 'state_offenses_at_least', value: 1 },
      { indicator: 'course', level: 'caution', rule: 'average_below', value: 70, subjects: englishAndMathematics },
      { indicator: 'course', level: 'concern', rule: 'average_below', value: 60, subjects: englishAndMathematics },
    ],
  },
}

const balfanzGradeSix: Preset = {
  name: 'balfanz-grade-6',
  version: 1,
  title: 'Balfanz, Herzog and Mac Iver, grade 6',
  citation:
    'Balfanz, R., Herzog, L., & Mac Iver, D. J. (2007). Preventing student disengagement and keeping students on the graduation path in urban middle-grades schools. Educational Psychologist, 42(4), 223–235.',
  rules: {
    ...yearToDate,
    grades: ['06'],
    cuts: [
      { indicator: 'attendance', level: 'concern', rule: 'missed_more_than', value: 20 },
      { indicator: 'behavior', level: 'concern', rule: 'unsatisfactory_mark', value: 1 },
      failedEnglishOrMathematics,
    ],
  },
}

const onTrackForSuccess: Preset = {
  name: 'on-track-for-success',
  version: 1,
  title: 'On Track for Success',
  citation:
    'Bruce, M., Bridgeland, J. M., Fox, J. H., & Balfanz, R. (2011). On Track for Success: The use of early warning indicator and intervention systems to build a Grad Nation. Civic Enterprises.',
  rules: {
    ...yearToDate,
    cuts: [
      { indicator: 'attendance', level: 'concern', rule: 'missed_at_least', value: 10 },
      { indicator: 'behavior', level: 'concern', rule: 'incidents_at_least', value: 2 },
      failedEnglishOrMathematics,
      { indicator: 'course', level: 'concern', rule: 'failed_at_least', value: 2, grades: ['09'] },
      { indicator: 'course', level: 'concern', rule: 'grade_points_below', value: 2 },
    ],
  },
}

const diplomasNow: Preset = {
  name: 'diplomas-now',
  version: 1,
  title: 'Diplomas Now, on track',
  citation:
    'MDRC, evaluation of Diplomas Now: on track is attendance above 85%, suspended fewer than 3 days, passing English and math.',
  rules: {
    ...yearToDate,
    cuts: [
      { indicator: 'attendance', level: 'concern', rule: 'missed_at_least', value: 15 },
      { indicator: 'behavior', level: 'concern', rule: 'suspension_days_at_least', value: 3 },
      failedEnglishOrMathematics,
    ],
  },
}

const edFiMiddleTier: Preset = {
  name: 'ed-fi-middle-tier',
  version: 1,
  title: 'Ed-Fi Analytics Middle Tier',
  citation:
    'Ed-Fi Alliance, Analytics Middle Tier, Early Warning System collection. English is every course that counts as English: language arts, reading, writing.',
  rules: {
    ...yearToDate,
    cuts: [
      { indicator: 'attendance', level: 'caution', rule: 'missed_more_than', value: 12 },
      { indicator: 'attendance', level: 'concern', rule: 'missed_more_than', value: 20 },
      { indicator: 'behavior', level: 'caution', rule: 'incidents_at_least', value: 2 },
      { indicator: 'behavior', level: 'concern', rule: 'incidents_at_least', value: 5 },
      { indicator: 'behavior', level: 'concern', rule: 'state_offenses_at_least', value: 1 },
      { indicator: 'course', level: 'caution', rule: 'average_below', value: 72, subjects: englishAndMathematics },
      { indicator: 'course', level: 'concern', rule: 'average_below', value: 65, subjects: englishAndMathematics },
    ],
  },
}

const freshmanOnTrack: Preset = {
  name: 'freshman-on-track',
  version: 1,
  title: 'Freshman on track',
  citation:
    'Allensworth, E. M., & Easton, J. Q. (2005). The on-track indicator as a predictor of high school graduation. Consortium on Chicago School Research.',
  rules: {
    ...yearToDate,
    grades: ['09'],
    cuts: [
      { indicator: 'course', level: 'concern', rule: 'credits_below_at_year_end', value: 5 },
      {
        indicator: 'course',
        level: 'concern',
        rule: 'semester_failures_at_least',
        value: 2,
        subjects: ['english', 'mathematics', 'science', 'social_science'],
      },
    ],
  },
}

/** The presets that every district starts with: data with a name, a version and a source. A district may edit its own copy. */
export const shippedPresets: readonly Preset[] = [
  airEwims,
  balfanzGradeSix,
  onTrackForSuccess,
  diplomasNow,
  edFiMiddleTier,
  freshmanOnTrack,
].map((preset) => ({ ...preset, rules: readRules(preset.rules) }))
