/** No node id contains it. */
const border = "/";

/** Where a node or an edge stands: the ids of the subgraphs around it and its own, outermost first. */
export function addressOf(within: string | undefined, id: string): string {
  return within === undefined ? id : `${within}${border}${id}`;
}

/** A place in its parts: the address of the subgraph it stands in, if it does, and its own id. */
export function splitAddress(address: string): { within: string | undefined; id: string } {
  const at = address.lastIndexOf(border);
  return { within: at < 0 ? undefined : address.slice(0, at), id: address.slice(at + 1) };
}

/** The addresses of the subgraphs around a place, innermost first; none at the top. */
export function around(address: string): string[] {
  const { within } = splitAddress(address);
  return within === undefined ? [] : [within, ...around(within)];
}
