import { templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, literal } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { formOf } from "@/workflows/form/form-json-schema";
import { durationMs } from "../duration";
import type { HumanConfig } from "./config";
import { formFieldOf } from "./drawn-form";
import type { AssigneeConfig } from "./people";

export const writeHuman: WriteNode<HumanConfig> = (config, scope) => {
  scope.use("./lib/ask", "ask");
  scope.use("./state", "channels");
  noteWhatIsLeft(config, scope);
  const question = [
    `message: ${templateCode(config.message, scope)}`,
    `show: ${picked(config.show, scope)}`,
    `editable: ${picked(config.edit, scope)}`,
    `answers: ${literal(config.answers)}`,
    `allowText: ${config.allowText}`,
    ...rules(config, scope),
  ];
  const updates = [
    ...(config.textChannel ? [`...(said && { ${key(config.textChannel)}: said })`] : []),
    ...(config.formChannel ? [`...(answer.form && { ${key(config.formChannel)}: answer.form })`] : []),
    ...(config.record ? [`${key(config.record)}: answer.votes ?? []`] : []),
  ];
  const update = updates.length > 0 ? `update: { ${updates.join(", ")} }, ` : "";
  return [
    `const answer = ask(${block("{", question, "}")}, channels);`,
    ...(config.textChannel ? ["const said = answer.text?.trim();"] : []),
    `return { port: answer.answer, ${update}overwrite: answer.edits ?? {} };`,
  ];
};

/** What the question says beside its words, for whoever answers it. */
function rules(config: HumanConfig, scope: NodeScope): string[] {
  const { form, assignees, several, people, rule, deadline, escalate } = config;
  const wakeAfterMs = durationMs({ amount: config.deadlineAfter, unit: config.deadlineUnit });
  const afterMs = durationMs({ amount: config.escalateAfter, unit: config.escalateUnit });
  return [
    ...(form.length > 0 ? [`form: ${literal(formOf(form.map(formFieldOf)))}`] : []),
    ...(assignees.length > 0 ? [`assignees: ${peopleCode(assignees, scope)}`] : []),
    ...(several ? [`quorum: ${literal({ people, rule })}`] : []),
    ...(deadline ? [`wakeAfterMs: ${wakeAfterMs}`] : []),
    ...tellCode(config, scope),
    ...(escalate ? [`escalation: { afterMs: ${afterMs}, to: ${peopleCode(config.escalateTo, scope)} }`] : []),
  ];
}

function tellCode({ tell, tellTo, tellSecret }: HumanConfig, scope: NodeScope): string[] {
  if (tell === "nobody") return [];
  return tell === "email"
    ? [`tell: { by: "email", to: [${templateCode(tellTo, scope)}] }`]
    : [`tell: ${literal({ by: tell, secret: tellSecret })}`];
}

function peopleCode(people: readonly AssigneeConfig[], scope: NodeScope): string {
  const all = people.map((one) =>
    one.kind === "role"
      ? literal({ kind: "role", role: one.role })
      : `{ kind: "member", email: ${templateCode(one.email, scope)} }`,
  );
  return `[${all.join(", ")}]`;
}

function noteWhatIsLeft(
  { assignees, several, deadline, escalate, tell }: HumanConfig,
  scope: NodeScope,
): void {
  const left = [
    ...(assignees.length > 0 ? ["who may answer"] : []),
    ...(several ? ["how many have to"] : []),
    ...(deadline ? ["until when (then the answer is expired)"] : []),
    ...(escalate ? ["whom to ask later"] : []),
    ...(tell !== "nobody" ? [`how to tell them (${tell})`] : []),
  ];
  if (left.length === 0) return;
  scope.note(
    `The question says ${left.join(", ")}. Whoever resumes the thread has to keep to it: this project knows neither members nor a clock.`,
  );
}

function picked(names: string[], scope: NodeScope): string {
  if (names.length === 0) return "{}";
  scope.use("./lib/plain", "pick");
  return `pick(state, ${literal(names)})`;
}
