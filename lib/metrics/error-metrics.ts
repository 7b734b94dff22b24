import { Counter, type Registry } from "prom-client";
import { errorCodes } from "@/workflows/errors/codes";
import { otherLabel } from "./bounded";

const known: ReadonlySet<string> = new Set(errorCodes);

/** Problems by where they showed and their code; one problem may show at a model, its node and its run. */
export function errorMetrics(registry: Registry) {
  const errors = new Counter({
    name: "signalbox_errors_total",
    help: "Problems by where they showed (model, tool, node, run) and by code",
    labelNames: ["at", "code"],
    registers: [registry],
  });
  return (at: "model" | "tool" | "node" | "run", code: string): void =>
    errors.inc({ at, code: known.has(code) ? code : otherLabel });
}
