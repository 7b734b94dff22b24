import { and, count, eq, isNotNull } from "drizzle-orm";
import { telemetryOutbox } from "@/drizzle/schema";
import type { TelemetrySettings, TelemetryState } from "@/lib/api/contract/telemetry";
import type { Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import type { Vault } from "@/lib/secrets/vault";
import type { OperatorTelemetry } from "./operator";
import type { OpenTarget } from "./outbox/sender";
import { send, type Way } from "./sending/send";
import { operatorId, type Receiver, tracesUrl } from "./target";
import { headersFor, openHeaders, readTarget, type TargetRow, writeTarget } from "./telemetry-settings";
import { testSpan } from "./test-span";

export interface TelemetryDeps {
  db: Queryable;
  vault: Vault;
  egress: Pick<Egress, "within" | "fetchFor" | "addressOf">;
  rulesOf: RulesOf;
  /** What the environment says; absent: nothing is sent for the operator. */
  operator: OperatorTelemetry | undefined;
}

const timeoutMs = 10_000;
const ownResource = { "service.name": "signalbox" };

/** Where traces go: by the settings of workspaces, and of the operator. */
export class Telemetry {
  constructor(private readonly deps: TelemetryDeps) {}

  async state(db: Queryable, workspaceId: string): Promise<TelemetryState> {
    const { operator } = this.deps;
    const row = await readTarget(db, workspaceId);
    return {
      settings: row ? settingsOf(row) : null,
      standing: row ? standingOf(row, await waiting(db, row.id)) : null,
      operator: operator ? { host: operator.receiver.url.host } : null,
    };
  }

  /** @throws AppError invalid_input */
  async set(db: Queryable, workspaceId: string, settings: TelemetrySettings | null): Promise<TelemetryState> {
    await writeTarget(db, this.deps.vault, workspaceId, settings);
    if (settings && !settings.enabled)
      await db.delete(telemetryOutbox).where(eq(telemetryOutbox.targetId, workspaceId));
    return this.state(db, workspaceId);
  }

  /**
   * Sends one span by these settings, and tells what came of it.
   * @throws AppError invalid_input: a header has no value
   */
  async test(workspaceId: string, settings: TelemetrySettings) {
    const { db, vault, operator } = this.deps;
    const headers = headersFor(vault, await readTarget(db, workspaceId), settings);
    const receiver = receiverOf(settings, headers);
    const started = performance.now();
    const span = testSpan(workspaceId, Date.now());
    const way = await this.wayFor(workspaceId, receiver, settings.allowPrivate);
    const outcome = await send(receiver, [span], way, operator?.resource ?? ownResource);
    const { traceId } = span;
    const ms = Math.round(performance.now() - started);
    if (outcome.kind !== "taken") return { ok: false, message: outcome.message, traceId, ms };
    const message =
      outcome.refused > 0 ? `The receiver refused the span: ${outcome.message}` : outcome.message;
    return { ok: outcome.refused === 0, message, traceId, ms };
  }

  /** A target to send to; nothing where it is gone or turned off. @throws AppError unavailable */
  async open(targetId: string): Promise<OpenTarget | undefined> {
    const { db, vault, operator } = this.deps;
    if (targetId === operatorId) return operator && this.openOperator(operator);
    const row = await readTarget(db, targetId);
    if (!row?.enabled) return undefined;
    const receiver = receiverOf(row, openHeaders(vault, row));
    const way = await this.wayFor(targetId, receiver, row.allowPrivate);
    const resource = operator?.resource ?? ownResource;
    return { content: row.content, share: row.share, send: (spans) => send(receiver, spans, way, resource) };
  }

  private openOperator({ receiver, share, resource }: OperatorTelemetry): OpenTarget {
    // The operator, who could open every address to everybody, has opened this one.
    const way = { out: this.deps.egress, allow: [placeOf(receiver)] };
    return { content: false, share, send: (spans) => send(receiver, spans, way, resource) };
  }

  /** Like a connection to a model it is an administrator's choice, which needs no entry among what is allowed. */
  private async wayFor(workspaceId: string, receiver: Receiver, allowPrivate: boolean): Promise<Way> {
    const { egress, rulesOf } = this.deps;
    const { deny } = await rulesOf(workspaceId);
    return { out: egress.within({ allow: [], deny }), allow: allowPrivate ? [placeOf(receiver)] : [] };
  }
}

function receiverOf(
  { protocol, endpoint }: Pick<TelemetrySettings, "protocol" | "endpoint">,
  headers: Readonly<Record<string, string>>,
): Receiver {
  const base = new URL(endpoint);
  return { protocol, url: protocol === "grpc" ? base : tracesUrl(base), headers, timeoutMs, gzip: false };
}

const placeOf = ({ url }: Receiver) =>
  `${url.hostname}:${url.port || (url.protocol === "https:" ? 443 : 80)}`;

function settingsOf(row: TargetRow): NonNullable<TelemetryState["settings"]> {
  const { enabled, protocol, endpoint, allowPrivate, content, share, propagate, headerNames } = row;
  const headers = headerNames.map((name) => ({ name }));
  return { enabled, protocol, endpoint, allowPrivate, content, share, propagate, headers };
}

function standingOf(row: TargetRow, waitingRuns: number): NonNullable<TelemetryState["standing"]> {
  const { sentSpans, refusedSpans, droppedRuns, lastError } = row;
  const [sentAt, failedAt, retryAt] = [row.sentAt, row.failedAt, row.retryAt].map(
    (moment) => moment?.toISOString() ?? null,
  );
  return {
    sentSpans,
    refusedSpans,
    droppedRuns,
    waitingRuns,
    lastError,
    sentAt: sentAt ?? null,
    failedAt: failedAt ?? null,
    retryAt: retryAt ?? null,
  };
}

async function waiting(db: Queryable, targetId: string): Promise<number> {
  const [row] = await db
    .select({ runs: count() })
    .from(telemetryOutbox)
    .where(and(eq(telemetryOutbox.targetId, targetId), isNotNull(telemetryOutbox.dueAt)));
  return row?.runs ?? 0;
}
