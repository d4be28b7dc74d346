import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.ts';

/**
 * Writes what a display shows as a PNG.
 *
 * The display keeps its picture in a file (Xvfb's `-fbdir`) in the format of X window dumps: a header of big-endian
 * 32-bit numbers, a colour map, then rows of pixels, here 4 bytes each: blue, green, red and nothing. WebKit's own
 * screenshots wait for the page to come to rest, which a replay never does.
 */
export function writePicture(framebuffer: string, file: string, width: number, height: number): void {
  const dump = readFileSync(framebuffer);
  const number = (at: number) => dump.readUInt32BE(at * 4);
  const [headerSize, bytesPerRow, colours] = [number(0), number(12), number(19)];
  const start = headerSize + colours * 12;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = start + y * bytesPerRow + x * 4;
      const to = y * (1 + width * 3) + 1 + x * 3;
      rows[to] = dump[from + 2] ?? 0;
      rows[to + 1] = dump[from + 1] ?? 0;
      rows[to + 2] = dump[from] ?? 0;
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // 8 bits for each of red, green and blue.
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  writeFileSync(
    file,
    Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]),
  );
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
