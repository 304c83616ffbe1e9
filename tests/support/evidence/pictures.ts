import { crc32 } from 'node:zlib'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { exifBlock, known } from './exif.ts'

const signs = (text: string): Bytes => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const base64 = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'base64'))
const u32 = (value: number): Bytes => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)

/** Pictures of 24 to 16 points that every browser shows. */
export const plain = {
  jpeg: base64(
    '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAGhAAAgIDAAAAAAAAAAAAAAAAERIABBQiQf/EABQBAQAAAAAAAAAAAAAAAAAAAAP/xAAZEQEAAgMAAAAAAAAAAAAAAAAAEmETIiP/2gAMAwEAAhEDEQA/AI06mU+6KOExcqYqbux4BFO3ivo7DoEXLeUmiKekwOmSh6QtmiIiif/Z',
  ),
  png: base64(
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAATklEQVR4AeyQQQ0AIAwDmznAAlhBy0ThDQ1IAAdb+tgeC03u12TrSdd5IxEEp+CBrQcWrNGCilgFXv8r8gwhX9FYDRYgk7+AfNCthy94AAAA///rctYvAAAABklEQVQDALl9QykT1xXXAAAAAElFTkSuQmCC',
  ),
  webp: base64(
    'VlA4IFIAAACQAwCdASoYABAAPxFysFAsJqSisAgBgCIJZACxG13WA2wAFHkAAP7MTP+QG//Hp7//jLfeCivp/AHIm0Et0HJEnBYM7gxK9eFo4i5vibVqAAAA',
  ),
}

/** XMP as a program writes it, with a name that stands nowhere else. */
export const xmpOwner = 'Teodora Vasquez-Imrie'
export const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Retoucheur 9" xmpMM:DocumentID="xmp.did:77e1-b3"><dc:creator><rdf:Seq><rdf:li>${xmpOwner}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

/** A caption in IPTC, whose city stands nowhere else. */
export const iptcCity = 'Port Caledon'

export const segment = (marker: number, content: Uint8Array): Bytes =>
  concat(Uint8Array.of(0xff, marker, (content.length + 2) >> 8, content.length + 2), content)

/** What follows the end of a picture: an archive, or a page that a browser would run. */
export const polyglot = '<script>window.hit=1</script>'

export const comment = 'Taken by Amara from the second floor'

/** A photograph with everything that a camera and a program put into it, and a page behind its end. */
export const photograph = (): Bytes =>
  concat(
    plain.jpeg.subarray(0, 2),
    segment(0xe1, concat(signs('Exif\0\0'), exifBlock())),
    segment(0xe1, concat(signs('http://ns.adobe.com/xap/1.0/\0'), signs(xmp))),
    segment(
      0xed,
      concat(
        signs('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x11\x1c\x02\x5a\0'),
        Uint8Array.of(iptcCity.length),
        signs(iptcCity),
      ),
    ),
    segment(0xfe, signs(comment)),
    plain.jpeg.subarray(2),
    signs(polyglot),
  )

const chunk = (type: string, content: Uint8Array): Bytes => {
  const named = concat(signs(type), content)
  return concat(u32(content.length), named, u32(crc32(named)))
}

/** A photograph with a part whose marker means nothing. */
export const segmentedJpeg = (text: string): Bytes =>
  concat(plain.jpeg.subarray(0, 2), segment(0xc8, signs(text)), plain.jpeg.subarray(2))

/** A screenshot with bytes behind its points, where those are packed. */
export const longPng = (text: string): Bytes =>
  concat(plain.png.subarray(0, -12), chunk('IDAT', signs(text)), plain.png.subarray(-12))

/** A screenshot with its author, its time, XMP and Exif. */
export const screenshot = (): Bytes =>
  concat(
    plain.png.subarray(0, 33),
    chunk('tEXt', signs(`Author\0${known.owner}`)),
    chunk('iTXt', concat(signs('XML:com.adobe.xmp\0\0\0\0\0'), signs(xmp))),
    chunk('eXIf', exifBlock()),
    chunk('tIME', Uint8Array.of(7, 234, 3, 4, 5, 6, 7)),
    chunk('prVt', signs(comment)),
    plain.png.subarray(33),
    signs(polyglot),
  )

const little = (value: number): Bytes => u32(value).toReversed()
export const riff = (type: string, content: Uint8Array): Bytes =>
  concat(signs(type), little(content.length), content, new Uint8Array(content.length % 2))

/** A WebP with a profile, Exif and XMP. */
export const webp = (): Bytes => {
  const body = concat(
    riff('VP8X', Uint8Array.of(0x2c, 0, 0, 0, 23, 0, 0, 15, 0, 0)),
    riff('ICCP', signs('a profile')),
    plain.webp,
    riff('EXIF', exifBlock()),
    riff('XMP ', signs(xmp)),
  )
  return concat(signs('RIFF'), little(body.length + 4), signs('WEBP'), body, signs(polyglot))
}

/** A GIF with a comment and an unknown application's block. */
export const gif = (): Bytes =>
  concat(
    signs('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff'),
    Uint8Array.of(0x21, 0xfe, comment.length),
    signs(`${comment}\0`),
    signs('!\xff\x0bPRIVATE1.00\x05notes\0'),
    signs('!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'),
    signs(polyglot),
  )

/** A GIF that runs again and again, with bytes behind how often. */
export const loopedGif = (text: string): Bytes =>
  concat(
    signs('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0'),
    Uint8Array.of(text.length),
    signs(`${text}\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;`),
  )

/** A WebP of one moving picture, in which a text stands as XMP. */
export const animatedWebp = (text: string): Bytes => {
  const frame = concat(new Uint8Array(16), plain.webp, riff('XMP ', signs(`${xmp}${text}`)))
  const body = concat(
    riff('VP8X', Uint8Array.of(2, 0, 0, 0, 23, 0, 0, 15, 0, 0)),
    riff('ANIM', new Uint8Array(6)),
    riff('ANMF', frame),
  )
  return concat(signs('RIFF'), little(body.length + 4), signs('WEBP'), body)
}

/** What colours are computed by. */
export const curve = 'curv\0\0\0\0 as bright as this'

/** A profile of colours that names the screen for which it was made: its maker in a text, its number beside. */
export const profile = (maker: string): Bytes => {
  const utf16 = Uint8Array.from(Buffer.from(maker, 'utf16le').swap16())
  const named = concat(
    ...[signs('mluc'), u32(0), u32(1), u32(12), signs('enUS'), u32(utf16.length), u32(28), utf16],
    signs(`${maker}`),
  )
  const parts = [
    ['desc', named],
    ['rTRC', signs(curve)],
    ['mmod', signs(`mmod\0\0\0\0${known.serial} of ${maker}`)],
    ['cprt', signs(`text\0\0\0\0${maker}\0`)],
  ] as const
  const first = 132 + parts.length * 12
  let at = first
  const table = parts.map(([name, content]) => {
    at += content.length
    return concat(signs(name), u32(at - content.length), u32(content.length))
  })
  const head = concat(
    ...[u32(at), signs('Vtrl'), u32(0x04000000), signs('mntrRGB XYZ '), new Uint8Array(12).fill(7), signs('acspVtrl')],
    ...[u32(0), signs('VtrlVtrl'), new Uint8Array(24), signs('Vtrl'), new Uint8Array(44).fill(7)],
  )
  return concat(head, u32(parts.length), ...table, ...parts.map(([, content]) => content))
}
