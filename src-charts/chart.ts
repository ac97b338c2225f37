// What every chart is: a pure function of data and context that gives ECharts' options and the numbers behind them.
// The same function draws the chart on the screen, in a saved file and in a report.
import { type EChartsOption } from 'echarts'
import { type ChartNumbers } from './numbers'
import { type ChartTable } from './table'
import { type ChartTheme } from './theme'
import { type ChartWords } from './words'

export interface ChartContext {
  words: ChartWords
  numbers: ChartNumbers
  theme: ChartTheme
  /**
   * `screen`: title and legend are drawn around it, and it answers to the pointer; `report`: the legend is inside;
   * `file`: the title too.
   */
  purpose: 'screen' | 'report' | 'file'
  /** Pixels that there will be; needed to lay out a legend that is inside. */
  width?: number
}

/** One line of the legend. */
export interface LegendEntry {
  /** Name of the series that it switches on and off. */
  name: string
  color: string
  /** A dashed line, a filled area (hatched), or a symbol. */
  kind: 'line' | 'area' | 'symbol'
  dash?: readonly number[]
  width?: number
  symbol?: string
  /** The symbol is an outline. */
  hollow?: boolean
  /** Number of the hatching. */
  hatch?: number
}

export interface Chart {
  title: string
  /** What there is to see, in words: for screen readers, and beside a picture in a report. */
  summary: string
  option: EChartsOption
  /** To be read; where a chart has thousands of points, the ones that matter. */
  readonly table: ChartTable
  /** All points, for a file, where `table` has not all of them. */
  readonly data?: ChartTable | undefined
  legend: readonly LegendEntry[]
  /** Pixels: how high it should be, and under which width it should rather be scrolled. */
  height: number
  minWidth?: number
  /** Width divided by height, where it should be kept: squares stay squares. */
  aspect?: number
  /** It can be zoomed along these axes. */
  zoom?: 'x' | 'y' | 'both'
}

export type Draw = (context: ChartContext) => Chart

/** A run in a chart. */
export interface ChartRun {
  id: string
  /** Its place in the comparison: letter, colour, dash and symbol. */
  place: number
  name: string
}
