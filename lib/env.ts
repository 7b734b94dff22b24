import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { StartError } from "@/lib/errors/start-error";
import type { S3Options } from "@/lib/files/s3-store";
import type { RetentionDefaults } from "@/lib/retention/limits";
import type { OperatorTelemetry } from "@/lib/telemetry/operator";
import { operatorTelemetry, telemetryVariables } from "@/lib/telemetry/operator-env";
import { type McpCommands, mcpCommandsSchema } from "@/lib/tools/kinds/mcp/command-settings";

/** An empty variable means the same as a missing one: that is how compose files and shells leave it out. */
const text = z.string().trim().min(1);
const httpUrl = text.pipe(z.url({ protocol: /^https?$/, error: "must be an http or https address" }));
const postgresUrl = text.refine((value) => /^postgres(ql)?:\/\//.test(value), {
  error: "must start with postgres:// or postgresql://",
});
const list = text.transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const days = z.union([z.literal("forever"), z.coerce.number().int().min(1).max(3_650)], {
  error: "must be a number of days up to 3650, or forever",
});
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const variables = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: text.default("127.0.0.1"),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 1000).default(20),
  NEXTAUTH_SECRET: text.optional(),
  NEXTAUTH_URL: httpUrl.optional(),
  TRUST_PROXY: z.enum(["true", "false"]).default("false"),
  ENCRYPTION_KEY: list.optional(),
  ADMIN_EMAIL: text.pipe(z.email({ error: "must be an e-mail address" })).optional(),
  ADMIN_PASSWORD: text.min(10, "must have at least 10 characters").optional(),
  GITHUB_ID: text.optional(),
  GITHUB_SECRET: text.optional(),
  GOOGLE_ID: text.optional(),
  GOOGLE_SECRET: text.optional(),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default("Single sign-on"),
  ALLOW_PRIVATE_NETWORK: list.default([]),
  SQLITE_DIR: text.optional(),
  MCP_COMMANDS: text.pipe(mcpCommandsSchema).default({}),
  S3_BUCKET: text.optional(),
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: text.default("us-east-1"),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 1000).default(10),
  WORKER_PORT: wholeNumber(0, 65_535).optional(),
  DRAIN_SECONDS: wholeNumber(0, 3600).optional(),
  WORKSPACE_RUNNING_LIMIT: wholeNumber(1, 100_000).default(500),
  WORKSPACE_QUEUED_LIMIT: wholeNumber(0, 1_000_000).default(10_000),
  INSTALLATION_QUEUED_LIMIT: wholeNumber(0, 10_000_000).default(100_000),
  METRICS_TOKEN: text.min(16, "must have at least 16 characters").optional(),
  KEEP_RUNS_DAYS: days.default("forever"),
  KEEP_EVENTS_DAYS: days.default("forever"),
  KEEP_CHECKPOINTS_DAYS: days.default("forever"),
  KEEP_CHECKPOINT_RUNS: wholeNumber(1, 1000).default(10),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ...telemetryVariables,
});
type Variables = z.infer<typeof variables>;
export const variableNames = Object.keys(variables.shape);

/** Variables that mean something only as a whole. */
const groups: readonly (readonly (keyof Variables)[])[] = [
  ["ADMIN_EMAIL", "ADMIN_PASSWORD"],
  ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
];

