import { expect, it } from 'vitest'
import { spotFor } from './place-near.ts'

const phone = { width: 320, height: 640 }
const panel = { width: 280, height: 200 }

it('stands under its trigger', () => {
  expect(spotFor({ left: 20, top: 100, bottom: 124 }, panel, phone)).toEqual({ left: 20, top: 132 })
})

it('never leaves the window at the right or at the bottom', () => {
  expect(spotFor({ left: 300, top: 600, bottom: 624 }, panel, phone)).toEqual({ left: 32, top: 392 })
})

it('starts at the edge when the window is too small for it', () => {
  expect(spotFor({ left: 5, top: 50, bottom: 74 }, { width: 400, height: 900 }, phone)).toEqual({ left: 8, top: 8 })
})
