// The sentences that the main side says itself: the menu, dialogs and notifications of the system.

export interface Texts {
  dialogs: {
    chooseFolder: string
    chooseFiles: string
    files: string
    /** `{name}`: of the file. */
    cannotOpen: string
    cannotOpenDetail: string
    ok: string
  }
  quit: {
    title: string
    detail: string
    background: string
    stop: string
    cancel: string
  }
  crash: {
    title: string
    detail: string
    again: string
    quit: string
    hangs: string
    hangsDetail: string
    wait: string
  }
  /** Titles of notifications; `{name}`: of the run, `{accuracy}`: with its percent sign. */
  ended: {
    done: string
    doneBody: string
    failed: string
    stopped: string
  }
  menu: {
    file: string
    edit: string
    view: string
    window: string
    help: string
    newRun: string
    openPictures: string
    recentRuns: string
    noRecentRuns: string
    showLibrary: string
    close: string
    quit: string
    undo: string
    redo: string
    cut: string
    copy: string
    paste: string
    selectAll: string
    data: string
    runs: string
    compare: string
    predict: string
    bases: string
    machine: string
    actualSize: string
    zoomIn: string
    zoomOut: string
    fullScreen: string
    minimize: string
    guide: string
    copyDiagnostics: string
    showLogs: string
    about: string
    services: string
    hide: string
    hideOthers: string
    showAll: string
  }
}

/** Puts values where a text has their names in braces. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
