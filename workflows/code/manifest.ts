import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { canonicalJson } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Files } from "./files";

export const codeFormat = "signalbox.code/1";
export const manifestPath = "signalbox.json";
export const documentPath = "graph.json";

/** What an exported project remembers of itself, so that an import can tell what was edited since. */
export const manifestSchema = z.object({
  format: z.literal(codeFormat),
  /** Hash of the document in `graph.json`, whatever its line breaks and order. */
  document: z.string(),
  /** Hash of every source file, and the node it belongs to. */
  sources: z.record(z.string(), z.object({ hash: z.string(), node: z.string().optional() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** @param nodes the node of each file that belongs to one */
export function manifestOf(
  document: GraphDocument,
  sources: Files,
  nodes: ReadonlyMap<string, string>,
): Manifest {
  const entries = Object.entries(sources).map(([path, text]) => {
    const node = nodes.get(path);
    return [path, { hash: textHash(text), ...(node === undefined ? {} : { node }) }] as const;
  });
  return {
    format: codeFormat,
    document: documentHash(document),
    sources: Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

export function documentHash(document: GraphDocument): string {
  return textHash(canonicalJson(document));
}

/** The same for a file that Git or an editor gave other line ends. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replaceAll("\r\n", "\n"))));
}
