// Compiles every schema of a bundle with ajv, which refuses keywords and formats it does not know.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const bundle = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const ajv = new Ajv.default({ allowUnionTypes: true });
addFormats.default(ajv);
ajv.addSchema(bundle, 'bundle');
const names = Object.keys(bundle.$defs);
for (const name of names) ajv.compile({ $ref: `bundle#/$defs/${name}` });
console.log(`${names.length} schemas`);
