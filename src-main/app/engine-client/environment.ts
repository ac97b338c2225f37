// The environment that the engine gets: what a computing program needs of the user's, and nothing else.
import { availableParallelism } from 'node:os'

/** Names, or beginnings of names (with a star), of variables that the engine may see. */
const allowed = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LANGUAGE',
  'LC_*',
  'TZ',
  'TMPDIR',
  'TMP',
  'TEMP',
  // Windows programs do not start without these.
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES*',
  // Graphics and computing libraries.
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'CUDA_*',
  'NVIDIA_*',
  'TF_*',
  'OMP_*',
  'VK_*',
  'MESA_*',
  'LIBGL_*',
  'XDG_*',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  // Downloads behind a proxy, or with certificates of one's own.
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'NODE_USE_ENV_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'COTEJO_*',
]

const isAllowed = (name: string): boolean =>
  allowed.some((rule) =>
    rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule || name === rule.toLowerCase(),
  )

/**
 * @param from the environment of this process
 * @param extra what the host adds
 */
export function engineEnvironment(
  from: NodeJS.ProcessEnv = process.env,
  extra: Record<string, string> = {},
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(from)) {
    const asked = process.platform === 'win32' ? name.toUpperCase() : name
    if (value !== undefined && isAllowed(asked)) kept[name] = value
  }
  // Decoding and file work run on libuv's threads, one a core at least.
  return { UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())), ...kept, ...extra }
}
