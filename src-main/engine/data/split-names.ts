// Names of folders (and words in a table) that mean a split, as courses and collections use them.
import { type SplitName } from '../../contract'

const NAMES: Record<string, SplitName> = Object.fromEntries(
  (
    [
      ['train', ['train', 'training', 'trainset', 'entrenamiento', 'entrenar', 'treino', 'treinamento']],
      [
        'validation',
        ['val', 'valid', 'validation', 'validate', 'valset', 'dev', 'eval', 'validacion', 'validacao'],
      ],
      ['test', ['test', 'testing', 'tests', 'testset', 'prueba', 'pruebas', 'teste', 'testes']],
    ] as [SplitName, string[]][]
  ).flatMap(([split, names]) => names.map((name) => [name, split])),
)

/** The split that a name stands for: `Train`, `training_set`, `seg_test`, `Validación`; undefined for other names. */
export function splitNamed(name: string): SplitName | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  if (Object.hasOwn(NAMES, plain)) return NAMES[plain]
  const core = plain
    .replace(/[\s_-]+(set|data|dataset|images|imgs|split)$/, '')
    .replace(/^(seg|images|imgs|data)[\s_-]+/, '')
  return Object.hasOwn(NAMES, core) ? NAMES[core] : undefined
}
