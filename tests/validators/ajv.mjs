// Compiles every schema of some bundles with ajv, which refuses keywords and formats it does not know.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

let count = 0;
for (const file of process.argv.slice(2)) {
  const bundle = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv.default({ allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(bundle, 'bundle');
  for (const name of Object.keys(bundle.$defs ?? {})) {
    try {
      ajv.compile({ $ref: `bundle#/$defs/${name}` });
    } catch (error) {
      throw new Error(`${file}: ${name}`, { cause: error });
    }
    count += 1;
  }
}
if (count === 0) throw new Error('there is no schema');
console.log(`${count} schemas`);
