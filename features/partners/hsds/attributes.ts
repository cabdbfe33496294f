import type { PublicService } from '../finder/contract.ts'
import type { HsdsService } from './contract.ts'
import { stableId } from './stable-id.ts'

const taxonomies = {
  need_domain: 'Domains of need that a service answers',
  grade_level: 'Grades whose students a service takes, as CEDS codes',
  evidence_tier: 'Tiers of evidence of the Every Student Succeeds Act',
} as const
type Kind = keyof typeof taxonomies
type Attribute = NonNullable<HsdsService['attributes']>[number]

const wordsOf = (code: string) => code.replaceAll('_', ' ')

function attributeOf(service: string, kind: Kind, code: string, value?: string): Attribute {
  const taxonomy_detail = { id: stableId('taxonomy', kind), name: wordsOf(kind), description: taxonomies[kind] }
  const term = stableId('taxonomy_term', kind, code)
  return {
    id: stableId(service, kind, code),
    link_id: service,
    link_entity: 'service',
    taxonomy_term_id: term,
    ...(value && { value }),
    taxonomy_term: {
      id: term,
      code,
      name: wordsOf(code),
      description: `${wordsOf(kind)}: ${wordsOf(code)}`,
      taxonomy: wordsOf(kind),
      taxonomy_detail,
    },
  }
}

/** What HSDS has no field for, as terms of small taxonomies: needs, grades and evidence, the citation as the value of its tier. */
export const attributesOf = ({
  id,
  needDomains,
  gradeLevels,
  evidenceTier,
  evidenceCitation,
}: PublicService): Attribute[] => [
  ...needDomains.map((domain) => attributeOf(id, 'need_domain', domain)),
  ...(gradeLevels ?? []).map((grade) => attributeOf(id, 'grade_level', grade)),
  ...(evidenceTier === null ? [] : [attributeOf(id, 'evidence_tier', String(evidenceTier), evidenceCitation)]),
]
