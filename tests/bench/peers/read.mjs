// node read.mjs NPM pdfjs|pdfium|mupdf FILE.pdf: the text of all pages, as a reader's "copy" gives it
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const [npm, engine, file] = process.argv.slice(2).map((x, i) => (i === 1 ? x : path.resolve(x)));
const load = (name) => import(pathToFileURL(path.join(npm, name)).href);
const data = new Uint8Array(fs.readFileSync(file));

async function pdfjs() {
  const { getDocument } = await load('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = path.join(npm, 'pdfjs-dist') + '/';
  const doc = await getDocument({ data, cMapUrl: folder + 'cmaps/', cMapPacked: true,
    standardFontDataUrl: folder + 'standard_fonts/', verbosity: 0 }).promise;
  let text = '';
  for (let i = 1; i <= doc.numPages; i++) {
    const content = await (await doc.getPage(i)).getTextContent();
    text += content.items.map((x) => (x.str ?? '') + (x.hasEOL ? '\n' : '')).join('') + '\n';
  }
  return text;
}

async function pdfium() {
  const { init } = await load('@embedpdf/pdfium/dist/index.js');
  const lib = await init({ wasmBinary: fs.readFileSync(path.join(npm, '@embedpdf/pdfium/dist/pdfium.wasm')) });
  lib.PDFiumExt_Init();
  const heap = lib.pdfium, at = heap.wasmExports.malloc(data.length);
  heap.HEAPU8.set(data, at);
  const doc = lib.FPDF_LoadMemDocument(at, data.length, '');
  let text = '';
  for (let i = 0; i < lib.FPDF_GetPageCount(doc); i++) {
    const page = lib.FPDF_LoadPage(doc, i), words = lib.FPDFText_LoadPage(page), count = lib.FPDFText_CountChars(words);
    const to = heap.wasmExports.malloc(2 * count + 4), got = lib.FPDFText_GetText(words, 0, count, to);
    text += Buffer.from(heap.HEAPU8.slice(to, to + 2 * Math.max(0, got - 1))).toString('utf16le') + '\n';
    heap.wasmExports.free(to);
    lib.FPDFText_ClosePage(words);
    lib.FPDF_ClosePage(page);
  }
  return text;
}

async function mupdf() {
  const { Document } = await load('mupdf/dist/mupdf.js');
  const doc = Document.openDocument(data, 'application/pdf');
  let text = '';
  for (let i = 0; i < doc.countPages(); i++) text += doc.loadPage(i).toStructuredText('preserve-whitespace').asText() + '\n';
  return text;
}

process.stdout.write(await { pdfjs, pdfium, mupdf }[engine]());
