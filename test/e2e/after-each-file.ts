import { afterAll } from 'vitest'
import { sendVisitorsHome } from './browser.ts'

afterAll(sendVisitorsHome)
