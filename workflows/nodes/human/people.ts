import { z } from "zod";
import type { Assignee } from "@/workflows/events/interrupt";
import type { ChannelRead } from "../definition";
import { field } from "../field";
import { templateField } from "../fields";
import { templateReads } from "../reads";

/** Roles whose members may answer approvals. */
export const answeringRoles = ["admin", "developer", "analyst"] as const;

/** Whom a question is for, as its author says it. */
export const assigneeConfig = z.strictObject({
  kind: field(z.enum(["role", "member"]).default("role"), { label: "Who", control: "select" }),
  role: field(z.enum(answeringRoles).default("analyst"), {
    label: "Role",
    control: "select",
    showWhen: { field: "kind", in: ["role"] },
  }),
  email: templateField({
    label: "E-mail address",
    placeholder: "{{ order.owner }}",
    help: "Of a member of the workspace.",
    showWhen: { field: "kind", in: ["member"] },
  }),
});
export type AssigneeConfig = z.output<typeof assigneeConfig>;

export function assigneeReads(name: string, people: readonly AssigneeConfig[]): ChannelRead[] {
  return people.flatMap(({ kind, email }, index) =>
    kind === "member" ? templateReads(`${name}.${index}.email`, email) : [],
  );
}

/** Those who are asked, each once. @param address fills an address template in */
export function assigneesOf(
  people: readonly AssigneeConfig[],
  address: (template: string, index: number) => string,
): Assignee[] {
  const all = people.map(
    (one, index): Assignee =>
      one.kind === "role"
        ? { kind: "role", role: one.role }
        : { kind: "member", email: address(one.email, index).trim().toLowerCase() },
  );
  const keys = all.map((one) => (one.kind === "role" ? one.role : one.email));
  return all.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
