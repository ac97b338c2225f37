// The start of the interface: the API for this host, the stores, the routes, the languages.
import './design/font.css'
import './design/tokens.css'
import './design/base.css'
import './components/ui/controls.css'
import './components/ui/menu.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { startApi } from './api'
import { i18n } from './i18n'
import { router } from './router'
import { useNotices } from './stores/notices'
import { keepInStep } from './stores/sync'

const api = startApi(window)
const app = createApp(App).use(createPinia()).use(i18n).use(router)
app.config.errorHandler = (error) => useNotices().error(error)
keepInStep(api)
app.mount('#app')
