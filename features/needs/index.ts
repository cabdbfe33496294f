import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const needs: Feature = { name: 'needs', routes }
