// Finds a wheel in the Python package index (PEP 691, the simple API as JSON).
import { z } from 'zod'
import { UserError } from '../../../../contract'
import { wheelName, type Wheel } from './table'

/** Who uses a mirror says so the way pip is told. */
const indexUrl = (): string =>
  (process.env.COTEJO_PYPI_INDEX ?? process.env.PIP_INDEX_URL ?? 'https://pypi.org/simple').replace(
    /\/+$/,
    '',
  )

const page = z.object({
  files: z.array(
    z.object({ filename: z.string(), url: z.string(), hashes: z.record(z.string(), z.string()) }),
  ),
})

/**
 * Where the index has this very wheel (same name, same SHA-256).
 * @throws UserError `download-failed` when the index cannot be reached or does not have it
 */
export async function findWheelUrl(wheel: Wheel, signal: AbortSignal): Promise<string> {
  const { project } = wheelName(wheel.file)
  const address = `${indexUrl()}/${project}/`
  const hint = 'Check the connection and try again, or download the wheel elsewhere and use --wheel FILE.'
  let response: Response
  try {
    response = await fetch(address, {
      headers: { accept: 'application/vnd.pypi.simple.v1+json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    })
  } catch (cause) {
    signal.throwIfAborted()
    throw new UserError('download-failed', `The Python package index could not be reached (${address}).`, {
      detail: { url: address },
      hint,
      cause,
    })
  }
  if (!response.ok) {
    throw new UserError(
      'download-failed',
      `The Python package index answered ${response.status} for ${project}.`,
      {
        detail: { url: address, status: response.status },
        hint,
      },
    )
  }
  const parsed = page.safeParse(await response.json().catch(() => null))
  const found = parsed.data?.files.find(
    ({ filename, hashes }) => filename === wheel.file && hashes.sha256 === wheel.sha256,
  )
  if (found) return new URL(found.url, address).href
  throw new UserError('download-failed', `The Python package index does not have ${wheel.file}.`, {
    detail: { url: address, file: wheel.file },
    hint,
  })
}
