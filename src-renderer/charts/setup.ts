// The parts of chart.js that are used, and how they look in the theme of the moment.
import { Chart, Interaction, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip)

export { Chart, Interaction }

/** The value of a design token now. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

/** A token's colour, see-through. */
export function faded(name: string, alpha: number): string {
  const hex = token(name)
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${r} ${g} ${b} / ${alpha})`
}
