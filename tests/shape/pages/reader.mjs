// node reader.mjs pdfjs|pdfium|mupdf PACKAGES FILE: a PDF's text, each page's ended by a form feed. PACKAGES holds node_modules.
import fs from "node:fs"
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

const [, , reader, packages, file] = process.argv
const data = new Uint8Array(fs.readFileSync(file))
const put = s => process.stdout.write(s + "\n\f")
const load = name => import(pathToFileURL(`${packages}/node_modules/${name}`).href)

async function pdfjs() {
  const { getDocument } = await load("pdfjs-dist/legacy/build/pdf.mjs")
  const doc = await getDocument({ data, verbosity: 0 }).promise
  for (let i = 1; i <= doc.numPages; i++) {
    const { items } = await (await doc.getPage(i)).getTextContent()
    put(items.map(t => (t.str ?? "") + (t.hasEOL ? "\n" : "")).join(""))
  }
}

async function pdfium() {
  const folder = `${packages}/node_modules/@embedpdf/pdfium/dist`
  const name = createRequire(pathToFileURL(packages + "/x")).resolve("@embedpdf/pdfium")
  const { init } = await import(pathToFileURL(name).href)
  const lib = await init({ wasmBinary: fs.readFileSync(folder + "/pdfium.wasm") })
  lib.PDFiumExt_Init()
  const { wasmExports: { malloc }, HEAPU8 } = lib.pdfium
  const at = malloc(data.length)
  lib.pdfium.HEAPU8.set(data, at)
  const doc = lib.FPDF_LoadMemDocument(at, data.length, "")
  for (let i = 0; i < lib.FPDF_GetPageCount(doc); i++) {
    const text = lib.FPDFText_LoadPage(lib.FPDF_LoadPage(doc, i)), n = lib.FPDFText_CountChars(text), to = malloc(2 * n + 4)
    const got = lib.FPDFText_GetText(text, 0, n, to)
    put(Buffer.from(lib.pdfium.HEAPU8.slice(to, to + 2 * Math.max(0, got - 1))).toString("utf16le"))
  }
}

async function mupdf() {
  const lib = await load("mupdf/dist/mupdf.js")
  const doc = lib.Document.openDocument(data, "application/pdf")
  for (let i = 0; i < doc.countPages(); i++) put(doc.loadPage(i).toStructuredText("preserve-whitespace").asText())
}

await { pdfjs, pdfium, mupdf }[reader]()
