import { z } from "zod";
import { field } from "@/workflows/nodes/field";

/** Identical reads at the same time share one request; whoever must not have another's answer says so. */
export const aloneField = field(z.boolean().default(false), {
  label: "Always sends its own request",
  control: "toggle",
  advanced: true,
  showWhen: { field: "method", in: ["GET", "HEAD"] },
  help: "Off: where the same address is asked with the same headers at the same moment, one request serves all.",
});
