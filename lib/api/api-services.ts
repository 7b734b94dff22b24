import type { AnnounceDraft } from "@/lib/agents/announce";
import type { ResolveActor } from "@/lib/auth/resolve-actor";
import type { Visitors } from "@/lib/auth/visitor";
import type { Conversations } from "@/lib/conversations/conversations";
import type { Dashboards } from "@/lib/dashboards/dashboards";
import type { Database } from "@/lib/db/database";
import type { EgressSettings } from "@/lib/egress/settings";
import type { FeedbackService } from "@/lib/feedback/feedback-service";
import type { RunFiles } from "@/lib/files/run-files";
import type { System } from "@/lib/health/system";
import type { Log } from "@/lib/log/log";
import type { MailService } from "@/lib/mail/mail-service";
import type { ModelService } from "@/lib/models/service";
import type { BreakerService } from "@/lib/resilience/breaker-service";
import type { RetentionSettings } from "@/lib/retention/settings";
import type { RunLimitSettings } from "@/lib/runs/admission/settings";
import type { Arrivals } from "@/lib/runs/arrivals/arrivals";
import type { AnswerLinks } from "@/lib/runs/links/answer-links";
import type { RunService } from "@/lib/runs/service/run-service";
import type { SecretStore } from "@/lib/secrets/secret-store";
import type { Telemetry } from "@/lib/telemetry/telemetry";
import type { TestCases } from "@/lib/testcases/test-cases";
import type { ToolService } from "@/lib/tools/service";
import type { WhatIf } from "@/lib/what-if/what-if";
import type { ModelGateway } from "@/workflows/runtime/ports";

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
  /** Models to ask outside of runs. */
  modelsOf: (workspaceId: string) => ModelGateway;
  breakers: BreakerService;
  egress: EgressSettings;
  mail: MailService;
  /** Where traces are sent to. */
  telemetry: Telemetry;
  runs: RunService;
  /** @returns why it stays, if it does */
  deleteRun: (workspaceId: string, runId: string) => Promise<string | undefined>;
  testCases: TestCases;
  answerLinks: AnswerLinks;
  arrivals: Arrivals;
  conversations: Conversations;
  feedback: FeedbackService;
  dashboards: Dashboards;
  files: RunFiles;
  retention: RetentionSettings;
  system: System;
  runLimits: RunLimitSettings;
  tools: ToolService;
  whatIf: WhatIf;
  announceDraft: AnnounceDraft;
  /** What this person may do has changed: open connections are checked again. */
  announceAccess: (change: { userId: string }) => void;
}
