import { z } from "zod";
import { endpoint, time } from "./endpoint";

const tag = "Telemetry";

export const telemetryProtocols = ["http/protobuf", "http/json", "grpc"] as const;
export type TelemetryProtocol = (typeof telemetryProtocols)[number];

const headerName = z
  .string()
  .trim()
  .min(1, "Enter the name")
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{0,100}$/, "Takes letters, digits and signs such as -, without spaces");
/** Visible ASCII and spaces: what HTTP and gRPC both carry. */
const headerValue = z
  .string()
  .trim()
  .min(1, "Enter the value")
  .max(4_000)
  .regex(/^[\x20-\x7e]*$/, "Takes letters, digits and signs of ASCII alone");

/** Where the spans of a workspace's runs are sent to, and how much of them. */
export const telemetrySettingsSchema = z.strictObject({
  enabled: z.boolean(),
  protocol: z.enum(telemetryProtocols),
  endpoint: z
    .string()
    .trim()
    .max(1_000)
    .pipe(z.url({ protocol: /^https?$/, error: "Begin it with https:// or http://" }))
    .refine((text) => !URL.parse(text)?.username && !URL.parse(text)?.password, {
      error: "Put names and passwords into a header",
    }),
  /** Values by name, which are kept sealed; null keeps the value that is stored under the name. */
  headers: z
    .array(z.strictObject({ name: headerName, value: headerValue.nullable() }))
    .max(20)
    .refine(
      (headers) => new Set(headers.map(({ name }) => name.toLowerCase())).size === headers.length,
      "Names a header twice",
    ),
  /** The endpoint may stand in the private network. */
  allowPrivate: z.boolean().default(false),
  /** Also what people, models and tools said. */
  content: z.boolean().default(false),
  /** Of how many runs, from 0 to 1. */
  share: z.number().min(0).max(1).default(1),
  /** Services that runs call are told of the trace, by the headers of W3C Trace Context. */
  propagate: z.boolean().default(true),
});
export type TelemetrySettings = z.infer<typeof telemetrySettingsSchema>;

/** How sending goes. */
const standingSchema = z.object({
  sentSpans: z.int(),
  /** Spans that the receiver refused. */
  refusedSpans: z.int(),
  /** Runs given up because the receiver could not be reached for days, or could not use them. */
  droppedRuns: z.int(),
  /** Runs whose spans wait to be sent. */
  waitingRuns: z.int(),
  sentAt: time.nullable(),
  lastError: z.string().nullable(),
  failedAt: time.nullable(),
  /** It fails, and is tried again then. */
  retryAt: time.nullable(),
});

export const telemetryStateSchema = z.object({
  /** null: nothing has been set up. A header's value is never told. */
  settings: telemetrySettingsSchema.extend({ headers: z.array(z.object({ name: z.string() })) }).nullable(),
  standing: standingSchema.nullable(),
  /** The operator sends the traces of all workspaces, without content, to a receiver of this host. */
  operator: z.object({ host: z.string() }).nullable(),
});
export type TelemetryState = z.infer<typeof telemetryStateSchema>;

export const getTelemetry = endpoint({
  method: "get",
  path: "/workspace/telemetry",
  access: "workspace.manage",
  tag,
  summary: "Where the workspace's traces are sent to, and how that goes",
  response: telemetryStateSchema,
});
export const setTelemetry = endpoint({
  method: "put",
  path: "/workspace/telemetry",
  access: "workspace.manage",
  tag,
  summary: "Choose where the workspace's traces are sent to, or nowhere",
  body: z.strictObject({ settings: telemetrySettingsSchema.nullable() }),
  response: telemetryStateSchema,
});
export const testTelemetry = endpoint({
  method: "post",
  path: "/workspace/telemetry/test",
  access: "workspace.manage",
  tag,
  summary: "Send a test trace by settings that need not be stored yet",
  body: z.strictObject({ settings: telemetrySettingsSchema }),
  response: z.object({
    ok: z.boolean(),
    /** What the receiver said, or why it could not be reached. */
    message: z.string(),
    traceId: z.string(),
    ms: z.int(),
  }),
});
