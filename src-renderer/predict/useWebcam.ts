// The webcam: opened only when it is asked for, one frame at a time on its way, let go of at once.
import { onBeforeUnmount, ref, shallowReactive, shallowRef, type ShallowRef } from 'vue'
import { type Picture } from '../../src-main/contract'
import { useApi } from '../api'
import { toBase64 } from './base64'
import { frameSize, pauseAfter, problemOf, type CameraProblem } from './camera'
import { sortOut, type Answer } from './trial'

export type WebcamState = 'off' | 'asking' | 'on'

export interface Camera {
  value: string
  label: string
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * @param runs the models that are asked about each frame
 * @param video shows the camera
 */
export function useWebcam(
  runs: () => readonly string[],
  video: Readonly<ShallowRef<HTMLVideoElement | null>>,
) {
  const api = useApi()
  const state = ref<WebcamState>('off')
  const problem = ref<CameraProblem | null>(null)
  const failure = shallowRef<unknown>(null)
  const answers = shallowReactive(new Map<string, Answer>())
  const cameras = ref<Camera[]>([])
  const camera = ref('')
  /** Frames a second that were answered, over the last ones. */
  const rate = ref(0)
  /** Whether the camera looks at the person: shown as in a mirror then. */
  const mirrored = ref(true)
  let stream: MediaStream | null = null
  let controller = new AbortController()

  function release(): void {
    controller.abort()
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    if (video.value) video.value.srcObject = null
    answers.clear()
    rate.value = 0
  }

  function stop(): void {
    release()
    state.value = 'off'
  }

  async function start(wanted = camera.value): Promise<void> {
    release()
    const mine = (controller = new AbortController())
    problem.value = null
    failure.value = null
    // Only pages that came safely have it: over HTTPS, or from this machine.
    if (!navigator.mediaDevices?.getUserMedia) {
      problem.value = 'insecure'
      return stop()
    }
    state.value = 'asking'
    try {
      const size = { width: { ideal: 640 }, height: { ideal: 480 } }
      const opened = await navigator.mediaDevices.getUserMedia({
        video: wanted ? { ...size, deviceId: { exact: wanted } } : size,
        audio: false,
      })
      if (mine.signal.aborted) return opened.getTracks().forEach((track) => track.stop())
      stream = opened
      await show(opened, mine.signal)
      void watch(mine.signal)
    } catch (error) {
      if (mine.signal.aborted) return
      problem.value = problemOf(error)
      stop()
    }
  }

  async function show(opened: MediaStream, signal: AbortSignal): Promise<void> {
    const [track] = opened.getVideoTracks()
    const settings = track!.getSettings()
    mirrored.value = settings.facingMode !== 'environment'
    camera.value = settings.deviceId ?? ''
    // Pulled out, or taken away by the system.
    track!.addEventListener('ended', () => {
      if (signal.aborted) return
      problem.value = 'lost'
      stop()
    })
    state.value = 'on'
    const element = video.value!
    element.srcObject = opened
    await element.play()
    const found = await navigator.mediaDevices.enumerateDevices()
    cameras.value = found
      .filter(({ kind }) => kind === 'videoinput')
      .map(({ deviceId, label }, at) => ({ value: deviceId, label: label || String(at + 1) }))
  }

  /** What the camera sees now, as the models get it. */
  async function frame(): Promise<Blob | null> {
    const element = video.value
    if (!element || element.videoWidth === 0) return null
    const canvas = document.createElement('canvas')
    Object.assign(canvas, frameSize(element.videoWidth, element.videoHeight))
    canvas.getContext('2d')!.drawImage(element, 0, 0, canvas.width, canvas.height)
    return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92))
  }

  /** Frame after frame: the next is taken when all have answered, so that nothing queues up. */
  async function watch(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) {
        const began = performance.now()
        const blob = document.hidden ? null : await frame()
        if (blob) await askAll({ name: 'webcam.jpg', base64: toBase64(new Uint8Array(await blob.arrayBuffer())) }, signal) // prettier-ignore
        const took = performance.now() - began
        const pause = pauseAfter(took)
        if (blob) rate.value = rate.value * 0.7 + 0.3 * (1000 / (took + pause))
        await sleep(pause)
      }
    } catch (error) {
      if (signal.aborted) return
      failure.value = error
      stop()
    }
  }

  async function askAll(picture: Picture, signal: AbortSignal): Promise<void> {
    const wanted = [...runs()]
    for (const run of answers.keys()) if (!wanted.includes(run)) answers.delete(run)
    for (const run of wanted) {
      const answer = await api.call('predict', { run, pictures: [picture] }, { signal })
      if (signal.aborted) return
      answers.set(run, sortOut(answer, 1)[0]!)
    }
  }

  /** The frame of this moment, to look at closely. */
  async function snapshot(name: string): Promise<File | null> {
    const blob = await frame()
    return blob && new File([blob], name, { type: blob.type })
  }

  onBeforeUnmount(stop)
  return { state, problem, failure, answers, cameras, camera, rate, mirrored, start, stop, snapshot }
}
