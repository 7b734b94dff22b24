import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Files } from "@/workflows/code/files";

/** Larger than any graph with its code; a zip may promise much more than it holds. */
const maxBytes = 20_000_000;

/** Files as a zip with a folder around them. The same files give the same bytes. */
export function zipOf(folder: string, files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: "1980-01-01T00:00:00" }));
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The text files of a zip. @throws Error where it is damaged or too large */
export function unzip(bytes: Uint8Array): Files {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith("/") || name.includes("node_modules/")) return false;
      size += originalSize;
      if (size > maxBytes) throw new Error("This zip is too large for a graph.");
      return true;
    },
  });
  return Object.fromEntries(Object.entries(files).map(([path, data]) => [path, strFromU8(data)]));
}
