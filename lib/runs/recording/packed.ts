import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Below this many characters compressing saves nothing worth the time. */
const smallest = 2_000;

/** A result as it is stored. */
export function packed(result: string): { isPacked: boolean; bytes: Buffer } {
  const bytes = Buffer.from(result);
  if (result.length < smallest) return { isPacked: false, bytes };
  return { isPacked: true, bytes: zstdCompressSync(bytes) };
}

/** The text that was packed. */
export function unpacked(bytes: Buffer, isPacked: boolean): string {
  return (isPacked ? zstdDecompressSync(bytes) : bytes).toString();
}

/** Text as Postgres takes it: it has no place for U+0000. */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}
