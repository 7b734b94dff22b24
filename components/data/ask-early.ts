import { preload } from "react-dom";
import type { Address } from "@/lib/api/client/address";
import { urlOf } from "@/lib/api/client/call";
import type { CallInput, Endpoint } from "@/lib/api/contract/endpoint";

/**
 * Lets the browser make a call of the page while it still loads the page's code; the call itself then takes that
 * answer. For GET calls that the page is certain to make. In the browser it does nothing: there the call is as early.
 */
export function askEarly<E extends Endpoint>(
  endpoint: Address<E>,
  input: CallInput<E> & Parameters<typeof urlOf>[1],
): void {
  if (typeof window !== "undefined") return;
  // As `call` asks: of this origin, with its cookies. Anything else would be asked for twice.
  preload(urlOf(endpoint, input), { as: "fetch", crossOrigin: "anonymous" });
}
