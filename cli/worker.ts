import { runWorker } from './run-worker.ts'
import { print, say, stopSignal, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

/** `concentric worker`: a process that only works on jobs, beside servers started with CONCENTRIC_WORKER=off. */
export const run: Command = ({ settings }) =>
  withInstallation(settings, async (installation) => {
    const worker = await runWorker(installation, settings)
    print('The worker is ready.')
    await stopSignal()
    say('Stopping …')
    await worker.stop()
    return 0
  })
