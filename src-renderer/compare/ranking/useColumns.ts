// Which columns the ranking shows; a person's choice is kept by the browser.
import { computed, ref } from 'vue'
import { columnNames, optionalColumns, usualColumns, type ColumnName } from './columns'

const key = 'cotejo.compare.columns'

function kept(): ColumnName[] | null {
  const names = localStorage.getItem(key)?.split(',') ?? null
  return names && optionalColumns.filter((name) => names.includes(name))
}

/** @param uneven whether the classes of the tests are of different size */
export function useColumns(uneven: () => boolean) {
  const own = ref(kept())
  const chosen = computed<ColumnName[]>({
    get: () => own.value ?? usualColumns(uneven()),
    set(names) {
      own.value = optionalColumns.filter((name) => names.includes(name))
      localStorage.setItem(key, own.value.join(','))
    },
  })
  /** In the order of the list, accuracy first. */
  const shown = computed(() =>
    columnNames.filter((name) => name === 'accuracy' || chosen.value.includes(name)),
  )
  const toggle = (name: ColumnName, on: boolean): void => {
    chosen.value = on ? [...chosen.value, name] : chosen.value.filter((one) => one !== name)
  }
  function reset(): void {
    own.value = null
    localStorage.removeItem(key)
  }
  return { chosen, shown, toggle, reset, isOwn: computed(() => own.value !== null) }
}
