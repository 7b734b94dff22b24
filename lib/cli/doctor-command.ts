import type { Command } from "commander";
import { examineInstallation } from "./doctor/doctor";
import { fail, print } from "./output";
import { action } from "./session";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("Check database, migrations, secrets and model connections, and say what to do")
    .action(action(doctor));
}

async function doctor(): Promise<void> {
  const findings = await examineInstallation();
  for (const { what, ok, text } of findings) print(`${ok ? "✓" : "✗"} ${what}: ${text}`);
  const bad = findings.filter((finding) => !finding.ok).length;
  if (bad > 0) fail(`\n${bad === 1 ? "One thing needs" : `${bad} things need`} attention.`);
}
