import { describe, expect, it } from 'vitest'
import { engineEnvironment } from './environment'

describe('engineEnvironment', () => {
  const environment = engineEnvironment(
    {
      PATH: '/bin',
      HOME: '/home/ana',
      LC_ALL: 'es_ES.UTF-8',
      https_proxy: 'http://proxy',
      CUDA_VISIBLE_DEVICES: '0',
      NODE_OPTIONS: '--inspect',
      ELECTRON_RUN_AS_NODE: '1',
      NODE_CHANNEL_FD: '3',
      AWS_SECRET_ACCESS_KEY: 'x',
      GITHUB_TOKEN: 'x',
      LD_PRELOAD: 'x.so',
    },
    { COTEJO_PACK: 'y' },
  )

  it('keeps what computing needs', () => {
    expect(environment).toMatchObject({
      PATH: '/bin',
      HOME: '/home/ana',
      LC_ALL: 'es_ES.UTF-8',
      https_proxy: 'http://proxy',
      CUDA_VISIBLE_DEVICES: '0',
      COTEJO_PACK: 'y',
    })
    expect(Number(environment.UV_THREADPOOL_SIZE)).toBeGreaterThanOrEqual(4)
  })

  it('hands on neither secrets nor what changes how Node starts', () => {
    for (const name of ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'NODE_CHANNEL_FD', 'LD_PRELOAD']) {
      expect(environment).not.toHaveProperty(name)
    }
    expect(JSON.stringify(environment)).not.toMatch(/SECRET|TOKEN/)
  })
})
