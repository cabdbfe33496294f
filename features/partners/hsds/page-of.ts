import type { HsdsPage, HsdsQuery, HsdsService } from './contract.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The services that fit all that was asked for: words in name, description and organization, whose they are, since when, which term. */
export function pick(services: HsdsService[], query: HsdsQuery): HsdsService[] {
  const words = plain(query.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const since = query.modified_after === undefined ? undefined : Date.parse(query.modified_after)
  return services.filter((service) => {
    const told = plain([service.name, service.description, service.organization.name].join(' '))
    return (
      words.every((word) => told.includes(word)) &&
      (!query.organization_id || service.organization_id === query.organization_id) &&
      (since === undefined || Date.parse(service.last_modified) > since) &&
      (!query.taxonomy_term_id || service.attributes?.some((each) => each.taxonomy_term_id === query.taxonomy_term_id))
    )
  })
}

/** One page, told as HSDS tells pages. A page after the last one is empty. */
export function pageOf(services: HsdsService[], { page = 1, per_page: size = 50 }: HsdsQuery): HsdsPage {
  const total = Math.max(1, Math.ceil(services.length / size))
  const contents = services.slice((page - 1) * size, page * size)
  return {
    total_items: services.length,
    total_pages: total,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page === total,
    empty: contents.length === 0,
    contents,
  }
}
