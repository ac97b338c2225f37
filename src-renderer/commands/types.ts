import { type IconName } from '../components/ui/AppIcon.vue'
import { type Shortcut } from './keys'

/** One thing that can be chosen in the command palette. */
export interface Command {
  id: string
  kind: 'screen' | 'run' | 'dataset' | 'base' | 'action'
  title: string
  icon: IconName
  /** Said beside the title: the dataset of a run, its accuracy. */
  note?: string
  /** Other words that it is looked for by. */
  words?: string[]
  shortcut?: Shortcut
  /** It concerns what is on the screen: first where nothing was typed. */
  near?: boolean
  run(): void | Promise<void>
}
