// Figures of a run: what its test is worth, with uncertainty, from its evaluation and probabilities alone.
export { classCurves } from './curves'
export { figuresOf, keptFiguresOf } from './keep'
export { makeFigures } from './make'
export { scoresOf, type Scores } from './scores'
