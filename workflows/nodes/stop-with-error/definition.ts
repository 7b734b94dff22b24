import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { templateField } from "../fields";
import { configIssue } from "../issues";
import { templateReads } from "../reads";
import { stopWithErrorFace } from "./face";

export const stopWithErrorConfig = z.strictObject({
  message: templateField({
    label: "Message",
    help: "What went wrong and what to do about it. Stands in the run's trace and in its answer.",
    placeholder: "There is no order {{ orderId }}. Check the number.",
  }),
  code: field(
    z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, "Start with a letter; use letters, digits and _ only")
      .optional(),
    {
      label: "Code",
      control: "text",
      placeholder: "order_unknown",
      help: "Tells programs and error handlers one reason from another. Empty: stopped.",
    },
  ),
});
export type StopWithErrorConfig = z.output<typeof stopWithErrorConfig>;

export const stopWithErrorDefinition = defineNode({
  type: "stop-with-error",
  typeVersion: 1,
  stops: true,
  ...stopWithErrorFace,
  summary: "Ends the run as failed, with a message and a code of your own.",
  synonyms: ["throw", "fail", "abort", "raise", "exit", "reject"],
  config: stopWithErrorConfig,
  initial: { message: "" },
  ports: () => [],
  reads: ({ message }) => templateReads("message", message),
  writes: () => [],
  local: true,
  idempotent: () => true,
  describe: ({ code, message }) => code ?? (message || "no message yet"),
  check: ({ message }) =>
    message.trim()
      ? []
      : [configIssue("message", "Say why the run stops: whoever reads it sees nothing else.")],
  sample: {
    config: { message: "There is no order {{ orderId }}.", code: "order_unknown" },
    state: { orderId: "A-17" },
  },
});
