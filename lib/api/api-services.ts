import type { AnnounceDraft } from "@/lib/agents/announce";
import type { ResolveActor } from "@/lib/auth/resolve-actor";
import type { Visitors } from "@/lib/auth/visitor";
import type { Database } from "@/lib/db/database";
import type { System } from "@/lib/health/system";
import type { Log } from "@/lib/log/log";
import type { ModelService } from "@/lib/models/service";
import type { BreakerService } from "@/lib/resilience/breaker-service";
import type { RetentionSettings } from "@/lib/retention/settings";
import type { RunLimitSettings } from "@/lib/runs/admission/settings";
import type { RunService } from "@/lib/runs/service/run-service";
import type { SecretStore } from "@/lib/secrets/secret-store";

/** What the API is served from. */
export interface ApiServices {
  db: Database;
  log: Log;
  /** Where browsers reach the installation, if that differs from the Host header. */
  publicUrl?: string;
  actorOf: ResolveActor;
  visitors: Visitors;
  /** Sign-in buttons beside the password form. */
  signInProviders: { id: string; name: string }[];
  secrets: SecretStore;
  models: ModelService;
  breakers: BreakerService;
  runs: RunService;
  retention: RetentionSettings;
  system: System;
  runLimits: RunLimitSettings;
  announceDraft: AnnounceDraft;
  /** What this person may do has changed: open connections are checked again. */
  announceAccess: (change: { userId: string }) => void;
}
