// The entries of the help menu that are about updates.
import type { MenuItemConstructorOptions } from 'electron'
import type { UpdateTexts } from './update-texts'
import type { Updates } from './updates'

export interface UpdateMenu {
  texts: UpdateTexts
  updates: Pick<Updates, 'automatic' | 'checkNow' | 'setAutomatic'>
}

export const updateItems = ({ texts, updates }: UpdateMenu): MenuItemConstructorOptions[] => [
  { id: 'check-for-updates', label: texts.check, click: () => void updates.checkNow() },
  {
    id: 'automatic-updates',
    label: texts.automatic,
    type: 'checkbox',
    checked: updates.automatic,
    click: ({ checked }) => void updates.setAutomatic(checked),
  },
]
