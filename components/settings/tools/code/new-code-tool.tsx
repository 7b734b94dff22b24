"use client";

import { useRouter } from "next/navigation";
import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import { getConfigured } from "@/lib/api/contract/agents";
import { createCodeTool, listCodeTools } from "@/lib/api/contract/code-tools";
import { BackToTools } from "./back-to-tools";
import { CodeToolEditor } from "./code-tool-editor";
import { emptyForm, nameFieldSchema } from "./form-schema";

export function NewCodeTool() {
  const router = useRouter();
  const create = useCall(createCodeTool, { refresh: [listCodeTools, getConfigured] });
  return (
    <>
      <BackToTools />
      <CodeToolEditor
        title="New tool in code"
        description="JavaScript that runs in the sandbox when an agent's model calls it."
        head={{ schema: nameFieldSchema, start: { name: "" } }}
        start={emptyForm}
        readOnly={false}
        action="Save the tool"
        onSave={async (definition, note, head) => {
          const { name } = nameFieldSchema.parse(head);
          const { tool } = await create.mutateAsync({ body: { name, definition, note } });
          toast.done(`${tool.name} was saved`);
          router.push(`/settings/tools/code/${tool.id}`);
        }}
      />
    </>
  );
}
