// A plan's optimizer, learning rates and stopping as Keras source.
import { type OptimizerChoice, type Phase, type Plan, type Schedule } from '../../../contract'
import { pythonBool, pythonNumber } from './python'

const argument = (name: string, value: number, usual: number | null): string =>
  value === usual ? '' : `, ${name}=${pythonNumber(value)}`

/** `keras.optimizers.Adam(0.001)`; arguments that are Keras's own defaults are left out. */
export function optimizerCode(optimizer: OptimizerChoice, rate: string): string {
  switch (optimizer.name) {
    case 'adam':
    case 'adamw': {
      const { beta1, beta2, epsilon } = optimizer
      const decay = optimizer.name === 'adamw' ? argument('weight_decay', optimizer.weightDecay, 0.004) : ''
      const name = optimizer.name === 'adamw' ? 'AdamW' : 'Adam'
      const moments = argument('beta_1', beta1, 0.9) + argument('beta_2', beta2, 0.999)
      return `keras.optimizers.${name}(${rate}${moments}${argument('epsilon', epsilon, 1e-7)}${decay})`
    }
    case 'sgd': {
      const { momentum, nesterov, weightDecay } = optimizer
      const look = nesterov ? ', nesterov=True' : ''
      return `keras.optimizers.SGD(${rate}${argument('momentum', momentum, 0)}${look}${argument('weight_decay', weightDecay, 0)})`
    }
    case 'rmsprop': {
      const { rho, momentum, epsilon } = optimizer
      return `keras.optimizers.RMSprop(${rate}${argument('rho', rho, 0.9)}${argument('momentum', momentum, 0)}${argument('epsilon', epsilon, 1e-7)})`
    }
  }
}

export const isConstant = ({ name, warmupEpochs }: Schedule): boolean =>
  name === 'constant' && warmupEpochs === 0

/** The rate of a phase: a number, or `Rate(…)`, which `RATE_CLASS` defines. */
export function rateCode({ schedule, learningRate, epochs }: Phase, steps: string): string {
  if (isConstant(schedule)) return pythonNumber(learningRate)
  const more = {
    constant: '',
    cosine: schedule.name === 'cosine' ? argument('floor', schedule.floor, 0) : '',
    step:
      schedule.name === 'step'
        ? `, every=${pythonNumber(schedule.everyEpochs)}, factor=${pythonNumber(schedule.factor)}`
        : '',
  }[schedule.name]
  const warmup = argument('warmup', schedule.warmupEpochs, 0)
  return `Rate("${schedule.name}", ${pythonNumber(learningRate)}, ${epochs}, ${steps}${warmup}${more})`
}

/** The schedules of engine/training/schedules.ts; `%s` is the docstring. */
export const RATE_CLASS = `class Rate(keras.optimizers.schedules.LearningRateSchedule):
    """%s"""

    def __init__(self, kind, rate, epochs, steps, warmup=0, floor=0.0, every=5, factor=0.5):
        self.config = dict(
            kind=kind, rate=rate, epochs=epochs, steps=steps,
            warmup=warmup, floor=floor, every=every, factor=factor,
        )

    def __call__(self, step):
        c, ops = self.config, keras.ops
        step = ops.cast(step, "float32")
        warmup = round(c["warmup"] * c["steps"])
        since = ops.maximum(step - warmup, 0.0)
        if c["kind"] == "cosine":
            length = max(1, c["epochs"] * c["steps"] - warmup)
            fall = (1 + ops.cos(math.pi * ops.minimum(1.0, since / length))) / 2
            rate = c["rate"] * (c["floor"] + (1 - c["floor"]) * fall)
        elif c["kind"] == "step":
            every = max(1, round(c["every"] * c["steps"]))
            rate = c["rate"] * c["factor"] ** ops.floor(since / every)
        else:
            rate = ops.ones_like(step) * c["rate"]
        return ops.where(step < warmup, c["rate"] * (step + 1) / max(1, warmup), rate)

    def get_config(self):
        return self.config
`

/** Keeps the best weights over all phases (engine/training/bestTracker.ts); `%s` is the docstring. */
export const KEEP_BEST_CLASS = `class KeepBest(keras.callbacks.Callback):
    """%s"""

    def __init__(self, monitor, patience=None, min_delta=0.0, restore=True):
        super().__init__()
        self.monitor, self.patience = monitor, patience
        self.min_delta, self.restore = min_delta, restore
        self.sign = -1 if monitor.endswith("loss") else 1
        self.best, self.weights, self.waited = -math.inf, None, 0

    def on_train_begin(self, logs=None):
        self.waited = 0

    def on_epoch_end(self, epoch, logs=None):
        value = self.sign * logs[self.monitor]
        if value - self.best > self.min_delta:
            self.best, self.waited = value, 0
            self.weights = self.model.get_weights()
        else:
            self.waited += 1
            if self.patience is not None and self.waited >= self.patience:
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore and self.weights is not None:
            self.model.set_weights(self.weights)
`

/** What Keras calls the figure that early stopping looks at. */
export function monitored({ earlyStopping, labelSmoothing }: Plan): string {
  if (earlyStopping?.monitor === 'validationAccuracy') return 'val_accuracy'
  // Keras smooths the validation loss too; Cotejo does not.
  return labelSmoothing > 0 ? 'val_plain_loss' : 'val_loss'
}

/** The callback that stops the training and keeps the best weights; null where there is none. */
export function stoppingCode(plan: Plan): string | null {
  const { earlyStopping, restoreBest, phases } = plan
  if (!earlyStopping && !restoreBest) return null
  const { patience, minDelta = 0 } = earlyStopping ?? {}
  const monitor = monitored(plan)
  const least = minDelta === 0 ? '' : `, min_delta=${pythonNumber(minDelta)}`
  // The best epoch of several phases may be in an earlier one: Keras's own callback starts anew with each.
  if (phases.length > 1 || !earlyStopping || monitor === 'val_plain_loss') {
    const restore = restoreBest ? '' : `, restore=${pythonBool(false)}`
    return `KeepBest("${monitor}"${patience === undefined ? '' : `, patience=${patience}`}${least}${restore})`
  }
  return `keras.callbacks.EarlyStopping("${monitor}", patience=${patience}${least}, restore_best_weights=${pythonBool(restoreBest)})`
}
