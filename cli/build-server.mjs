import { fail, root } from './bootstrap.mjs'
import { bundle } from './bundle.mjs'

await bundle(['cli/main.ts'], `${root}/dist/server`).catch((error) => fail(error.message))
