/** No id and no address contains it. */
export const placeSeparator = "|";

/**
 * Where visits are counted: a node that runs for several entries of a list at once has visits of its own in each, so
 * that their numbers do not depend on which comes first.
 * @param ns ids of the entries, outermost first
 */
export function visitPlace(ns: readonly string[], address: string): string {
  return [...ns, address].join(placeSeparator);
}

/** Span of a node visit; the same before and after a pause, and for all attempts. */
export function nodeSpanId(place: string, visit: number): string {
  return `${place}#${visit}`;
}

/** An entry of the list that a visit goes through: its id below the entries around it. */
export function itemId(address: string, visit: number, index: number): string {
  return `${nodeSpanId(address, visit)}[${index}]`;
}

/** Span of the visit to which the span of an entry belongs; the same text for all entries of one list. */
export function roundOf(itemSpanId: string): string {
  return itemSpanId.slice(0, itemSpanId.lastIndexOf("["));
}
