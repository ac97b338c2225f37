// Writes the model card of the base in the box anew from the facts beside it: `node bench/run.mjs base-card`
import { readFacts, writeFacts } from './base/write'

await writeFacts(await readFacts())
