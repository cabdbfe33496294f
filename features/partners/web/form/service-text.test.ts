import { expect, test } from 'vitest'
import { emptyHours, emptyPlace, lacksOf, textOf, toNewService } from './service-text.ts'

const filled = { ...textOf(), name: 'Reading', needDomains: ['academic'] }

test('an empty form lacks a name and a need, and says nothing that nobody said', () => {
  expect(lacksOf(textOf())).toEqual(['name', 'needDomains'])
  expect(toNewService(filled)).toMatchObject({
    gradeLevels: null,
    capacity: null,
    minAge: null,
    isAccepting: null,
    schedules: [],
    locations: [],
  })
})

test('days become a rule and come back as days; a rule that is not weekly stays as it is', () => {
  const hours = [
    { ...emptyHours, days: ['TU' as const, 'TH' as const], startsAt: '15:30', endsAt: '17:00' },
    emptyHours,
  ]
  const { schedules } = toNewService({ ...filled, hours })
  expect(schedules).toMatchObject([{ rrule: 'FREQ=WEEKLY;BYDAY=TU,TH', startsAt: '15:30' }])
  expect(textOf({ schedules: schedules! }).hours).toEqual([hours[0]])
  const monthly = { ...schedules![0]!, rrule: 'FREQ=MONTHLY;BYDAY=1MO' }
  expect(toNewService(textOf({ name: 'A', schedules: [monthly] })).schedules).toEqual([monthly])
})

test('ages, places and evidence that cannot be are named', () => {
  expect(lacksOf({ ...filled, minAge: '12', maxAge: '9' })).toEqual(['ages'])
  expect(lacksOf({ ...filled, minAge: 'six' })).toEqual(['ages'])
  expect(lacksOf({ ...filled, capacity: 'many' })).toEqual(['capacity'])
  expect(lacksOf({ ...filled, evidenceTier: '2' })).toEqual(['citation'])
})

test('a place that is there already is named by its id, a new one by what was typed', () => {
  const places = [{ ...emptyPlace, id: 'a', name: 'Hall' }, { ...emptyPlace, name: 'Yard' }, emptyPlace]
  expect(toNewService({ ...filled, places }).locations).toEqual([{ id: 'a' }, { ...emptyPlace, name: 'Yard' }])
})
