import { expect, it } from 'vitest'
import { browserOf } from './browser-name.ts'

it('recognizes what most people hold in their hands', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0'
  const android = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36'
  expect(browserOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(browserOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(browserOf(android)).toEqual({ browser: 'Chrome', system: 'Android' })
})

it('claims nothing about what it does not know', () => {
  expect(browserOf('concentric')).toEqual({ browser: undefined, system: undefined })
})
