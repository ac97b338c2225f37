// Evaluation: what a run is worth, and what a difference between runs is worth.
export { compareRuns } from './compare'
export { evaluateRun, type Evaluated, type EvaluateOptions } from './evaluate'
export { evaluateProbabilities } from './evaluate-probabilities'
export { figuresOf } from './figures'
export { readMilestones } from './milestones'
export { readAhead } from './read-ahead'
export { runCurves, runFigures } from './run-figures'
export { writeEvaluation } from './write-evaluation'
