import { measureCanvas } from "./canvas/main";
import { measureModels } from "./engine/models";
import { measureRuns } from "./engine/runs";
import { measureSteps } from "./engine/steps";
import { startProvider } from "./lib/provider";
import { measureServer } from "./server/serve";
import { measureValidation } from "./validate/main";

const parts = {
  runs: measureRuns,
  steps: measureSteps,
  models: measureModels,
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
