import { openImportDoor } from '#platform/import-door.ts'
import { importTasks } from '../indicators/import-tasks.ts'

// For a test: does one task of the worker in a process of its own, which can be killed.
const { url, dataDir, importId } = JSON.parse(process.argv[2]!) as { url: string; dataDir: string; importId: string }
const door = openImportDoor(url)
await importTasks({ door, dataDir }).apply_import!(importId)
await door.close()
