// What the parts that look into results need to know of each run.
export interface InspectedRun {
  id: string
  name: string
  /** Letter and colour. */
  place: number
  dataset: string
  labels: readonly string[]
  /** Of the test, rows are the true classes. */
  confusion: readonly (readonly number[])[]
}
