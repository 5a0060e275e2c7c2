// node read.mjs NPM pdfjs|pdfium|mupdf FILE.pdf < WORDS.json: {"text": all pages as "copy" gives them, "found": [how often
// the reader's own search finds each word]}
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const [npm, engine, file] = process.argv.slice(2).map((x, i) => (i === 1 ? x : path.resolve(x)));
const words = JSON.parse(fs.readFileSync(0, 'utf8'));
const load = (name) => import(pathToFileURL(path.join(npm, name)).href);
const data = new Uint8Array(fs.readFileSync(file));

/** The viewer's find controller, whose module wants a browser's window while it is loaded. */
async function finder(pdfjsLib, doc) {
  const node = { style: {} };
  Object.assign(globalThis, { pdfjsLib, window: { requestAnimationFrame: setTimeout },
    document: { documentElement: node, createElement: () => node } });
  const { PDFFindController, EventBus } = await load('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  delete globalThis.window;
  delete globalThis.document;
  const eventBus = new EventBus(), linkService = { pagesCount: doc.numPages, page: 1 };
  const find = new PDFFindController({ linkService, eventBus, updateMatchesCountOnProgress: false });
  find.setDocument(doc);
  return async (query) => {
    const done = new Promise((resolve) => eventBus.on('updatefindmatchescount', resolve, { once: true }));
    eventBus.dispatch('find', { type: 'now', query, caseSensitive: false, entireWord: false, highlightAll: false,
      findPrevious: false, matchDiacritics: false });
    await done;
    return find.pageMatches.reduce((n, matches) => n + matches.length, 0);
  };
}

async function pdfjs() {
  const lib = await load('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = path.join(npm, 'pdfjs-dist') + '/';
  const doc = await lib.getDocument({ data, cMapUrl: folder + 'cmaps/', cMapPacked: true,
    standardFontDataUrl: folder + 'standard_fonts/', verbosity: 0 }).promise;
  let text = '';
  for (let i = 1; i <= doc.numPages; i++) {
    const content = await (await doc.getPage(i)).getTextContent();
    text += content.items.map((x) => (x.str ?? '') + (x.hasEOL ? '\n' : '')).join('') + '\n';
  }
  const find = await finder(lib, doc), found = [];
  for (const word of words) found.push(await find(word));
  return { text, found };
}

async function pdfium() {
  const { init } = await load('@embedpdf/pdfium/dist/index.js');
  const lib = await init({ wasmBinary: fs.readFileSync(path.join(npm, '@embedpdf/pdfium/dist/pdfium.wasm')) });
  lib.PDFiumExt_Init();
  const heap = lib.pdfium, malloc = heap.wasmExports.malloc;
  const put = (bytes) => { const at = malloc(bytes.length); heap.HEAPU8.set(bytes, at); return at; };
  const doc = lib.FPDF_LoadMemDocument(put(data), data.length, '');
  const needles = words.map((word) => put(Buffer.from(word + '\0', 'utf16le'))), found = words.map(() => 0);
  let text = '';
  for (let i = 0; i < lib.FPDF_GetPageCount(doc); i++) {
    const page = lib.FPDF_LoadPage(doc, i), chars = lib.FPDFText_LoadPage(page), count = lib.FPDFText_CountChars(chars);
    const to = malloc(2 * count + 4), got = lib.FPDFText_GetText(chars, 0, count, to);
    text += Buffer.from(heap.HEAPU8.slice(to, to + 2 * Math.max(0, got - 1))).toString('utf16le') + '\n';
    heap.wasmExports.free(to);
    needles.forEach((needle, k) => {
      const search = lib.FPDFText_FindStart(chars, needle, 0, 0);
      while (lib.FPDFText_FindNext(search)) found[k]++;
      lib.FPDFText_FindClose(search);
    });
    lib.FPDFText_ClosePage(chars);
    lib.FPDF_ClosePage(page);
  }
  return { text, found };
}

async function mupdf() {
  const { Document } = await load('mupdf/dist/mupdf.js');
  const doc = Document.openDocument(data, 'application/pdf'), found = words.map(() => 0);
  let text = '';
  for (let i = 0; i < doc.countPages(); i++) {
    const page = doc.loadPage(i), joined = page.toStructuredText('dehyphenate');
    text += page.toStructuredText('preserve-whitespace').asText() + '\n';
    words.forEach((word, k) => { found[k] += joined.search(word).length; });
    for (const it of [joined, page]) it.destroy();
  }
  return { text, found };
}

process.stdout.write(JSON.stringify(await { pdfjs, pdfium, mupdf }[engine]()));
