import { store } from './store.ts'

/** Whether the last request found the server. The banner follows it. */
export const connection = store<'there' | 'lost'>('there')
