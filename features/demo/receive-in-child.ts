import { connect } from '#platform/database.ts'
import { receiveImport } from '../imports/importer.ts'

// For a test: takes files in, as the server does, in a process of its own, which can be killed.
type Work = { url: string; dataDir: string; tokenHash: string; hat: string; from: string }
const { url, dataDir, tokenHash, hat, from } = JSON.parse(process.argv[2]!) as Work
const database = connect(url, { connections: 1 })
const session = { tokenHash: Buffer.from(tokenHash, 'hex'), hat }
await receiveImport({ database, session, dataDir, sourceName: 'Our system', from: [from] })
await database.close()
