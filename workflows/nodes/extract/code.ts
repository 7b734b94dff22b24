import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { judgedMessagesCode } from "../judge-code";
import { chatModelCode } from "../model-code";
import { type ExtractConfig, extractInstructions, incompletePort } from "./definition";

export const writeExtract: WriteNode<ExtractConfig> = (config, scope) => {
  const { schema = {}, attempts, onMisfit, output, problems } = config;
  scope.use("./lib/nodes/extract/extracted", "extracted");
  const kept = onMisfit === "port" && problems ? [`${key(problems)}: problemsOf(misfits)`] : [];
  const update = [...(output ? [`${key(output)}: value`] : []), ...kept];
  if (kept.length > 0) scope.use("./lib/nodes/extract/parts", "problemsOf");
  if (onMisfit === "fail") scope.use("./lib/nodes/extract/misfit", "refuseMisfit");
  const leave =
    onMisfit === "fail"
      ? ["refuseMisfit({ misfits, attempts });", `return { update: { ${update.join(", ")} } };`]
      : [
          `const port = misfits.length > 0 ? ${quoted(incompletePort.name)} : "out";`,
          `return { port, update: { ${update.join(", ")} } };`,
        ];
  return [
    ...judgedMessagesCode(config, extractInstructions, scope),
    `const schema = ${literal(schema)};`,
    `const model = ${chatModelCode(config, scope)};`,
    `const { value, misfits${onMisfit === "fail" ? ", attempts" : ""} } = await extracted(model, schema, messages, ${attempts}, config);`,
    ...leave,
  ];
};
