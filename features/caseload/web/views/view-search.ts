import type { NewView, SavedView } from '../../views/contract.ts'
import { readStudentsSearch, type StudentsSearch } from '../students-search.ts'

type Settings = Omit<NewView, 'name'>

/** What a view keeps of the list as it is shown: neither the page nor what was typed to find a name. */
export const settingsOf = ({ grade, flag, sort, scope }: StudentsSearch): Settings => ({
  ...(grade && { grade }),
  ...(flag && { flag }),
  ...(sort && { sort }),
  ...(scope && { scope }),
})

/** The address of the list as a view keeps it. */
export const searchOf = (view: SavedView): StudentsSearch => readStudentsSearch(settingsOf(view as StudentsSearch))

export const isShown = (view: SavedView, search: StudentsSearch): boolean =>
  !search.search && JSON.stringify(searchOf(view)) === JSON.stringify(readStudentsSearch(settingsOf(search)))
