// What the renderer's build and the desktop's preload add to the global scope.
/// <reference types="vite/client" />
import { type Bridge } from './api/types'

declare global {
  interface Window {
    /** Put there by the preload of the desktop app; absent in a browser. */
    readonly cotejo?: Bridge
  }
}
