import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/**
 * Who may call: a workspace permission, anyone signed in, or anyone at all.
 * `chat` resolves by the agent's visibility: members of its workspace, keys of scope run, visitors if public.
 */
export type Access = Permission | "signed-in" | "anyone" | "chat";

interface Shape {
  method: Method;
  /** With `{name}` parameters, below /api/v1. */
  path: `/${string}`;
  access: Access;
  summary: string;
  tag: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Body of the 200 answer; absent = 204. */
  response?: z.ZodType;
  /** Takes the header Idempotency-Key: sent again with the same key it does nothing twice. */
  once?: true;
  /** Images and files may be part of the body, which is then read further. */
  files?: true;
  /** May answer with RunEvents as server-sent events: `id:` is the seq, `event:` the type. */
  stream?: true;
}

/** One call of the HTTP API, known to server, browser and the OpenAPI document alike. */
export function endpoint<const S extends Shape>(shape: S): S {
  return shape;
}
export type Endpoint = Shape;

type Part<S extends Shape, Key extends "params" | "query" | "body"> = S[Key] extends z.ZodType
  ? { [K in Key]: z.input<S[Key]> }
  : unknown;

/** A query in which nothing must be said may be left out. */
type Query<S extends Shape> = S["query"] extends z.ZodType
  ? Record<never, never> extends z.input<S["query"]>
    ? { query?: z.input<S["query"]> }
    : Part<S, "query">
  : unknown;

/** What a caller passes. */
export type CallInput<S extends Shape> = Part<S, "params"> & Query<S> & Part<S, "body">;
/** What a caller gets back. */
export type CallOutput<S extends Shape> = S["response"] extends z.ZodType
  ? z.output<S["response"]>
  : undefined;

type Parsed<S extends Shape, Key extends "params" | "query" | "body"> = S[Key] extends z.ZodType
  ? { [K in Key]: z.output<S[Key]> }
  : unknown;
/** What a handler receives after validation. */
export type HandlerInput<S extends Shape> = Parsed<S, "params"> & Parsed<S, "query"> & Parsed<S, "body">;

export const idParam = z.strictObject({ id: z.string().min(1).max(64) });

/** Cursor paging, newest first. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Times travel as ISO 8601 in UTC. */
export const time = z.iso.datetime();

/** Where a stream of events goes on; the header `Last-Event-ID` says the same and wins. */
export const streamQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });
