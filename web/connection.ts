import { store } from './store.ts'

/** Whether the last request found the server. The banner follows it. */
export const connection = store<'there' | 'lost'>('there')

/** How many things are being saved that take unusually long. The banner follows it. */
export const slowWrites = store(0)
