import { measureCanvas } from "./canvas/main";
import { measureModels } from "./engine/models";
import { measureQueue } from "./engine/queue";
import { measureRuns } from "./engine/runs";
import { measureSteps } from "./engine/steps";
import { measureTools } from "./engine/tools";
import { measureWorkers } from "./engine/workers";
import { startProvider } from "./lib/provider";
import { measureMemory } from "./memory/main";
import { measureServer } from "./server/serve";
import { measureValidation } from "./validate/main";

const parts = {
  runs: measureRuns,
  steps: measureSteps,
  models: measureModels,
  queue: measureQueue,
  workers: measureWorkers,
  tools: measureTools,
  memory: measureMemory,
  server: measureServer,
  canvas: measureCanvas,
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
