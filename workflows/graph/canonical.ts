import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { unfilled } from "@/workflows/prompts/fill";
import { type GraphDocument, graphDocumentSchema } from "./document";
import { mapInnerGraphs } from "./inner-graphs";
import type { JsonObject } from "./json";

/** The document as canonical JSON (RFC 8785): the same document always gives the same bytes. */
export function canonicalJson(document: GraphDocument): string {
  return canonical(document);
}

/** Canonical order on readable lines, for files under version control. */
export function readableJson(document: GraphDocument): string {
  const ordered: unknown = JSON.parse(canonical(document));
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/**
 * SHA-256 (hex) of what the document means: its canonical form without layout and pins, an empty note being no note,
 * and a prompt of the library being what refers to it, whichever text that gave.
 * It is worked out in plain JavaScript, since Web Crypto is asynchronous and missing in browsers without HTTPS.
 */
export function semanticHash(document: GraphDocument): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(meaningOf(document)))));
}

function meaningOf(given: GraphDocument): object {
  const { layout: _layout, pins: _pins, ...meaning } = mapInnerGraphs(unfilled(given), meaningInside);
  const nodes = Object.entries(meaning.nodes).map(([id, { note, ...node }]) => [
    id,
    note ? { ...node, note } : node,
  ]);
  return { ...meaning, nodes: Object.fromEntries(nodes) };
}

/** What a graph inside a node means: where its nodes stand and what is pinned there is left out, as in `semanticHash`. */
export function meaningInside(graph: JsonObject): JsonObject {
  const parsed = graphDocumentSchema.safeParse(graph);
  const { layout: _layout, pins: _pins, ...meaning } = graph;
  return parsed.success ? { ...meaning, ...meaningOf(parsed.data) } : graph;
}

function canonical(value: unknown): string {
  return canonicalize(value) ?? "null";
}
