import { crc32 } from './crc32.ts';

type Row = readonly (string | number)[];

/**
 * A small Excel workbook: its sheets as rows of cells, in an archive without compression.
 *
 * The parts and their names are those of ECMA-376 (Office Open XML), the archive is that of PKWARE's APPNOTE.
 */
function workbook(sheets: readonly (readonly [string, readonly Row[]])[]): Buffer {
  const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const numbered = <Part>(make: (name: string, number: number) => Part) => sheets.map(([name], at) => make(name, at + 1));
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return archive([
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
          `${numbered((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}</Types>`,
      ),
    ],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered((name, number) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships xmlns="${packages}/relationships">${numbered((_, number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}</Relationships>`,
      ),
    ],
    ...sheets.map(([, rows], at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      xml(`<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`),
    ]),
  ]);
}

function rowXml(cells: Row, at: number): string {
  const cell = (value: string | number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${at + 1}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return value === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  return `<row r="${at + 1}">${cells.map(cell).join('')}</row>`;
}

/** A zip archive whose parts are stored as they are. */
function archive(parts: readonly (readonly [string, string])[]): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Weeks waited of the tables 4a to 4h. */
const bands = ['0-1', '>1-2', '>2-4', '>4-12', '>12-18', '>18-52', '>52-104', 'over 104'];

/** Organisations with what they have of three lines, all made up; the bands are shares of it. */
const organisations: readonly (readonly [string, string, string, readonly (number | string)[], readonly number[]])[] = [
  ['National', '-', 'England', [52_000, 24_000, 31_000], [4, 4, 8, 22, 14, 33, 11, 4]],
  ['Region', 'Y60', 'MIDLANDS', [9_000, 4_300, 5_600], [4, 4, 7, 21, 13, 35, 12, 4]],
  ['ICB', 'QZZ', 'MIDDLE ICB', [2_300, 1_100, ''], [5, 4, 8, 20, 14, 34, 11, 4]],
  ['Provider', 'RZ1', 'MIDDLE COMMUNITY TRUST', [1_400, 900, 810], [2, 2, 5, 15, 13, 38, 17, 8]],
  ['Provider', 'RZ2', 'NORTHERN CARE TRUST', [700, '*', 240], [6, 5, 9, 26, 16, 31, 6, 1]],
  ['Provider', 'RZ3', 'QUIET TRUST', ['', '', ''], [1, 1, 1, 1, 1, 1, 1, 1]],
];

/** A workbook in the layout of 2025, with made-up figures: titles, headings in the fifth row, blanks, marks and notes. */
export function nationalWorkbook(): Buffer {
  const headings = [
    'Organisation type',
    'Organisation code',
    'Organisation name',
    '(A) Podiatry and podiatric surgery',
    '(CYP) Therapy interventions: Occupational therapy [note 2]',
    '(CYP) Audiology',
  ];
  const table = (title: string, of: (people: number, shares: readonly number[]) => number): Row[] => [
    [title],
    ['Source: Community Health Services SitRep'],
    ['Management information'],
    [],
    headings,
    ...organisations.map(([level, code, name, people, shares]) => [
      level,
      code,
      name,
      ...people.map((one) => (typeof one === 'number' ? of(one, shares) : one)),
    ]),
    [],
    ['Blank cells: nobody submitted the service line.'],
  ];
  const inBand = (band: number) => (people: number, shares: readonly number[]) =>
    Math.round((people * (shares[band] ?? 0)) / 100);
  return workbook([
    ['Contents', [['Community health services waiting lists, March 2025'], ['Published: 15 May 2025']]],
    ['Table 4', table('Table 4: Total waiting list by organisation and service line', (people) => people)],
    ...bands.map((weeks, band): [string, Row[]] => [
      `Table 4${'abcdefgh'.charAt(band)}`,
      table(`Number waiting ${weeks} weeks`, inBand(band)),
    ]),
  ]);
}
