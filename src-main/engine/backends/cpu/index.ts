// The plain JavaScript backend, a reference.
export { openCpu } from './open'
