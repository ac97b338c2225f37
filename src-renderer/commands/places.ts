// The screens that one can go to, in the order in which the work is done.
import { type IconName } from '../components/ui/AppIcon.vue'
import { type Shortcut } from './keys'

export interface Place {
  name: 'data' | 'train' | 'runs' | 'compare' | 'predict' | 'bases' | 'machine'
  icon: IconName
  /** The screen of one of its things. */
  also?: string
  shortcut: Shortcut
}

export const places: readonly Place[] = [
  { name: 'data', icon: 'data', also: 'dataset', shortcut: 'go-data' },
  { name: 'train', icon: 'train', shortcut: 'go-train' },
  { name: 'runs', icon: 'runs', also: 'run', shortcut: 'go-runs' },
  { name: 'compare', icon: 'compare', shortcut: 'go-compare' },
  { name: 'predict', icon: 'predict', shortcut: 'go-predict' },
  { name: 'bases', icon: 'bases', shortcut: 'go-bases' },
  { name: 'machine', icon: 'machine', shortcut: 'go-machine' },
]
