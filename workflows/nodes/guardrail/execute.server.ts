import { renderTemplate } from "@/workflows/expressions/template";
import { keptTags } from "@/workflows/personal/masked";
import type { NodeServices } from "@/workflows/runtime/ports";
import type { NodeContext, NodeExecute } from "../execute";
import { judge } from "../judge.server";
import { moderationQuestion } from "../moderation-question";
import { verdictOf } from "../moderation-verdict";
import { judgedCategories } from "./categories";
import { checkText, type Finding, valuesForLater } from "./check-text.server";
import { blockedPort, type GuardrailConfig, passedPort } from "./definition";
import { findingLine, judgedFinding } from "./findings";

/** The model is asked last, about the masked text, and only where nothing else refuses it. */
export const executeGuardrail: NodeExecute<GuardrailConfig> = (config, services) => {
  const categories = judgedCategories(config);
  const labels = categories.map(({ label }) => label);
  const question = moderationQuestion(categories);
  return async (state, context) => {
    const given = renderTemplate(config.text, state);
    const marks = await keep(given, config, services, context);
    const { text, findings } = checkText(given, config, (value) => marks.get(value));
    const all: Finding[] = [...findings];
    if (categories.length > 0 && !findings.some(({ blocks }) => blocks)) {
      // The text is no template: it comes from outside.
      const asked = { ...config, text: "{{ text }}", instructions: "" };
      const answer = await judge(asked, question, { text }, services, context);
      all.push(...judgedFinding(verdictOf(answer, labels, config.threshold)));
    }
    const blocked = all.some(({ blocks }) => blocks);
    for (const finding of all) context.log(finding.blocks ? "warn" : "info", findingLine(finding));
    const shown = config.reveal && !blocked ? await putBack(text, services, context) : text;
    return {
      port: blocked ? blockedPort.name : passedPort.name,
      update: {
        ...(config.target && { [config.target]: shown }),
        ...(config.findings && { [config.findings]: all }),
      },
    };
  };
};

type Context = Pick<NodeContext, "runId" | "log">;

/** Keeps what is to come back later; a mark for each value. */
async function keep(
  text: string,
  config: GuardrailConfig,
  { personal }: NodeServices,
  { runId }: Context,
): Promise<ReadonlyMap<string, string>> {
  const values = valuesForLater(text, config);
  return values.length > 0 ? personal.keep(runId, values) : new Map();
}

/** The text with the values that the run keeps in place of their tags. A tag that is not known stays. */
async function putBack(text: string, { personal }: NodeServices, context: Context): Promise<string> {
  const tags = keptTags(text);
  if (tags.length === 0) return text;
  const values = await personal.reveal(context.runId, [...new Set(tags.map(({ mark }) => mark))]);
  const unknown = tags.filter(({ mark }) => !values.has(mark)).length;
  context.log("info", `${tags.length - unknown} of ${tags.length} tags were given back what they stand for.`);
  return tags
    .toReversed()
    .reduce(
      (shown, { mark, start, end }) =>
        shown.slice(0, start) + (values.get(mark) ?? shown.slice(start, end)) + shown.slice(end),
      text,
    );
}
