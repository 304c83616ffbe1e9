/** The script of pdf.js that reads a file, put in by the build: the page that shows it can load none. */
declare const PDF_READER: string

/** The modules by which it reads scanned pages, in base64, by the names under which it asks for them. */
declare const PDF_DECODERS: Readonly<Record<string, string>>
