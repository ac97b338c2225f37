// Style is prettier's; this file holds correctness rules and, above all, the layers:
// who may import whom (docs/architecture.md). A broken layer is an error, not a habit.
import js from '@eslint/js'
import ts from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import prettier from 'eslint-config-prettier'

/** Forbids imports that match any of the patterns, in the files of one layer. */
function layer(files, forbidden, extra = {}) {
  return {
    files,
    ignores: extra.ignores ?? [],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: forbidden.map(([regex, message, allowTypeImports]) => ({
            regex,
            message,
            ...(allowTypeImports ? { allowTypeImports: true } : {}),
          })),
        },
      ],
    },
  }
}

const electron = ['^electron($|/)', 'only hosts/electron imports electron']
const computing = [
  '^(@tensorflow/|sharp$|webgpu$|h5wasm)',
  'only the engine computes; others ask it by messages',
]
const frontend = ['^(vue|pinia|vue-router|vue-i18n|reka-ui)($|/)', 'only the renderer draws']
// The runtime of ECharts is for those who put a chart on a screen or into a file; types are everyone's.
const drawing = ['^(echarts|zrender)($|/)', 'charts are drawn by src-renderer/charts and engine/report', true]
const to = (name) => `(^|/)${name}(/|$)`

export default ts.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      'node_modules/**',
      'native/build/**',
      'coverage/**',
      '.venv/**',
      'resources/**/*.js',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        AbortController: 'readonly',
        document: 'readonly',
        window: 'readonly',
      },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['build/**', 'bench/**', 'tests/**', 'resources/**', 'native/**'],
    rules: { 'no-console': 'off' },
  },

  layer(
    ['src-main/contract/**'],
    [
      [
        `${to('engine')}|${to('app')}|${to('hosts')}|${to('src-renderer')}|${to('src-charts')}`,
        'the contract imports nothing of ours',
      ],
      ['^node:', 'the contract runs in every runtime'],
      electron,
      computing,
      frontend,
    ],
  ),
  layer(
    ['src-main/engine/**'],
    [
      [
        `${to('app')}|${to('hosts')}|${to('src-renderer')}`,
        'the engine never imports app, hosts or the renderer',
      ],
      electron,
      frontend,
    ],
  ),
  layer(
    ['src-main/engine/{data,models,features,training,evaluation,explain,export,report,contestant}/**'],
    [
      [
        `${to('app')}|${to('hosts')}|${to('src-renderer')}`,
        'the engine never imports app, hosts or the renderer',
      ],
      [to('backends'), 'only the engine start chooses a backend; this layer knows the tensor library alone'],
      ['^@tensorflow/tfjs-(backend|node)', 'this layer knows the tensor library alone'],
      electron,
      frontend,
    ],
    { ignores: ['**/*.test.ts'] },
  ),
  layer(
    ['src-main/app/**'],
    [
      [`${to('engine')}|${to('hosts')}|${to('src-renderer')}`, 'app reaches the engine by messages alone'],
      electron,
      computing,
      frontend,
      drawing,
    ],
  ),
  layer(
    ['src-main/hosts/{serve,cli,shared}/**'],
    [
      [`${to('engine')}|${to('src-renderer')}`, 'hosts start the engine, they do not import it'],
      electron,
      computing,
      frontend,
      drawing,
    ],
  ),
  layer(
    ['src-main/hosts/electron/**'],
    [
      [`${to('engine')}|${to('src-renderer')}`, 'hosts start the engine, they do not import it'],
      computing,
      frontend,
      drawing,
    ],
  ),
  layer(
    ['src-charts/**'],
    [
      [
        `${to('engine')}|${to('app')}|${to('hosts')}|${to('src-renderer')}`,
        'charts are pure functions of values of the contract',
      ],
      ['^node:', 'charts are drawn in every runtime'],
      electron,
      computing,
      frontend,
      drawing,
    ],
    { ignores: ['**/*.test.ts'] },
  ),
  layer(
    ['src-renderer/**'],
    [
      [`${to('engine')}|${to('app')}|${to('hosts')}`, 'the renderer imports the contract and itself'],
      ['^node:', 'the renderer runs in a browser'],
      electron,
      computing,
    ],
  ),
  prettier,
)
