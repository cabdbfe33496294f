import { expect, it } from 'vitest'
import { addressOf, roomsFor } from './rooms.ts'

it('shows the backbone, the network and a role that nobody knows no room with students', () => {
  for (const role of ['backbone', 'network_analyst', 'volunteer', '']) expect(roomsFor(role)).toEqual(['aggregates'])
})

it('gives partner staff the rooms of a partner, and none of the school', () => {
  const rooms = ['referrals', 'support', 'sessions', 'participants', 'services', 'agreements', 'due']
  expect(roomsFor('partner_worker')).toEqual(rooms)
})

it('starts the day of school staff with Today', () => {
  for (const role of ['coordinator', 'principal', 'counselor', 'nurse', 'social_worker', 'teacher'])
    expect(addressOf[roomsFor(role)[0]!]).toBe('/app')
})

it('has one address for a room', () => {
  for (const role of ['coordinator', 'teacher', 'data_steward', 'partner_worker', 'backbone']) {
    const addresses = roomsFor(role).map((room) => addressOf[room])
    expect(new Set(addresses).size).toBe(addresses.length)
  }
})
