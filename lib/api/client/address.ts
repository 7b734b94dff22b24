import type { z } from "zod";
import type { Endpoint } from "../contract/endpoint";

/**
 * An endpoint of the contract without its schemas, for what a page loads first: a call needs to know where it goes, and
 * the compiler what it takes and gives.
 */
export interface Address<E extends Endpoint> {
  readonly method: E["method"];
  readonly path: E["path"];
  readonly body?: true;
  readonly once?: true;
  /** Never there: it carries the types. */
  readonly contract?: E;
}

type Said<E extends Endpoint, Key extends "body" | "once"> = E[Key] extends z.ZodType | true
  ? { readonly [K in Key]: true }
  : { readonly [K in Key]?: never };

/** The address of an endpoint, which the compiler holds against its contract. */
export function addressOf<E extends Endpoint>(
  address: Pick<Address<E>, "method" | "path"> & Said<E, "body"> & Said<E, "once">,
): Address<E> {
  return address;
}
