import { expect, it } from 'vitest'
import { chosenFrom } from './files-of-drop.ts'

const file = (name: string, webkitRelativePath = '') => ({ name, webkitRelativePath }) as File

it('keeps the place of a file inside its folder and leaves hidden files out', () => {
  const chosen = chosenFrom([
    file('users.csv', 'term/users.csv'),
    file('.DS_Store', 'term/.DS_Store'),
    file('._users.csv', '__MACOSX/term/._users.csv'),
    file('orgs.csv'),
  ])
  expect(chosen.map(({ name }) => name)).toEqual(['term/users.csv', 'orgs.csv'])
})
