import type { GraphDocument } from "./document";

/** The document as others get it: pins are for whoever tries the draft, never for a version or a file. */
export function withoutPins(document: GraphDocument): GraphDocument {
  return Object.keys(document.pins).length === 0 ? document : { ...document, pins: {} };
}
