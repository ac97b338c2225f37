// What a person copies for others must not name them, whatever their paths and names look like.
import { describe, expect, it } from 'vitest'
import { scrub, type Personal } from './scrub'

const personal: Personal = {
  folders: [
    ['/media/ana/Disco (2)/Biblioteca de Ana', '<library>'],
    ['/srv/fotos/Boda: Ana y Luis', '<pictures>'],
    ['/home/ana maría', '~'],
    ['C:\\Users\\Ana María', '~'],
    ['\\\\servidor-ana\\fotos', '<pictures>'],
    ['/tmp', '<tmp>'],
  ],
  programs: [
    '/home/ana maría/Trabajo de Ana/cotejo',
    'C:\\Users\\Ana María\\AppData\\Local\\Programs\\Cotejo',
  ],
  names: [
    ['boda-ana-luis', '<dataset>'],
    ['Boda de Ana (2026)', '<dataset>'],
    ['boda-ana-luis-cnn-1', '<run>'],
    ['Suegra', '<class>'],
    ['ana.maría', '<user>'],
    ['portatil-ana', '<machine>'],
    ['root', '<user>'],
    ['7', '<class>'],
  ],
}
const secret = /ana|mar[ií]a|luis|boda|suegra|trabajo|biblioteca|disco|tesis|fotos|%C3%ADa/i
const clean = (text: string): string => scrub(text, personal)

/** Every one of these names somebody; none of them may afterwards. */
const nasty = [
  "ENOENT: no such file or directory, open '/home/ana maría/Tesis/it's mine/Ana.jpg'",
  'Could not read /home/ana maría/Fotos de Boda/Ana y Luis.jpg: permission denied',
  'file:///home/ana%20mar%C3%ADa/Tesis/a.js',
  'open "C:\\\\Users\\\\Ana María\\\\Tesis\\\\x.json" failed',
  'c:\\users\\ANA MARÍA\\Tesis',
  'C:/Users/Ana María/Tesis/notas.txt',
  'D:\\Tesis de Ana\\notas',
  '\\\\servidor-ana\\fotos\\Boda',
  '\\\\otro-de-ana\\Tesis',
  '//otro-de-ana/Tesis/x',
  'in /media/ana/Disco (2)/Biblioteca de Ana/runs/boda-ana-luis-cnn-1/history.jsonl',
  '/srv/fotos/Boda: Ana y Luis/Suegra/IMG.png',
  '/mnt/usb de Ana/Tesis: final (3)/x',
  'path=/opt/tesis-de-ana/x',
  'x:/opt/tesis-de-ana',
  '(/private/var/folders/Ana/x)',
  'Suegra/Ana López.jpg could not be decoded',
  'Ana López.tar.gz is damaged',
  'Run boda-ana-luis-cnn-1 on BODA-ANA-LUIS: Boda de Ana (2026)',
  'http://ana.maría:clave@proxy.ejemplo:8080/',
  'write to ana.maria@ejemplo.es',
  'host portatil-ana.local is down',
  'user ana.maría logged in',
  '/home/ana mari\u0301a/Tesis',
  '/HOME/ANA MARÍA/x',
  'at f (/home/ana maría/Tesis/otra/out/main/x.js:1:2)',
  '~ana/Tesis/x /usr/../home/ana/x',
  '{"path":"/home/ana maría/Tesis","other":"Ana"}'.replace(',"other":"Ana"', ''),
  '%2Fhome%2Fana%20mar%C3%ADa%2FTesis',
]

describe('diagnostics', () => {
  it.each(nasty)('say nothing of who it was: %s', (line) => {
    for (const text of [line, `2026-11-22T10:00:00.000Z error ${line}`, `before\n${line}\nafter`]) {
      expect(clean(text)).not.toMatch(secret)
    }
  })

  it('keep what a developer needs', () => {
    expect(clean('2026-11-22T10:00:00.000Z warn  tensorflow could not be started; using wasm.')).toBe(
      '2026-11-22T10:00:00.000Z warn  tensorflow could not be started; using wasm.',
    )
    expect(clean('    at train (/home/ana maría/Trabajo de Ana/cotejo/out/main/engine.js:12:3)')).toBe(
      '    at train (<app>/out/main/engine.js:12:3)',
    )
    expect(clean('at file:///home/ana maría/Trabajo de Ana/cotejo/node_modules/@x/y.js:1:2')).toBe(
      'at <app>/node_modules/@x/y.js:1:2',
    )
    expect(clean('C:\\Users\\Ana María\\AppData\\Local\\Programs\\Cotejo\\resources\\engine\\a.js:7')).toBe(
      '<app>/resources/engine/a.js:7',
    )
    expect(clean('libcudnn.so.9 was not found in /usr/lib/x86_64-linux-gnu; 3/4 of 7 steps')).toBe(
      'libcudnn.so.9 was not found in /usr/lib/x86_64-linux-gnu; 3/4 of 7 steps',
    )
    expect(clean('Cotejo 0.1.0 · Node 20.19.0 · linux 6.1 x64, loss 1/3, and/or')).toBe(
      'Cotejo 0.1.0 · Node 20.19.0 · linux 6.1 x64, loss 1/3, and/or',
    )
    expect(clean('at node:internal/child_process:950:14, root')).toBe(
      'at node:internal/child_process:950:14, root',
    )
  })

  it('does not take the beginning of another name for a name', () => {
    expect(
      scrub('/tmpfoo anabel', { folders: [['/tmp', '<tmp>']], programs: [], names: [['ana', '<user>']] }),
    ).toBe('<path>')
    expect(scrub('anabel', { folders: [], programs: [], names: [['ana', '<user>']] })).toBe('anabel')
  })

  it('survives whatever the names are', () => {
    const odd = ['', '/', '.', 'C:\\', '(', '[a-', '$&', '\\', '<user>', '%', 'a\u0001b', '*+?', '\ud800']
    for (const one of odd) {
      const all: Personal = { folders: [[one, 'X']], programs: [one], names: [[one, '<n>']] }
      expect(() => scrub(`some ${one} text /home/x\n${'a/'.repeat(2000)}`, all), one).not.toThrow()
    }
  })
})
