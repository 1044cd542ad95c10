import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSourceFile } from './source-file.js';

/** The smallest archive that holds the given parts; `announce` lets the directory lie about a size. */
function zip(parts: Readonly<Record<string, string | Buffer>>, announce?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [label, raw] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(raw.length, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(announce ?? raw.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const docx = (body: string, more: Record<string, string> = {}, announce?: number): Buffer =>
  zip(
    {
      '[Content_Types].xml': TYPES,
      '_rels/.rels': RELS,
      'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
      ...more,
    },
    announce,
  );
const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A PDF of some pages with the given words on each. */
function pdf(pages: number, words: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const stream = words === '' ? '' : `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`;
  for (let i = 0; i < pages; i += 1)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + i * 2} 0 R>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    );
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}

const read = (bytes: Buffer, name = 'ke-hoach.docx') => readSourceFile(bytes, name);

describe('taking the text out of a file', () => {
  it('keeps a text file letter for letter', async () => {
    const text = '\uFEFF\r\nSố: /KH-SYT\r\n\r\nKẾ HOẠCH  Phát động\t\n';
    expect(await read(Buffer.from(text), 'a.txt')).toEqual({ text, format: 'TEXT' });
  });

  it('reads a Word file, with the numbers Word prints itself', async () => {
    const numbered = (id: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
    const level = (format: string, text: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level('upperRoman', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level('bullet', '-')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
    const body = [
      paragraph('KẾ HOẠCH'),
      paragraph('MỤC ĐÍCH', numbered(1)),
      paragraph('Thi đua.', numbered(2)),
      paragraph('NỘI DUNG', numbered(1)),
    ].join('');
    expect((await read(docx(body, { 'word/numbering.xml': numbering }))).text).toBe(
      'KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n- Thi đua.\n\nII. NỘI DUNG',
    );
  });

  it('reads a PDF with a text layer', async () => {
    expect(await read(pdf(2, 'Ke hoach phat dong phong trao thi dua yeu nuoc nam 2026 cua So Y te'), 'a.pdf')).toMatchObject({
      format: 'PDF',
      text: expect.stringContaining('phong trao thi dua') as string,
    });
  });

  it.each([
    ['EMPTY_FILE', 'an empty file', Buffer.alloc(0), 'a.txt'],
    ['EMPTY_FILE', 'a file of blanks', Buffer.from(' \n\n'), 'a.txt'],
    ['WRONG_ENCODING', 'Windows-1258 bytes', Buffer.from([0x4b, 0xca, 0xec, 0x20, 0x68, 0x6f, 0xd5]), 'a.txt'],
    ['WRONG_ENCODING', 'UTF-16', Buffer.from('\uFEFFKế hoạch', 'utf16le'), 'a.txt'],
    [
      'WRONG_ENCODING',
      'a TCVN3 font saved as UTF-8',
      Buffer.from('KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua yªu n­íc, c¨n cø ChØ thÞ sè 01 cña Uû ban nh©n d©n tØnh'),
      'a.txt',
    ],
    ['WRONG_ENCODING', 'UTF-8 read twice', Buffer.from('Sá»‘: /KH-KHCN Káº¿ hoáº¡ch thi Ä‘ua khen thÆ°á»Ÿng cá»§a Sá»Ÿ'), 'a.txt'],
    ['SCANNED_PDF', 'a scan without text', pdf(1, ''), 'a.pdf'],
    ['TOO_MANY_PAGES', 'a PDF of 201 pages', pdf(201, 'Ke hoach'), 'a.pdf'],
    ['TOO_MANY_PAGES', 'a very long text', Buffer.from('Thi đua yêu nước. '.repeat(60_000)), 'a.txt'],
    ['MACRO_DOCUMENT', 'a document with macros', docx(paragraph('A'), { 'word/vbaProject.bin': 'x' }), 'a.docx'],
    ['MACRO_DOCUMENT', 'a .docm by name', docx(paragraph('A')), 'a.docm'],
    ['INFLATES_TOO_FAR', 'an archive that announces too much', docx(paragraph('A'), {}, 80 * 1024 * 1024), 'a.docx'],
    [
      'INFLATES_TOO_FAR',
      'an archive that lies about its size',
      docx(paragraph('A'), { 'word/media/a.xml': ' '.repeat(70 * 1024 * 1024) }, 10),
      'a.docx',
    ],
    ['NOT_A_DOCUMENT', 'an archive that is no Word file', zip({ 'a.txt': 'x' }), 'a.zip'],
    ['OLD_WORD', 'an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.doc'],
    ['PROTECTED_FILE', 'a damaged PDF', Buffer.from('%PDF-1.4 nothing'), 'a.pdf'],
  ])('refuses with %s: %s', async (code, _what, bytes, name) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ code });
  });
});
