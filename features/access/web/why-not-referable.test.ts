import { expect, it } from 'vitest'
import type { Organization, Service } from '#features/partners/contract.ts'
import type { Agreement } from '../contract.ts'
import { asksFamilyFirst, whyNotReferable } from './why-not-referable.ts'

const service = { status: 'active' } as Service
const river = { id: 'river' } as Organization
const agreement = (standing: string, basis = 'consent', organizationId = 'river') =>
  ({ standing, basis, organizationId }) as Agreement
const why = (...agreements: Agreement[]) => whyNotReferable(service, river, agreements)

it('lets refer only while an agreement with this organization is in force', () => {
  expect(why(agreement('in_force'), agreement('ended'))).toBeNull()
  expect(why()).toBe('noAgreement')
  expect(why(agreement('in_force', 'consent', 'other'))).toBe('noAgreement')
  expect(why(agreement('draft'))).toBe('notSigned')
  expect(why(agreement('waiting_for_partner'), agreement('ended'))).toBe('notSigned')
  expect(why(agreement('ended'))).toBe('ended')
  expect(why(agreement('future'))).toBe('future')
})

it('does not refer to a service that takes nobody', () => {
  expect(whyNotReferable({ ...service, status: 'paused' }, river, [agreement('in_force')])).toBe('notActive')
})

it('says that the family is asked first, except under a school-official agreement in force', () => {
  expect(asksFamilyFirst('river', [agreement('in_force')])).toBe(true)
  expect(asksFamilyFirst('river', [agreement('in_force', 'school_official')])).toBe(false)
  expect(asksFamilyFirst('river', [agreement('ended', 'school_official')])).toBe(true)
})
