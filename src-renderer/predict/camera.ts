// The camera's rules, apart from the camera: what went wrong in plain words, and how large a frame is sent.

/** Why there is no picture: each has a text of its own. */
export type CameraProblem = 'refused' | 'none' | 'busy' | 'insecure' | 'lost' | 'other'

/** @param error what getUserMedia threw (W3C Media Capture and Streams, section 10.2) */
export function problemOf(error: unknown): CameraProblem {
  const name = (error as { name?: string } | null)?.name
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'DevicesNotFoundError')
    return 'none'
  if (name === 'NotReadableError' || name === 'AbortError' || name === 'TrackStartError') return 'busy'
  return 'other'
}

/** The longer side of a frame that is sent: more than any model here looks at, and quick to send. */
const longest = 480

export function frameSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Frames a second at most, and what a machine is left in between however slow it is. */
export const fastest = 5
const breath = 60

/** Milliseconds to wait before the next frame, after one that took so long. */
export const pauseAfter = (milliseconds: number): number => Math.max(breath, 1000 / fastest - milliseconds)