const schema = variables.superRefine((value, context) => {
  for (const group of groups) {
    const missing = group.filter((name) => value[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) continue;
    for (const name of missing) {
      context.addIssue({
        code: "custom",
        path: [name],
        message: `is needed together with ${group.join(", ")}`,
      });
    }
  }
});

export interface OAuthClient {
  id: string;
  secret: string;
}

/** Everything the environment decides, checked once at the start. */
export interface Env {
  mode: Variables["NODE_ENV"];
  /** `web` answers people and queues runs, `worker` works on them, `all` does both. */
  role: Variables["ROLE"];
  port: number;
  host: string;
  /** Absolute folder for the embedded database and generated secrets. */
  dataDir: string;
  /** Absent: the embedded Postgres. */
  databaseUrl?: string;
  databasePoolSize: number;
  nextAuthSecret?: string;
  /** Public address, e.g. behind a proxy. Absent: taken from each request. */
  publicUrl?: string;
  /** Requests come through a proxy of ours, which appends the caller's address to X-Forwarded-For. */
  trustProxy: boolean;
  /** First seals, all open. */
  encryptionKeys?: string[];
  admin?: { email: string; password: string };
  github?: OAuthClient;
  google?: OAuthClient;
  oidc?: OAuthClient & { issuer: string; name: string };
  /** Hosts and CIDR ranges that outgoing calls may reach although they are private. */
  allowPrivateNetwork: string[];
  /** Absolute folder with SQLite files that graphs may ask; absent: none. */
  sqliteDir?: string;
  /** Commands of MCP servers that workspaces may use, by name. */
  mcpCommands: McpCommands;
  /** The bucket that files are kept in; absent: a folder in `dataDir`. */
  s3?: S3Options;
  /** Runs that this process works on at the same time. */
  workerConcurrency: number;
  /** Where a process that only works on runs answers health checks; absent: nowhere. */
  workerPort?: number;
  /** Shows whoever sends it the metrics and what is behind health; absent: administrators alone see them. */
  metricsToken?: string;
  /** How long what runs leave behind is kept where a workspace says nothing. */
  retention: RetentionDefaults;
  /** How long runs may take to come to a checkpoint when the process is told to stop. */
  drainMs: number;
  /** Of workspaces that set none themselves: runs in progress, and runs that wait beyond those. */
  runLimits: { running: number; queued: number };
  /** Runs of all workspaces that may wait. */
  installationQueued: number;
  logLevel: Variables["LOG_LEVEL"];
  /** Where the traces of all workspaces are sent to; absent: nowhere. */
  telemetry?: OperatorTelemetry;
}

/** Whoever develops stops often and has no worker to hand over to. */
const drainSeconds = { production: 30, development: 2, test: 2 };

/** A start with these variables makes no sense; the message names each of them. */
export class EnvError extends StartError {
  override readonly name = "EnvError";
}

/**
 * @throws EnvError naming every bad variable
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new EnvError(explain(parsed.error));
  return toEnv(parsed.data);
}

/** Reads `.env` beside the program, if there is one, and then the environment, which wins. */
export function loadEnv(): Env {
  const file = resolve(".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return parseEnv(process.env);
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  return `The environment is not usable:\n${lines.join("\n")}\nSee .env.example for what each variable means.`;
}

function toEnv(value: Variables): Env {
  return {
    mode: value.NODE_ENV,
    role: value.ROLE,
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    databasePoolSize: value.DATABASE_POOL_SIZE,
    nextAuthSecret: value.NEXTAUTH_SECRET,
    publicUrl: value.NEXTAUTH_URL,
    trustProxy: value.TRUST_PROXY === "true",
    encryptionKeys: value.ENCRYPTION_KEY,
    admin: admin(value),
    github: client(value.GITHUB_ID, value.GITHUB_SECRET),
    google: client(value.GOOGLE_ID, value.GOOGLE_SECRET),
    oidc: oidc(value),
    allowPrivateNetwork: value.ALLOW_PRIVATE_NETWORK,
    s3: s3(value),
    sqliteDir: value.SQLITE_DIR === undefined ? undefined : resolve(value.SQLITE_DIR),
    mcpCommands: value.MCP_COMMANDS,
    workerConcurrency: value.WORKER_CONCURRENCY,
    workerPort: value.WORKER_PORT,
    metricsToken: value.METRICS_TOKEN,
    retention: {
      runs: value.KEEP_RUNS_DAYS,
      events: value.KEEP_EVENTS_DAYS,
      checkpoints: value.KEEP_CHECKPOINTS_DAYS,
      checkpointRuns: value.KEEP_CHECKPOINT_RUNS,
    },
    drainMs: 1000 * (value.DRAIN_SECONDS ?? drainSeconds[value.NODE_ENV]),
    runLimits: { running: value.WORKSPACE_RUNNING_LIMIT, queued: value.WORKSPACE_QUEUED_LIMIT },
    installationQueued: value.INSTALLATION_QUEUED_LIMIT,
    logLevel: value.LOG_LEVEL,
    telemetry: operatorTelemetry(value),
  };
}

function s3(value: Variables): S3Options | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = value;
  if (!bucket || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined;
  const endpoint = value.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`;
  return { endpoint, bucket, region, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
}

function admin({ ADMIN_EMAIL: email, ADMIN_PASSWORD: password }: Variables): Env["admin"] {
  return email && password ? { email, password } : undefined;
}

function client(id: string | undefined, secret: string | undefined): OAuthClient | undefined {
  return id && secret ? { id, secret } : undefined;
}

function oidc(value: Variables): Env["oidc"] {
  const found = client(value.OIDC_CLIENT_ID, value.OIDC_CLIENT_SECRET);
  return found && value.OIDC_ISSUER
    ? { ...found, issuer: value.OIDC_ISSUER, name: value.OIDC_NAME }
    : undefined;
}
