// Writes what is generated from the contracts: site/js/contracts.js, which is in git and served, and the API's types in
// target/types/, which only the type check reads. With the argument `types`, only the latter.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const POLICIES = ['read', 'announce', 'skip'];

/** @param {string} path */
const contract = (path) => new URL(`../../contracts/${path}`, import.meta.url);

export const CONTRACTS_JS = new URL('site/js/contracts.js', import.meta.url);

/** The text of site/js/contracts.js. */
export async function contractsJs() {
  const request = JSON.parse(await readFile(contract('rest/conversion-request.schema.json'), 'utf8'));
  /** @type {[string, { enum?: string[], default?: string }][]} */
  const options = Object.entries(request.properties.options.properties);
  const parts = options.filter(([, option]) => String(option.enum) === String(POLICIES));
  /** @type {[string, { title: string, help: string }][]} */
  const problems = Object.entries(JSON.parse(await readFile(contract('problems.json'), 'utf8')));
  return `// Generated from contracts/ by \`npm run generate\`. Change it there.

/** What can be done with each kind of part. */
export const POLICIES = /** @type {const} */ ([${POLICIES.map(quoted).join(', ')}]);

/** The kinds of parts, with what is done by default: contracts/rest/conversion-request.schema.json. */
export const PARTS = /** @type {const} */ ({
${parts.map(([name, option]) => `  ${name}: ${quoted(option.default ?? '')},\n`).join('')}});

/** What each problem means and what to do: contracts/problems.json. */
export const PROBLEMS = {
${problems.map(([slug, { title, help }]) => `  ${quoted(slug)}: { title: ${quoted(title)}, help: ${quoted(help)} },\n`).join('')}};
`;
}

/** @param {string} text */
const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

async function writeTypes() {
  const folder = new URL('target/types/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const types = await openapiTS(contract('openapi.yaml'), { defaultNonNullable: false });
  await writeFile(new URL('openapi.d.ts', folder), astToString(types));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] !== 'types') await writeFile(CONTRACTS_JS, await contractsJs());
  await writeTypes();
}
