// Cotejo's version, as recorded in runs and models.
import { version } from '../../package.json'

export const cotejoVersion: string = version
