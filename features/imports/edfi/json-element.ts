import type { Element } from './element.ts'
import { readElementNames } from './element-names.ts'

/**
 * A resource of an Ed-Fi API becomes the element that an interchange file has for the same record: names in Pascal case, lists as
 * repeated elements, descriptors without that word, keys of references as the identity that they are. So one set of readers reads both.
 */
const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1)
const singular = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '')
const plural = (name: string) => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`).toLowerCase()
const elementOfPlural = new Map(readElementNames.map((name) => [plural(name), name]))

/** Which element a file holds, by its name: `students.json`, `ed-fi/studentSchoolAssociations-2.jsonl`. */
export const resourceOf = (file: string): string | undefined =>
  file
    .replace(/\.[a-z]+$/i, '')
    .split(/[^A-Za-z]+/)
    .map((word) => elementOfPlural.get(word.toLowerCase()))
    .findLast((name) => name !== undefined)

type Value = unknown
const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const leaf = (name: string, text: string): Element => ({ name, id: null, ref: null, text, children: [] })
const branch = (name: string, children: Element[]): Element => ({ name, id: null, ref: null, text: '', children })

/** Where interchange files put what the API has beside it. */
const inside: Readonly<Record<string, string>> = {
  firstName: 'Name',
  middleName: 'Name',
  lastSurname: 'Name',
  preferredFirstName: 'Name',
  birthDate: 'BirthData',
}
const leftOut = /^(id|link|_.*)$/

const school = (id: Element) => branch('SchoolReference', [branch('SchoolIdentity', [id])])

/** The keys of a reference as the identity that they are; the key of a school or student stands in a reference of its own. */
function identityOf(base: string, keys: Record<string, Value>): Element[] {
  const told = Object.entries(keys).flatMap(([key, value]) => elementsOf(key, value))
  return told.map((each) => {
    if (each.name === 'SchoolId' && !base.endsWith('School')) return school(each)
    if (each.name === 'StudentUniqueId' && base !== 'Student')
      return branch('StudentReference', [branch('StudentIdentity', [each])])
    return each
  })
}

const ofSection = new Set(['SectionIdentifier', 'LocalCourseCode', 'SchoolReference', 'SchoolYear', 'SessionName'])

function sectionAssociation(told: readonly Element[]): Element[] {
  const section = told.filter(({ name }) => ofSection.has(name) && name !== 'SectionIdentifier')
  const offering = branch('CourseOfferingReference', [branch('CourseOfferingIdentity', section)])
  const identifier = told.filter(({ name }) => name === 'SectionIdentifier')
  const sections = branch('SectionReference', [branch('SectionIdentity', [...identifier, offering])])
  return [...told.filter(({ name }) => !ofSection.has(name)), sections]
}

function referenceOf(key: string, keys: Record<string, Value>): Element {
  const base = pascal(key.slice(0, -'Reference'.length))
  const told = identityOf(base, keys)
  const identity = base.endsWith('School') ? 'SchoolIdentity' : `${base}Identity`
  const children = base === 'StudentSectionAssociation' ? sectionAssociation(told) : told
  return branch(pascal(key), [branch(identity, children)])
}

/** One entry of a list: a lone descriptor is the code itself, all else has its parts. */
function entryOf(name: string, entry: Value): Element[] {
  if (!isObject(entry)) return elementsOf(name, entry)
  const told = Object.entries(entry).flatMap(([key, value]) => elementsOf(key, value))
  const [only] = told
  return [told.length === 1 && only!.name === pascal(name) ? only! : branch(pascal(name), told)]
}

function elementsOf(key: string, value: Value): Element[] {
  if (value === null || value === undefined || leftOut.test(key)) return []
  if (Array.isArray(value)) return value.flatMap((entry) => entryOf(singular(key), entry))
  if (isObject(value)) {
    if (key === 'schoolYearTypeReference') return elementsOf('schoolYear', value.schoolYear)
    if (key === 'sectionReference') return sectionAssociation(identityOf('Section', value))
    if (key.endsWith('Reference')) return [referenceOf(key, value)]
    return [
      branch(
        pascal(key),
        Object.entries(value).flatMap(([name, part]) => elementsOf(name, part)),
      ),
    ]
  }
  const name = pascal(key.length > 'Descriptor'.length ? key.replace(/Descriptor$/, '') : key)
  return [leaf(name, String(value as string | number | boolean))]
}

export function elementOfResource(name: string, resource: Record<string, Value>): Element {
  const children: Element[] = []
  for (const [key, value] of Object.entries(resource)) {
    const place = inside[key]
    const told = elementsOf(key, value)
    if (!place || told.length === 0) children.push(...told)
    else {
      const there = children.find((each) => each.name === place) ?? branch(place, [])
      if (!children.includes(there)) children.push(there)
      there.children.push(...told)
    }
  }
  return branch(name, children)
}
