import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fileOf, interchange, readFiles, studentReference } from './sample-files.ts'

const folder = '../shared/data/edfi-gbhs-generated'
const isThere = existsSync(folder)
if (!isThere)
  console.warn(
    'The generated Grand Bend High School is not beside the project: version 2 is checked on a small file only.',
  )

describe.skipIf(!isThere)('Grand Bend High School in version 2, against a second reader', async () => {
  const names = ['Student-Grand_Bend_High_School.xml', 'StudentEnrollment-Grand_Bend_High_School.xml']
  const texts = names.map((name) => (isThere ? readFileSync(`${folder}/${name}`, 'utf8') : ''))
  const { of, problems, damage } = await readFiles(
    names
      .filter(() => isThere)
      .map((name) => ({
        name,
        bytes: statSync(`${folder}/${name}`).size,
        open: async () => createReadStream(`${folder}/${name}`),
      })),
  )
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, value]) => value)

  test('every student and every enrollment is read, with sex, race and grade', () => {
    expect(damage).toBeNull()
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
    const ids = all(texts[0]!, /<Student id="[^"]*">\s*<StudentUniqueId>([^<]*)/g)
    expect(of('student').map(({ externalId }) => externalId)).toEqual(ids)
    expect(ids).toHaveLength(1400)
    expect(of('student').filter(({ sex }) => sex === 'male')).toHaveLength(all(texts[0]!, /<Sex>(Male)</g).length)
    expect(of('student').filter(({ races }) => races === 'asian')).toHaveLength(
      all(texts[0]!, /<Race>(Asian)</g).length,
    )
    expect(of('schoolEnrollment').map(({ entryOn }) => entryOn)).toEqual(all(texts[1]!, /<EntryDate>([^<]*)/g))
    expect(of('schoolEnrollment').every(({ gradeLevel }) => gradeLevel === '09')).toBe(
      all(texts[1]!, /<EntryGradeLevel>\s*<CodeValue>(?!Ninth grade)([^<]*)/g).length === 0,
    )
  })
})

test('versions 2 to 5 are read without a remark, others with one', async () => {
  const body = `<StudentSchoolAttendanceEvent>${studentReference('1')}<SchoolReference><SchoolIdentity><SchoolId>7</SchoolId></SchoolIdentity></SchoolReference><EventDate>2025-10-01</EventDate><AttendanceEventCategory><CodeValue>Tardy</CodeValue></AttendanceEventCategory></StudentSchoolAttendanceEvent>`
  for (const version of ['0200', '0220', '0300', '3.1.0', '4.0.0', '5.2.0']) {
    const file = fileOf('a.xml', interchange('StudentAttendance', body, `http://ed-fi.org/${version}`))
    const { of, problems } = await readFiles([file])
    expect(of('attendance'), version).toMatchObject([{ studentExternalId: '1', schoolExternalId: '7', code: 'tardy' }])
    expect(problems, version).toEqual([])
  }
})
