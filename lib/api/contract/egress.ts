import { z } from "zod";
import { endpoint } from "./endpoint";

const tag = "Outgoing calls";

/** `api.example.com`, `*.example.com`, `api.example.com:8443`, `203.0.113.7` or `203.0.113.0/24`. */
const entries = z.array(z.string().trim().min(1).max(300)).max(500, "At most 500 entries").default([]);

/** Whom the agents of a workspace may call, inside what the installation allows. */
export const egressListsSchema = z.strictObject({
  /** Only these, where there are any. Connections to models are exempt: administrators make them one by one. */
  allow: entries,
  /** Never these, whatever else says so; connections to models included. */
  deny: entries,
});
export type EgressLists = z.infer<typeof egressListsSchema>;

const stateSchema = z.object({
  chosen: egressListsSchema,
  /** Private addresses that the installation opens for everybody (ALLOW_PRIVATE_NETWORK). */
  installation: z.array(z.string()),
});
export type EgressState = z.infer<typeof stateSchema>;

export const getEgress = endpoint({
  method: "get",
  path: "/workspace/egress",
  access: "workspace.manage",
  tag,
  summary: "Which hosts, addresses and networks the agents of the workspace may call, and which not",
  response: stateSchema,
});
/** Counts from the next call on, also for runs that are in progress. */
export const setEgress = endpoint({
  method: "put",
  path: "/workspace/egress",
  access: "workspace.manage",
  tag,
  summary: "Choose which hosts, addresses and networks the agents of the workspace may call, and which not",
  body: egressListsSchema,
  response: stateSchema,
});
