// Parses AsyncAPI documents with the initiative's own parser: no errors.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const ERROR = 0;
let failed = false;
let operations = 0;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'));
  const errors = diagnostics.filter((one) => one.severity === ERROR);
  for (const one of errors) {
    console.error(`${file}: ${one.path.join('/')}: ${one.message} (${one.code})`);
  }
  failed ||= !document || errors.length > 0;
  operations += document?.operations().length ?? 0;
}
if (operations === 0) throw new Error('there is no operation');
console.log(`${operations} operations`);
process.exit(failed ? 1 : 0);
