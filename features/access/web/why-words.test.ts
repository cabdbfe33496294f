import { expect, it } from 'vitest'
import en from '#web/words/en.json' with { type: 'json' }

const files: Record<string, string> = import.meta.glob('../access.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [accessSql = ''] = Object.values(files)

it('has words for every reason that the database gives', () => {
  const sentence = accessSql.slice(accessSql.indexOf('function access.why_sentence'))
  const told = [...sentence.slice(0, sentence.indexOf('$$;')).matchAll(/when '(\w+)' then/g)].map(([, kind]) => kind)
  const reach = accessSql.slice(accessSql.indexOf('view access.reach'), accessSql.indexOf('view access.live_consent'))
  const given = [
    ...reach.matchAll(/^ .*'(district|school|other_school|class|guardian|self)'(?: as why| else 'self' end)?$/gm),
  ]
  expect(given.length).toBeGreaterThan(5)
  expect(told).toEqual(expect.arrayContaining([...given.map(([, kind]) => kind), 'self', 'consent']))
  for (const kind of [...told, 'school_official']) expect(en.viewers.why).toHaveProperty(kind!)
})
