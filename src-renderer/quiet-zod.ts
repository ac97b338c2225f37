// Must be imported before the contract. Zod compiles its validators with `new Function` unless told not to, and our
// content security policy rightly forbids that; asking alone would already be reported as a violation.
import { config } from 'zod'

config({ jitless: true })
