// What a measurement holds for: this machine, these backends, this model. Whatever could change the order of the
// backends is a part of it; the dataset, the seed and the number of epochs are not.
import { cpus } from 'node:os'
import type { TrainedRun } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import type { UsableBackend } from '../backends/choose'
import { keyOfFacts } from '../kept-entries'
import type { Work } from './work'

/** Raise it where steps come to be measured in another way. */
const VERSION = 1

const machine = () => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  platform: process.platform,
  arch: process.arch,
  node: process.versions.node.split('.')[0],
})

/** @returns 32 hexadecimal digits */
export function measurementKey(run: TrainedRun, work: Work, backends: readonly UsableBackend[]): string {
  const { model, base, preprocessing, labels, plan } = run
  const { trainable, baseMode, optimizer } = plan.phases[work.phase]!
  const facts = {
    VERSION,
    cotejo: cotejoVersion,
    machine: machine(),
    backends: backends.map(({ name, identity }) => [name, identity]),
    model,
    base: base && [base.architecture, base.alpha],
    size: preprocessing.size,
    classes: labels.length,
    batch: work.batch,
    step: [work.kind, trainable, baseMode, optimizer.name, plan.augmentation, plan.views !== null],
  }
  return keyOfFacts(facts)
}
