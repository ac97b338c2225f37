// The screens and their addresses. In the hash, so that they work from app:// and can be linked.
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import DataView from './views/DataView.vue'

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'data' } },
  { path: '/data', name: 'data', component: DataView },
  { path: '/data/:id', name: 'dataset', component: () => import('./views/DatasetView.vue'), props: true },
  { path: '/train', name: 'train', component: () => import('./views/NewRunView.vue') },
  { path: '/runs', name: 'runs', component: () => import('./views/RunsView.vue') },
  { path: '/runs/:id', name: 'run', component: () => import('./views/RunView.vue'), props: true },
  { path: '/compare', name: 'compare', component: () => import('./views/CompareView.vue') },
  { path: '/predict', name: 'predict', component: () => import('./views/PredictView.vue') },
  { path: '/bases', name: 'bases', component: () => import('./views/BasesView.vue') },
  { path: '/machine', name: 'machine', component: () => import('./views/MachineView.vue') },
  { path: '/:unknown(.*)*', redirect: { name: 'data' } },
]

export const router = createRouter({ history: createWebHashHistory(), routes })
