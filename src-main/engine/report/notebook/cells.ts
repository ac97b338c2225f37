// A Jupyter notebook as nbformat 4.5 wants it: https://nbformat.readthedocs.io/en/latest/format_description.html

export type Cell =
  | { cell_type: 'markdown'; id: string; metadata: object; source: string[] }
  | {
      cell_type: 'code'
      id: string
      metadata: object
      source: string[]
      execution_count: null
      outputs: never[]
    }

/** Lines that keep their ends, as the format stores text. */
const lines = (text: string): string[] => text.replace(/\n+$/, '').match(/[^\n]*\n|[^\n]+$/g) ?? []

/** @param id what the cell is, unique in the notebook: letters, digits, `-` and `_` */
export const markdownCell = (id: string, text: string): Cell => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: lines(text),
})

export const codeCell = (id: string, text: string): Cell => ({
  cell_type: 'code',
  id,
  metadata: {},
  source: lines(text),
  execution_count: null,
  outputs: [],
})

/** The text of a notebook file. */
export function notebookText(cells: readonly Cell[], title: string, version: string): string {
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
      title,
      cotejo: { version },
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(notebook, null, 1)}\n`
}
