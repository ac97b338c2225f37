// Bases: what the engine does when app asks for the pretrained networks.
import { importBase } from '../bases/import'
import { installBase } from '../bases/install'
import { getBase } from '../bases/find'
import { listBases } from '../bases/list'
import { removeBase } from '../bases/remove'
import type { EngineHandlers } from '../dispatch'

type Names = Extract<keyof EngineHandlers, `bases.${string}`>

export const baseHandlers: Pick<EngineHandlers, Names> = {
  'bases.list': ({ bases }) => listBases(bases),
  'bases.get': async ({ bases, base }) => (await getBase(bases, base)).record,
  'bases.install': (params, task) => installBase(params, task),
  'bases.import': importBase,
  'bases.remove': removeBase,
}
