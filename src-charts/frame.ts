// What all charts have in common: type, colours, room for title and legend, axes with titles, tooltips.
import { type EChartsOption, type LegendComponentOption, type XAXisComponentOption } from 'echarts'
import { type ChartContext, type LegendEntry } from './chart'
import { plain } from './label'
import { symbols } from './looks'
import { textWidth } from './measure'
import { type ChartTheme } from './theme'

const textSize = 12
const lineHeight = 16
const iconWidth = 31
const itemGap = 8

/** Columns of equal width that hold every entry's name: nothing overlaps, whatever font there is. */
function legendColumns(entries: readonly LegendEntry[], width: number): { columns: number; text: number } {
  const longest = Math.max(0, ...entries.map(({ name }) => textWidth(plain(name), textSize)))
  // At most half of the width: a single long name would put all others below each other.
  const text = Math.min(longest + 12, Math.floor(width / 2) - iconWidth - itemGap)
  return { columns: Math.max(1, Math.floor((width + itemGap) / (text + iconWidth + itemGap))), text }
}

/** A line with its dash, an area, or the symbol: the icon of a legend. */
function iconOf(entry: LegendEntry): string | undefined {
  if (entry.kind === 'symbol') return entry.symbol ?? symbols[0]
  return entry.kind === 'area' ? 'rect' : undefined
}

/** The entries with a line break after each full row. */
const rows = (entries: readonly LegendEntry[], columns: number) =>
  entries.flatMap((entry, at) => {
    const icon = iconOf(entry)
    const item = { name: entry.name, ...(icon && { icon }) }
    return at > 0 && at % columns === 0 ? ['\n', item] : [item]
  })

export interface Frame {
  base: EChartsOption
  /** Where the plot may begin, in pixels from the top. */
  top: number
}

/**
 * @param title drawn inside only where the chart is a file of its own
 * @param entries the legend; it is always there, so that series can be switched, but not always to be seen
 */
export function frame(context: ChartContext, title: string, entries: readonly LegendEntry[]): Frame {
  const { theme, purpose, width = 720 } = context
  const titleHeight = purpose === 'file' ? 34 : 0
  const symbolic = entries.every(({ kind }) => kind === 'symbol')
  const shown = purpose !== 'screen' && entries.length > 0
  const { columns, text } = legendColumns(entries, width - 24)
  const legendHeight = shown ? Math.ceil(entries.length / columns) * (lineHeight + itemGap) + 4 : 0
  const legend: LegendComponentOption = {
    type: 'plain',
    selectedMode: purpose === 'screen',
    show: shown,
    top: 8 + titleHeight,
    left: 8,
    right: 8,
    align: 'left',
    itemWidth: symbolic ? 11 : 26,
    itemHeight: symbolic ? 11 : 10,
    itemGap,
    textStyle: { color: theme.ink2, fontSize: textSize, lineHeight, width: text, overflow: 'truncate' },
    data: rows(entries, columns),
  }
  return {
    top: 8 + titleHeight + legendHeight,
    base: {
      animation: false,
      textStyle: { fontFamily: theme.font, fontSize: textSize, color: theme.ink },
      backgroundColor: purpose === 'screen' ? 'transparent' : theme.surface,
      legend,
      ...(purpose === 'file' && {
        title: {
          text: plain(title),
          left: 10,
          top: 10,
          textStyle: {
            color: theme.ink,
            fontSize: 16,
            fontWeight: 600,
            overflow: 'truncate',
            width: width - 24,
          },
        },
      }),
    },
  }
}

/** The plot's place: axis labels and titles are kept inside the picture. */
export const grid = (top: number, rest: Record<string, unknown> = {}) => ({
  top: top + 6,
  left: 14,
  right: 22,
  bottom: 12,
  outerBoundsMode: 'same' as const,
  outerBoundsContain: 'all' as const,
  ...rest,
})

/**
 * What is drawn lies on a canvas of its own below that of pointer and tooltip: hovering does not draw fifty lines again.
 */
const below = -1

/** What is the same on every axis. */
const look = (theme: ChartTheme) => ({
  zlevel: below,
  nameTextStyle: { color: theme.ink2, fontSize: textSize },
  axisLabel: { color: theme.ink3, fontSize: textSize, hideOverlap: true },
  axisTick: { lineStyle: { color: theme.lineStrong } },
})

type Axis = Record<string, unknown>

/** A horizontal axis, its title below it. */
export function xAxis(theme: ChartTheme, name: string, rest: Axis = {}): XAXisComponentOption {
  const { axisLabel, ...own } = rest
  const common = look(theme)
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 26,
    nameMoveOverlap: true,
    axisLine: { show: true, lineStyle: { color: theme.lineStrong } },
    splitLine: { show: false },
    ...common,
    axisLabel: { ...common.axisLabel, ...(axisLabel as object) },
    ...own,
  } as XAXisComponentOption
}

/** An upright axis, its title above it and not turned, where it is read most easily. */
export function yAxis(theme: ChartTheme, name: string, rest: Axis = {}) {
  const { axisLabel, nameTextStyle, ...own } = rest
  const common = look(theme)
  return {
    type: 'value' as const,
    name,
    nameLocation: 'end' as const,
    nameGap: 12,
    nameMoveOverlap: false,
    axisLine: { show: false },
    splitLine: { show: true, lineStyle: { color: theme.line } },
    ...common,
    nameTextStyle: { ...common.nameTextStyle, align: 'left', ...(nameTextStyle as object) },
    axisLabel: { ...common.axisLabel, ...(axisLabel as object) },
    ...own,
  } as never
}

/** Series in their place; in a picture nothing answers to a pointer: no styles of hovering are written into it. */
export const placed = <S extends object>({ purpose }: ChartContext, series: readonly S[]): S[] =>
  series.map((one) => ({ ...one, zlevel: below, ...(purpose !== 'screen' && { silent: true }) }))

/** A tooltip that is drawn, not written into the page: names in it can never become markup of a page. */
export function tooltip({ theme, purpose }: ChartContext, rest: Record<string, unknown>) {
  if (purpose !== 'screen') return { show: false }
  return {
    show: true,
    renderMode: 'richText' as const,
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.primary,
    borderWidth: 0,
    padding: [8, 10],
    textStyle: { color: theme.onPrimary, fontFamily: theme.font, fontSize: textSize, lineHeight: 18 },
    axisPointer: { lineStyle: { color: theme.lineStrong, type: 'dashed' as const }, animation: false },
    ...rest,
  } as never
}

/** Zooming by Ctrl and the wheel or by two fingers, so that the page still scrolls, and moving what is zoomed. */
export function zooming({ purpose }: ChartContext, axes: 'x' | 'y' | 'both') {
  if (purpose !== 'screen') return []
  const one = { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, filterMode: 'none' }
  return [
    ...(axes === 'y' ? [] : [{ ...one, xAxisIndex: 'all' }]),
    ...(axes === 'x' ? [] : [{ ...one, yAxisIndex: 'all' }]),
  ] as never
}
