import type { Element } from './element.ts'

/** For each record that others may name by `ref`: the element that says its identity, and what of the record stands in it. */
const identities: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Student: ['StudentIdentity', 'StudentUniqueId'],
  School: ['SchoolIdentity', 'SchoolId'],
  LocalEducationAgency: ['LocalEducationAgencyIdentity', 'LocalEducationAgencyId'],
  PostSecondaryInstitution: ['PostSecondaryInstitutionIdentity', 'PostSecondaryInstitutionId'],
  Calendar: ['CalendarIdentity', 'CalendarCode', 'SchoolReference', 'SchoolYear'],
  Session: ['SessionIdentity', 'SchoolReference', 'SchoolYear', 'SessionName', 'Term'],
  GradingPeriod: [
    'GradingPeriodIdentity',
    'GradingPeriod',
    'GradingPeriodName',
    'PeriodSequence',
    'SchoolReference',
    'SchoolYear',
  ],
  CourseOffering: ['CourseOfferingIdentity', 'LocalCourseCode', 'SchoolReference', 'SessionReference'],
  Section: [
    'SectionIdentity',
    'SectionIdentifier',
    'UniqueSectionCode',
    'CourseOfferingReference',
    'LocalCourseCode',
    'SchoolReference',
  ],
  StudentSectionAssociation: ['StudentSectionAssociationIdentity', 'StudentReference', 'SectionReference', 'BeginDate'],
  Program: ['ProgramIdentity', 'ProgramName', 'ProgramType', 'EducationOrganizationReference'],
  DisciplineIncident: ['DisciplineIncidentIdentity', 'IncidentIdentifier', 'SchoolReference'],
  Contact: ['ContactIdentity', 'ContactUniqueId'],
  Parent: ['ParentIdentity', 'ParentUniqueId'],
}
const deepest = 10

/** What a `ref` stands for, file by file; where a file does not say it, what the only other file says that does. */
export class Refs {
  private readonly ofFile = new Map<string, Map<string, Element[]>>()
  /** Null: several files use the same id for different records, and nobody can say which is meant. */
  private readonly ofAny = new Map<string, Element[] | null>()

  /** Keeps the identity of a record, or of a reference that stands by itself, if it has an id. */
  gather(file: string, element: Element) {
    if (!element.id) return
    const found = element.name.endsWith('Reference') ? element.children : identityOf(element)
    if (!found) return
    const own = this.ofFile.get(file) ?? new Map<string, Element[]>()
    this.ofFile.set(file, own.set(element.id, found))
    this.ofAny.set(element.id, this.ofAny.has(element.id) ? null : found)
  }

  /** Puts the identities into a record in the place of each `ref` that is known. */
  resolve(file: string, element: Element, depth = 0) {
    if (depth > deepest) return
    for (const child of element.children) {
      if (child.ref && child.children.length === 0)
        child.children = this.ofFile.get(file)?.get(child.ref) ?? this.ofAny.get(child.ref) ?? []
      this.resolve(file, child, depth + 1)
    }
  }
}

function identityOf({ name, children }: Element): Element[] | undefined {
  const [identity, ...parts] = identities[name] ?? []
  if (!identity) return undefined
  const told = children.filter((each) => parts.includes(each.name))
  return [{ name: identity, id: null, ref: null, text: '', children: told }]
}

export const namesWithRefs = Object.keys(identities)
