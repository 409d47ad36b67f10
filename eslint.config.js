import js from '@eslint/js';
import globals from 'globals';

const SERVED = ['services/frontend-api/site/**/*.js', 'services/status/src/main/resources/**/*.js', 'infra/local/src/main/resources/**/*.js', 'infra/cli/src/main/resources/**/*.js'];
const MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'];

export default [
  { ignores: ['**/target/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'no-implicit-globals': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: SERVED,
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'Served scripts import only each other.' }] }],
      'no-restricted-properties': ['error', ...MARKUP.map((property) => ({ property, message: 'Text must never be read as markup: set it as text.' }))],
    },
  },
  { ignores: SERVED, languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
