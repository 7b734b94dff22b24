import { agentFilter } from "./agent";
import { costFilter } from "./cost";
import { feedbackFilter } from "./feedback";
import { personFilter } from "./person";
import { problemFilter } from "./problem";
import type { RunFilter } from "./run-filter";
import { sourceFilter } from "./source";
import { startedFilter } from "./started";
import { statusFilter } from "./status";
import { tagFilter } from "./tag";
import { textFilter } from "./text";
import { threadFilter } from "./thread";
import { timeTakenFilter } from "./time-taken";
import { versionFilter } from "./version";

/** In the order of the panel and of the chips. */
export const runFilters: readonly RunFilter[] = [
  textFilter,
  agentFilter,
  statusFilter,
  startedFilter,
  sourceFilter,
  tagFilter,
  versionFilter,
  personFilter,
  problemFilter,
  timeTakenFilter,
  costFilter,
  feedbackFilter,
  threadFilter,
];
