import { expect, it } from 'vitest'
import { sectors as ofContract } from '../contract.ts'
import { sectors } from './sectors.ts'

it('offers the sectors that the server takes', () => {
  expect(sectors).toEqual(ofContract)
})
