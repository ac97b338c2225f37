// The activations that a model may be built with.
import type { z } from 'zod'
import type { activation } from '../../contract'

export type Activation = z.infer<typeof activation>
