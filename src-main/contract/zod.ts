// The validators' library, set up once. Where there is a document there is a content security policy that forbids
// `eval`; zod would try it first to make its parsers faster, and the browser would report a violation.
import { config, z } from 'zod'

if ('document' in globalThis) config({ jitless: true })

export { z }
