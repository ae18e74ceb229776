// Parses an AsyncAPI document with the initiative's own parser: no errors.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
const ERROR = 0;
const errors = diagnostics.filter((one) => one.severity === ERROR);
for (const one of errors) console.error(`${one.path.join('/')}: ${one.message} (${one.code})`);
if (document) console.log(`${document.operations().length} operations, ${document.messages().length} messages`);
process.exit(document && errors.length === 0 ? 0 : 1);
