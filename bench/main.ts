import { measureCache } from "./cache/main";
import { measureCanvas } from "./canvas/main";
import { measureDashboards } from "./dashboards/main";
import { measureModels } from "./engine/models";
import { measureQueue } from "./engine/queue";
import { measureRuns } from "./engine/runs";
import { measureSteps } from "./engine/steps";
import { measureTools } from "./engine/tools";
import { measureWorkers } from "./engine/workers";
import { measureExpressions } from "./expressions/main";
import { measureImports } from "./imports/main";
import { startProvider } from "./lib/provider";
import { measureLists } from "./lists/main";
import { measureMemory } from "./memory/main";
import { measureRecording } from "./recording/main";
import { measureSandbox } from "./sandbox/main";
import { measureServer } from "./server/serve";
import { measureTelemetry } from "./telemetry/main";
import { measureTrace } from "./trace/main";
import { measureValidation } from "./validate/main";

const parts = {
  runs: measureRuns,
  steps: measureSteps,
  models: measureModels,
  queue: measureQueue,
  workers: measureWorkers,
  tools: measureTools,
  sandbox: measureSandbox,
  expressions: measureExpressions,
  imports: measureImports,
  cache: measureCache,
  memory: measureMemory,
  recording: measureRecording,
  lists: measureLists,
  dashboards: measureDashboards,
  server: measureServer,
  canvas: measureCanvas,
  trace: measureTrace,
  telemetry: measureTelemetry,
  validate: measureValidation,
};
const asked = process.argv.slice(2);

const provider = await startProvider();
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await part(provider.baseUrl);
  }
} finally {
  await provider.close();
}
process.exit(0);
