// node typst.mjs NPM FONTS IN.typ OUT.pdf: Typst's compiler from npm, with its own defaults (tagged)
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
const [npm, fonts, source, target] = process.argv.slice(2).map((x) => path.resolve(x));
const { NodeCompiler } = createRequire(path.join(npm, 'x.js'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
fs.writeFileSync(target, compiler.pdf({ mainFilePath: source }));
