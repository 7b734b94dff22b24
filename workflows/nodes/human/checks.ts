import { expiredAnswer, splitAnswer } from "@/workflows/events/interrupt";
import type { Issue } from "@/workflows/graph/issue";
import { durationMs, longestDays, longestMs, type units } from "../duration";
import { configIssue } from "../issues";
import type { Port } from "../port";
import type { HumanConfig } from "./config";
import { drawnFieldProblem } from "./drawn-form";
import type { AssigneeConfig } from "./people";

const expiredPort: Port = { name: expiredAnswer, label: "Expired", meaning: "timeout" };
const splitPort: Port = { name: splitAnswer, label: "No agreement", meaning: "branch" };

/** Ways out beside the answers: nobody answered in time, those who did disagree. */
export function outcomePorts(config: HumanConfig): Port[] {
  return [...(config.several ? [splitPort] : []), ...(config.deadline ? [expiredPort] : [])];
}

export function humanIssues(config: HumanConfig): Issue[] {
  return [
    ...portIssues(config),
    ...formIssues(config),
    ...peopleIssues(config),
    ...timeIssues(config),
    ...tellIssues(config),
  ];
}

/** Ids of answers are ports, so these two must be free where they are needed. */
function portIssues(config: HumanConfig): Issue[] {
  const taken = new Set(config.answers.map(({ id }) => id));
  return outcomePorts(config)
    .filter(({ name }) => taken.has(name))
    .map(({ name, label }) =>
      configIssue(
        "answers",
        `An answer has the id “${name}”, which is the port “${label}”: give it another.`,
      ),
    );
}

function formIssues({ form, formChannel }: HumanConfig): Issue[] {
  const ofFields = form.flatMap((drawn, index) => {
    const problem = drawnFieldProblem(drawn);
    return problem ? [configIssue(`form.${index}.${problem.setting}`, problem.message)] : [];
  });
  const isLost = form.length > 0 && !formChannel;
  return [
    ...ofFields,
    ...(isLost
      ? [configIssue("formChannel", "The form goes nowhere: choose the channel to write it to.")]
      : []),
  ];
}

function peopleIssues({ assignees, escalate, escalateTo }: HumanConfig): Issue[] {
  return [
    ...withoutAddress("assignees", assignees),
    ...(escalate ? withoutAddress("escalateTo", escalateTo) : []),
    ...(escalate && escalateTo.length === 0 ? [configIssue("escalateTo", "Say who is asked later.")] : []),
    ...(escalate && assignees.length === 0
      ? [configIssue("assignees", "Everybody may answer already: say who is asked first.")]
      : []),
  ];
}

function withoutAddress(name: string, people: readonly AssigneeConfig[]): Issue[] {
  return people.flatMap(({ kind, email }, index) =>
    kind === "member" && !email.trim()
      ? [configIssue(`${name}.${index}.email`, "Write the member's e-mail address.")]
      : [],
  );
}

function tellIssues(config: HumanConfig): Issue[] {
  const { tell, tellTo, tellSecret, remind } = config;
  if (tell === "nobody") return [];
  const again = remind ? tooLong("remindAfter", config.remindAfter, config.remindUnit) : [];
  const missing =
    tell === "email"
      ? tellTo.trim() === "" && configIssue("tellTo", "Say whom the question goes to.")
      : tellSecret === "" && configIssue("tellSecret", "Name the secret that holds the chat's address.");
  return [...(missing ? [missing] : []), ...again];
}

function timeIssues(config: HumanConfig): Issue[] {
  return [
    ...(config.deadline ? tooLong("deadlineAfter", config.deadlineAfter, config.deadlineUnit) : []),
    ...(config.escalate ? tooLong("escalateAfter", config.escalateAfter, config.escalateUnit) : []),
  ];
}

function tooLong(name: string, amount: number, unit: (typeof units)[number]): Issue[] {
  if (amount <= 0) return [configIssue(name, "Choose a time that is longer than none.")];
  return durationMs({ amount, unit }) > longestMs
    ? [configIssue(name, `It may take up to ${longestDays} days.`)]
    : [];
}
